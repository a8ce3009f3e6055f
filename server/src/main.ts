import { dropUnpublished } from './basemap/store-base-features.js';
import { showCounty } from './county/county.service.js';
import { localViewer, migrate, openDatabase } from './database/index.js';
import { isEmpty, seedDemo } from './demo/seed-demo.js';
import { startSimulator } from './demo/simulator.js';
import { readEnvironment, systemLanguage } from './environment.js';
import { describeFailure } from './errors.js';
import { pickLanguage, render } from './messages/index.js';
import { startServer } from './server.js';

/** The server process: opens the database, migrates, moves the demo in when there is nothing, serves. */
async function main(): Promise<void> {
  const environment = readEnvironment();
  const say = (code: Parameters<typeof render>[0], parameters = {}) =>
    console.log(render(code, parameters, pickLanguage(environment.language)));
  const database = await openDatabase({
    databaseUrl: environment.databaseUrl,
    readDatabaseUrl: environment.readDatabaseUrl,
    dataDir: environment.dataDir,
  });
  let stopping = false;
  const closers: (() => Promise<void>)[] = [() => database.close()];
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    for (const close of closers.reverse()) await close().catch(() => undefined);
    process.exit(process.exitCode ?? 0);
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());

  try {
    await migrate(database);
    if (database.kind === 'embedded') say('embeddedNotice', { folder: environment.dataDir });
    await database.write(localViewer, dropUnpublished);
    if (environment.seedDemo && (await isEmpty(database))) {
      say('seeding');
      await seedDemo(database);
    }
    const county = await showCounty(database, localViewer, false);
    const simulated = environment.simulate && county?.demo === true;
    const server = await startServer({ database, host: environment.host, port: environment.port, simulated });
    closers.push(() => server.close());
    if (simulated) closers.push(startSimulator(`http://127.0.0.1:${server.port}/graphql`));
    say('ready', { url: server.url });
  } catch (error) {
    process.exitCode = 1;
    console.error(describeFailure(error, pickLanguage(environment.language)));
    await stop();
  }
}

await main().catch((error: unknown) => {
  console.error(describeFailure(error, pickLanguage(systemLanguage())));
  process.exit(1);
});

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { localViewer, migrate, openDatabase } from './database/index.js';
import { readEnvironment, systemLanguage, type Environment } from './environment.js';
import { describeFailure } from './errors.js';
import { pickLanguage, render } from './messages/index.js';

/** The server process: opens the database, migrates, moves the demo in when there is nothing, serves. */
async function main(): Promise<void> {
  const environment = readEnvironment();
  const say = (code: Parameters<typeof render>[0], parameters = {}) =>
    console.log(render(code, parameters, pickLanguage(environment.language)));
  const moveIn = environment.seedDemo && isNew(environment);
  const opening = openDatabase(environment);
  // The embedded database opens in a thread of its own; meanwhile this one loads the rest and makes the county.
  opening.catch(() => undefined);
  const { startServer } = await import('./server.js');
  const { isEmpty, makeDemo, seedDemo } = await import('./demo/seed-demo.js');
  const demo = moveIn ? makeDemo() : undefined;
  const database = await opening;
  const closers: (() => Promise<void>)[] = [() => database.close()];
  const stop = stopper(closers);

  try {
    await migrate(database);
    if (database.kind === 'embedded') say('embeddedNotice', { folder: environment.dataDir });
    const { dropUnpublished } = await import('./basemap/store-base-features.js');
    await database.write(localViewer, dropUnpublished);
    const { learnAllNames } = await import('./search/learn-names.js');
    await database.write(localViewer, learnAllNames);
    if (environment.seedDemo && (await isEmpty(database))) {
      say('seeding');
      await seedDemo(database, demo);
    }
    const { showCounty } = await import('./county/county.service.js');
    const county = await showCounty(database, localViewer, false);
    const simulated = environment.simulate && county?.demo === true;
    const { host, port } = environment;
    const server = await startServer({ database, host, port, simulated });
    closers.push(() => server.close());
    if (simulated) {
      const { startSimulator } = await import('./demo/simulator.js');
      closers.push(startSimulator(`http://127.0.0.1:${server.port}/graphql`));
    }
    say('ready', { url: server.url });
  } catch (error) {
    process.exitCode = 1;
    console.error(describeFailure(error, pickLanguage(environment.language)));
    await stop();
  }
}

/** Whether the embedded database is about to be made. */
function isNew({ databaseUrl, dataDir }: Environment): boolean {
  return databaseUrl === undefined && !existsSync(join(dataDir, 'pg'));
}

/** Closes everything in reverse order, on Ctrl-C or when asked, and ends the process. */
function stopper(closers: (() => Promise<void>)[]): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  const stop = () =>
    (stopping ??= (async () => {
      for (const close of closers.reverse()) await close().catch(() => undefined);
      process.exit(process.exitCode ?? 0);
    })());
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
  return stop;
}

await main().catch((error: unknown) => {
  console.error(describeFailure(error, pickLanguage(systemLanguage())));
  process.exit(1);
});

import { Command, CommanderError } from 'commander';
import { findCounty } from './county/county.service.js';
import { localViewer, migrate, openDatabase, type Database } from './database/index.js';
import { isEmpty, seedDemo } from './demo/seed-demo.js';
import { readEnvironment, systemLanguage } from './environment.js';
import { describeFailure, Refusal } from './errors.js';
import { importCommand } from './interchange/command/import-command.js';
import { pickLanguage, render, type MessageCode } from './messages/index.js';

const language = pickLanguage(wantedLanguage() ?? systemLanguage());
const say = (code: MessageCode, parameters = {}) => render(code, parameters, language);
const interrupt = new AbortController();
let database: Database | undefined;

/** `mb`: what an administrator does without the map. */
async function main(): Promise<number> {
  let exitCode = 0;
  const program = new Command('mb')
    .description(say('cliAbout'))
    .option('--lang <language>', `${say('cliLang')}: zh-CN, en`)
    .helpOption('-h, --help', say('cliHelp'))
    .helpCommand(false);
  program
    .command('migrate')
    .description(say('cliMigrate'))
    .action(async () => {
      database = await openOnly();
      const applied = await migrate(database);
      console.log(say('cliMigrated', { count: applied.length }));
    });
  program
    .command('demo')
    .description(say('cliDemo'))
    .action(async () => {
      const opened = await open();
      if (!(await isEmpty(opened))) {
        const county = await opened.read(localViewer, findCounty);
        throw new Refusal('CONFLICT', 'cliDemoNotEmpty', { name: county?.name ?? '' });
      }
      console.log(say('seeding'));
      await seedDemo(opened);
      console.log(say('cliDone'));
    });
  program.addCommand(
    importCommand({
      language,
      open,
      signal: interrupt.signal,
      print: (line) => console.log(line),
      printError: (text) => void process.stderr.write(text),
      isTerminal: process.stderr.isTTY ?? false,
      exit: (code) => (exitCode = code),
    }),
  );
  for (const command of everyCommand(program)) {
    command.exitOverride();
    // Said by us below, in the language asked for.
    command.configureOutput({ outputError: () => undefined });
    if (!command.options.some(({ long }) => long === '--lang'))
      command.option('--lang <language>', `${say('cliLang')}: zh-CN, en`);
  }
  await program.parseAsync();
  return exitCode;
}

function everyCommand(command: Command): Command[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}

/** Help itself speaks the language, so it is needed before the arguments are parsed. */
function wantedLanguage(): string | undefined {
  const at = process.argv.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  return at < 0 ? undefined : (process.argv[at]!.split('=')[1] ?? process.argv[at + 1]);
}

async function openOnly(): Promise<Database> {
  const { databaseUrl, dataDir } = readEnvironment();
  return openDatabase({ databaseUrl, dataDir });
}

async function open(): Promise<Database> {
  database = await openOnly();
  await migrate(database);
  return database;
}

const INTERRUPTED = 130;
process.on('SIGINT', stop);
process.on('SIGTERM', stop);

/** Asks first, so that what is under way can be undone; insisted upon, it ends at once, which the database also survives. */
function stop(): void {
  if (interrupt.signal.aborted) process.exit(INTERRUPTED);
  interrupt.abort();
}

let exitCode: number;
try {
  exitCode = await main();
} catch (error) {
  if (error instanceof CommanderError) {
    exitCode = error.exitCode === 0 ? 0 : 2;
    if (exitCode !== 0)
      process.stderr.write(`${say('cliUsage', { problem: error.message.replace(/^error: /, '') })}\n`);
  } else {
    exitCode = error instanceof Refusal && error.messageCode === 'importInterrupted' ? INTERRUPTED : 1;
    process.stderr.write(`${describeFailure(error, language)}\n`);
  }
}
await database?.close().catch((error: unknown) => {
  process.stderr.write(`${describeFailure(error, language)}\n`);
  exitCode ||= 1;
});
process.exit(exitCode);

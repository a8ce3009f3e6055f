import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withLock } from './lock.mjs';
import { checkNodeVersion } from './node-version.mjs';
import { allSteps, root, serverSteps } from './steps.mjs';

const records = join(root, 'node_modules', '.maplebridge');
const stillRunningMilliseconds = 15_000;

/**
 * Installs and builds whatever is missing or out of date; silent and quick when nothing is. Needs Node and npm only.
 * Progress goes to standard error, so that the output of a command stays clean. A step that fails ends the process.
 *
 * @param {{ client?: boolean }} [options] `client: false` leaves the web client as it is
 */
export async function prepare({ client = true } = {}) {
  checkNodeVersion();
  const steps = client ? allSteps : serverSteps;
  if (steps.every(isCurrent)) return;
  mkdirSync(records, { recursive: true });
  await withLock(
    join(records, 'prepare.lock'),
    async () => {
      for (const step of steps) if (!isCurrent(step)) await runStep(step);
    },
    () => console.error('另一个进程正在构建，等待中… · Another process is building, waiting…'),
  );
}

const recordOf = (step) => join(records, `${step.name}.stamp`);

function isCurrent(step) {
  try {
    return readFileSync(recordOf(step), 'utf8') === step.inputs() && step.isMade();
  } catch (error) {
    if (error.code === 'ENOENT') return false;
    throw error;
  }
}

async function runStep(step) {
  const inputs = step.inputs(); // before the run: what is edited meanwhile is built next time
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  rmSync(recordOf(step), { force: true });
  console.error(`${step.label}…`);
  const reminder = setInterval(() => console.error(`  … ${seconds()}`), stillRunningMilliseconds);
  try {
    await step.run();
  } catch (error) {
    if (error.output === undefined) throw error;
    console.error(shortened(error.output));
    console.error(
      ['', `失败 · Failed: ${step.label}`, step.advice].filter((line) => line !== undefined).join('\n'),
    );
    process.exit(1);
  } finally {
    clearInterval(reminder);
  }
  writeFileSync(recordOf(step), inputs);
}

/** The first complaints matter, and the last words; a thousand lines between them hide both. */
function shortened(text) {
  const lines = text.split('\n');
  const left = lines.length - 60;
  return left <= 1 ? text : [...lines.slice(0, 40), `… ${left} lines …`, ...lines.slice(-20)].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await prepare();

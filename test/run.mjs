// `npm test [-- <filter>]`: sets up what the tests need and runs everything. With a filter, only the test files whose
// path contains it. The last line adds all up: "N passed, N failed", and "N skipped" if some were.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepare } from '../server/setup/prepare.mjs';
import { packageProgram } from '../server/setup/run-command.mjs';
import { runGates } from './kit/machine/gates.mjs';
import { setUpMachine } from './kit/machine/set-up.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const filters = process.argv.slice(2);

await prepare();
const missing = await setUpMachine();
const total = { passed: 0, failed: 0, skipped: 0 };

if (filters.length === 0) add(await runGates(root));
add(await runVitest());
for (const sentence of missing) console.log(`Skipped: ${sentence}`);
// Where nobody looks, a test that did not run is a test that failed.
if (process.env.CI === 'true') add({ failed: missing.length });

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 ? 1 : 0;

function add(count) {
  for (const key of Object.keys(total)) total[key] += count[key] ?? 0;
}

async function runVitest() {
  const folder = mkdtempSync(join(tmpdir(), 'maplebridge-test-'));
  const countFile = join(folder, 'count.json');
  const program = packageProgram(join(root, 'test'), 'vitest');
  const options = ['--config=test/vitest.config.ts', '--reporter=default'];
  options.push('--reporter=test/kit/machine/count-reporter.mjs');
  // Ctrl-C goes to the whole group: the runner tidies up, and we wait for it.
  process.on('SIGINT', () => {});
  const runner = spawn(process.execPath, [program, 'run', ...options, ...filters], {
    cwd: root,
    env: { ...process.env, MAPLEBRIDGE_TEST_COUNT: countFile },
    stdio: 'inherit',
  });
  process.once('SIGTERM', () => runner.kill('SIGTERM'));
  const [code] = await once(runner, 'close');
  try {
    const count = JSON.parse(readFileSync(countFile, 'utf8'));
    return code === 0 || count.failed > 0 ? count : { ...count, failed: 1 };
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return { failed: 1 }; // it ended before it could count
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

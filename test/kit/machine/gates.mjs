import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError, packageProgram, runCommand } from '../../../server/setup/run-command.mjs';

/**
 * The checks that need no test runner: what they look at and the command behind each.
 *
 * @param {string} root
 * @returns {{ name: string, program: string, args: string[], folder?: string }[]}
 */
function listGates(root) {
  const tool = (name, ...command) => packageProgram(root, name, ...command);
  const setup = (name) => join(root, 'client/setup', name);
  return [
    { name: 'types of the tests', program: tool('typescript', 'tsc'), args: ['-p', 'test/tsconfig.json'] },
    { name: 'types of the client', program: tool('typescript', 'tsc'), args: ['-p', 'client/tsconfig.json'] },
    { name: 'eslint', program: tool('eslint'), args: ['--max-warnings', '0', '.'] },
    { name: 'prettier', program: tool('prettier'), args: ['--check', '--log-level', 'warn', '.'] },
    {
      name: 'import directions',
      program: tool('dependency-cruiser', 'depcruise'),
      args: ['--config', '.dependency-cruiser.cjs', 'server', 'client', 'test'],
    },
    { name: 'dead code', program: tool('knip'), args: [] },
    { name: 'schema.graphql', program: join(root, 'server/dist/emit-schema.js'), args: ['--check'] },
    { name: 'messages of the client', program: setup('check-i18n.mjs'), args: [], folder: 'client' },
    { name: 'size of the client', program: setup('check-size.mjs'), args: [], folder: 'client' },
  ].filter(({ program }) => existsSync(program));
}

/**
 * Runs every gate, two at a time, and prints a line for each and the words of those that fail.
 *
 * @param {string} root the repository's
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runGates(root) {
  const waiting = listGates(root);
  const count = { passed: 0, failed: 0 };
  const worker = async () => {
    for (let gate = waiting.shift(); gate; gate = waiting.shift()) {
      const started = Date.now();
      const complaint = await complaintOf(gate, root);
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      if (complaint === undefined) count.passed += 1;
      else count.failed += 1;
      console.log(` ${complaint === undefined ? '✓' : '✗'} ${gate.name} ${seconds} s`);
      if (complaint) console.log(complaint.replace(/^/gm, '   '));
    }
  };
  await Promise.all([worker(), worker()]);
  return count;
}

/** @returns {Promise<string | undefined>} */
async function complaintOf({ program, args, folder = '.' }, root) {
  try {
    await runCommand(process.execPath, [program, ...args], { cwd: join(root, folder) });
    return undefined;
  } catch (error) {
    if (error instanceof CommandError) return error.output;
    throw error;
  }
}

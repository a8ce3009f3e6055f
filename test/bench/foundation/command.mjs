import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { measure } from '../cpu.mjs';

const cli = fileURLToPath(new URL('../../../server/dist/cli.js', import.meta.url));
const data = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));

/**
 * Runs a command of `mb` on an embedded database of its own.
 *
 * @param {string} dataDir
 * @param {string[]} args
 * @returns {Promise<{ seconds: number, cpuSeconds: number, output: string }>}
 * @throws with what it said when it fails
 */
export async function runCommand(dataDir, args) {
  let output = '';
  const { result, seconds, ownCpuSeconds, othersCpuSeconds } = await measure(() => {
    const child = spawn(process.execPath, [cli, ...args, '--lang', 'en'], {
      env: { ...process.env, NODE_ENV: 'production', DATA_DIR: dataDir, DATABASE_URL: undefined },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    return new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  }, [process.pid]);
  if (result !== 0) throw new Error(`mb ${args.join(' ')} ended with ${result}:\n${output}`);
  return { seconds, cpuSeconds: othersCpuSeconds - ownCpuSeconds, output };
}

/**
 * @param {string} path below `../shared/data`, which a clone alone does not have
 * @returns {string | undefined} absolute; undefined with a message when it is not there
 */
export function findData(path) {
  if (existsSync(data + path)) return data + path;
  console.error(`Skipped: ../shared/data/${path} is not beside this repository.`);
  return undefined;
}

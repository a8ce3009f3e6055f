import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const supervisor = fileURLToPath(new URL('./supervisor.mjs', import.meta.url));

/**
 * Starts a throw-away PostgreSQL: its own folder, a free port of 127.0.0.1, a random password, no fsync. It ends and
 * its folder goes with this process, however that ends; `stop` only says when.
 *
 * @param {string} bin folder of the PostgreSQL programs, from `findPostgres`
 * @returns {Promise<{ url: string, pid: number, stop: () => Promise<void> }>} `url` of the maintenance database, as
 *   superuser; `pid` of the process whose descendants are the database
 */
export async function startCluster(bin) {
  // In a session of its own, so that Ctrl-C ends the tests first and the database after them.
  const child = spawn(process.execPath, [supervisor, bin], {
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (complaints += text));
  child.stdin.on('error', () => {}); // it may have ended first
  const url = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('close', () => reject(new Error(`PostgreSQL did not start.\n${complaints}`)));
  });
  for (const handle of [child, child.stdin, child.stdout, child.stderr]) handle.unref();
  return {
    url,
    pid: /** @type {number} */ (child.pid),
    async stop() {
      child.ref();
      child.stdin.end();
      await ended;
    },
  };
}

// Owns one throw-away PostgreSQL for as long as its standard input stays open: when the process that started it ends,
// even by SIGKILL, the pipe closes, the database stops and its folder goes. Prints the URL when it is ready.
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const bin = process.argv[2];
const readyMessage = 'database system is ready to accept connections';
// PostgreSQL refuses to run as root; its package brings a user for it.
const owner = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {};
const folder = mkdtempSync(join(owner.uid === undefined ? tmpdir() : '/tmp', 'maplebridge-postgres-'));
const data = join(folder, 'data');
const password = randomBytes(18).toString('hex');
let postgres;
let stopping = false;

process.stdin.resume();
for (const event of ['end', 'close', 'error']) process.stdin.on(event, stop);
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stop);

try {
  initialise();
  const port = await start();
  console.log(`postgres://postgres:${password}@127.0.0.1:${port}/postgres`);
} catch (error) {
  if (!stopping) console.error(error.stderr?.toString() || error.message);
  await stop();
}

function initialise() {
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password);
  chmodSync(folder, 0o700);
  if (owner.uid !== undefined)
    for (const path of [folder, passwordFile]) chownSync(path, owner.uid, owner.gid);
  execFileSync(
    join(bin, 'initdb'),
    // Chinese trigrams need a character type that knows letters beyond ASCII.
    ['--pgdata', data, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'].concat([
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--no-sync',
      '--no-instructions',
    ]),
    { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
}

async function start() {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const settings = {
      listen_addresses: '127.0.0.1',
      port,
      unix_socket_directories: '',
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      shared_buffers: '256MB',
      max_connections: 100,
      max_wal_size: '4GB',
      // Nobody's: what relies on the session's zone shows.
      timezone: 'America/St_Johns',
    };
    const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    postgres = spawn(join(bin, 'postgres'), ['-D', data, ...options], {
      ...owner,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const log = await logUntilReady();
    if (log.endsWith(readyMessage)) {
      postgres.once('exit', stop);
      return port;
    }
    if (stopping || attempt === 3) throw new Error(log);
  }
}

/** Resolves with the log so far: up to the ready message, or all of it when the process ended without. */
function logUntilReady() {
  return new Promise((resolve) => {
    let log = '';
    postgres.stderr.setEncoding('utf8').on('data', (text) => {
      if (log.endsWith(readyMessage)) return;
      log += text;
      const end = log.indexOf(readyMessage);
      if (end < 0) return;
      log = log.slice(0, end + readyMessage.length);
      resolve(log);
    });
    postgres.once('close', () => resolve(log));
  });
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function stop() {
  if (stopping) return;
  stopping = true;
  if (postgres && postgres.exitCode === null && postgres.signalCode === null) {
    postgres.kill('SIGQUIT'); // at once: nothing here is worth a checkpoint
    await once(postgres, 'exit');
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.exit();
}

function idOf(option) {
  return Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));
}

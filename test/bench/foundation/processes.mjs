import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

/**
 * Starts a server program and waits until it answers. It is killed with this process at the latest.
 *
 * @param {string} program `node` or another binary
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, ready: (url: string) => Promise<boolean>, port: number, patience?: number }} options
 *   `ready` is asked about every 20 ms, errors count as no; `patience` in seconds
 * @returns {Promise<{ pid: number, url: string, startSeconds: number, stop: () => Promise<{ output: string }> }>}
 * @throws with the program's own words when it ends, or is not ready in time
 */
export async function startProgram(program, args, { env = {}, ready, port, patience = 180 }) {
  const started = performance.now();
  const child = spawn(program, args, {
    env: { ...process.env, NODE_ENV: 'production', ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (output += text));
  let hasEnded = false;
  const ended = new Promise((resolve) => child.once('close', resolve)).then(() => (hasEnded = true));
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const url = `http://127.0.0.1:${port}`;
  const elapsed = () => (performance.now() - started) / 1_000;
  let problem;
  while (!(await ready(url).catch((error) => void (problem = error)))) {
    if (hasEnded) throw new Error(`${args[0]} ended before it was ready:\n${output}`);
    if (elapsed() > patience) {
      kill();
      throw new Error(`${args[0]} was not ready after ${patience} s: ${problem?.message}\n${output}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const startSeconds = elapsed();
  return {
    pid: /** @type {number} */ (child.pid),
    url,
    startSeconds,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      process.off('exit', kill);
      return { output };
    },
  };
}

/** @returns {Promise<number>} a port of 127.0.0.1 nobody listened on just now */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * One GraphQL question to a server.
 *
 * @param {string} url address without a path
 * @param {string} query
 * @param {object} [variables]
 * @returns {Promise<any>} its data
 * @throws when the answer carries errors
 */
export async function ask(url, query, variables = {}) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors?.length) throw new Error(`${url}: ${errors.map(({ message }) => message).join('; ')}`);
  return data;
}

/** @param {number[]} values @returns {number} */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

import {
  closeSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';

const heartbeatMilliseconds = 5_000;
const silentMilliseconds = 60_000;

/**
 * Runs `work` while holding the lock file, waiting for another holder first. A lock is stale when its process is
 * gone, or when its heartbeat has stopped: a process number alone proves nothing after a restart or on another
 * machine that shares the folder.
 *
 * @param {string} file in a folder that exists
 * @param {() => Promise<void>} work
 * @param {() => void} onWait called once if somebody else holds the lock
 */
export async function withLock(file, work, onWait) {
  for (let waited = false; !tryTake(file); waited = true) {
    if (!waited) onWait();
    await delay(200);
  }
  const heartbeat = setInterval(() => utimesSync(file, new Date(), new Date()), heartbeatMilliseconds);
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    await work();
  } finally {
    clearInterval(heartbeat);
    process.off('exit', release);
    release();
  }
}

function tryTake(file) {
  try {
    const handle = openSync(file, 'wx');
    writeSync(handle, JSON.stringify({ pid: process.pid, host: hostname() }));
    closeSync(handle);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    clearIfStale(file);
    return false;
  }
}

function clearIfStale(file) {
  const judged = readHolder(file);
  if (!judged || isAlive(judged)) return;
  // Two waiters may judge the same lock stale. Moving it aside is atomic; whoever moves a newer lock puts it back.
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (readHolder(aside)?.text !== judged.text) linkSync(aside, file);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  }
  rmSync(aside, { force: true });
}

function readHolder(file) {
  try {
    return { text: readFileSync(file, 'utf8'), touched: statSync(file).mtimeMs };
  } catch {
    return undefined; // released meanwhile
  }
}

function isAlive({ text, touched }) {
  if (Date.now() - touched > silentMilliseconds) return false;
  try {
    const { pid, host } = JSON.parse(text);
    if (host === hostname()) process.kill(pid, 0);
    return true;
  } catch (error) {
    // A half-written lock is somebody who is just starting; a process we may not signal is alive.
    return error instanceof SyntaxError || error.code === 'EPERM';
  }
}

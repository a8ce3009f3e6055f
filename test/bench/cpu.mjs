import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

let ticksPerSecond;

/**
 * CPU time of a process and all its descendants so far, those that have ended and been waited for included. Linux only,
 * in steps of a clock tick (10 ms).
 *
 * @param {number} pid
 * @returns {number} seconds; 0 when the process has gone
 */
export function cpuSecondsOfTree(pid) {
  return sumOverTree(pid, (each) => {
    const { own, ended } = readCpuSeconds(each);
    return own + ended;
  });
}

/**
 * CPU time of one process so far, in seconds: its own, and that of its children that have ended and been waited for.
 *
 * @param {number} pid
 * @returns {{ own: number, ended: number }}
 * @throws when the process has gone
 */
export function readCpuSeconds(pid) {
  ticksPerSecond ??= Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // After the command's name in parentheses: utime, stime, cutime and cstime are fields 14 to 17.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [user, system, endedUser, endedSystem] = fields.slice(11, 15).map(Number);
  return { own: (user + system) / ticksPerSecond, ended: (endedUser + endedSystem) / ticksPerSecond };
}

/**
 * Adds up what `valueOf` says of a process and all its descendants; those that go meanwhile count for nothing.
 *
 * @param {number} pid
 * @param {(pid: number) => number} valueOf
 * @returns {number}
 */
export function sumOverTree(pid, valueOf) {
  try {
    const own = valueOf(pid);
    return childrenOf(pid).reduce((sum, child) => sum + sumOverTree(child, valueOf), own);
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return 0;
    throw error;
  }
}

function childrenOf(pid) {
  const threads = readdirSync(`/proc/${pid}/task`);
  return threads.flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );
}

/**
 * Runs `work` and measures it.
 *
 * @template T
 * @param {() => Promise<T> | T} work
 * @param {number[]} [others] processes that work for it, each with its descendants (a database, a server)
 * @returns {Promise<{ result: T, seconds: number, ownCpuSeconds: number, othersCpuSeconds: number, cpuSeconds: number }>}
 */
export async function measure(work, others = []) {
  const othersSoFar = () => others.reduce((sum, pid) => sum + cpuSecondsOfTree(pid), 0);
  const othersBefore = othersSoFar();
  const ownBefore = process.cpuUsage();
  const started = performance.now();
  const result = await work();
  const seconds = (performance.now() - started) / 1_000;
  const { user, system } = process.cpuUsage(ownBefore);
  const ownCpuSeconds = (user + system) / 1_000_000;
  const othersCpuSeconds = othersSoFar() - othersBefore;
  return { result, seconds, ownCpuSeconds, othersCpuSeconds, cpuSeconds: ownCpuSeconds + othersCpuSeconds };
}

/**
 * A clock for `drawDistricts` that runs in CPU time of this process.
 *
 * @param {number} seconds
 * @param {{ wall?: boolean }} [options] `wall`: time on the wall counts where it is more
 * @returns {(moves: number) => number} share spent
 */
export function budgetOf(seconds, { wall = false } = {}) {
  const before = process.cpuUsage();
  const started = performance.now();
  return () => {
    const { user, system } = process.cpuUsage(before);
    const cpuSeconds = (user + system) / 1e6;
    return Math.max(cpuSeconds, wall ? (performance.now() - started) / 1000 : 0) / seconds;
  };
}

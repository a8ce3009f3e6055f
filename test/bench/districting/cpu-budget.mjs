/**
 * A clock for `drawDistricts` that runs in CPU time of this process, and in time on the wall where that is more.
 *
 * @param {number} seconds
 * @returns {(moves: number) => number} share spent
 */
export function budgetOf(seconds) {
  const before = process.cpuUsage();
  const started = performance.now();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return Math.max((user + system) / 1e6, (performance.now() - started) / 1000) / seconds;
  };
}

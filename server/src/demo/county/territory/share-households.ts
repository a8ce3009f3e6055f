import type { DemoGrid } from '../county.types.js';

const COUNTY_HOUSEHOLDS = 38_000;
const LEAST = 300;
const MOST = 500;

/**
 * Scales the buildings' natural households so that the county has 38,000 and every basic grid 300 to 500.
 * A grid's figure stays the sum of its buildings'. Dedicated grids keep what their few buildings hold.
 */
export function shareHouseholds(
  grids: readonly DemoGrid[],
  buildings: readonly { grid: number; natural: number }[],
): Int32Array {
  const natural = new Float64Array(grids.length);
  for (const building of buildings) natural[building.grid]! += building.natural;
  const basic = grids.flatMap((grid, i) =>
    grid.partition === 'SOCIAL' && grid.kind === 'BASIC' && natural[i]! > 0 ? [i] : [],
  );
  const fixed = grids.reduce((sum, grid, i) => sum + (grid.kind === 'DEDICATED' ? natural[i]! : 0), 0);
  const targets = Float64Array.from(natural);
  const wanted = COUNTY_HOUSEHOLDS - fixed;
  // Scale and clamp until the clamped ones leave no rest.
  let factor = wanted / basic.reduce((sum, i) => sum + natural[i]!, 0);
  for (let round = 0; round < 60; round++) {
    let sum = 0;
    for (const i of basic) sum += targets[i] = Math.min(MOST - 4, Math.max(LEAST + 4, natural[i]! * factor));
    factor *= wanted / sum;
  }
  const whole = largestRemainders(
    basic.map((i) => targets[i]!),
    wanted,
  );
  basic.forEach((i, k) => (targets[i] = whole[k]!));
  const result = new Int32Array(buildings.length);
  const members: number[][] = grids.map(() => []);
  buildings.forEach((building, index) => {
    if (building.natural > 0) members[building.grid]!.push(index);
  });
  members.forEach((list, grid) => {
    const scale = targets[grid]! / natural[grid]!;
    const shares = largestRemainders(
      list.map((index) => buildings[index]!.natural * scale),
      Math.round(targets[grid]!),
    );
    list.forEach((index, k) => (result[index] = shares[k]!));
  });
  return result;
}

/** Rounds the values so that they sum to a whole total. */
function largestRemainders(values: readonly number[], total: number): number[] {
  const result = values.map(Math.floor);
  let rest = total - result.reduce((a, b) => a + b, 0);
  const order = values
    .map((value, i) => [value - Math.floor(value), i] as const)
    .sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  for (let k = 0; rest > 0 && order.length > 0; k = (k + 1) % order.length, rest--) result[order[k]![1]]!++;
  return result;
}

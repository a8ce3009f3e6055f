import type { LonLat } from './round.js';

const ENOUGH_DEGREES = 1e-11;
const MOST_ROUNDS = 30;

/**
 * The position that `shift` moves to `target`, by fixed-point iteration: guess, look where the
 * guess ends up, correct the guess by the difference. Works because the shifts of GCJ-02 and BD-09
 * are small and change slowly (a few metres per kilometre), so each round gains two digits or more.
 */
export function unshift(target: LonLat, shift: (position: LonLat) => LonLat): LonLat {
  let [longitude, latitude] = target;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const [x, y] = shift([longitude, latitude]);
    const east = target[0] - x;
    const north = target[1] - y;
    longitude += east;
    latitude += north;
    if (Math.abs(east) < ENOUGH_DEGREES && Math.abs(north) < ENOUGH_DEGREES) break;
  }
  return [longitude, latitude];
}

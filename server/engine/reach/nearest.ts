import { secondsTo } from './cover.js';
import type { Search, StreetPlace } from './search.js';

export interface Arrival {
  /** Number of the candidate in the list given. */
  readonly candidate: number;
  readonly travelSeconds: number;
}

/** First look this far, then four times as far, until enough are found. */
const FIRST_LOOK_SECONDS = 120;

/**
 * The candidates soonest at a place, soonest first.
 *
 * @param backward a search on the reversed network
 * @param count how many are wanted
 * @param limitSeconds nobody farther is named
 */
export function findNearest(
  backward: Search,
  place: StreetPlace,
  candidates: readonly StreetPlace[],
  count: number,
  limitSeconds: number,
): Arrival[] {
  for (let look = Math.min(FIRST_LOOK_SECONDS, limitSeconds); ; look = Math.min(4 * look, limitSeconds)) {
    backward.run([place], look);
    const arrivals: Arrival[] = [];
    candidates.forEach((at, candidate) => {
      const travelSeconds = secondsTo(backward, at);
      if (travelSeconds < Infinity) arrivals.push({ candidate, travelSeconds });
    });
    if (arrivals.length >= count || look >= limitSeconds)
      return arrivals.sort((a, b) => a.travelSeconds - b.travelSeconds).slice(0, count);
  }
}

import type { Search, StreetPlace } from './search.js';

/**
 * What a search covers of one segment, as shares of its length from its first end. Most often one or two stretches: from
 * the first end up to a share, from a share to the last end; where the search started, also around there.
 */
export type Stretch = readonly [from: number, to: number];

/**
 * The stretches of a segment within `seconds` of the last search's origins, in order, not touching. Exact at the limit:
 * an edge that takes 10 s and is entered 4 s before the limit is covered for 0.4 of its length.
 *
 * @param seconds at most the search's own limit
 */
export function coverOf(search: Search, segment: number, seconds = search.limitSeconds): Stretch[] {
  const times = search.network.seconds;
  const stretches: Stretch[] = [];
  for (const { segment: home, share, seconds: gone = 0 } of search.origins) {
    if (home !== segment || gone > seconds) continue;
    const onward = (seconds - gone) / times[2 * segment]!;
    const back = (seconds - gone) / times[2 * segment + 1]!;
    stretches.push([Math.max(0, share - back), Math.min(1, share + onward)]);
  }
  const [forward, backward] = endShares(search, segment, seconds);
  if (forward > 0) stretches.push([0, Math.min(1, forward)]);
  if (backward > 0) stretches.push([Math.max(0, 1 - backward), 1]);
  return merge(stretches);
}

/** Stretches in order, those that touch made one. */
function merge(stretches: Stretch[]): Stretch[] {
  if (stretches.length < 2) return stretches;
  stretches.sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [from, to] of stretches) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** Metres of street within `seconds` of the last search's origins, each metre counted once. */
export function coveredMetres(search: Search, seconds = search.limitSeconds): number {
  const { lengths } = search.network.graph;
  const { count, segments, fromFirst, fromLast } = search.endCover(seconds);
  let metres = 0;
  for (let i = 0; i < count; i++) {
    const share = fromFirst[i]! + fromLast[i]!;
    metres += (share < 1 ? share : 1) * lengths[segments[i]!]!;
  }
  // On segments that the search started on there is more than what was come to from the ends.
  for (const segment of new Set(search.origins.map((origin) => origin.segment))) {
    const [onward, back] = endShares(search, segment, seconds);
    metres += (lengthOf(coverOf(search, segment, seconds)) - Math.min(1, onward + back)) * lengths[segment]!;
  }
  return metres;
}

/** What is covered of a segment from its first and from its last end; above 1 where more would have been. */
function endShares(search: Search, segment: number, seconds: number): [number, number] {
  const times = search.network.seconds;
  const share = (edge: number): number => {
    const left = seconds - search.entrySeconds(edge);
    return left > 0 ? left / times[edge]! : 0;
  };
  return [share(2 * segment), share(2 * segment + 1)];
}

/** Share of the segment that stretches make up together. */
export function lengthOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, [from, to]) => sum + to - from, 0);
}

/** Who of the last search's origins is soonest at a place, and when; origin −1 and Infinity beyond the search's limit. */
export function soonestTo(
  search: Search,
  { segment, share }: StreetPlace,
): { readonly seconds: number; readonly origin: number } {
  const times = search.network.seconds;
  let [best, by] = [Infinity, -1];
  search.origins.forEach(({ segment: home, share: at, seconds: gone = 0 }, origin) => {
    if (home !== segment) return;
    const edge = share >= at ? 2 * segment : 2 * segment + 1;
    const time = at === share ? gone : gone + Math.abs(share - at) * times[edge]!;
    if (time < best) [best, by] = [time, origin];
  });
  const forward = search.entrySeconds(2 * segment) + (share === 0 ? 0 : share * times[2 * segment]!);
  const backward =
    search.entrySeconds(2 * segment + 1) + (share === 1 ? 0 : (1 - share) * times[2 * segment + 1]!);
  if (forward < best) [best, by] = [forward, search.ownerOf(2 * segment)];
  if (backward < best) [best, by] = [backward, search.ownerOf(2 * segment + 1)];
  return best <= search.limitSeconds ? { seconds: best, origin: by } : { seconds: Infinity, origin: -1 };
}

/** Seconds until a place is reached; Infinity beyond the search's limit. */
export function secondsTo(search: Search, place: StreetPlace): number {
  return soonestTo(search, place).seconds;
}

import { coveredMetres, secondsTo } from '@maplebridge/engine/reach/cover';
import { createSearch } from '@maplebridge/engine/reach/create-search';
import { placesOfVertex } from './streets.mjs';

/** Just at the limit rounding decides for either side. */
const slack = 0.01;

/**
 * Compares all times of a peer with ours.
 *
 * @param {[origin: number, vertex: number, seconds: number][]} rows the peer's
 * @returns {{ worst: number, compared: number, missing: number }} largest difference in seconds; how many vertices both
 *   reach; how many only one of the two
 */
export function compareTimes(network, origins, rows, limitSeconds) {
  const byOrigin = new Map(origins.map((vertex) => [vertex, new Map()]));
  for (const [origin, vertex, seconds] of rows) byOrigin.get(origin).set(vertex, seconds);
  const search = createSearch(network);
  let [worst, compared, missing] = [0, 0, 0];
  for (const origin of origins) {
    search.run(placesOfVertex(network, origin), limitSeconds);
    const own = timesOfVertices(network, search);
    const expected = byOrigin.get(origin);
    for (const [vertex, seconds] of expected) {
      const time = own.get(vertex) ?? Infinity;
      if (time === Infinity) missing += limitSeconds - seconds > slack ? 1 : 0;
      else {
        compared++;
        worst = Math.max(worst, Math.abs(time - seconds));
      }
    }
    for (const [vertex, seconds] of own)
      if (seconds < Infinity && !expected.has(vertex) && limitSeconds - seconds > slack) missing++;
  }
  return { worst, compared, missing };
}

function timesOfVertices(network, search) {
  const { count, segments } = search.endCover(search.limitSeconds);
  const times = new Map();
  for (const segment of segments.slice(0, count))
    for (const vertex of [network.graph.ends[2 * segment], network.graph.ends[2 * segment + 1]])
      if (!times.has(vertex))
        times.set(
          vertex,
          Math.min(...placesOfVertex(network, vertex).map((place) => secondsTo(search, place))),
        );
  return times;
}

/**
 * @param {[origin: number, metres: number][]} rows a peer's street metres
 * @returns {number} largest difference of an origin's metres to ours
 */
export function compareMetres(network, origins, rows, limitSeconds) {
  const expected = new Map(rows);
  const search = createSearch(network);
  return Math.max(
    ...origins.map((origin) => {
      search.run(placesOfVertex(network, origin), limitSeconds);
      return Math.abs(coveredMetres(search) - (expected.get(origin) ?? 0));
    }),
  );
}

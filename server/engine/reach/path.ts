import { localMetres } from '../roads/graph/local-metres.js';
import { streetEdge } from '../roads/network/network.js';
import type { StreetGraph } from '../roads/graph/street-graph.js';
import { eachPoint } from '../roads/locate.js';
import { roundCoordinate, STEPS_PER_DEGREE, type LonLat } from '../coordinates/round.js';
import { secondsTo } from './cover.js';
import type { Search, StreetPlace } from './search.js';

/** A piece of a way: along a segment from one share of its length to another; `from` above `to`: against its direction. */
export interface PathPiece {
  readonly segment: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The way of the last search from the soonest origin to a place, found backwards from the times alone.
 *
 * @returns null when the place was not reached
 */
export function pathTo(search: Search, place: StreetPlace): PathPiece[] | null {
  const best = secondsTo(search, place);
  if (best === Infinity) return null;
  const { segment, share } = place;
  const times = search.network.seconds;
  for (const { segment: home, share: at, seconds: gone = 0 } of search.origins) {
    if (home !== segment) continue;
    const edge = share >= at ? 2 * segment : 2 * segment + 1;
    if ((at === share ? gone : gone + Math.abs(share - at) * times[edge]!) === best)
      return [{ segment, from: at, to: share }];
  }
  const forward = search.entrySeconds(2 * segment) + (share === 0 ? 0 : share * times[2 * segment]!);
  const backward =
    search.entrySeconds(2 * segment + 1) + (share === 1 ? 0 : (1 - share) * times[2 * segment + 1]!);
  // At an end of the street both may be said: then one comes along it, and does not turn into it.
  const isOnward = backward > best || (forward === best && share > 0);
  const pieces: PathPiece[] = [{ segment, from: isOnward ? 0 : 1, to: share }];
  let edge = 2 * segment + (isOnward ? 0 : 1);
  for (;;) {
    const step = search.stepBefore(edge)!;
    edge = step.edge;
    const start = step.origin < 0 ? edge & 1 : search.origins[step.origin]!.share;
    pieces.push({ segment: streetEdge(search.network, edge) >> 1, from: start, to: 1 - (edge & 1) });
    if (step.origin >= 0) return pieces.reverse();
  }
}

/** The same way in the other direction: from a search on the reversed network, the way to its origin. */
export function reversedPath(path: readonly PathPiece[]): PathPiece[] {
  return path.map(({ segment, from, to }) => ({ segment, from: to, to: from })).reverse();
}

/** A way as the points of a line, in degrees; a single point where it has no length. */
export function lineOfPath(graph: StreetGraph, path: readonly PathPiece[]): LonLat[] {
  const line: LonLat[] = [];
  for (const { segment, from, to } of path) {
    const points = lineOfStretch(graph, segment, Math.min(from, to), Math.max(from, to));
    if (from > to) points.reverse();
    for (const point of points) {
      const last = line.at(-1);
      if (!last || last[0] !== point[0] || last[1] !== point[1]) line.push(point);
    }
  }
  return line;
}

/** Points of a stretch of a segment, in degrees, its ends between points included; at least two. */
export function lineOfStretch(graph: StreetGraph, segment: number, from: number, to: number): LonLat[] {
  const points: [number, number][] = [];
  eachPoint(graph, segment, (x, y) => points.push([x, y]));
  if (from === 0 && to === 1) return points.map(([x, y]) => [x / STEPS_PER_DEGREE, y / STEPS_PER_DEGREE]);
  const length = graph.lengths[segment]!;
  const [start, end] = [from * length, to * length];
  const line: LonLat[] = [];
  let along = 0;
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1]!, points[i]!];
    const metres = localMetres(a[0], a[1], b[0], b[1]);
    const isLast = i === points.length - 1;
    if (line.length === 0 && (start < along + metres || isLast))
      line.push(between(a, b, (start - along) / metres));
    if (line.length > 0) {
      if (end <= along + metres || isLast) {
        line.push(between(a, b, (end - along) / metres));
        break;
      }
      line.push(between(a, b, 1));
    }
    along += metres;
  }
  return line;
}

function between(a: readonly [number, number], b: readonly [number, number], part: number): LonLat {
  // NaN: points in one place.
  const share = part > 0 ? Math.min(1, part) : 0;
  return [
    roundCoordinate((a[0] + share * (b[0] - a[0])) / STEPS_PER_DEGREE),
    roundCoordinate((a[1] + share * (b[1] - a[1])) / STEPS_PER_DEGREE),
  ];
}

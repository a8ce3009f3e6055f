import { STEPS_PER_DEGREE, roundCoordinate, type LonLat } from '../../coordinates/round.js';
import type { StreetLine } from './lines-to-graph.js';
import { localMetres } from './local-metres.js';

/** A place on a line, to be made a point of it: between its points `after` and `after + 1`. */
interface Insertion {
  readonly after: number;
  readonly share: number;
  readonly point: LonLat;
}

/**
 * Lets centre lines meet that were drawn to meet and miss each other by a hand's breadth: an end that no line shares becomes
 * one with the points within `withinMetres` of it, or, where a line only passes there, a point of that line.
 *
 * @returns the lines, and how many ends were joined
 */
export function joinLooseEnds(
  lines: readonly StreetLine[],
  withinMetres: number,
): { lines: StreetLine[]; joined: number } {
  const routes = lines.map(({ coordinates }) =>
    coordinates.map(rounded).filter((at, i, all) => i === 0 || String(at) !== String(all[i - 1])),
  );
  const loose = looseEnds(routes);
  const uniteds = uniteWithPoints(routes, loose, withinMetres);
  const pieces = new PieceIndex(routes);
  const insertions = new Map<number, Insertion[]>();
  let joined = uniteds.size;
  for (const [end, line] of loose) {
    const at = keyed(end);
    const near = uniteds.has(end) ? null : pieces.nearest(at, withinMetres, line);
    if (!near) continue;
    joined++;
    const list = insertions.get(near.line) ?? [];
    list.push({ after: near.after, share: near.share, point: at });
    insertions.set(near.line, list);
  }
  return {
    joined,
    lines: lines.map(({ attributes }, line) => ({
      attributes,
      coordinates: withInsertions(routes[line]!, insertions.get(line) ?? []),
    })),
  };
}

/** Ends that no other line, nor another point of the same, has too; with their lines. */
function looseEnds(routes: readonly LonLat[][]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const route of routes) for (const at of route) uses.set(String(at), (uses.get(String(at)) ?? 0) + 1);
  const loose = new Map<string, number>();
  routes.forEach((route, line) => {
    if (route.length < 2) return;
    for (const at of [route[0]!, route.at(-1)!]) if (uses.get(String(at)) === 1) loose.set(String(at), line);
  });
  return loose;
}

/**
 * Moves loose ends, in the routes themselves, to points of other lines near them; of several loose ends near each other all
 * move to one. @returns those that now are one with others
 */
function uniteWithPoints(
  routes: LonLat[][],
  loose: ReadonlyMap<string, number>,
  withinMetres: number,
): Set<string> {
  const cells = new Map<string, [at: LonLat, line: number][]>();
  routes.forEach((route, line) => {
    for (const at of route)
      for (const key of cellsOf(at, at, 0)) cells.set(key, [...(cells.get(key) ?? []), [at, line]]);
  });
  const goals = new Map<string, LonLat>();
  const united = new Set<string>();
  for (const [end, line] of loose) {
    const at = keyed(end);
    const near = new Map<string, LonLat>();
    for (const key of cellsOf(at, at, marginOf(at, withinMetres)))
      for (const [other, of] of cells.get(key) ?? [])
        if (of !== line && metresBetween(at, other) <= withinMetres) near.set(String(other), other);
    if (near.size === 0) continue;
    united.add(end);
    // A point that stays where it is, if there is one; else where another loose end went, or is.
    const fixed = [...near].find(([key]) => !loose.has(key))?.[1];
    const goal = fixed ?? goals.get(end) ?? [...near.keys()].map((key) => goals.get(key)).find(Boolean) ?? at;
    goals.set(end, goal);
    if (!fixed) for (const key of near.keys()) if (!goals.has(key)) goals.set(key, goal);
  }
  for (const route of routes) {
    route[0] = goals.get(String(route[0])) ?? route[0]!;
    route[route.length - 1] = goals.get(String(route.at(-1))) ?? route.at(-1)!;
  }
  return united;
}

function withInsertions(route: LonLat[], insertions: Insertion[]): LonLat[] {
  const result = [...route];
  insertions.sort((a, b) => b.after - a.after || b.share - a.share);
  for (const { after, point } of insertions) result.splice(after + 1, 0, point);
  return result;
}

/** Straight pieces of lines by the cells of a grid that their boxes touch. */
class PieceIndex {
  private readonly cells = new Map<string, [line: number, after: number][]>();

  constructor(private readonly routes: readonly LonLat[][]) {
    routes.forEach((route, line) => {
      for (let after = 0; after + 1 < route.length; after++)
        for (const key of cellsOf(route[after]!, route[after + 1]!, 0)) {
          const cell = this.cells.get(key);
          if (cell) cell.push([line, after]);
          else this.cells.set(key, [[line, after]]);
        }
    });
  }

  /** The nearest piece of another line than `apart`; null when there is none within some metres. */
  nearest(at: LonLat, withinMetres: number, apart: number) {
    let best: { line: number; after: number; share: number; metres: number } | null = null;
    for (const key of cellsOf(at, at, marginOf(at, withinMetres)))
      for (const [line, after] of this.cells.get(key) ?? []) {
        if (line === apart) continue;
        const [from, to] = [this.routes[line]![after]!, this.routes[line]![after + 1]!];
        const share = shareAlong(from, to, at);
        const foot: LonLat = [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
        const metres = metresBetween(at, foot);
        if (metres <= withinMetres && (!best || metres < best.metres)) best = { line, after, share, metres };
      }
    return best;
  }
}

const METRES_PER_DEGREE = 111_320;
/** About 100 m. */
const CELL_DEGREES = 0.001;

/** Degrees that are so many metres at least. */
const marginOf = (at: LonLat, metres: number): number =>
  metres / METRES_PER_DEGREE / Math.cos((at[1] * Math.PI) / 180);

function* cellsOf(a: LonLat, b: LonLat, margin: number): Generator<string> {
  const cell = (degrees: number) => Math.floor(degrees / CELL_DEGREES);
  const [west, east] = [Math.min(a[0], b[0]) - margin, Math.max(a[0], b[0]) + margin];
  const [south, north] = [Math.min(a[1], b[1]) - margin, Math.max(a[1], b[1]) + margin];
  for (let x = cell(west); x <= cell(east); x++)
    for (let y = cell(south); y <= cell(north); y++) yield `${x} ${y}`;
}

/** Share of the way from one place to another that comes nearest to a third. */
function shareAlong(from: LonLat, to: LonLat, at: LonLat): number {
  const shrink = Math.cos((at[1] * Math.PI) / 180);
  const [dx, dy] = [(to[0] - from[0]) * shrink, to[1] - from[1]];
  const squared = dx * dx + dy * dy;
  if (squared === 0) return 0;
  const along = (at[0] - from[0]) * shrink * dx + (at[1] - from[1]) * dy;
  return Math.max(0, Math.min(1, along / squared));
}

const rounded = ([longitude, latitude]: readonly number[]): LonLat => [
  roundCoordinate(longitude!),
  roundCoordinate(latitude!),
];

const keyed = (key: string): LonLat => key.split(',').map(Number) as LonLat;

const metresBetween = (a: LonLat, b: LonLat): number =>
  localMetres(
    a[0] * STEPS_PER_DEGREE,
    a[1] * STEPS_PER_DEGREE,
    b[0] * STEPS_PER_DEGREE,
    b[1] * STEPS_PER_DEGREE,
  );

import { STEPS_PER_DEGREE } from '@maplebridge/engine/coordinates/round';
import { orientation } from '@maplebridge/engine/geometry/grid';
import { containsInRing } from '@maplebridge/engine/geometry/point-in-polygon';
import type { MultiPolygon, Position } from 'geojson';
import { PlaceNumbers, WIDTH } from './place-numbers.js';

/**
 * The land of grids of one tiling as one shape. Where two of them meet, the edges of one run against those of the other
 * and are left out; what remains is linked to rings. Exact, and much quicker than a union of any polygons, for the
 * borders in a tiling are the same vertex by vertex.
 * @param members shells counter-clockwise, holes clockwise
 */
export function union(members: readonly MultiPolygon[]): MultiPolygon {
  const places = new PlaceNumbers();
  const edges = new Set<number>();
  for (const { coordinates } of members)
    for (const ring of coordinates.flat()) {
      let from = places.numberOf(ring[0]!);
      for (let i = 1; i < ring.length; i++) {
        const to = places.numberOf(ring[i]!);
        if (!edges.delete(to * WIDTH + from)) edges.add(from * WIDTH + to);
        from = to;
      }
    }
  const rings = simpleRings(edges, places).map((ring) => ring.map((number) => places.stepOf(number)));
  const shells = rings.filter((ring) => twiceArea(ring) > 0).map((shell) => ({ shell, holes: [] as Ring[] }));
  for (const hole of rings.filter((ring) => twiceArea(ring) < 0))
    shells
      .filter(({ shell }) => isWithin(hole, shell))
      .reduce((least, other) => (twiceArea(other.shell) < twiceArea(least.shell) ? other : least))
      .holes.push(hole);
  return {
    type: 'MultiPolygon',
    coordinates: shells.map(({ shell, holes }) => [shell, ...holes].map(toDegrees)),
  };
}

type Ring = (readonly [number, number])[];

/** Rings, not closed, that no vertex is twice on. */
function simpleRings(edges: ReadonlySet<number>, places: PlaceNumbers): number[][] {
  const next = new Map<number, number[]>();
  for (const edge of edges) {
    const [from, to] = [Math.floor(edge / WIDTH), edge % WIDTH];
    const ways = next.get(from);
    if (ways) ways.push(to);
    else next.set(from, [to]);
  }
  const rings: number[][] = [];
  for (const start of next.keys())
    while (next.get(start)!.length > 0) {
      const path: number[] = [start];
      const at = new Map([[start, 0]]);
      for (let here = start; ;) {
        const to = takeWay(next.get(here)!, path.at(-2), here, places);
        const before = at.get(to);
        if (before === undefined) {
          at.set(to, path.length);
          path.push(to);
          here = to;
          continue;
        }
        // Back where it has been: that loop is a ring; the way goes on without it.
        const ring = path.splice(before + 1);
        for (const number of ring) at.delete(number);
        rings.push([to, ...ring]);
        here = to;
        if (before === 0) break;
      }
    }
  return rings;
}

/** Where several borders leave a place, the one that keeps to the same piece of land: the first clockwise from where we came. */
function takeWay(ways: number[], from: number | undefined, here: number, places: PlaceNumbers): number {
  if (ways.length === 1 || from === undefined) return ways.pop()!;
  const [x, y] = places.stepOf(here);
  const back = places.stepOf(from);
  let best = 0;
  for (let i = 1; i < ways.length; i++)
    if (isFirstClockwise(back, places.stepOf(ways[i]!), places.stepOf(ways[best]!), x, y)) best = i;
  return ways.splice(best, 1)[0]!;
}

type Step = readonly [number, number];

/** Whether a ray to `a` is met before one to `b` on the way clockwise from a ray to `start`, all from (x, y). */
function isFirstClockwise(start: Step, a: Step, b: Step, x: number, y: number): boolean {
  const side = (p: Step) => orientation(x, y, start[0], start[1], p[0], p[1]);
  const [sideA, sideB] = [side(a), side(b)];
  // Within half a turn clockwise is to the right of the ray.
  const rank = (of: number) => (of < 0 ? 0 : of === 0 ? 1 : 2);
  if (rank(sideA) !== rank(sideB)) return rank(sideA) < rank(sideB);
  return orientation(x, y, a[0], a[1], b[0], b[1]) < 0;
}

function twiceArea(ring: Ring): number {
  const [x0, y0] = ring[0]!;
  let sum = 0;
  for (let i = 1; i < ring.length - 1; i++)
    sum += (ring[i]![0] - x0) * (ring[i + 1]![1] - y0) - (ring[i + 1]![0] - x0) * (ring[i]![1] - y0);
  return sum;
}

/** A hole may touch its shell; the first vertex that doesn't tells. */
function isWithin(hole: Ring, shell: Ring): boolean {
  const border = [...shell, shell[0]!].flat();
  for (const [x, y] of hole) {
    const where = containsInRing(border, x, y);
    if (where !== 'border') return where === 'inside';
  }
  return true;
}

const toDegrees = (ring: Ring): Position[] =>
  [...ring, ring[0]!].map(([x, y]) => [x / STEPS_PER_DEGREE, y / STEPS_PER_DEGREE]);

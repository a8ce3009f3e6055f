import { containsInRing } from '../../../geometry/point-in-polygon.js';

/** A sequence of node ids; closed when the first equals the last. */
type Chain = ArrayLike<number>;

interface Stitched {
  /** Closed sequences of node ids, first = last, at least four. */
  readonly rings: number[][];
  /** Sequences that found no way back to their start: their ways are missing or broken. */
  readonly open: number;
}

/**
 * Joins ways at their common ends into closed rings (OSM wiki, "Relation:multipolygon", ring
 * assignment). Each way is used once, in either direction.
 */
export function stitchRings(ways: readonly Chain[]): Stitched {
  const rings: number[][] = [];
  const byEnd = new Map<number, Set<Chain>>();
  const waiting = new Set<Chain>();
  for (const way of ways) {
    if (way.length < 2) continue;
    if (way[0] === way[way.length - 1]) {
      if (way.length >= 4) rings.push(Array.from(way));
      continue;
    }
    waiting.add(way);
    for (const end of [way[0]!, way[way.length - 1]!]) {
      const here = byEnd.get(end);
      if (here) here.add(way);
      else byEnd.set(end, new Set([way]));
    }
  }
  let open = 0;
  for (const first of waiting) {
    const ring = followFrom(first, byEnd, waiting);
    if (ring[0] === ring[ring.length - 1] && ring.length >= 4) rings.push(ring);
    else open++;
  }
  return { rings, open };
}

function followFrom(first: Chain, byEnd: Map<number, Set<Chain>>, waiting: Set<Chain>): number[] {
  const ring = Array.from(first);
  const use = (way: Chain) => {
    waiting.delete(way);
    byEnd.get(way[0]!)!.delete(way);
    byEnd.get(way[way.length - 1]!)!.delete(way);
  };
  use(first);
  while (ring[0] !== ring[ring.length - 1]) {
    const end = ring[ring.length - 1]!;
    const [next] = byEnd.get(end)!;
    if (!next) break;
    use(next);
    const forward = next[0] === end;
    for (let i = 1; i < next.length; i++) ring.push(next[forward ? i : next.length - 1 - i]!);
  }
  return ring;
}

/** A closed ring in grid steps (x0, y0, x1, y1, …) with its unsigned size in square steps. */
interface GridRing {
  readonly grid: Int32Array;
  readonly size: number;
}

/**
 * Puts each inner ring into the smallest outer ring around it. Returns polygons as [shell, ...holes] and how
 * many inner rings lay in no outer ring.
 */
export function assignHoles(
  outers: readonly GridRing[],
  inners: readonly GridRing[],
): { polygons: Int32Array[][]; stray: number } {
  const bySize = [...outers].sort((a, b) => a.size - b.size);
  const polygons = new Map(bySize.map((outer) => [outer, [outer.grid]]));
  let stray = 0;
  for (const inner of inners) {
    const shell = bySize.find((outer) => outer.size > inner.size && isWithin(inner.grid, outer.grid));
    if (shell) polygons.get(shell)!.push(inner.grid);
    else stray++;
  }
  return { polygons: [...polygons.values()], stray };
}

function isWithin(inner: Int32Array, outer: Int32Array): boolean {
  for (let i = 0; i < inner.length; i += 2) {
    const where = containsInRing(outer, inner[i]!, inner[i + 1]!);
    // A corner on the border says nothing yet: holes may touch their shell.
    if (where !== 'border') return where === 'inside';
  }
  return false;
}

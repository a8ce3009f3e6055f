import { BoxTree } from './box-tree.js';
import { isBetween, orientation } from './grid.js';

/** A closed ring on the grid (x0, y0, x1, y1, …, first point = last), see `toGrid`. */
export type GridRing = ArrayLike<number>;

/** A point where two rings touch without crossing there edge over edge. */
export interface Touch {
  readonly x: number;
  readonly y: number;
  readonly rings: readonly [first: number, second: number];
  /** Which edge of each ring touches; edge e runs from point e to point e + 1. */
  readonly edges: readonly [first: number, second: number];
}

export type ContactFault = 'SELF_CROSSING' | 'SELF_TOUCHING' | 'RINGS_CROSS' | 'RINGS_OVERLAP';

interface Contacts {
  /** The first forbidden contact met, with its place in grid steps (a crossing may lie between steps). */
  readonly fault: {
    readonly reason: ContactFault;
    readonly x: number;
    readonly y: number;
    readonly ring: number;
  } | null;
  readonly touches: readonly Touch[];
}

/**
 * Every contact among the edges of some rings, by the rules of OGC Simple Features: a ring neither
 * crosses nor touches itself; two rings neither cross nor share a stretch, but may touch in points.
 * Repeated points must have been removed.
 */
export function findContacts(rings: readonly GridRing[]): Contacts {
  const starts: number[] = [];
  let count = 0;
  for (const ring of rings) {
    starts.push(count);
    count += ring.length / 2 - 1;
  }
  const edges = new Float64Array(4 * count);
  const ringOf = new Uint32Array(count);
  rings.forEach((ring, r) => {
    for (let e = 0; e < ring.length / 2 - 1; e++) {
      for (let k = 0; k < 4; k++) edges[4 * (starts[r]! + e) + k] = ring[2 * e + k]!;
      ringOf[starts[r]! + e] = r;
    }
  });

  let fault: Contacts['fault'] = null;
  const touches: Touch[] = [];
  new BoxTree(edges).visitPairs((first, second) => {
    const contact = edgeContact(edges, 4 * first, 4 * second);
    if (!contact) return true;
    const [a, b] = [ringOf[first]!, ringOf[second]!];
    const { x, y } = contact;
    if (a !== b) {
      const local = [first - starts[a]!, second - starts[b]!] as const;
      if (contact.kind === 'touch') touches.push({ x, y, rings: [a, b], edges: local });
      else fault = { reason: contact.kind === 'cross' ? 'RINGS_CROSS' : 'RINGS_OVERLAP', x, y, ring: b };
      return !fault;
    }
    const last = (starts[a + 1] ?? count) - 1;
    const adjacent = second - first === 1 || (first === starts[a] && second === last);
    if (contact.kind === 'touch' && adjacent) return true;
    fault = { reason: contact.kind === 'touch' ? 'SELF_TOUCHING' : 'SELF_CROSSING', x, y, ring: a };
    return false;
  });
  return { fault, touches };
}

interface EdgeContact {
  kind: 'cross' | 'touch' | 'overlap';
  x: number;
  y: number;
}

function edgeContact(edges: Float64Array, p: number, q: number): EdgeContact | null {
  const [ax, ay, bx, by] = [edges[p]!, edges[p + 1]!, edges[p + 2]!, edges[p + 3]!];
  const [cx, cy, dx, dy] = [edges[q]!, edges[q + 1]!, edges[q + 2]!, edges[q + 3]!];
  const c = orientation(ax, ay, bx, by, cx, cy);
  const d = orientation(ax, ay, bx, by, dx, dy);
  if (c === d && c !== 0) return null;
  const a = orientation(cx, cy, dx, dy, ax, ay);
  const b = orientation(cx, cy, dx, dy, bx, by);
  if (a === b && a !== 0) return null;
  if (a * b < 0 && c * d < 0) {
    // Only to show where: computed in doubles.
    const t =
      ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / ((bx - ax) * (dy - cy) - (by - ay) * (dx - cx));
    return { kind: 'cross', x: ax + t * (bx - ax), y: ay + t * (by - ay) };
  }
  const ends: [number, number][] = [];
  if (a === 0 && isBetween(cx, cy, dx, dy, ax, ay)) ends.push([ax, ay]);
  if (b === 0 && isBetween(cx, cy, dx, dy, bx, by)) ends.push([bx, by]);
  if (c === 0 && isBetween(ax, ay, bx, by, cx, cy)) ends.push([cx, cy]);
  if (d === 0 && isBetween(ax, ay, bx, by, dx, dy)) ends.push([dx, dy]);
  const [first] = ends;
  if (!first) return null;
  // Two different ends on each other's edge: they share a stretch.
  const other = ends.find(([x, y]) => x !== first[0] || y !== first[1]);
  return { kind: other ? 'overlap' : 'touch', x: first[0], y: first[1] };
}

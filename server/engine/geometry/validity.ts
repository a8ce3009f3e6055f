import { findContacts, type ContactFault, type GridRing, type Touch } from './contacts.js';
import { containsInRing, type Containment } from './point-in-polygon.js';

export type ValidityFault =
  ContactFault | 'HOLE_OUTSIDE_SHELL' | 'NESTED_HOLES' | 'PARTS_OVERLAP' | 'INTERIOR_NOT_CONNECTED';

/** What is wrong, where (grid steps), and in which ring of which part. */
export interface GridFault {
  readonly reason: ValidityFault;
  readonly x: number;
  readonly y: number;
  readonly part: number;
  readonly ring: number;
}

/**
 * The first thing that makes a multi-polygon invalid under OGC Simple Features, or null. `parts` are
 * [shell, ...holes] on the grid, closed, without repeated points; the direction of rings is free.
 */
export function findFault(parts: readonly (readonly GridRing[])[]): GridFault | null {
  const rings = parts.flat();
  const owner = parts.flatMap((part, p) => part.map((_, r) => ({ part: p, ring: r })));
  const { fault, touches } = findContacts(rings);
  if (fault) return { reason: fault.reason, x: fault.x, y: fault.y, ...owner[fault.ring]! };

  let first = 0;
  for (const [p, part] of parts.entries()) {
    const found = faultWithin(part, first, touches);
    if (found) return { ...found, part: p };
    first += part.length;
  }
  return parts.length > 1 ? faultBetween(parts, touches) : null;
}

type Found = Omit<GridFault, 'part'> | null;

/** Holes inside the shell, holes beside each other, and one connected inside. */
function faultWithin(part: readonly GridRing[], first: number, touches: readonly Touch[]): Found {
  const [shell] = part;
  for (let h = 1; h < part.length; h++) {
    const hole = part[h]!;
    const stray = sampleWhere(hole, first + h, first, touches, (x, y) => inRing(shell!, x, y) !== 'inside');
    if (stray) return { reason: 'HOLE_OUTSIDE_SHELL', ...stray, ring: h };
    for (let g = 1; g < part.length; g++) {
      if (g === h || !boxesMeet(hole, part[g]!)) continue;
      const nested = sampleWhere(
        hole,
        first + h,
        first + g,
        touches,
        (x, y) => inRing(part[g]!, x, y) === 'inside',
      );
      if (nested) return { reason: 'NESTED_HOLES', ...nested, ring: h };
    }
  }
  return cycleOfTouches(first, part.length, touches);
}

/** The inside falls apart when rings touching in points form a closed chain. */
function cycleOfTouches(first: number, count: number, touches: readonly Touch[]): Found {
  const parent = new Map<string, string>();
  const root = (key: string): string => {
    let at = key;
    while (parent.has(at)) at = parent.get(at)!;
    return at;
  };
  const joined = new Set<string>();
  for (const { x, y, rings } of touches) {
    if (rings.some((ring) => ring < first || ring >= first + count)) continue;
    for (const ring of rings) {
      // A corner touches with both its edges: each ring counts once per point.
      const link = `${ring}@${x},${y}`;
      if (joined.has(link)) continue;
      joined.add(link);
      const [a, b] = [root(`ring ${ring}`), root(`${x},${y}`)];
      if (a === b) return { reason: 'INTERIOR_NOT_CONNECTED', x, y, ring: ring - first };
      parent.set(a, b);
    }
  }
  return null;
}

function faultBetween(parts: readonly (readonly GridRing[])[], touches: readonly Touch[]): GridFault | null {
  const firsts: number[] = [];
  parts.reduce((sum, part) => (firsts.push(sum), sum + part.length), 0);
  const order = parts.map((part, p) => ({ p, box: boxOf(part[0]!) })).sort((a, b) => a.box[0] - b.box[0]);
  for (let i = 0; i < order.length; i++) {
    for (let j = i + 1; j < order.length && order[j]!.box[0] <= order[i]!.box[2]; j++) {
      for (const [a, b] of [
        [order[i]!.p, order[j]!.p],
        [order[j]!.p, order[i]!.p],
      ] as const) {
        const found = shellInside(parts[a]![0]!, firsts[a]!, parts[b]!, firsts[b]!, touches);
        if (found) return { reason: 'PARTS_OVERLAP', ...found, part: a, ring: 0 };
      }
    }
  }
  return null;
}

function shellInside(
  shell: GridRing,
  number: number,
  part: readonly GridRing[],
  first: number,
  touches: readonly Touch[],
) {
  if (!boxesMeet(shell, part[0]!)) return null;
  const isInside = (x: number, y: number) => {
    if (inRing(part[0]!, x, y) !== 'inside') return false;
    return part.slice(1).every((hole) => inRing(hole, x, y) === 'outside');
  };
  for (let r = 0; r < part.length; r++) {
    const found = sampleWhere(shell, number, first + r, touches, isInside);
    if (found) return found;
  }
  return null;
}

/**
 * Walks one ring in the stretches between its touches with another ring and tests a point of each;
 * within a stretch the answer cannot change. Returns the first tested point for which `test` holds.
 */
function sampleWhere(
  ring: GridRing,
  number: number,
  other: number,
  touches: readonly Touch[],
  test: (x: number, y: number) => boolean,
): { x: number; y: number } | null {
  const cuts = new Map<number, [number, number][]>();
  for (const { x, y, rings, edges } of touches) {
    const side =
      rings[0] === number && rings[1] === other ? 0 : rings[1] === number && rings[0] === other ? 1 : -1;
    if (side === -1) continue;
    const edge = edges[side as 0 | 1];
    const here = cuts.get(edge);
    if (here) here.push([x, y]);
    else cuts.set(edge, [[x, y]]);
  }
  if (cuts.size === 0) cuts.set(0, []);
  for (const [edge, points] of cuts) {
    const [ax, ay, bx, by] = [ring[2 * edge]!, ring[2 * edge + 1]!, ring[2 * edge + 2]!, ring[2 * edge + 3]!];
    const along = ([x, y]: [number, number]) => Math.abs(x - ax) + Math.abs(y - ay);
    const stops = [[ax, ay] as [number, number], ...points, [bx, by] as [number, number]].sort(
      (p, q) => along(p) - along(q),
    );
    for (let i = 1; i < stops.length; i++) {
      const [px, py] = stops[i - 1]!;
      const [qx, qy] = stops[i]!;
      if (px === qx && py === qy) continue;
      // Halves of whole numbers are exact in a double.
      const [x, y] = [(px + qx) / 2, (py + qy) / 2];
      if (test(x, y)) return { x, y };
    }
  }
  return null;
}

/** Exact for half steps too: everything is doubled. */
function inRing(ring: GridRing, x: number, y: number): Containment {
  if (Number.isInteger(x) && Number.isInteger(y)) return containsInRing(ring, x, y);
  const doubled = Float64Array.from(ring, (value) => 2 * value);
  return containsInRing(doubled, 2 * x, 2 * y);
}

type Box = [west: number, south: number, east: number, north: number];

const boxes = new WeakMap<object, Box>();

function boxOf(ring: GridRing): Box {
  const known = boxes.get(ring);
  if (known) return known;
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < ring.length; i += 2) {
    box[0] = Math.min(box[0], ring[i]!);
    box[1] = Math.min(box[1], ring[i + 1]!);
    box[2] = Math.max(box[2], ring[i]!);
    box[3] = Math.max(box[3], ring[i + 1]!);
  }
  boxes.set(ring, box);
  return box;
}

function boxesMeet(a: GridRing, b: GridRing): boolean {
  const [p, q] = [boxOf(a), boxOf(b)];
  return p[0] <= q[2] && q[0] <= p[2] && p[1] <= q[3] && q[1] <= p[3];
}

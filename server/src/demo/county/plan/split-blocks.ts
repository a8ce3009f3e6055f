import {
  along,
  contains,
  distance,
  distanceToLine,
  left,
  mix,
  signedArea,
  type Point,
} from '../geometry/plane.js';
import type { Random } from '../random.js';

export interface SplitStyle {
  /** Blocks near this size are left whole (square metres). */
  blockSquareMetres: number;
  /** How crooked the new lanes are: sideways swing in metres per 100 m, and turn in radians. */
  swing: number;
  turn: number;
  /** New lane ends join an earlier end this near, which makes crossroads (metres). */
  join: number;
}

export interface Cut {
  points: Point[];
  /** 0 for the first cut of a face. */
  depth: number;
}

/** Remembers where lanes end, so that lanes of facing blocks meet. */
export type LaneEnds = Map<string, Point[]>;

/** Cuts a face in two, again and again, across its long side; returns the cutting lines. */
export function splitBlock(face: readonly Point[], style: SplitStyle, ends: LaneEnds, random: Random): Cut[] {
  const cuts: Cut[] = [];
  const queue: { ring: readonly Point[]; depth: number }[] = [{ ring: face, depth: 0 }];
  while (queue.length > 0) {
    const { ring, depth } = queue.pop()!;
    const area = Math.abs(signedArea(ring));
    if (area < style.blockSquareMetres * random.between(1.45, 2.1) || depth > 7) continue;
    const halves = halve(ring, style, ends, random);
    if (!halves) continue;
    cuts.push({ points: halves.line, depth });
    queue.push({ ring: halves.first, depth: depth + 1 }, { ring: halves.second, depth: depth + 1 });
  }
  return cuts;
}

/** Direction and extent of the narrowest box around a ring. */
export function orientedBox(ring: readonly Point[]): {
  direction: Point;
  length: number;
  width: number;
  centre: Point;
} {
  let best = { direction: [1, 0] as Point, length: 0, width: 0, centre: ring[0]!, area: Infinity };
  for (let k = 0; k < 18; k++) {
    const angle = (Math.PI * k) / 36;
    const u: Point = [Math.cos(angle), Math.sin(angle)];
    const v = left(u);
    let [u0, u1, v0, v1] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const [x, y] of ring) {
      const a = x * u[0] + y * u[1];
      const b = x * v[0] + y * v[1];
      if (a < u0) u0 = a;
      if (a > u1) u1 = a;
      if (b < v0) v0 = b;
      if (b > v1) v1 = b;
    }
    const area = (u1 - u0) * (v1 - v0);
    if (area >= best.area) continue;
    const centre = along(along([0, 0], u, (u0 + u1) / 2), v, (v0 + v1) / 2);
    best =
      u1 - u0 >= v1 - v0
        ? { direction: u, length: u1 - u0, width: v1 - v0, centre, area }
        : { direction: v, length: v1 - v0, width: u1 - u0, centre, area };
  }
  return best;
}

function halve(
  ring: readonly Point[],
  style: SplitStyle,
  ends: LaneEnds,
  random: Random,
): { line: Point[]; first: Point[]; second: Point[] } | null {
  const box = orientedBox(ring);
  for (let attempt = 0; attempt < 8; attempt++) {
    const turn = random.between(-style.turn, style.turn) * (attempt < 4 ? 1 : 3);
    const across = left(box.direction);
    const direction: Point = [
      across[0] * Math.cos(turn) - across[1] * Math.sin(turn),
      across[0] * Math.sin(turn) + across[1] * Math.cos(turn),
    ];
    const through = along(box.centre, box.direction, box.length * random.between(-0.09, 0.09));
    const chord = chordThrough(ring, through, direction);
    if (!chord) continue;
    const a = joined(chord.from, ends, style.join);
    const b = joined(chord.to, ends, style.join);
    if (distance(a, b) < 20) continue;
    const line = crooked(a, b, ring, style, random);
    const first = [...line, ...walkRing(ring, chord.toEdge, chord.fromEdge)];
    const second = [...[...line].reverse(), ...walkRing(ring, chord.fromEdge, chord.toEdge)];
    const smaller = Math.min(Math.abs(signedArea(first)), Math.abs(signedArea(second)));
    if (smaller < Math.abs(signedArea(ring)) * 0.22) continue;
    return { line, first, second };
  }
  return null;
}

function chordThrough(ring: readonly Point[], through: Point, direction: Point) {
  const normal = left(direction);
  const side = (p: Point): number => (p[0] - through[0]) * normal[0] + (p[1] - through[1]) * normal[1];
  const hits: { t: number; edge: number; point: Point }[] = [];
  for (let i = 0; i < ring.length; i++) {
    const p = ring[i]!;
    const q = ring[(i + 1) % ring.length]!;
    const sp = side(p);
    const sq = side(q);
    if (sp > 0 === sq > 0) continue;
    const point = mix(p, q, sp / (sp - sq));
    hits.push({
      t: (point[0] - through[0]) * direction[0] + (point[1] - through[1]) * direction[1],
      edge: i,
      point,
    });
  }
  hits.sort((x, y) => x.t - y.t);
  // The longest stretch inside the ring: hits alternate between entering and leaving.
  let best: { from: Point; to: Point; fromEdge: number; toEdge: number } | null = null;
  for (let i = 0; i + 1 < hits.length; i += 2) {
    const [from, to] = [hits[i]!, hits[i + 1]!];
    if (!best || to.t - from.t > distance(best.from, best.to)) {
      best = { from: from.point, to: to.point, fromEdge: from.edge, toEdge: to.edge };
    }
  }
  return best;
}

/** Corners of the ring after one edge up to and including the start of another. */
function walkRing(ring: readonly Point[], fromEdge: number, toEdge: number): Point[] {
  const result: Point[] = [];
  for (let i = (fromEdge + 1) % ring.length; ; i = (i + 1) % ring.length) {
    result.push(ring[i]!);
    if (i === toEdge) return result;
  }
}

function joined(point: Point, ends: LaneEnds, within: number): Point {
  const [i, j] = [Math.floor(point[0] / 100), Math.floor(point[1] / 100)];
  for (let di = -1; di <= 1; di++) {
    for (let dj = -1; dj <= 1; dj++) {
      for (const end of ends.get(`${i + di},${j + dj}`) ?? []) if (distance(end, point) < within) return end;
    }
  }
  const key = `${i},${j}`;
  ends.set(key, [...(ends.get(key) ?? []), point]);
  return point;
}

function crooked(a: Point, b: Point, ring: readonly Point[], style: SplitStyle, random: Random): Point[] {
  const total = distance(a, b);
  const closed = [...ring, ring[0]!];
  const sideways = left([(b[0] - a[0]) / total, (b[1] - a[1]) / total]);
  const pieces = Math.max(2, Math.min(16, Math.round(total / (style.swing > 6 ? 55 : 80))));
  const bow = random.normal() * style.swing * (total / 100) * 0.6;
  const waves = random.integer(2, 3);
  const phase = random.between(0.3, 1) * (random.chance(0.5) ? 1 : -1);
  const points: Point[] = [a];
  for (let i = 1; i < pieces; i++) {
    const t = i / pieces;
    const swing =
      bow * 4 * t * (1 - t) +
      phase * style.swing * (total / 100) * 0.35 * Math.sin(Math.PI * waves * t) +
      random.normal() * style.swing * 0.25;
    const straight = mix(a, b, t);
    const bent = along(straight, sideways, swing);
    const clearance = Math.min(30, total * 0.08);
    const fits = contains(ring, bent) && distanceToLine(bent, closed) > clearance;
    points.push(fits ? bent : straight);
  }
  points.push(b);
  return points;
}

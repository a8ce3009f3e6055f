import { isBetween, orientation } from '../../geometry/grid.js';
import { nearestOn } from '../mesh/segments.js';
import type { Step } from '../tiling.types.js';
import type { TilingState } from './tiling-state.js';

/** Where a drawn line meets a border, in the order of the line. */
export interface Contact {
  /** Which stretch of the line: from its point `segment` to the next. */
  segment: number;
  t: number;
  at: Step;
  /** Edges to be given a vertex there; none where there is one. */
  edges: number[];
}

/** A crossing as near to a vertex as this is the vertex: no border a step long, please. */
const SNAP_SQUARED = 2.25;

/**
 * All places where a line meets the edges asked for: crossings (rounded to whole steps), vertices it passes, edges its
 * own points lie on. The ends of an open line may be a step off a border, as rounding leaves them.
 */
export function findContacts(
  state: TilingState,
  line: readonly Step[],
  isClosed: boolean,
  isAsked: (e: number) => boolean,
): Contact[] {
  const { mesh } = state;
  const { origin, x, y } = mesh;
  const contacts: Contact[] = [];
  const count = isClosed ? line.length : line.length - 1;
  const near: number[] = [];
  for (let segment = 0; segment < count; segment++) {
    const [px, py] = line[segment]!;
    const [qx, qy] = line[(segment + 1) % line.length]!;
    const isLast = !isClosed && segment === count - 1;
    const meet = (cx: number, cy: number, edges: number[], t?: number) =>
      contacts.push({ segment, t: t ?? nearestOn(px, py, qx, qy, cx, cy).t, at: [cx, cy], edges });
    const held = new Set<number>();
    if (!isClosed && segment === 0) meetEnd(px, py, 0);
    if (isLast) meetEnd(qx, qy, 1);
    near.length = 0;
    for (const e of mesh.index.along(px, py, qx, qy, near)) {
      if (!isAsked(e) || held.has(e)) continue;
      const [a, b] = [origin[2 * e]!, origin[2 * e + 1]!];
      const [ax, ay, bx, by] = [x[a]!, y[a]!, x[b]!, y[b]!];
      const p = orientation(ax, ay, bx, by, px, py);
      const q = orientation(ax, ay, bx, by, qx, qy);
      if (p === q && p !== 0) continue;
      const sideA = orientation(px, py, qx, qy, ax, ay);
      const sideB = orientation(px, py, qx, qy, bx, by);
      if (sideA === sideB && sideA !== 0) continue;
      if (p * q < 0 && sideA * sideB < 0) {
        const across = (px - ax) * (qy - py) - (py - ay) * (qx - px);
        const s = across / ((bx - ax) * (qy - py) - (by - ay) * (qx - px));
        const [cx, cy] = placeOn(state, e, ax + s * (bx - ax), ay + s * (by - ay));
        const t = nearestOn(px, py, qx, qy, ax + s * (bx - ax), ay + s * (by - ay)).t;
        if (isNear(cx, cy, ax, ay)) meet(ax, ay, [], t);
        else if (isNear(cx, cy, bx, by)) meet(bx, by, [], t);
        else meet(cx, cy, [e], t);
        continue;
      }
      const isEnd = (vx: number, vy: number) => vx === qx && vy === qy && !isLast;
      if (sideA === 0 && isBetween(px, py, qx, qy, ax, ay) && !isEnd(ax, ay)) meet(ax, ay, []);
      if (sideB === 0 && isBetween(px, py, qx, qy, bx, by) && !isEnd(bx, by)) meet(bx, by, []);
      if (p === 0 && isInside(ax, ay, bx, by, px, py)) meet(px, py, [e], 0);
      if (q === 0 && isInside(ax, ay, bx, by, qx, qy) && isLast) meet(qx, qy, [e], 1);
    }

    /** What an end is held by, the line does not cross once more on its way there. */
    function meetEnd(ex: number, ey: number, t: number): void {
      for (const e of mesh.index.within(ex - 1, ey - 1, ex + 1, ey + 1, [])) {
        if (!isAsked(e)) continue;
        const [a, b] = [origin[2 * e]!, origin[2 * e + 1]!];
        const { squared } = nearestOn(x[a]!, y[a]!, x[b]!, y[b]!, ex, ey);
        if (squared > 1) continue;
        const ends = [a, b].filter((v) => isNear(ex, ey, x[v]!, y[v]!));
        for (const h of ends.flatMap((v) => mesh.outOf(v))) held.add(h >> 1);
        held.add(e);
        if (isNear(ex, ey, x[a]!, y[a]!)) meet(x[a]!, y[a]!, [], t);
        else if (isNear(ex, ey, x[b]!, y[b]!)) meet(x[b]!, y[b]!, [], t);
        else meet(...placeOn(state, e, ex, ey), [e], t);
      }
    }
  }
  contacts.sort((a, b) => a.segment - b.segment || a.t - b.t || a.at[0] - b.at[0] || a.at[1] - b.at[1]);
  return joinSame(state, contacts);
}

/** Gives the edges their new vertices; edges that get several are cut in order. */
export function nodeContacts(state: TilingState, contacts: readonly Contact[]): void {
  const { mesh } = state;
  const { origin, x, y } = mesh;
  const byEdge = new Map<number, Step[]>();
  for (const { edges, at } of contacts) {
    for (const e of edges) {
      const known = byEdge.get(e);
      if (known) known.push(at);
      else byEdge.set(e, [at]);
    }
  }
  for (const [e, places] of byEdge) {
    const [a, b] = [origin[2 * e]!, origin[2 * e + 1]!];
    const along = ([px, py]: Step) => nearestOn(x[a]!, y[a]!, x[b]!, y[b]!, px, py).t;
    places.sort((p, q) => along(p) - along(q));
    const stops = [...new Set(places.map(([px, py]) => mesh.vertexAt(px, py)))];
    state.subdivide(2 * e, [a, ...stops.filter((v) => v !== a && v !== b), b]);
  }
}

function joinSame(state: TilingState, contacts: readonly Contact[]): Contact[] {
  const joined: Contact[] = [];
  for (const contact of contacts) {
    const last = joined[joined.length - 1];
    if (last && last.at[0] === contact.at[0] && last.at[1] === contact.at[1]) {
      last.edges = [...new Set([...last.edges, ...contact.edges])];
    } else joined.push({ ...contact });
  }
  return joined.map((contact) =>
    // An edge that ends there needs no vertex.
    ({ ...contact, edges: contact.edges.filter((e) => !endsAt(state, e, contact.at)) }),
  );
}

function endsAt({ mesh }: TilingState, e: number, [x, y]: Step): boolean {
  const v = mesh.findVertex(x, y);
  return v >= 0 && (mesh.origin[2 * e] === v || mesh.origin[2 * e + 1] === v);
}

/** The whole step nearest to a place on an edge; on the outer border, nearest to where that came. */
function placeOn(state: TilingState, e: number, px: number, py: number): Step {
  if (!state.isOuterEdge(2 * e)) return [Math.round(px), Math.round(py)];
  const [[ax, ay], [bx, by]] = state.givenEdge(2 * e);
  const { t } = nearestOn(ax, ay, bx, by, px, py);
  return [Math.round(ax + t * (bx - ax)), Math.round(ay + t * (by - ay))];
}

const isNear = (x: number, y: number, vx: number, vy: number) =>
  (x - vx) ** 2 + (y - vy) ** 2 <= SNAP_SQUARED;

const isInside = (ax: number, ay: number, bx: number, by: number, px: number, py: number) =>
  isBetween(ax, ay, bx, by, px, py) && (px !== ax || py !== ay) && (px !== bx || py !== by);

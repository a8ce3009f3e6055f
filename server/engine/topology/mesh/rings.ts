import type { MultiPolygon, Position } from 'geojson';
import { STEPS_PER_DEGREE } from '../../coordinates/round.js';
import { orientation } from '../../geometry/grid.js';
import type { Mesh } from './mesh.js';

/** A ring as vertex numbers, not closed, from its smallest place (west, then south) on; positive: counter-clockwise. */
export interface Ring {
  readonly vertices: readonly number[];
  readonly isPositive: boolean;
  readonly box: readonly [west: number, south: number, east: number, north: number];
}

/** What one label covers: each part a shell and its holes, in an order that depends on the places only. */
export interface Shape {
  readonly parts: readonly (readonly Ring[])[];
  /** A ring that lies where it cannot: a hole outside its shell, a shell inside another, or a torn one. */
  readonly misplaced: Ring | null;
}

/**
 * The rings of a label by walking along its half-edges, face by face. A face that touches itself in a point is cut
 * there, as OGC Simple Features wants it; faces that touch each other in a point only are parts of their own.
 */
export function shapeOf(mesh: Mesh, label: number, isUnbounded = false): Shape {
  const rings: Ring[] = [];
  let torn: Ring | null = null;
  mesh.clearMarks();
  for (const start of mesh.inLabel(label)) {
    if (!mesh.mark(start)) continue;
    const walk = [mesh.origin[start]!];
    for (let h = mesh.next(start); h !== start; h = mesh.next(h)) {
      if (mesh.label[h] !== label || !mesh.mark(h)) {
        torn = makeRing(mesh, walk);
        break;
      }
      walk.push(mesh.origin[h]!);
    }
    for (const loop of loopsOf(walk)) {
      const ring = makeRing(mesh, loop);
      // Where borders cross, walks may come to nothing.
      if (loop.length < 3) torn = ring;
      else rings.push(ring);
    }
  }
  rings.sort((a, b) => compareRings(mesh, a, b));
  return assemble(mesh, rings, torn, isUnbounded);
}

/** A ring of vertices in either direction. */
export const ringOf = (mesh: Mesh, vertices: readonly number[]): Ring => makeRing(mesh, vertices);

/** The rings of a face's border walk, cut where it touches itself. */
export function ringsOfWalk(mesh: Mesh, walk: readonly number[]): Ring[] {
  return loopsOf(walk.map((h) => mesh.origin[h]!)).map((loop) => makeRing(mesh, loop));
}

/** How many pieces a shape is in. */
export const pieceCount = (shape: Shape): number => shape.parts.length;

/** The shape as GeoJSON by the right-hand rule; the same rings give the same numbers in the same order. */
export function toGeoJson(mesh: Mesh, shape: Shape): MultiPolygon {
  const position = (v: number): Position => [mesh.x[v]! / STEPS_PER_DEGREE, mesh.y[v]! / STEPS_PER_DEGREE];
  const closed = ({ vertices }: Ring) => [...vertices, vertices[0]!].map(position);
  return { type: 'MultiPolygon', coordinates: shape.parts.map((part) => part.map(closed)) };
}

/**
 * Whether a place is inside a ring, its border excluded; doubled coordinates, so that the middle between two steps is
 * one. Counts how often a ray to the east crosses the ring.
 */
export function isInRing(mesh: Mesh, ring: Ring, doubledX: number, doubledY: number): boolean {
  const [west, south, east, north] = ring.box;
  if (doubledX < 2 * west || doubledX > 2 * east || doubledY < 2 * south || doubledY > 2 * north)
    return false;
  const { x, y } = mesh;
  const { vertices } = ring;
  let isInside = false;
  let ax = 2 * x[vertices[vertices.length - 1]!]!;
  let ay = 2 * y[vertices[vertices.length - 1]!]!;
  for (const v of vertices) {
    const [bx, by] = [2 * x[v]!, 2 * y[v]!];
    // Half-open in y: a corner on the ray counts once.
    if (ay > doubledY !== by > doubledY) {
      const side = orientation(ax, ay, bx, by, doubledX, doubledY);
      if (side === 0) return false;
      if (side === (by > ay ? 1 : -1)) isInside = !isInside;
    } else if (
      ay === doubledY &&
      by === doubledY &&
      doubledX >= Math.min(ax, bx) &&
      doubledX <= Math.max(ax, bx)
    )
      return false;
    [ax, ay] = [bx, by];
  }
  return isInside;
}

/** Whether a place is inside a shape, its borders excluded; doubled coordinates. */
export function isInShape(mesh: Mesh, shape: Shape, doubledX: number, doubledY: number): boolean {
  return shape.parts.some(
    ([shell, ...holes]) =>
      isInRing(mesh, shell!, doubledX, doubledY) &&
      // On a hole's ring is not inside; that is asked by those only who know that it is not there.
      !holes.some((hole) => isInRing(mesh, hole, doubledX, doubledY)),
  );
}

/** Cuts a walk into loops that pass each vertex once. */
function loopsOf(walk: number[]): number[][] {
  if (new Set(walk).size === walk.length) return [walk];
  const loops: number[][] = [];
  const path: number[] = [];
  const placeOf = new Map<number, number>();
  for (const v of walk) {
    const before = placeOf.get(v);
    if (before !== undefined) {
      const loop = path.splice(before);
      for (const w of loop) placeOf.delete(w);
      loops.push(loop);
    }
    placeOf.set(v, path.length);
    path.push(v);
  }
  loops.push(path);
  return loops;
}

function makeRing(mesh: Mesh, loop: readonly number[]): Ring {
  const { x, y } = mesh;
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  let least = 0;
  for (let i = 0; i < loop.length; i++) {
    const v = loop[i]!;
    const w = loop[least]!;
    if (x[v]! < x[w]! || (x[v] === x[w] && y[v]! < y[w]!)) least = i;
    if (x[v]! < box[0]) box[0] = x[v]!;
    if (y[v]! < box[1]) box[1] = y[v]!;
    if (x[v]! > box[2]) box[2] = x[v]!;
    if (y[v]! > box[3]) box[3] = y[v]!;
  }
  const vertices = least === 0 ? loop : [...loop.slice(least), ...loop.slice(0, least)];
  // At an extreme vertex a ring turns the way it runs.
  const [v, after, before] = [vertices[0]!, vertices[1] ?? vertices[0]!, vertices[vertices.length - 1]!];
  const side = orientation(x[before]!, y[before]!, x[v]!, y[v]!, x[after]!, y[after]!);
  return { vertices, isPositive: side > 0, box };
}

function compareRings(mesh: Mesh, a: Ring, b: Ring): number {
  const { x, y } = mesh;
  for (let i = 0; i < Math.min(a.vertices.length, b.vertices.length); i++) {
    const [v, w] = [a.vertices[i]!, b.vertices[i]!];
    if (v !== w) return x[v]! - x[w]! || y[v]! - y[w]!;
  }
  return a.vertices.length - b.vertices.length;
}

/**
 * Gives each hole to the innermost shell around it. A shell must lie in no other shell unless in a hole of it: as many
 * shells as holes around it; a hole in one shell more. What is unbounded has one shell more everywhere.
 */
function assemble(mesh: Mesh, rings: Ring[], torn: Ring | null, isUnbounded: boolean): Shape {
  const parts = new Map<Ring, Ring[]>();
  for (const ring of rings) if (ring.isPositive) parts.set(ring, [ring]);
  if (!isUnbounded && rings.length === 1 && parts.size === 1)
    return { parts: [...parts.values()], misplaced: torn };
  let misplaced = torn;
  for (const ring of rings) {
    const [v, w] = [ring.vertices[0]!, ring.vertices[1]!];
    const [x, y] = [mesh.x[v]! + mesh.x[w]!, mesh.y[v]! + mesh.y[w]!];
    let depth = isUnbounded ? 1 : 0;
    let home: Ring | null = null;
    for (const other of rings) {
      if (other === ring || !isBoxIn(ring, other) || !isInRing(mesh, other, x, y)) continue;
      depth += other.isPositive ? 1 : -1;
      if (other.isPositive && (!home || isBoxIn(other, home))) home = other;
    }
    if (depth !== (ring.isPositive ? 0 : 1)) misplaced ??= ring;
    if (!ring.isPositive && home) parts.get(home)!.push(ring);
  }
  return { parts: [...parts.values()], misplaced };
}

function isBoxIn({ box: a }: Ring, { box: b }: Ring): boolean {
  return a[0] >= b[0] && a[1] >= b[1] && a[2] <= b[2] && a[3] <= b[3];
}

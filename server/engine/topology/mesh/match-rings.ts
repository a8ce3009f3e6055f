import { isBetween, orientation } from '../../geometry/grid.js';
import { ABSENT, OUTSIDE, type Mesh } from './mesh.js';
import { nearestOn } from './segments.js';

/** A stretch that two grids claim for the same side. */
export interface Claim {
  from: number;
  to: number;
  labels: [number, number];
}

/**
 * Puts closed rings into a mesh, each edge with its grid to the left; edges of two grids that run against each other
 * become one. A grid that runs against itself (a spike, or two parts of it side by side) loses that edge.
 */
export function putRing(mesh: Mesh, label: number, ring: readonly number[], claims: Claim[]): void {
  for (let i = 0; i < ring.length; i++) putEdge(mesh, ring[i]!, ring[(i + 1) % ring.length]!, label, claims);
}

/**
 * Nodes T-junctions: where a vertex lies on an edge with a free side, or within a step of it (as rounding leaves it),
 * the edge gets that vertex. A vertex that is near only is taken if some piece finds its twin that way.
 */
export function nodeJunctions(mesh: Mesh, claims: Claim[]): void {
  const refused = new Set<string>();
  for (let round = 0; round < 8; round++) {
    const stops = findJunctions(mesh, refused);
    if (stops.size === 0) return;
    const chains: { chain: number[]; isExact: boolean[]; label: number }[] = [];
    for (const [h, found] of stops) {
      const label = mesh.label[h]!;
      const [u, v] = [mesh.origin[h]!, mesh.origin[h ^ 1]!];
      found.sort((p, q) => p.t - q.t);
      for (let i = found.length - 1; i >= 0; i--) {
        const [before, after] = [found[i - 1]?.vertex ?? u, found[i + 1]?.vertex ?? v];
        const { vertex, isExact } = found[i]!;
        // It would lie on its own grid's border: a narrow place, no junction.
        if (isExact || (!isOwn(mesh, before, vertex, label) && !isOwn(mesh, vertex, after, label))) continue;
        found.splice(i, 1);
        refused.add(`${u} ${v} ${vertex}`);
      }
      if (found.length === 0) continue;
      const chain = [u, ...found.map((stop) => stop.vertex), v];
      chains.push({ chain, isExact: [true, ...found.map((stop) => stop.isExact), true], label });
    }
    for (const { chain, label } of chains) takeEdge(mesh, chain[0]!, chain[chain.length - 1]!, label);
    for (const { chain, label } of chains)
      for (let i = 1; i < chain.length; i++) putEdge(mesh, chain[i - 1]!, chain[i]!, label, claims);
    for (const { chain, isExact, label } of chains)
      withdrawUseless(mesh, chain, isExact, label, refused, claims);
  }
}

/**
 * Nodes edges that have found their twins already where a vertex lies exactly on them: grids that touch the border
 * between two others in a point. Two passes, for pieces may be passed by others.
 */
export function nodeTouches(mesh: Mesh, claims: Claim[]): void {
  const { x, y, origin, label } = mesh;
  for (let round = 0; round < 2; round++) {
    const chains: { chain: number[]; left: number; right: number }[] = [];
    const near: number[] = [];
    for (let e = 0; e < mesh.edgeCount; e++) {
      if (label[2 * e] === ABSENT) continue;
      const [u, v] = [origin[2 * e]!, origin[2 * e + 1]!];
      near.length = 0;
      const found = new Map<number, number>();
      for (const f of mesh.index.along(x[u]!, y[u]!, x[v]!, y[v]!, near)) {
        for (const w of [origin[2 * f]!, origin[2 * f + 1]!]) {
          if (w === u || w === v || orientation(x[u]!, y[u]!, x[v]!, y[v]!, x[w]!, y[w]!) !== 0) continue;
          if (!isBetween(x[u]!, y[u]!, x[v]!, y[v]!, x[w]!, y[w]!)) continue;
          found.set(w, Math.abs(x[w]! - x[u]!) + Math.abs(y[w]! - y[u]!));
        }
      }
      if (found.size === 0) continue;
      const stops = [...found.keys()].sort((a, b) => found.get(a)! - found.get(b)!);
      chains.push({ chain: [u, ...stops, v], left: label[2 * e]!, right: label[2 * e + 1]! });
    }
    for (const { chain, left, right } of chains) {
      for (const [path, side] of [[chain, left] as const, [chain.toReversed(), right] as const]) {
        if (side === OUTSIDE) continue;
        takeEdge(mesh, path[0]!, path[path.length - 1]!, side);
        for (let i = 1; i < path.length; i++) putEdge(mesh, path[i - 1]!, path[i]!, side, claims);
      }
    }
    if (chains.length === 0) return;
  }
}

/** One such edge, from u to v. */
export function putEdge(mesh: Mesh, u: number, v: number, label: number, claims: Claim[]): void {
  if (u === v) return;
  const h = mesh.find(u, v);
  if (h < 0) {
    mesh.set(u, v, label, OUTSIDE);
    return;
  }
  const [left, right] = [mesh.label[h]!, mesh.label[h ^ 1]!];
  if (left !== OUTSIDE) claims.push({ from: u, to: v, labels: [left, label] });
  else if (right === label) mesh.set(u, v, ABSENT, ABSENT);
  else mesh.set(u, v, label, right);
}

function isOwn(mesh: Mesh, u: number, v: number, label: number): boolean {
  const h = mesh.find(u, v);
  return h >= 0 && (mesh.label[h] === label || mesh.label[h ^ 1] === label);
}

function takeEdge(mesh: Mesh, u: number, v: number, label: number): void {
  const h = mesh.find(u, v);
  if (h < 0 || mesh.label[h] !== label) return;
  const right = mesh.label[h ^ 1]!;
  if (right === OUTSIDE) mesh.set(u, v, ABSENT, ABSENT);
  else mesh.set(u, v, OUTSIDE, right);
}

interface Stop {
  vertex: number;
  t: number;
  isExact: boolean;
}

/** By half-edge with its grid to the left and nothing to its right: the vertices it passes. */
function findJunctions(mesh: Mesh, refused: ReadonlySet<string>): Map<number, Stop[]> {
  const { x, y, origin, label } = mesh;
  const stops = new Map<number, Stop[]>();
  const ends = new Set<number>();
  for (let e = 0; e < mesh.edgeCount; e++) {
    if (freeSide(mesh, e) < 0) continue;
    ends.add(origin[2 * e]!);
    ends.add(origin[2 * e + 1]!);
  }
  const near: number[] = [];
  for (const v of ends) {
    const [px, py] = [x[v]!, y[v]!];
    near.length = 0;
    for (const e of mesh.index.within(px - 1, py - 1, px + 1, py + 1, near)) {
      const h = freeSide(mesh, e);
      if (h < 0 || label[h] === ABSENT) continue;
      const [a, b] = [origin[h]!, origin[h ^ 1]!];
      if (a === v || b === v || refused.has(`${a} ${b} ${v}`)) continue;
      const { t, squared } = nearestOn(x[a]!, y[a]!, x[b]!, y[b]!, px, py);
      if (t <= 0 || t >= 1 || squared > 1) continue;
      const isExact = orientation(x[a]!, y[a]!, x[b]!, y[b]!, px, py) === 0;
      const known = stops.get(h);
      if (known) known.push({ vertex: v, t, isExact });
      else stops.set(h, [{ vertex: v, t, isExact }]);
    }
  }
  return stops;
}

/** The half-edge of an edge that has a grid to its left and none to its right, or -1. */
function freeSide(mesh: Mesh, e: number): number {
  const [left, right] = [mesh.label[2 * e]!, mesh.label[2 * e + 1]!];
  if (right === OUTSIDE && left > OUTSIDE) return 2 * e;
  return left === OUTSIDE && right > OUTSIDE ? 2 * e + 1 : -1;
}

/** Takes near vertices out again where the pieces on both sides have found no twin. */
function withdrawUseless(
  mesh: Mesh,
  chain: number[],
  isExact: boolean[],
  label: number,
  refused: Set<string>,
  claims: Claim[],
): void {
  const isLone = (i: number) => {
    const h = mesh.find(chain[i - 1]!, chain[i]!);
    return h >= 0 && mesh.label[h] === label && mesh.label[h ^ 1] === OUTSIDE;
  };
  let last = 0;
  for (let i = 1; i < chain.length; i++) {
    const isKept = isExact[i]! || !isLone(i) || !isLone(i + 1);
    if (!isKept) continue;
    if (i - last > 1) {
      for (let k = last + 1; k <= i; k++) takeEdge(mesh, chain[k - 1]!, chain[k]!, label);
      putEdge(mesh, chain[last]!, chain[i]!, label, claims);
      for (let k = last + 1; k < i; k++) refused.add(`${chain[last]} ${chain[i]} ${chain[k]}`);
    }
    last = i;
  }
}

import { nearestOn } from '../mesh/segments.js';
import type { Step, TilingEdit } from '../tiling.types.js';
import { EditRefusal } from './refusal.js';
import type { TilingState } from './tiling-state.js';

type Edit<K extends TilingEdit['kind']> = Extract<TilingEdit, { kind: K }>;

/** Moves a vertex with all its edges: whatever grids meet there follow. */
export function moveVertex(state: TilingState, { from, to }: Edit<'move'>): void {
  const { mesh } = state;
  const vertex = state.requireVertex(from);
  if (from[0] === to[0] && from[1] === to[1]) return;
  if (mesh.isOuter(vertex)) throw new EditRefusal('OUTER_BORDER', from, state.gridsAt(vertex));
  const target = state.newVertex(to);
  const edges = mesh.outOf(vertex).map((h) => ({ h, end: mesh.origin[h ^ 1]!, sides: state.gridsBeside(h) }));
  for (const { h } of edges) state.removeEdge(h);
  for (const { end, sides } of edges) state.addEdge(target, end, ...sides);
}

/** A vertex more on the edge a–b; on the outer border only where it already runs. */
export function insertVertex(state: TilingState, { a, b, at }: Edit<'insert'>): void {
  const { mesh } = state;
  const [u, v] = [state.requireVertex(a), state.requireVertex(b)];
  const h = mesh.find(u, v);
  if (h < 0) throw new EditRefusal('NO_SUCH_BORDER', a);
  const vertex = state.newVertex(at);
  if (!isOnEdge(...state.givenEdge(h), at)) state.refuseOuter(h);
  state.subdivide(h, [u, vertex, v]);
}

/** A vertex less; its two neighbours are joined. */
export function deleteVertex(state: TilingState, { at }: Edit<'delete'>): void {
  const { mesh } = state;
  const vertex = state.requireVertex(at);
  const [h, k, ...more] = mesh.outOf(vertex);
  if (h === undefined || k === undefined || more.length > 0)
    throw new EditRefusal('IS_A_NODE', at, state.gridsAt(vertex));
  const [u, w] = [mesh.origin[k ^ 1]!, mesh.origin[h ^ 1]!];
  const sides = state.gridsBeside(h);
  state.refuseOuter(h);
  if (mesh.find(u, w) >= 0) throw new EditRefusal('TOO_FEW_VERTICES', at, state.gridsAt(vertex));
  state.removeEdge(h);
  state.removeEdge(k);
  state.addEdge(u, w, ...sides);
}

/** Whether a place is the edge's own, but for rounding to whole steps. */
function isOnEdge(a: Step, b: Step, at: Step): boolean {
  const { t, squared } = nearestOn(a[0], a[1], b[0], b[1], at[0], at[1]);
  return t > 0 && t < 1 && squared <= 0.5;
}

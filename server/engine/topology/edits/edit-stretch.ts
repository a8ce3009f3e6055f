import { nearestOn } from '../mesh/segments.js';
import type { Step, TilingEdit } from '../tiling.types.js';
import { EditRefusal } from './refusal.js';
import { requireLine, requirePlace, type TilingState } from './tiling-state.js';

type Edit<K extends TilingEdit['kind']> = Extract<TilingEdit, { kind: K }>;

/** Drops the vertices of a stretch. */
export function straightenStretch(state: TilingState, edit: Edit<'straighten'>): void {
  replaceStretch(state, edit, []);
}

/** Lays a stretch anew along a path. */
export function rerouteStretch(state: TilingState, edit: Edit<'reroute'>): void {
  replaceStretch(state, edit, edit.path);
}

/**
 * The vertices of a border from one to another by way of a third (or of a place on one of its edges), both ends
 * included; no other border may branch off in between.
 */
export function findStretch(state: TilingState, from: Step, through: Step, to: Step): number[] {
  const { mesh } = state;
  const ends = [state.requireVertex(from), state.requireVertex(to)];
  if (ends[0] === ends[1]) throw new EditRefusal('TOO_FEW_VERTICES', from);
  const start = halfEdgeAt(state, through, ends);
  const walk = (first: number) => {
    const vertices: number[] = [];
    for (let h = first; ;) {
      const v = mesh.origin[h ^ 1]!;
      vertices.push(v);
      if (ends.includes(v)) return vertices;
      const [p, q, ...more] = mesh.outOf(v);
      if (q === undefined || more.length > 0 || vertices.length > mesh.edgeCount) throw noStretch(through);
      h = p === (h ^ 1) ? q : p!;
    }
  };
  const ahead = walk(start);
  const behind = walk(start ^ 1);
  const stretch = [...behind.reverse(), ...ahead];
  if (stretch[0] === ends[1]) stretch.reverse();
  if (stretch[0] !== ends[0] || stretch[stretch.length - 1] !== ends[1]) throw noStretch(through);
  return stretch;
}

function replaceStretch(
  state: TilingState,
  { from, through, to }: { from: Step; through: Step; to: Step },
  path: readonly Step[],
): void {
  const { mesh } = state;
  const stretch = findStretch(state, from, through, to);
  const first = mesh.find(stretch[0]!, stretch[1]!);
  const sides = state.gridsBeside(first);
  state.refuseOuter(first);
  for (let i = 1; i < stretch.length; i++) state.removeEdge(mesh.find(stretch[i - 1]!, stretch[i]!));
  const inner = requireLine([from, ...path, to]).slice(1, -1);
  const chain = [stretch[0]!, ...inner.map((at) => state.newVertex(at)), stretch[stretch.length - 1]!];
  if (new Set(chain).size < chain.length) throw new EditRefusal('LINE_CROSSES_ITSELF', through);
  for (let i = 1; i < chain.length; i++) state.addEdge(chain[i - 1]!, chain[i]!, ...sides);
}

/** A half-edge on the stretch that `through` means: out of that vertex, or the edge that the place is on. */
function halfEdgeAt(state: TilingState, through: Step, ends: readonly number[]): number {
  const { mesh } = state;
  const [x, y] = requirePlace(through);
  const vertex = mesh.findVertex(x, y);
  // An end says nothing about the way, unless the ends are neighbours.
  if (vertex >= 0 && ends.includes(vertex)) {
    const direct = mesh.find(ends[0]!, ends[1]!);
    if (direct < 0) throw noStretch(through);
    return direct;
  }
  if (vertex >= 0) return mesh.outOf(vertex)[0]!;
  let best = -1;
  let least = 1;
  for (const e of mesh.index.within(x - 1, y - 1, x + 1, y + 1, [])) {
    const [a, b] = [mesh.origin[2 * e]!, mesh.origin[2 * e + 1]!];
    const { squared } = nearestOn(mesh.x[a]!, mesh.y[a]!, mesh.x[b]!, mesh.y[b]!, x, y);
    if (squared <= least) [best, least] = [2 * e, squared];
  }
  if (best < 0) throw noStretch(through);
  return best;
}

const noStretch = (at: Step) => new EditRefusal('NO_SUCH_BORDER', at);

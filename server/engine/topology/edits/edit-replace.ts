import { signedSize } from '../../geometry/normalise.js';
import { nodeJunctions, nodeTouches, putEdge, putRing, type Claim } from '../mesh/match-rings.js';
import { ABSENT, Mesh, OUTSIDE } from '../mesh/mesh.js';
import { nearestOn } from '../mesh/segments.js';
import type { Step, TilingEdit } from '../tiling.types.js';
import { EditRefusal } from './refusal.js';
import { requireLine, type OuterEdge, type Pieces, type TilingState } from './tiling-state.js';

/** Labels of the scratch mesh are one higher: there, nothing known is 0 and outside the tiling is 1. */
const scratched = (label: number) => label + 1;

/**
 * Lays some grids' land out anew. The new rings and what borders on that land (turned round) are matched against each
 * other as at the start of a tiling: if every edge finds its twin, the land is the same.
 */
export function replaceGrids(
  state: TilingState,
  { remove, add }: Extract<TilingEdit, { kind: 'replace' }>,
): Pieces {
  const { mesh } = state;
  const gone = new Set(remove.map((id) => state.requireLabel(id)));
  const going = mesh.edgesOf(gone);
  const scratch = new Mesh();
  const claims: Claim[] = [];
  const vertexFor = ([x, y]: Step) => scratch.vertexAt(x, y);
  const pieces = new Map<number, number>();
  for (const { id, parts } of add) {
    const label = state.labelForNew(id, remove);
    if (pieces.has(label)) throw new EditRefusal('ID_TAKEN', null, [id]);
    pieces.set(label, parts.length);
    for (const part of parts)
      for (const [r, ring] of part.entries()) {
        const wound = windRing(ring, r === 0);
        if (wound.length < 3) throw new EditRefusal('TOO_FEW_VERTICES', ring[0] ?? null, [id]);
        putRing(scratch, scratched(label), wound.map(vertexFor), claims);
      }
  }
  for (const h of going) {
    for (const side of [h, h ^ 1]) {
      if (!gone.has(mesh.label[side]!) || gone.has(mesh.label[side ^ 1]!)) continue;
      const [u, v] = [mesh.origin[side]!, mesh.origin[side ^ 1]!].map((w) => vertexFor(state.step(w)));
      putEdge(scratch, v!, u!, scratched(mesh.label[side ^ 1]!), claims);
    }
  }
  nodeJunctions(scratch, claims);
  nodeTouches(scratch, claims);
  refuseUnmatched(state, scratch, claims);
  const given = going.filter((h) => state.isOuterEdge(h)).map((h) => state.givenEdge(h));

  for (const h of going) {
    const [u, v] = [mesh.origin[h]!, mesh.origin[h ^ 1]!];
    const [p, q] = [u, v].map((w) => scratch.findVertex(mesh.x[w]!, mesh.y[w]!));
    if (p! < 0 || q! < 0 || scratch.find(p!, q!) < 0) mesh.set(u, v, ABSENT, ABSENT);
  }
  for (let e = 0; e < scratch.edgeCount; e++) {
    if (scratch.label[2 * e] === ABSENT) continue;
    const [u, v] = [2 * e, 2 * e + 1].map((h) => scratch.origin[h]!);
    const [left, right] = [scratch.label[2 * e]! - 1, scratch.label[2 * e + 1]! - 1];
    const [p, q] = [u!, v!].map((w) => mesh.vertexAt(scratch.x[w]!, scratch.y[w]!));
    const known = mesh.find(p!, q!);
    if (known < 0 && (left === OUTSIDE || right === OUTSIDE)) keepOuter(state, p!, q!, given);
    if (known < 0 || mesh.label[known] !== left || mesh.label[known ^ 1] !== right)
      mesh.set(p!, q!, left, right);
  }
  for (const id of remove)
    if (!add.some((grid) => grid.id === id) && state.findLabel(id) !== undefined)
      throw new EditRefusal('NOT_THE_SAME_LAND', null, [id]);
  for (const { id } of add)
    if (state.findLabel(id) === undefined) throw new EditRefusal('TOO_FEW_VERTICES', null, [id]);
  return pieces;
}

/** A new piece of the outer border lies on one that was given, or it is not the same land. */
function keepOuter(state: TilingState, u: number, v: number, given: readonly OuterEdge[]): void {
  const ends = [state.step(u), state.step(v)];
  const found = given.find(([a, b]) =>
    ends.every((end) => nearestOn(a[0], a[1], b[0], b[1], end[0], end[1]).squared <= 1),
  );
  if (!found) throw new EditRefusal('NOT_THE_SAME_LAND', state.step(u));
  state.keepGivenEdge(u, v, found);
}

function refuseUnmatched(state: TilingState, scratch: Mesh, claims: readonly Claim[]): void {
  const refuse = (vertex: number, labels: readonly number[]) => {
    const at: Step = [scratch.x[vertex]!, scratch.y[vertex]!];
    throw new EditRefusal('NOT_THE_SAME_LAND', at, state.idsOf(labels.map((label) => label - 1)));
  };
  for (const { from, labels } of claims) refuse(from, labels);
  for (let h = 0; h < 2 * scratch.edgeCount; h++)
    if (scratch.label[h] === OUTSIDE) refuse(scratch.origin[h]!, [scratch.label[h ^ 1]!]);
}

/** An open ring in the direction of a shell (counter-clockwise) or of a hole. */
function windRing(given: readonly Step[], isShell: boolean): Step[] {
  const ring = requireLine(given);
  const [first, last] = [ring[0], ring[ring.length - 1]];
  if (ring.length > 1 && first![0] === last![0] && first![1] === last![1]) ring.pop();
  const isPositive = signedSize([...ring, ...ring.slice(0, 1)].flat()) > 0;
  return isPositive === isShell ? ring : ring.reverse();
}

import { findContacts as findRingFaults } from '../../geometry/contacts.js';
import { signedSize } from '../../geometry/normalise.js';
import { ABSENT, CHANGE, OUTSIDE } from '../mesh/mesh.js';
import { isInRing, isInShape, ringOf, type Ring } from '../mesh/rings.js';
import type { GridId, Step, TilingEdit } from '../tiling.types.js';
import { findContacts, nodeContacts } from './line-contacts.js';
import { EditRefusal } from './refusal.js';
import { requireLine, type TilingState } from './tiling-state.js';

/**
 * A new grid out of all that a ring covers, or only out of what belongs to some grids. Where the ring leaves their land,
 * the new grid ends at its border; where it follows a border, that border is kept.
 */
export function carveGrid(state: TilingState, edit: Extract<TilingEdit, { kind: 'carve' }>): void {
  const { mesh } = state;
  const givers = edit.from && new Set(edit.from.map((id) => state.requireLabel(id)));
  const gives = (label: number) => label !== OUTSIDE && (!givers || givers.has(label));
  const label = state.labelForNew(edit.into);
  const ring = requireRing(edit.ring);

  const contacts = findContacts(state, ring, true, () => true);
  nodeContacts(state, contacts);
  const noded: number[] = [];
  const put = ([x, y]: Step) => {
    const v = mesh.vertexAt(x, y);
    if (noded[noded.length - 1] !== v) noded.push(v);
  };
  let next = 0;
  for (const [i, at] of ring.entries()) {
    put(at);
    for (; next < contacts.length && contacts[next]!.segment === i; next++) put(contacts[next]!.at);
  }
  if (noded.length > 1 && noded[0] === noded[noded.length - 1]) noded.pop();
  const seen = new Set<number>();
  const twice = noded.find((v) => seen.size === seen.add(v).size);
  if (twice !== undefined) throw new EditRefusal('LINE_CROSSES_ITSELF', state.step(twice));

  const kept = layRing(state, noded, label, gives);
  takeInside(state, ringOf(mesh, noded), kept, label, gives);
  if (!mesh.hasLabel(label)) throw new EditRefusal('OUTSIDE', ring[0]!, [...(edit.from ?? [])]);
  refuseWhole(state);
}

/** Grids of which nothing is left: carving is no way to do away with them. */
function refuseWhole(state: TilingState): void {
  const gone = new Set<GridId>();
  const journal = state.mesh.journal ?? [];
  for (let i = 0; i < journal.length; i += CHANGE) {
    for (const label of [journal[i + 2]!, journal[i + 3]!])
      if (label > OUTSIDE && state.shapes[label] && !state.mesh.hasLabel(label)) gone.add(state.idOf(label));
  }
  if (gone.size > 0) throw new EditRefusal('COVERS_A_WHOLE_GRID', null, [...gone]);
}

/** Puts the ring's edges in, the new grid to their left, where the land gives; returns the edges that the ring runs along. */
function layRing(
  state: TilingState,
  ring: readonly number[],
  label: number,
  gives: (label: number) => boolean,
): Set<number> {
  const { mesh } = state;
  const { x, y } = mesh;
  const start = Math.max(
    0,
    ring.findIndex((v) => mesh.degree(v) > 0),
  );
  let here = mesh.degree(ring[start]!) > 0 ? OUTSIDE : landAt(state, ring[start]!);
  const laid: { u: number; v: number; here: number; known: number }[] = [];
  for (let i = 0; i < ring.length; i++) {
    const [u, v] = [ring[(start + i) % ring.length]!, ring[(start + i + 1) % ring.length]!];
    const known = mesh.find(u, v);
    if (known < 0 && mesh.degree(u) > 0) here = mesh.sectorAt(u, x[v]!, y[v]!);
    laid.push({ u, v, here, known });
  }
  const kept = new Set<number>();
  for (const { u, v, here: land, known } of laid) {
    if (known >= 0) {
      const [left, right] = state.gridsBeside(known);
      if (gives(left)) mesh.set(u, v, label, right);
      kept.add(mesh.find(u, v) >> 1);
    } else if (gives(land)) kept.add(mesh.set(u, v, label, land) >> 1);
  }
  return kept;
}

/** Whose land a vertex without edges lies in. */
function landAt(state: TilingState, v: number): number {
  const { mesh, shapes } = state;
  const [x, y] = [2 * mesh.x[v]!, 2 * mesh.y[v]!];
  const found = shapes.findIndex((shape) => shape !== undefined && isInShape(mesh, shape, x, y));
  return Math.max(OUTSIDE, found);
}

/** Names the new grid on both sides of all borders inside the ring; those between two giving grids go. */
function takeInside(
  state: TilingState,
  ring: Ring,
  kept: ReadonlySet<number>,
  label: number,
  gives: (label: number) => boolean,
): void {
  const { mesh } = state;
  const { origin, x, y } = mesh;
  for (const e of mesh.index.within(...ring.box, [])) {
    if (kept.has(e)) continue;
    const [u, v] = [origin[2 * e]!, origin[2 * e + 1]!];
    if (!isInRing(mesh, ring, x[u]! + x[v]!, y[u]! + y[v]!)) continue;
    const [left, right] = state.gridsBeside(2 * e).map((side) => (gives(side) ? label : side));
    if (left === right) mesh.set(u, v, ABSENT, ABSENT);
    else mesh.set(u, v, left!, right!);
  }
}

/** A simple ring, counter-clockwise, not closed. */
function requireRing(given: readonly Step[]): Step[] {
  const ring = requireLine(given);
  const [first, last] = [ring[0], ring[ring.length - 1]];
  if (ring.length > 1 && first![0] === last![0] && first![1] === last![1]) ring.pop();
  if (ring.length < 3) throw new EditRefusal('TOO_FEW_VERTICES', first ?? null);
  const flat = [...ring, ring[0]!].flat();
  const { fault } = findRingFaults([flat]);
  if (fault) throw new EditRefusal('LINE_CROSSES_ITSELF', [Math.round(fault.x), Math.round(fault.y)]);
  return signedSize(flat) < 0 ? ring.reverse() : ring;
}

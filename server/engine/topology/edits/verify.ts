import { ABSENT, CHANGE, OUTSIDE } from '../mesh/mesh.js';
import { pieceCount, shapeOf, type Shape } from '../mesh/rings.js';
import { edgesClash, placeOfClash } from '../mesh/segments.js';
import type { RefusalReason } from '../tiling.types.js';
import { EditRefusal } from './refusal.js';
import type { Pieces, TilingState } from './tiling-state.js';

/**
 * Whether the tiling still holds after the changes of a journal, and what the grids they touch cover now. It held
 * before, so these are enough: no new edge meets another but at its ends; around every vertex touched the edges agree on
 * the grid between them; the rings of every grid touched nest as shells and holes do (an enclave that a border was
 * drawn past would not); and no grid is in more pieces than it may be.
 *
 * @throws EditRefusal
 */
export function verifyChanges(
  state: TilingState,
  journal: readonly number[],
  pieces: Pieces,
): Map<number, Shape | undefined> {
  const { mesh } = state;
  const vertices = new Set<number>();
  const added = new Set<number>();
  for (let i = 0; i < journal.length; i += CHANGE) {
    const [u, v] = [journal[i]!, journal[i + 1]!];
    vertices.add(u).add(v);
    const h = journal[i + 2] === ABSENT ? mesh.find(u, v) : -1;
    if (h >= 0) added.add(h >> 1);
  }
  refuseClashes(state, added, () => 'WOULD_CROSS');
  for (const v of vertices)
    if (!mesh.isConsistentAt(v)) throw new EditRefusal('WOULD_FLIP', state.step(v), state.gridsAt(v));

  const shapes = new Map<number, Shape | undefined>();
  for (const label of touchedBy(journal)) {
    if (!mesh.hasLabel(label)) {
      shapes.set(label, undefined);
      continue;
    }
    const shape = shapeOf(mesh, label);
    if (shape.misplaced)
      throw new EditRefusal('WOULD_FLIP', state.step(shape.misplaced.vertices[0]!), state.idsOf([label]));
    const before = state.shapes[label];
    const allowed = pieces.get(label) ?? (before ? Math.max(1, pieceCount(before)) : 1);
    if (pieceCount(shape) > allowed)
      throw new EditRefusal(
        'WOULD_FALL_APART',
        state.step(shape.parts[1]![0]!.vertices[0]!),
        state.idsOf([label]),
      );
    shapes.set(label, shape);
  }
  return shapes;
}

/** Labels of grids whose borders a journal changes. */
export function touchedBy(journal: readonly number[]): Set<number> {
  const touched = new Set<number>();
  for (let i = 0; i < journal.length; i += CHANGE) {
    for (const side of [2, 3]) {
      const [before, after] = [journal[i + side]!, journal[i + side + 2]!];
      if (before !== after) touched.add(before).add(after);
    }
  }
  touched.delete(ABSENT);
  touched.delete(OUTSIDE);
  return touched;
}

/** Refuses edges that meet others anywhere but in a common vertex. */
export function refuseClashes(
  state: TilingState,
  edges: Iterable<number>,
  reasonOf: (e: number, other: number) => RefusalReason,
): void {
  const { mesh } = state;
  const near: number[] = [];
  for (const e of edges) {
    const [a, b] = [mesh.origin[2 * e]!, mesh.origin[2 * e + 1]!];
    near.length = 0;
    for (const f of mesh.index.along(mesh.x[a]!, mesh.y[a]!, mesh.x[b]!, mesh.y[b]!, near)) {
      if (f === e || !edgesClash(mesh, e, f)) continue;
      const grids = state.idsOf([...state.gridsBeside(2 * e), ...state.gridsBeside(2 * f)]);
      throw new EditRefusal(reasonOf(e, f), placeOfClash(mesh, e, f), grids);
    }
  }
}

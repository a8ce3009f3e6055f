import type { TilingEdit } from '../tiling.types.js';
import { EditRefusal } from './refusal.js';
import type { Pieces, TilingState } from './tiling-state.js';

/** Takes the borders between some grids away; all must hang together along borders. */
export function mergeGrids(
  state: TilingState,
  { grids, into }: Extract<TilingEdit, { kind: 'merge' }>,
): Pieces {
  const { mesh } = state;
  const labels = [...new Set(grids)].map((id) => state.requireLabel(id));
  if (labels.length < 2) throw new EditRefusal('NOT_TOUCHING', null, [...grids]);
  const isOne = new Set(labels);
  const target = state.labelForNew(into, grids);
  const groups = new Map(labels.map((label) => [label, label]));
  const groupOf = (label: number): number => {
    const parent = groups.get(label)!;
    return parent === label ? label : groupOf(parent);
  };
  for (const label of labels) {
    for (const h of mesh.inLabel(label)) {
      const other = mesh.label[h ^ 1]!;
      // The twin went with the edge.
      if (mesh.label[h] !== label) continue;
      if (isOne.has(other)) {
        groups.set(groupOf(label), groupOf(other));
        state.removeEdge(h);
      }
    }
  }
  const apart = labels.find((label) => groupOf(label) !== groupOf(labels[0]!));
  if (apart !== undefined) throw new EditRefusal('NOT_TOUCHING', null, state.idsOf([labels[0]!, apart]));
  for (const label of labels)
    if (label !== target) for (const h of mesh.inLabel(label)) state.relabel(h, target);
  // They hang together, so there are no more pieces than there were.
  return new Map([[target, Infinity]]);
}

/** What can be selected on the map or in a list. `territory` is what lies above the grids: a town, a station's area. */
export const selectableKinds = ['incident', 'unit', 'riskPoint', 'post', 'grid', 'territory'] as const;
export type SelectableKind = (typeof selectableKinds)[number];

export interface Selection {
  kind: SelectableKind;
  id: string;
}

/** One of several things under a click, with what a choice list needs to name it. */
export interface Candidate extends Selection {
  name: string;
}

/** Whether two selections mean the same thing. */
export function isSameSelection(a: Selection | null, b: Selection | null): boolean {
  return a?.kind === b?.kind && a?.id === b?.id;
}

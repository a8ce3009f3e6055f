import { create } from 'zustand';
import type { AssignedKind } from './assignment.js';
import type { Edits } from './table-edits.js';

export type AssignView = 'staff' | 'posts' | 'paste';

interface AssignState {
  view: AssignView;
  /** The county's day from which changes count, '2026-12-01'; null: at once. */
  effectiveDay: string | null;
  isOnlyProblems: boolean;
  /** Kind of problem shown; '' all. */
  problemKind: string;
  kind: AssignedKind;
  /** Typed into the table, not saved. */
  edits: Edits;
  pasted: string;
  set(state: Partial<Omit<AssignState, 'set'>>): void;
}

/** What the panel is at, kept while another panel is looked at: typed counts must not be lost by a click elsewhere. */
export const useAssignStore = create<AssignState>((set) => ({
  view: 'staff',
  effectiveDay: null,
  isOnlyProblems: false,
  problemKind: '',
  kind: 'STATION',
  edits: {},
  pasted: '',
  set,
}));

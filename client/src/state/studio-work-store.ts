import { create } from 'zustand';

/** What a tool waits for: the line at the foot of the map. Its words stand as `studio.hint.<id>`. */
export type HintId =
  | 'select'
  | 'vertex'
  | 'vertexDrag'
  | 'vertexChosen'
  | 'straightenFirst'
  | 'straightenSecond'
  | 'streetFirst'
  | 'streetSecond'
  | 'streetAsking'
  | 'streetConfirm'
  | 'splitFirst'
  | 'splitNext'
  | 'splitConfirm'
  | 'merge'
  | 'mergeConfirm'
  | 'carveFirst'
  | 'carveNext'
  | 'carveConfirm';

/** What is about to be done and can still be chosen about it, until it is confirmed. */
export type WorkCard =
  /** Which of the two sides keeps the grid's code: 0 the left of the line, 1 the right. */
  | { kind: 'split'; gridId: string; newId: string; keep: 0 | 1 }
  /** Which grid goes on; null: a new one. */
  | { kind: 'merge'; gridIds: readonly string[]; keep: string | null }
  | { kind: 'carve'; newId: string; gridIds: readonly string[] }
  /** The border along a street. */
  | { kind: 'street'; metres: number };

/** Why something was not done, and where. */
export interface Trouble {
  /** A refusal of the tiling, or one of the tools' own: `NO_STREET`, `STREETS_SILENT`, `NOT_ONE_BORDER`, `PASSES_NODE`. */
  reason: string;
  /** Degrees. */
  at: readonly [longitude: number, latitude: number] | null;
  gridIds: readonly string[];
}

interface WorkState {
  hint: HintId;
  card: WorkCard | null;
  trouble: Trouble | null;
  /** Grids that the work in hand touches: their figures are shown. */
  gridIds: readonly string[];
  isDragging: boolean;
  /** Set by the map: does what the card says, changes it, gives it up. */
  confirm(): void;
  cancel(): void;
  /** Takes the last place of a drawing back, or the chosen vertex out. */
  remove(): void;
  change(card: WorkCard): void;
}

const idle = {
  card: null,
  trouble: null,
  gridIds: [],
  isDragging: false,
  confirm: () => undefined,
  cancel: () => undefined,
  remove: () => undefined,
  change: () => undefined,
};

/** The work in hand on the studio's map, for the panels around it. */
export const useStudioWork = create<WorkState>(() => ({ hint: 'select', ...idle }));

/** Forgets the work in hand. */
export function endWork(hint: HintId): void {
  useStudioWork.setState({ hint, ...idle });
}

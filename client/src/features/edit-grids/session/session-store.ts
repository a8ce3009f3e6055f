import { create } from 'zustand';

export type Phase =
  | { kind: 'idle' }
  /** `progress` 0 to 1 once that is known. */
  | { kind: 'loading'; step: 'fetch' | 'build' | 'replay'; progress: number | null }
  | { kind: 'ready' }
  | { kind: 'missing' }
  /** The server's words, or null where it does not answer. */
  | { kind: 'failed'; problem: string | null };

/** A step of ours that could not be kept. */
export interface LostStep {
  label: string;
  /** Why, in words of the server; null: `reason` says it. */
  problem: string | null;
  /** A refusal of the tiling, or 'UNDO' | 'REDO' for a step back that would have hit somebody else's. */
  reason: string | null;
}

export interface Losses {
  lost: readonly LostStep[];
  /** What others did meanwhile. */
  theirs: readonly { label: string; by: string | null; at: string }[];
}

interface SessionState {
  phase: Phase;
  losses: Losses | null;
  /** Gaps and overlaps of the boundaries it began on, while nothing is drawn: they must be repaired first. */
  faults: number;
  /** The next step to undo and to redo, for the buttons to name. */
  undo: { label: string; by: string | null } | null;
  redo: { label: string; by: string | null } | null;
}

/** How the opened plan is, beyond what the studio store shows of it. */
export const useSessionStore = create<SessionState>(() => ({
  phase: { kind: 'idle' },
  losses: null,
  faults: 0,
  undo: null,
  redo: null,
}));

import type { CoveringGoal, CoveringInstance } from '@maplebridge/engine/siting/covering-instance';
import type { UpperBound } from '@maplebridge/engine/siting/upper-bound';

/** A choice of sites and what it is worth. */
export interface ValuedSites {
  readonly sites: readonly number[];
  readonly value: number;
}

export interface ProveData {
  readonly instance: CoveringInstance;
  readonly goal: CoveringGoal;
  /** The best choice so far. */
  readonly plan: ValuedSites;
  /** From `boundCovering`. */
  readonly bound: UpperBound;
  readonly timeLimitSeconds: number;
}

/** Why a proof ended: the plan is the best there is; time was over; the model is too large; it was cancelled. */
export type ProofEnd = 'PROVEN' | 'TIME' | 'TOO_LARGE' | 'CANCELLED';

export interface Proof extends ValuedSites {
  /** No choice is worth more. */
  readonly bound: number;
  readonly end: ProofEnd;
}

export type ProveMessage = { readonly bound: number } | { readonly done: Proof };

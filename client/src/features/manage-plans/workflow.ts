import type { PlanState } from '../../graphql/generated/studio/graphql.js';
import type { Tone } from '../../ui/tones.js';

/** What can be done with a plan besides drawing; each leads to one state. */
export const deedTargets = {
  submit: 'SUBMITTED',
  sendBack: 'SENT_BACK',
  publicise: 'PUBLICISED',
  approve: 'APPROVED',
  publish: 'PUBLISHED',
  withdraw: 'WITHDRAWN',
} as const satisfies Record<string, PlanState>;

export type Deed = keyof typeof deedTargets;

const deedsIn: Record<PlanState, readonly Deed[]> = {
  DRAFT: ['submit', 'withdraw'],
  SENT_BACK: ['submit', 'withdraw'],
  SUBMITTED: ['publicise', 'sendBack', 'withdraw'],
  PUBLICISED: ['approve', 'sendBack', 'withdraw'],
  APPROVED: ['publish', 'sendBack', 'withdraw'],
  PUBLISHED: [],
  HISTORY: [],
  WITHDRAWN: [],
};

/** What can be done with a plan now, the usual next step first. */
export const listDeeds = (state: PlanState): readonly Deed[] => deedsIn[state];

/** The way a plan goes when nobody sends it back. */
const way: readonly PlanState[] = ['DRAFT', 'SUBMITTED', 'PUBLICISED', 'APPROVED', 'PUBLISHED'];

/** The states that still lie ahead of a plan, in order; none once it is published or withdrawn. */
export function listAhead(state: PlanState): readonly PlanState[] {
  // Sent back, it has to be submitted again.
  const place = way.indexOf(state === 'SENT_BACK' ? 'DRAFT' : state);
  return place === -1 ? [] : way.slice(place + 1);
}

export const stateTones: Record<PlanState, Tone> = {
  DRAFT: 'plain',
  SUBMITTED: 'accent',
  SENT_BACK: 'warning',
  PUBLICISED: 'accent',
  APPROVED: 'accent',
  PUBLISHED: 'success',
  HISTORY: 'plain',
  WITHDRAWN: 'plain',
};

/** How a plan reads in lists: published is not yet in force before its effective date. */
export type Standing = PlanState | 'IN_FORCE' | 'AWAITING_EFFECT';

/** Where a plan stands at an instant (epoch milliseconds). */
export function getStanding(
  { state, effectiveAt }: { state: PlanState; effectiveAt?: string | null | undefined },
  now: number,
): Standing {
  if (state !== 'PUBLISHED') return state;
  return effectiveAt && Date.parse(effectiveAt) > now ? 'AWAITING_EFFECT' : 'IN_FORCE';
}

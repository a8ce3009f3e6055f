import type { PlanState } from '../../database/prisma/enums.js';

/**
 * Where a plan may go from each state by somebody's decision. Editing what was sent back makes it a draft again; a
 * later plan that takes effect makes a published one history.
 */
export const transitions: Record<PlanState, readonly PlanState[]> = {
  DRAFT: ['SUBMITTED', 'WITHDRAWN'],
  SUBMITTED: ['SENT_BACK', 'PUBLICISED', 'WITHDRAWN'],
  SENT_BACK: ['SUBMITTED', 'WITHDRAWN'],
  PUBLICISED: ['SENT_BACK', 'APPROVED', 'WITHDRAWN'],
  APPROVED: ['SENT_BACK', 'PUBLISHED', 'WITHDRAWN'],
  PUBLISHED: [],
  HISTORY: [],
  WITHDRAWN: [],
};

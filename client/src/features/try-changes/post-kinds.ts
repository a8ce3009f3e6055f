import type { PostKind } from '../../graphql/generated/travel/graphql.js';

/** Kinds of posts that answer in one of the tiers by default, the most usual first. */
export const respondingKinds: readonly PostKind[] = [
  'LIAISON_STATION',
  'SERVICE_POINT',
  'OFFICE',
  'STATION',
  'PROJECT_POST',
  'TRAFFIC_SQUADRON',
  'SMALLEST_RESPONSE_UNIT',
  'VOLUNTEER_TEAM',
];

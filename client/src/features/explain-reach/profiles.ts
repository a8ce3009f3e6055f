import type { TravelProfile } from '../../graphql/generated/graphql.js';

export const profiles: readonly TravelProfile[] = ['DRIVING', 'CYCLING', 'WALKING'];

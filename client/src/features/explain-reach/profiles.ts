import type { TravelProfile } from '../../graphql/generated/travel/graphql.js';

export const profiles: readonly TravelProfile[] = ['DRIVING', 'CYCLING', 'WALKING'];

import type { Database, Session } from '../database/index.js';
import { readRevision } from '../tiles/revision.js';
import { sharedCache, type SharedCache } from '../tiles/shared-cache.js';
import type { Leaves } from '../territory/leaves-at.js';
import { FIND_HOUSEHOLDS } from './crosswalk.sql.js';

export interface PairHouseholds {
  policeId: string;
  socialId: string;
  households: number;
}

const KEPT = 4;
const kept = new WeakMap<Database, SharedCache<PairHouseholds[]>>();

/** Households of the buildings on the map, per police grid and social grid; kept until the base map or the boundaries change. */
export async function householdsInPairs(
  database: Database,
  session: Session,
  leaves: Leaves,
): Promise<PairHouseholds[]> {
  const cache = kept.get(database) ?? sharedCache<PairHouseholds[]>(KEPT, () => 1);
  kept.set(database, cache);
  return cache.get(`${leaves.key} ${await readRevision(session, 'base')}`, () => count(session, leaves));
}

async function count(session: Session, { finder }: Leaves): Promise<PairHouseholds[]> {
  const pairs = new Map<string, PairHouseholds>();
  const places = await session.query<{ x: number; y: number; households: number }>(FIND_HOUSEHOLDS);
  for (const { x, y, households } of places) {
    const policeId = finder.find('POLICE', [x, y], 0)?.territoryId;
    const socialId = finder.find('SOCIAL', [x, y], 0)?.territoryId;
    if (!policeId || !socialId) continue;
    const key = `${policeId} ${socialId}`;
    const pair = pairs.get(key) ?? { policeId, socialId, households: 0 };
    pairs.set(key, { ...pair, households: pair.households + households });
  }
  return [...pairs.values()];
}

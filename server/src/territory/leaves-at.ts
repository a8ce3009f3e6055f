import type { Database, Session } from '../database/index.js';
import type { TerritoryPartition } from '../database/prisma/enums.js';
import { readRevision } from '../tiles/revision.js';
import { sharedCache, type SharedCache } from '../tiles/shared-cache.js';
import { BEFORE_ALL_CHANGES, listBoundaryChanges } from './boundary-changes.js';
import { GridFinder, type LeafVersion } from './grid-finder.js';

export interface NamedLeaf extends LeafVersion {
  name: string;
  households: number | null;
  areaSquareMetres: number;
}

/** The grids in force at an instant. */
export interface Leaves {
  /** Names this very set: the same for every instant between two changes of boundaries. */
  key: string;
  /** Lowest code first. */
  leaves: NamedLeaf[];
  /** Finds their places, whatever instant it is asked for. */
  finder: GridFinder;
  of(partition: TerritoryPartition): NamedLeaf[];
}

/** A county of 2,000 grids takes some 10 MB; two sets suffice to compare then and now. */
const KEPT = 4;
const kept = new WeakMap<Database, SharedCache<Leaves>>();

/**
 * Grids of both partitions in force at an instant, kept while boundaries stay as they are. For reading only: a transaction
 * that changes boundaries may still fail, and what it saw would be kept.
 */
export async function leavesAt(database: Database, session: Session, at: Date): Promise<Leaves> {
  const revision = await readRevision(session, 'territory');
  const changes = await listBoundaryChanges(session);
  const since = changes.findLast((change) => change <= at) ?? BEFORE_ALL_CHANGES;
  const cache = kept.get(database) ?? sharedCache<Leaves>(KEPT, () => 1);
  kept.set(database, cache);
  const key = `${revision} ${since.toISOString()}`;
  return cache.get(key, () => loadLeaves(session, key, since));
}

async function loadLeaves(session: Session, key: string, at: Date): Promise<Leaves> {
  const leaves = await session.query<NamedLeaf & Record<string, unknown>>(
    `SELECT id AS "versionId", territory_id AS "territoryId", partition, code, name, households,
       area_square_metres AS "areaSquareMetres", community_id AS "communityId", police_area_id AS "policeAreaId",
       json_build_array(ST_X(anchor), ST_Y(anchor)) AS anchor, ST_AsGeoJSON(boundary, 15)::json AS boundary,
       NULL AS "validFrom", NULL AS "validTo"
     FROM territory_version WHERE is_leaf AND level <> 'MICRO_GRID' AND tstzrange(valid_from, valid_to) @> $1::timestamptz
     ORDER BY code`,
    [at],
  );
  return {
    key,
    leaves,
    finder: new GridFinder(leaves),
    of: (partition) => leaves.filter((leaf) => leaf.partition === partition),
  };
}

import type { Session } from '../database/index.js';
import type { Period } from '../period.js';
import type { Leaves } from '../territory/leaves-at.js';

/** Incidents of a period in a pair of grids of one set of boundaries; null: in none of that partition. */
export interface PlaceCount {
  socialId: string | null;
  policeId: string | null;
  incidents: number;
  urgent: number;
}

const BATCH = 50_000;

/** The incident's grids are of the very set of boundaries ($3, $4) asked for; a partition without grids decides nothing. */
const SETTLED = `((cardinality($3::uuid[]) = 0 OR i.grid_version_id = ANY($3::uuid[]))
  AND (cardinality($4::uuid[]) = 0 OR i.police_grid_version_id = ANY($4::uuid[]))) IS TRUE`;
const IN_PERIOD = 'i.reported_at >= $1 AND i.reported_at < $2';

/**
 * Counts incidents by their places in a set of boundaries. An incident whose grids are of that very set is counted by
 * them; only the others are looked up by place, of sensitive kinds too: a figure per grid is what may be shown of them.
 * One without a place counts for the grid it was given to, where that is in the set.
 * @param sharesLand absent: any pair will do. On a border each partition picks its lowest code, and the two picked may
 *   have no land in common; then the police grid is taken that shares the place and land with the social grid.
 */
export async function countByPlace(
  session: Session,
  { from, to }: Period,
  leaves: Leaves,
  sharesLand: (socialId: string, policeId: string) => boolean = () => true,
): Promise<PlaceCount[]> {
  const versions = (partition: 'SOCIAL' | 'POLICE') => leaves.of(partition).map(({ versionId }) => versionId);
  const parameters = [from, to, versions('SOCIAL'), versions('POLICE')];
  const tally = new Tally(leaves, sharesLand);
  const groups = await session.query<PlaceCount & { isPlaceless: boolean }>(
    `SELECT i.grid_id AS "socialId", i.police_grid_id AS "policeId", i.place IS NULL AS "isPlaceless", count(*)::int AS incidents,
       (count(*) FILTER (WHERE i.priority = 1))::int AS urgent
     FROM incident i WHERE ${IN_PERIOD} AND (i.place IS NULL OR ${SETTLED}) GROUP BY 1, 2, 3`,
    parameters,
  );
  const astray: PlaceCount[] = [];
  for (const group of groups) if (!tally.addPair(group, group.isPlaceless)) astray.push(group);
  const strayed = [astray.map(({ socialId }) => socialId), astray.map(({ policeId }) => policeId)];
  let last = { reportedAt: new Date(0).toISOString(), id: '00000000-0000-0000-0000-000000000000' };
  for (;;) {
    const batch = await session.query<Located>(
      `SELECT i.id, i.reported_at AS "reportedAt", ST_X(i.place) AS x, ST_Y(i.place) AS y, i.priority FROM incident i
       WHERE ${IN_PERIOD} AND i.place IS NOT NULL AND (i.reported_at, i.id) > ($5::timestamptz, $6::uuid) AND (NOT ${SETTLED}
         OR (i.grid_id, i.police_grid_id) IN (SELECT * FROM unnest($7::uuid[], $8::uuid[]) AS astray (social, police)))
       ORDER BY i.reported_at, i.id LIMIT ${BATCH}`,
      [...parameters, last.reportedAt, last.id, ...strayed],
    );
    for (const incident of batch) tally.addPlace(incident);
    if (batch.length < BATCH) break;
    last = batch.at(-1)!;
  }
  return tally.counts();
}

interface Located {
  id: string;
  reportedAt: string;
  x: number;
  y: number;
  priority: number;
}

class Tally {
  private readonly byPair = new Map<string, PlaceCount>();
  private readonly inForce: ReadonlySet<string>;

  constructor(
    private readonly leaves: Leaves,
    private readonly sharesLand: (socialId: string, policeId: string) => boolean,
  ) {
    this.inForce = new Set(leaves.leaves.map(({ territoryId }) => territoryId));
  }

  /** @returns false where the two have no land in common and places can tell better: then nothing was added */
  addPair({ socialId, policeId, incidents, urgent }: PlaceCount, isPlaceless: boolean): boolean {
    const social = socialId && this.inForce.has(socialId) ? socialId : null;
    const police = policeId && this.inForce.has(policeId) ? policeId : null;
    if (!isPlaceless && social && police && !this.sharesLand(social, police)) return false;
    this.add(social, police, incidents, urgent);
    return true;
  }

  addPlace({ x, y, priority }: Located): void {
    const find = (partition: 'SOCIAL' | 'POLICE') =>
      this.leaves.finder.findAll(partition, [x, y], 0).map(({ territoryId }) => territoryId);
    const [social = null] = find('SOCIAL');
    const police = find('POLICE');
    const sharing = social && police.find((id) => this.sharesLand(social, id));
    this.add(social, sharing || (police[0] ?? null), 1, priority === 1 ? 1 : 0);
  }

  counts(): PlaceCount[] {
    return [...this.byPair.values()];
  }

  private add(socialId: string | null, policeId: string | null, incidents: number, urgent: number): void {
    const key = `${socialId} ${policeId}`;
    const count = this.byPair.get(key) ?? { socialId, policeId, incidents: 0, urgent: 0 };
    count.incidents += incidents;
    count.urgent += urgent;
    this.byPair.set(key, count);
  }
}

import type { Context } from '../context.js';
import type { Session } from '../database/index.js';
import type { TerritoryPartition } from '../database/prisma/enums.js';
import { requirePeriod, type Period } from '../period.js';
import { leavesAt, type Leaves } from '../territory/leaves-at.js';
import { countByPlace } from './incidents-by-place.js';
import type { GridStatistic, StatisticsBasis } from './statistics.types.js';

/** A year to compare with, and a month beyond. */
const MAX_DAYS = 400;

interface Count {
  incidents: number;
  urgent: number;
}

/**
 * Incidents per grid: on the boundaries of their time (THEN), those that have ended by `at` included; or by place on the
 * boundaries of `at` (NOW). Risk points stand where they are, so they count on the boundaries of `at`.
 */
export function countByGrid(
  { database, viewer }: Context,
  input: {
    partition: TerritoryPartition;
    from: Date;
    to?: Date | undefined;
    at?: Date | undefined;
    basis: StatisticsBasis;
  },
): Promise<GridStatistic[]> {
  const { partition, basis, at = new Date() } = input;
  const period = requirePeriod(input, MAX_DAYS);
  return database.read(viewer, async (session) => {
    const leaves = await leavesAt(database, session, at);
    const counts =
      basis === 'THEN'
        ? await countThen(session, partition, period)
        : await countNow(session, partition, period, leaves);
    const riskPoints = await countRiskPoints(session, partition, leaves);
    const rows = leaves.of(partition).map((leaf): GridStatistic => {
      const { territoryId: id, code, name, anchor, households, areaSquareMetres } = leaf;
      const { incidents, urgent } = counts.get(id) ?? { incidents: 0, urgent: 0 };
      counts.delete(id);
      return {
        grid: { id, code, name, location: { type: 'Point', coordinates: anchor } },
        isInForce: true,
        incidents,
        urgent,
        riskPoints: riskPoints.get(id) ?? 0,
        households,
        areaSquareMetres,
      };
    });
    const others = await readOthers(session, [...counts.keys()], at);
    const ended = others.map((row) => ({
      ...row,
      isInForce: false,
      riskPoints: 0,
      ...counts.get(row.grid.id)!,
    }));
    return [...rows, ...ended].sort((a, b) => (a.grid.code < b.grid.code ? -1 : 1));
  });
}

async function countThen(
  session: Session,
  partition: TerritoryPartition,
  { from, to }: Period,
): Promise<Map<string, Count>> {
  const column = partition === 'SOCIAL' ? 'grid_id' : 'police_grid_id';
  const rows = await session.query<Count & { id: string }>(
    `SELECT ${column} AS id, count(*)::int AS incidents, (count(*) FILTER (WHERE priority = 1))::int AS urgent
     FROM incident WHERE reported_at >= $1 AND reported_at < $2 AND ${column} IS NOT NULL GROUP BY 1`,
    [from, to],
  );
  return new Map(rows.map(({ id, incidents, urgent }) => [id, { incidents, urgent }]));
}

async function countNow(
  session: Session,
  partition: TerritoryPartition,
  period: Period,
  leaves: Leaves,
): Promise<Map<string, Count>> {
  const counts = new Map<string, Count>();
  for (const { socialId, policeId, incidents, urgent } of await countByPlace(session, period, leaves)) {
    const id = partition === 'SOCIAL' ? socialId : policeId;
    if (id === null) continue;
    const count = counts.get(id) ?? { incidents: 0, urgent: 0 };
    counts.set(id, { incidents: count.incidents + incidents, urgent: count.urgent + urgent });
  }
  return counts;
}

async function countRiskPoints(
  session: Session,
  partition: TerritoryPartition,
  { finder }: Leaves,
): Promise<Map<string, number>> {
  const places = await session.query<{ x: number; y: number }>(
    'SELECT ST_X(place) AS x, ST_Y(place) AS y FROM (SELECT ST_PointOnSurface(location) AS place FROM risk_point) risk',
  );
  const counts = new Map<string, number>();
  for (const { x, y } of places) {
    const id = finder.find(partition, [x, y], 0)?.territoryId;
    if (id) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** Grids not in force at the instant, as they were last before it, or first after. */
function readOthers(
  session: Session,
  ids: readonly string[],
  at: Date,
): Promise<Pick<GridStatistic, 'grid' | 'households' | 'areaSquareMetres'>[]> {
  return session.query(
    `SELECT DISTINCT ON (territory_id) json_build_object('id', territory_id, 'code', code, 'name', name,
         'location', ST_AsGeoJSON(anchor, 7)::json) AS grid, households, area_square_metres AS "areaSquareMetres"
     FROM territory_version WHERE territory_id = ANY($1::uuid[])
     ORDER BY territory_id, (valid_from IS NULL OR valid_from <= $2) DESC, valid_from DESC NULLS LAST`,
    [ids, at],
  );
}

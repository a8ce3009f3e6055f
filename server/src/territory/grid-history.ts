import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.js';
import { requestedFields, under } from '../database/look-ahead.js';
import type { Session } from '../database/index.js';
import type { TerritoryPartition } from '../database/prisma/enums.js';
import { readRecords } from '../database/record.js';
import { requireId } from '../database/statement.js';
import { Refusal } from '../errors.js';
import { GRID_LEVELS, gridVersionSelection } from './territory.sql.js';
import type { BoundaryDate, Grid, GridHistory, GridLink } from './territory.types.js';

const MAX_DATES = 500;

/** All a grid has been, and its line of descent. @throws Refusal NOT_FOUND */
export function showHistory(
  { database, viewer }: Context,
  info: GraphQLResolveInfo,
  id: string,
): Promise<GridHistory> {
  const requested = under(requestedFields(info), 'GridHistory', 'versions');
  return database.read(viewer, async (session) => {
    const versions = await readRecords<Grid>(
      session,
      requested,
      gridVersionSelection,
      (parameters) =>
        `FROM territory_version r WHERE r.territory_id = ${parameters.add(id, 'uuid')} AND r.level IN ${GRID_LEVELS} ` +
        `ORDER BY r.valid_from DESC NULLS LAST`,
    );
    if (versions.length === 0) throw new Refusal('NOT_FOUND', 'gridUnknown', { id });
    return {
      versions,
      from: await readLinks(session, id, { self: 'child_id', other: 'parent_id', share: 'share' }),
      into: await readLinks(session, id, { self: 'parent_id', other: 'child_id', share: 'share_of_parent' }),
    };
  });
}

/** The other ends of a grid's links, latest first, with the share of the grid's own land. */
function readLinks(
  session: Session,
  id: string,
  { self, other, share }: Record<'self' | 'other' | 'share', string>,
): Promise<GridLink[]> {
  return session.query<GridLink & Record<string, unknown>>(
    `SELECT t.id, t.code, coalesce((SELECT v.name FROM territory_version v WHERE v.territory_id = t.id
         ORDER BY v.valid_from DESC NULLS LAST LIMIT 1), t.code) AS name,
       d.at, p.id AS "planId", p.number AS "planNumber", d.${share} AS share
     FROM territory_descent d JOIN territory t ON t.id = d.${other} LEFT JOIN boundary_plan p ON p.id = d.plan_id
     WHERE d.${self} = $1 ORDER BY d.at DESC, d.${share} DESC, t.code`,
    [requireId(id)],
  );
}

/** When grids began, changed or ended, or will; newest first. */
export function listBoundaryDates(
  { database, viewer }: Context,
  partition?: TerritoryPartition,
): Promise<BoundaryDate[]> {
  return database.read(viewer, (session) =>
    session.query<BoundaryDate & Record<string, unknown>>(
      `SELECT change.at, change.partition, change.grids, plan.id AS "planId", plan.number AS "planNumber", plan.name AS "planName"
       FROM (SELECT at, partition, count(DISTINCT territory_id)::int AS grids
         FROM (SELECT valid_from AS at, partition, territory_id, level FROM territory_version
           UNION ALL SELECT valid_to, partition, territory_id, level FROM territory_version) ends
         WHERE at IS NOT NULL AND level IN ${GRID_LEVELS} AND ($1::territory_partition IS NULL OR partition = $1)
         GROUP BY at, partition) change
       LEFT JOIN LATERAL (SELECT p.id, p.number, p.name FROM boundary_plan p WHERE p.effective_at = change.at
         AND p.partition = change.partition AND p.state IN ('PUBLISHED', 'HISTORY') ORDER BY p.number LIMIT 1) plan ON true
       ORDER BY change.at DESC, change.partition LIMIT ${MAX_DATES}`,
      [partition ?? null],
    ),
  );
}

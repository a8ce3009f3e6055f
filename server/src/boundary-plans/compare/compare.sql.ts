import { STEPS_PER_DEGREE } from '@maplebridge/engine/coordinates/round';
import { geoJson } from '../../database/statement.js';
import { openLeaves } from '../boundary-plans.sql.js';

/** A place in whole steps. */
const steps = (place: string) =>
  `round(ST_X(${place}) * ${STEPS_PER_DEGREE})::int AS x, round(ST_Y(${place}) * ${STEPS_PER_DEGREE})::int AS y`;

/** Incidents of a period ($1, $2) as everybody may see them: sensitive kinds at their grid's anchor. At most half a million. */
export const FIND_INCIDENT_POINTS = `
  SELECT ${steps('i.location')} FROM incident_shown i
  WHERE i.reported_at >= $1::timestamptz AND i.reported_at < $2::timestamptz AND i.location IS NOT NULL
  ORDER BY i.reported_at DESC LIMIT 500000`;

/** Risk points, a line or an area at a point on it; level 1 is red, 4 blue. */
export const FIND_RISK_POINTS = `
  SELECT ${steps('place')}, array_position(ARRAY['RED', 'ORANGE', 'YELLOW', 'BLUE'], level::text) AS level
  FROM (SELECT ST_PointOnSurface(location) AS place, level FROM risk_point) risk`;

/** Leaves of a partition ($1) in force until further notice. */
export const LIST_LEAVES = `
  SELECT v.territory_id AS id, v.code, v.name, v.kind, v.parent_id AS "parentId", ${geoJson('v.boundary')} AS boundary, v.households
  ${openLeaves('$1::territory_partition', '$2::uuid')} ORDER BY v.code`;

/** Staff of territories ($1) at an instant ($2; null: now), as counts per role. */
export const LIST_STAFF = `
  SELECT territory_id AS id, role, count FROM grid_staff
  WHERE territory_id = ANY($1::uuid[]) AND tstzrange(valid_from, valid_to) @> coalesce($2::timestamptz, now())`;

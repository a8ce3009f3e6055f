import { geoJson } from '../../database/statement.js';
import { openLeaves } from '../boundary-plans.sql.js';

/** Leaves of a partition ($1) of a county ($2) in force until further notice. */
export const LIST_OPEN_LEAVES = `
  SELECT v.territory_id AS id, v.id AS "versionId", ${geoJson('v.boundary')} AS boundary
  ${openLeaves('$1::territory_partition', '$2::uuid')} ORDER BY v.code`;

export const LIST_ACTIVE =
  'SELECT id, body FROM boundary_plan_edit WHERE plan_id = $1 AND NOT is_undone ORDER BY sequence';

/** Closes up the numbers of a log of which edits were left out. */
export const RENUMBER = `
  UPDATE boundary_plan_edit e SET sequence = numbered.n
  FROM (SELECT id, row_number() OVER (ORDER BY sequence)::int AS n FROM boundary_plan_edit WHERE plan_id = $1) numbered
  WHERE e.id = numbered.id`;

/** Another instant each time: by it others know that the base is another. */
export const SET_BASE_AT = `
  UPDATE boundary_plan SET base_at = (SELECT greatest(now(), boundary_plan.base_at + interval '1 millisecond', max(v.valid_from))
    ${openLeaves('boundary_plan.partition', 'boundary_plan.county_id')}) WHERE id = $1`;

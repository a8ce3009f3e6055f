import { geoJson } from '../../database/statement.js';

/** What a plan is drawn on changes with its instant only. */
export const FIND_BASE_KEY = 'SELECT base_at AS "baseAt" FROM boundary_plan WHERE id = $1';

export const FIND_BASE_BOUNDARIES = `
  SELECT v.territory_id AS id, ${geoJson('v.boundary')} AS boundary
  FROM boundary_plan_base b JOIN territory_version v ON v.id = b.version_id WHERE b.plan_id = $1 ORDER BY v.code`;

export const IS_ACTIVE = 'SELECT NOT is_undone AS active FROM boundary_plan_edit WHERE id = $1';

export const COUNT_ACTIVE = `
  SELECT count(*)::int AS count FROM boundary_plan_edit WHERE plan_id = $1 AND NOT is_undone AND id = ANY($2::uuid[])`;

/** What edits in effect beyond a sequence do. */
export const FIND_CHANGES = `
  SELECT id, body -> 'changes' AS changes FROM boundary_plan_edit
  WHERE plan_id = $1 AND NOT is_undone AND sequence > $2 ORDER BY sequence`;

import type { Selection } from '../database/look-ahead.js';
import { geoJson } from '../database/statement.js';
import { GRID_LEVELS } from '../territory/territory.sql.js';

/** What is worked out by a resolver of its own starts from the plan's id. */
const planId = (p: string) => `${p}.id`;

/**
 * The leaves a plan is drawn on, or was: those in force until further notice. A change that is published and still to
 * come counts as made.
 */
export const openLeaves = (partition: string, countyId: string) =>
  `FROM territory_version v WHERE v.partition = ${partition} AND v.county_id = ${countyId} AND v.level IN ${GRID_LEVELS} AND v.valid_to IS NULL`;

/** Whether a plan still under way was drawn on other boundaries than those in force until further notice. */
export const isStale = (p: string) =>
  `(${p}.state NOT IN ('PUBLISHED', 'HISTORY', 'WITHDRAWN') AND EXISTS (
    SELECT FROM (SELECT v.id, v.territory_id, v.boundary FROM boundary_plan_base b JOIN territory_version v ON v.id = b.version_id
        WHERE b.plan_id = ${p}.id) was
      FULL JOIN (SELECT v.id, v.territory_id, v.boundary ${openLeaves(`${p}.partition`, `${p}.county_id`)}) is_now
        ON is_now.territory_id = was.territory_id
    WHERE was.id IS DISTINCT FROM is_now.id
      AND (was.id IS NULL OR is_now.id IS NULL OR NOT ST_OrderingEquals(was.boundary, is_now.boundary))))`;

export const planSelection: Selection = {
  types: ['BoundaryPlan'],
  fields: {
    id: (p) => `${p}.id`,
    number: (p) => `${p}.number`,
    name: (p) => `${p}.name`,
    reason: (p) => `${p}.reason`,
    partition: (p) => `${p}.partition`,
    state: (p) => `${p}.state`,
    version: (p) => `${p}.version`,
    baseAt: (p) => `${p}.base_at`,
    stale: isStale,
    author: (p) => `${p}.author`,
    documentNumber: (p) => `${p}.document_number`,
    publicisedFrom: (p) => `${p}.publicised_from`,
    publicisedTo: (p) => `${p}.publicised_to`,
    effectiveAt: (p) => `${p}.effective_at`,
    isInForce: (p) => `(${p}.state = 'PUBLISHED' AND ${p}.effective_at <= now())`,
    createdAt: (p) => `${p}.created_at`,
    updatedAt: (p) => `${p}.updated_at`,
    editCount: (p) =>
      `(SELECT count(*) FROM boundary_plan_edit e WHERE e.plan_id = ${p}.id AND NOT e.is_undone)`,
    undoneCount: (p) =>
      `(SELECT count(*) FROM boundary_plan_edit e WHERE e.plan_id = ${p}.id AND e.is_undone)`,
    changedGridCount: planId,
    baseGrids: planId,
    grids: planId,
    edits: planId,
    steps: planId,
    comments: planId,
    check: planId,
  },
};

const EDIT = `SELECT e.id, e.sequence, e.label, e.body, e.by, e.at, e.is_undone AS "isUndone",
    coalesce((SELECT json_agg(json_build_object('gridId', c.grid_id, 'code', c.code, 'name', c.name) ORDER BY c.code)
      FROM reserved_grid_code c WHERE c.edit_id = e.id), '[]') AS codes
  FROM boundary_plan_edit e`;

export const LIST_EDITS = `${EDIT} WHERE e.plan_id = $1 ORDER BY e.sequence`;
export const FIND_EDITS = `${EDIT} WHERE e.id = ANY($1::uuid[]) ORDER BY e.sequence`;

export const LIST_STEPS = `SELECT at, by, from_state AS "from", to_state AS "to", note FROM boundary_plan_step
  WHERE plan_id = $1 ORDER BY at, id`;

const COMMENT = `SELECT id, ${geoJson('location')} AS location, grid_id AS "gridId", body, by, at,
    resolved_at AS "resolvedAt", resolved_by AS "resolvedBy" FROM boundary_plan_comment`;
export const LIST_COMMENTS = `${COMMENT} WHERE plan_id = $1 ORDER BY at, id`;
export const FIND_COMMENT = `${COMMENT} WHERE id = $1`;

export const FIND_PLAN = `SELECT id, county_id AS "countyId", partition, number, name, state, version, base_at AS "baseAt",
    document_number AS "documentNumber", effective_at AS "effectiveAt", updated_at AS "updatedAt", updated_by AS "updatedBy"
  FROM boundary_plan WHERE id = $1`;

import { geoJson } from '../../database/statement.js';

/** The leaves a plan ($1) is drawn on, by code. */
export const LIST_BASE_GRIDS = `
  SELECT v.territory_id AS id, v.id AS "versionId", v.code, v.name, v.kind, v.parent_id AS "parentId", ${geoJson('v.boundary')} AS boundary,
    v.area_square_metres AS "areaSquareMetres", v.households, v.households_source AS "householdsSource",
    v.households_as_of::timestamptz AS "householdsAsOf", v.border_words AS borders
  FROM boundary_plan_base b JOIN territory_version v ON v.id = b.version_id WHERE b.plan_id = $1 ORDER BY v.code`;

export const LIST_RESERVED = 'SELECT grid_id AS id, code, name FROM reserved_grid_code WHERE plan_id = $1';

/** Latest names of territories by id. */
export const NAME_TERRITORIES = `
  SELECT DISTINCT ON (territory_id) territory_id AS id, name FROM territory_version WHERE territory_id = ANY($1::uuid[])
  ORDER BY territory_id, valid_to DESC NULLS FIRST`;

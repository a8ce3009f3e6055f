import { openLeaves } from '../boundary-plans/boundary-plans.sql.js';
import { geoJson } from '../database/statement.js';

/** The grids a plan of a partition ($1) in a county ($2) would be drawn on, and what each belongs to, by code. */
export const LIST_GRIDS = `
  SELECT v.territory_id AS id, v.parent_id AS "communityId",
    (SELECT p.parent_id FROM territory_version p WHERE p.territory_id = v.parent_id
     ORDER BY p.valid_to DESC NULLS FIRST, p.valid_from DESC NULLS LAST LIMIT 1) AS "stationId", ${geoJson('v.boundary')} AS boundary
  ${openLeaves('$1::territory_partition', '$2::uuid')} ORDER BY v.code`;

const FEATURES = `base_feature f JOIN dataset d ON d.id = f.dataset_id AND d.published`;
const WITHIN = `f.geom && ST_MakeEnvelope($1, $2, $3, $4, 4326)`;

/** Streets (no paths, no tunnels), waterways and railways in a box ($1 to $4). */
export const LIST_LINES = `
  SELECT f.layer = 'street' AS "isStreet", ${geoJson('f.geom')} AS geometry FROM ${FEATURES}
  WHERE ${WITHIN} AND NOT f.tunnel
    AND (f.layer IN ('waterway', 'railway') OR (f.layer = 'street' AND f.kind NOT IN ('path')))
    AND ST_GeometryType(f.geom) IN ('ST_LineString', 'ST_MultiLineString') LIMIT $5`;

/** Buildings with households in a box, at a point of each. */
export const LIST_HOUSEHOLDS = `
  SELECT ST_X(place) AS x, ST_Y(place) AS y, households AS weight FROM (
    SELECT ST_PointOnSurface(f.geom) AS place, f.households FROM ${FEATURES} WHERE ${WITHIN} AND f.households > 0 LIMIT $5) points`;

/** Where incidents of a period ($6, $7) in a box may be shown. */
export const LIST_INCIDENTS = `
  SELECT ST_X(i.location) AS x, ST_Y(i.location) AS y, 1 AS weight FROM incident_shown i
  WHERE i.reported_at >= $6 AND i.reported_at < $7 AND i.location && ST_MakeEnvelope($1, $2, $3, $4, 4326) LIMIT $5`;

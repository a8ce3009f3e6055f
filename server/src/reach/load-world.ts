import type { Session } from '../database/index.js';
import type { LeafVersion } from '../territory/grid-finder.js';
import { demandKinds, type DemandPoints } from './worker/protocol.js';

/**
 * What the streets, the land and the places on it were last changed at, as one text: another text, another world.
 * Cheap enough to ask with every question.
 */
export async function readWorldKey(session: Session): Promise<string> {
  const [row] = await session.query<{ key: string }>(
    `SELECT concat_ws(' ',
       (SELECT string_agg(layer || value, ' ' ORDER BY layer) FROM layer_revision WHERE layer IN ('streets', 'territory', 'base')),
       (SELECT count(*) || ':' || coalesce(max(created_at)::text, '') FROM risk_point),
       (SELECT md5(value::text) FROM setting WHERE key = 'travel'),
       (SELECT string_agg(v.valid_from::text, ' ') FROM (SELECT max(valid_from) AS valid_from FROM territory_now) v)) AS key`,
  );
  return row!.key;
}

/** The grids that tile the county now: social ones, or police grids where there are no others. */
export async function loadLeaves(session: Session): Promise<LeafVersion[]> {
  const leaves = await session.query<LeafVersion & { name: string }>(
    `SELECT id AS "versionId", territory_id AS "territoryId", partition, code, community_id AS "communityId",
       police_area_id AS "policeAreaId", json_build_array(ST_X(anchor), ST_Y(anchor)) AS anchor,
       ST_AsGeoJSON(boundary, 15)::json AS boundary, NULL AS "validFrom", NULL AS "validTo"
     FROM territory_now WHERE is_leaf AND level IN ('GRID', 'MICRO_GRID', 'POLICE_GRID') ORDER BY code`,
  );
  const social = leaves.filter(({ partition }) => partition === 'SOCIAL');
  return social.length > 0 ? social : leaves;
}

/** Buildings with households and risk points; a line or an area counts at a point on it. */
export async function loadDemand(session: Session): Promise<DemandPoints> {
  const rows = await session.query<{ x: number; y: number; weight: number; kind: string }>(
    `SELECT ST_X(place) AS x, ST_Y(place) AS y, weight, kind FROM (
       SELECT ST_PointOnSurface(f.geom) AS place, f.households AS weight, 'households' AS kind
       FROM base_feature f JOIN dataset d ON d.id = f.dataset_id AND d.published WHERE f.households > 0
       UNION ALL
       SELECT ST_PointOnSurface(location), 1, level::text FROM risk_point) points`,
  );
  const kindNumber = new Map<string, number>(demandKinds.map((kind, number) => [kind, number]));
  const places = new Float64Array(2 * rows.length);
  rows.forEach(({ x, y }, i) => places.set([x, y], 2 * i));
  return {
    places,
    weights: Float64Array.from(rows, ({ weight }) => weight),
    kinds: Uint8Array.from(rows, ({ kind }) => kindNumber.get(kind)!),
  };
}

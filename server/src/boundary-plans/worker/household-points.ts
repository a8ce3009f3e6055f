import { STEPS_PER_DEGREE } from '@maplebridge/engine/coordinates/round';
import type { Session } from '../../database/index.js';

/** Another text when the base map's buildings may be others. */
export async function readPointsKey(session: Session): Promise<string> {
  const [row] = await session.query<{ key: string }>(
    `SELECT (SELECT value FROM layer_revision WHERE layer = 'base') || ' ' ||
       coalesce((SELECT string_agg(id::text, ' ' ORDER BY id) FROM dataset WHERE published), '') AS key`,
  );
  return row!.key;
}

/** Buildings with households: x, y in whole steps and households, for each. */
export async function loadHouseholdPoints(session: Session): Promise<number[]> {
  const rows = await session.query<{ x: number; y: number; households: number }>(
    `SELECT ST_X(place) AS x, ST_Y(place) AS y, households FROM (
       SELECT ST_PointOnSurface(f.geom) AS place, f.households
       FROM base_feature f JOIN dataset d ON d.id = f.dataset_id AND d.published WHERE f.households > 0) points`,
  );
  return rows.flatMap(({ x, y, households }) => [
    Math.round(x * STEPS_PER_DEGREE),
    Math.round(y * STEPS_PER_DEGREE),
    households,
  ]);
}

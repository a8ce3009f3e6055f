import { findCounty, type CountyRow } from '../../county/county.service.js';
import type { Session } from '../../database/index.js';
import type { Box } from './plausible.js';

export interface CountyFrame extends CountyRow {
  box: Box;
}

/** The county and where it lies; undefined before any territory is there. */
export async function findCountyFrame(session: Session): Promise<CountyFrame | undefined> {
  const county = await findCounty(session);
  if (!county) return undefined;
  const [extent] = await session.query<{ west: number; south: number; east: number; north: number }>(
    `SELECT ST_XMin(box) AS west, ST_YMin(box) AS south, ST_XMax(box) AS east, ST_YMax(box) AS north
     FROM (SELECT Box2D(boundary) AS box FROM territory_now WHERE territory_id = $1) extent`,
    [county.id],
  );
  const { west, south, east, north } = extent!;
  return { ...county, box: [west, south, east, north] };
}

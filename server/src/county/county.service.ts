import type { Database, Session, Viewer } from '../database/index.js';
import { Refusal } from '../errors.js';
import { COUNTY_TIME_ZONE, DEFAULT_TIME_ZONE } from './county.sql.js';
import type { County } from './county.types.js';

export interface CountyRow {
  id: string;
  code: string;
  name: string;
  nameEn: string | null;
  timeZone: string;
  demo: boolean;
}

const FIND = `SELECT v.territory_id AS id, v.code, v.name,
    (SELECT value #>> '{}' FROM setting WHERE key = 'county.nameEn') AS "nameEn",
    ${COUNTY_TIME_ZONE} AS "timeZone",
    coalesce((SELECT value = 'true' FROM setting WHERE key = 'county.demo'), false) AS demo
  FROM territory_now v WHERE v.level = 'COUNTY' ORDER BY v.code LIMIT 1`;

/** @throws Refusal NOT_FOUND before any territory has been imported */
export async function requireCounty(session: Session): Promise<CountyRow> {
  const county = await findCounty(session);
  if (!county) throw new Refusal('NOT_FOUND', 'countyMissing');
  return county;
}

export async function findCounty(session: Session): Promise<CountyRow | undefined> {
  const [county] = await session.query<CountyRow>(FIND);
  return county;
}

export async function setSetting(session: Session, key: string, value: unknown): Promise<void> {
  await session.execute(
    'INSERT INTO setting (key, value) VALUES ($1, $2::jsonb) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    [key, JSON.stringify(value)],
  );
}

const SHOW = `SELECT ST_XMin(box) AS west, ST_YMin(box) AS south, ST_XMax(box) AS east, ST_YMax(box) AS north, county.*
  FROM (${FIND}) county
  CROSS JOIN LATERAL (SELECT ST_Extent(boundary) AS box FROM territory_now WHERE county_id = county.id) extent`;

// Streets alone are worth a look too: without territory the map is named after its base map and fits its extent.
const SHOW_BASE_MAP = `SELECT d.id, d.name, ST_XMin(box) AS west, ST_YMin(box) AS south, ST_XMax(box) AS east, ST_YMax(box) AS north
  FROM dataset d CROSS JOIN LATERAL (SELECT ST_Extent(geom) AS box FROM base_feature WHERE dataset_id = d.id) extent
  WHERE d.published ORDER BY d.imported_at LIMIT 1`;

type Box = Record<'west' | 'south' | 'east' | 'north', number>;

export async function showCounty(
  database: Database,
  viewer: Viewer,
  simulated: boolean,
): Promise<County | null> {
  return database.read(viewer, async (session) => {
    const [county] = await session.query<CountyRow & Box>(SHOW);
    const [row] = county ? [county] : await session.query<{ id: string; name: string } & Box>(SHOW_BASE_MAP);
    if (!row) return null;
    const { west, south, east, north, ...rest } = row;
    return {
      code: '',
      nameEn: null,
      timeZone: DEFAULT_TIME_ZONE,
      demo: false,
      ...rest,
      bounds: [west, south, east, north],
      simulated,
      serverTime: new Date(),
    };
  });
}

import { localViewer, type Database } from '@maplebridge/server/database/index';
import { setSetting } from '@maplebridge/server/county/county.service';
import { storePosts } from '@maplebridge/server/posts/store-posts';
import { GridFinder, loadLeafVersions } from '@maplebridge/server/territory/grid-finder';
import { storeTerritory, type NewTerritory } from '@maplebridge/server/territory/store-territory';
import type { Polygon } from 'geojson';
import { randomUUID } from 'node:crypto';

/** A county of square cells, each side a hundredth of a degree, its south-west corner at 120° E 30° N. */
export const ORIGIN = { longitude: 120, latitude: 30 };
export const CELL = 0.01;
const COMMUNITY_CODE = '990199001001';

export interface SeededCounty {
  countyId: string;
  /** Identity of the social grid in a column and row, both from 0. */
  gridId: (column: number, row: number) => string;
  gridCode: (column: number, row: number) => string;
  policeGridId: (half: 'west' | 'east') => string;
  stationId: string;
  unitId: string;
}

/** The middle of a cell, as input to mutations. */
export function middleOf(column: number, row: number): { longitude: number; latitude: number } {
  return {
    longitude: round(ORIGIN.longitude + (column + 0.5) * CELL),
    latitude: round(ORIGIN.latitude + (row + 0.5) * CELL),
  };
}

/**
 * Fills an empty database: `columns` × `rows` social grids in one community, two police grids (west and east half),
 * a police station answering for all social grids, and a unit off duty.
 */
export async function seedCounty(
  database: Database,
  { columns = 4, rows = 2, timeZone = 'Asia/Shanghai' } = {},
): Promise<SeededCounty> {
  const gridCode = (column: number, row: number) =>
    COMMUNITY_CODE + String(row * columns + column + 1).padStart(3, '0');
  const grids: NewTerritory[] = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      grids.push({
        code: gridCode(column, row),
        name: `测试社区第${row * columns + column + 1}网格`,
        partition: 'SOCIAL',
        level: 'GRID',
        parentCode: COMMUNITY_CODE,
        boundary: rectangle(column, row, column + 1, row + 1),
        households: 300 + column,
      });
  const half = columns / 2;
  return database.write(localViewer, async (session) => {
    const { countyId, idOf } = await storeTerritory(
      session,
      [
        { code: '990199', name: '测试县', partition: 'SOCIAL', level: 'COUNTY', parentCode: null },
        { code: '990199001', name: '测试镇', partition: 'SOCIAL', level: 'TOWN', parentCode: '990199' },
        {
          code: COMMUNITY_CODE,
          name: '测试社区',
          partition: 'SOCIAL',
          level: 'COMMUNITY',
          parentCode: '990199001',
        },
        ...grids,
        { code: 'B', name: '测试县公安局', partition: 'POLICE', level: 'COUNTY_BUREAU', parentCode: null },
        { code: 'B1', name: '测试派出所', partition: 'POLICE', level: 'STATION', parentCode: 'B' },
        { code: 'B101', name: '测试所01警务区', partition: 'POLICE', level: 'POLICE_AREA', parentCode: 'B1' },
        policeGrid('B10101', '测试所01警务区01警格', rectangle(0, 0, half, rows)),
        policeGrid('B10102', '测试所01警务区02警格', rectangle(half, 0, columns, rows)),
      ],
      { validFrom: null, householdsSource: '测试', householdsAsOf: new Date('2026-01-01T00:00:00Z') },
    );
    await setSetting(session, 'county.timeZone', timeZone);
    const finder = new GridFinder(await loadLeafVersions(session));
    const [stationId] = await storePosts(
      session,
      countyId,
      [
        {
          kind: 'STATION',
          code: 'B1',
          name: '测试派出所',
          address: '测试路1号',
          place: [ORIGIN.longitude + CELL / 3, ORIGIN.latitude + CELL / 3],
          openAroundTheClock: true,
          gridIds: grids.map(({ code }) => idOf('SOCIAL', code)),
        },
      ],
      finder,
    );
    const unitId = randomUUID();
    await session.execute(
      `INSERT INTO unit (id, county_id, call_sign, kind, home_post_id) VALUES ($1, $2, '测试01', 'CAR', $3)`,
      [unitId, countyId, stationId!],
    );
    return {
      countyId,
      gridId: (column, row) => idOf('SOCIAL', gridCode(column, row)),
      gridCode,
      policeGridId: (side) => idOf('POLICE', side === 'west' ? 'B10101' : 'B10102'),
      stationId: stationId!,
      unitId,
    };
  });
}

const policeGrid = (code: string, name: string, boundary: Polygon): NewTerritory => ({
  code,
  name,
  partition: 'POLICE',
  level: 'POLICE_GRID',
  parentCode: 'B101',
  boundary,
});

/** Cells from one corner to another, with a vertex at every cell so that neighbours share all of theirs. */
function rectangle(left: number, bottom: number, right: number, top: number): Polygon {
  const ring: [number, number][] = [];
  for (let x = left; x < right; x++) ring.push([x, bottom]);
  for (let y = bottom; y < top; y++) ring.push([right, y]);
  for (let x = right; x > left; x--) ring.push([x, top]);
  for (let y = top; y > bottom; y--) ring.push([left, y]);
  ring.push([left, bottom]);
  return {
    type: 'Polygon',
    coordinates: [
      ring.map(([x, y]) => [round(ORIGIN.longitude + x * CELL), round(ORIGIN.latitude + y * CELL)]),
    ],
  };
}

const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7;

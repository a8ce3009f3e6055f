import type { Session } from '../database/index.js';
import type { DemoCounty } from './county/county.types.js';
import { makeStaff } from './county/inventory/staff.js';
import { DEMO_SEED } from './demo-seed.js';

/** Codes of the police grids below a station. */
export function policeGridsOf({ divisions, grids }: DemoCounty, station: string): string[] {
  const { code } = divisions.find(({ level, name }) => level === 'STATION' && name === station)!;
  const areas = new Set(divisions.flatMap((area) => (area.parentCode === code ? area.code : [])));
  return grids.filter(({ parentCode }) => areas.has(parentCode)).map((grid) => grid.code);
}

/** Stores how many serve each grid. */
export async function storeStaff(
  session: Session,
  countyId: string,
  county: DemoCounty,
  idOf: (partition: 'SOCIAL' | 'POLICE', code: string) => string,
  now: Date,
): Promise<void> {
  const staff = makeStaff(county, DEMO_SEED);
  await session.execute(
    `INSERT INTO grid_staff (territory_id, county_id, role, count, source, as_of)
     SELECT territory_id, $1::uuid, role, count, '演示数据', $2::date
     FROM unnest($3::uuid[], $4::staff_role[], $5::int[]) AS t (territory_id, role, count)`,
    [
      countyId,
      now,
      staff.map(({ partition, gridCode }) => idOf(partition, gridCode)),
      staff.map(({ role }) => role),
      staff.map(({ count }) => count),
    ],
  );
}

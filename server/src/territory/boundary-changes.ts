import type { Session } from '../database/index.js';

/** Stands for the time before the first change, when only what had been in force since records began was. */
export const BEFORE_ALL_CHANGES = new Date('0001-01-01T00:00:00Z');

/** Every instant at which some boundary came into force or ended, or will; earliest first. */
export async function listBoundaryChanges(session: Session): Promise<Date[]> {
  const rows = await session.query<{ at: string }>(
    `SELECT valid_from AS at FROM territory_version WHERE valid_from IS NOT NULL
     UNION SELECT valid_to FROM territory_version WHERE valid_to IS NOT NULL ORDER BY at`,
  );
  return rows.map(({ at }) => new Date(at));
}

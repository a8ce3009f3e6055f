import type { Session } from '../database/index.js';
import { bumpRevision } from '../tiles/revision.js';

export interface HouseholdFigure {
  gridId: string;
  households: number | null;
  source: string | null;
  /** A day, e.g. 2026-11-22. */
  asOf: string | null;
}

/** Corrects the figures of the versions in force, and the sums of the levels above them. */
export async function correctHouseholds(
  session: Session,
  figures: readonly HouseholdFigure[],
): Promise<void> {
  if (figures.length === 0) return;
  await session.execute(
    `UPDATE territory_version v SET households = t.households,
       households_source = CASE WHEN t.households IS NOT NULL THEN t.source END,
       households_as_of = CASE WHEN t.households IS NOT NULL THEN t.as_of END
     FROM unnest($1::uuid[], $2::int[], $3::text[], $4::date[]) AS t (id, households, source, as_of)
     WHERE v.territory_id = t.id AND tstzrange(v.valid_from, v.valid_to) @> now()`,
    [
      figures.map(({ gridId }) => gridId),
      figures.map(({ households }) => households),
      figures.map(({ source }) => source),
      figures.map(({ asOf }) => asOf),
    ],
  );
  let children = figures.map(({ gridId }) => gridId);
  while (children.length > 0) children = await sumParents(session, children);
  await bumpRevision(session, 'territory');
}

/** A sum is of as many sources as its parts, and as old as the oldest of them. @returns the parents */
async function sumParents(session: Session, children: readonly string[]): Promise<string[]> {
  const parents = await session.query<{ id: string }>(
    `UPDATE territory_version upper SET households = below.households,
       households_source = CASE WHEN below.sources = 1 THEN below.source END, households_as_of = below.as_of
     FROM (SELECT v.parent_id, sum(v.households)::int AS households, count(DISTINCT v.households_source) AS sources,
         min(v.households_source) AS source, min(v.households_as_of) AS as_of
       FROM territory_now v WHERE v.parent_id IN (SELECT parent_id FROM territory_now WHERE territory_id = ANY($1::uuid[]))
       GROUP BY v.parent_id) below
     WHERE upper.territory_id = below.parent_id AND tstzrange(upper.valid_from, upper.valid_to) @> now()
     RETURNING upper.territory_id AS id`,
    [children],
  );
  return parents.map(({ id }) => id);
}

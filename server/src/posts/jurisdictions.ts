import type { Session } from '../database/index.js';

/** The land of all that post `p` answers for at an instant, as SQL: null where it answers for nothing. */
export const jurisdictionAt = (p: string, instant: string) =>
  `(SELECT ST_Multi(ST_Union(land.boundary)) FROM post_grid held JOIN territory_version land ON land.territory_id = held.territory_id
    WHERE held.post_id = ${p}.id AND tstzrange(held.valid_from, held.valid_to) @> ${instant}
      AND tstzrange(land.valid_from, land.valid_to) @> ${instant})`;

/** Whether a post was ever given grids; one that was not keeps the jurisdiction it came with. */
export const hasGrids = (p: string) =>
  `EXISTS (SELECT FROM post_grid any_grid WHERE any_grid.post_id = ${p}.id)`;

/** Dissolves posts' jurisdictions anew from what they answer for now, in the transaction that changes that. */
export async function refreshJurisdictions(session: Session, postIds: readonly string[]): Promise<void> {
  await session.execute(
    `UPDATE post p SET jurisdiction = ${jurisdictionAt('p', 'now()')}, jurisdiction_at = date_trunc('milliseconds', now())
     WHERE p.id = ANY($1::uuid[]) AND ${hasGrids('p')}`,
    [postIds],
  );
}

/**
 * As `refreshJurisdictions`, for posts whose grids or whose grids' boundaries came into force or ended since theirs was
 * last dissolved: to be called when such a date has arrived.
 * @returns how many
 */
export async function refreshDueJurisdictions(session: Session): Promise<number> {
  const began = (t: string) =>
    ['valid_from', 'valid_to'].map((end) => `(${t}.${end} > p.jurisdiction_at AND ${t}.${end} <= now())`);
  const due = await session.query<{ id: string }>(
    `SELECT p.id FROM post p WHERE p.ended_at IS NULL AND EXISTS (
       SELECT FROM post_grid g WHERE g.post_id = p.id AND (p.jurisdiction_at IS NULL OR ${began('g').join(' OR ')}
         OR EXISTS (SELECT FROM territory_version v WHERE v.territory_id = g.territory_id AND (${began('v').join(' OR ')}))))`,
  );
  if (due.length > 0)
    await refreshJurisdictions(
      session,
      due.map(({ id }) => id),
    );
  return due.length;
}

/** When posts next get or lose a grid, as laid down already; null: nothing lies ahead. */
export async function nextAssignmentDate(session: Session): Promise<Date | null> {
  const [row] = await session.query<{ at: string | null }>(
    `SELECT least(min(valid_from) FILTER (WHERE valid_from > now()), min(valid_to) FILTER (WHERE valid_to > now())) AS at
     FROM post_grid`,
  );
  return row!.at === null ? null : new Date(row!.at);
}

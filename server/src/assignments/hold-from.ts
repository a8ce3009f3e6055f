import type { Session } from '../database/index.js';

/** What is laid down of one thing (a role at a grid, the post of a kind of a grid) from an instant on. */
interface Held {
  key: string;
  /** Rows in force at the instant, and what they say. */
  ids: string[];
  values: unknown[];
  /** The next change laid down already, or the end of the grid; null: none. */
  until: string | null;
}

/** Where something that holds over time is kept. */
interface Store {
  table: 'grid_staff' | 'post_grid';
  /** `FROM …` with the alias `h` for the table's rows. */
  from: string;
  /** What a row is about, a text, and what it says of it, JSON; both SQL over `h`. */
  key: string;
  value: string;
}

const POST_OF_GRID: Store = {
  table: 'post_grid',
  from: 'FROM post_grid h JOIN post p ON p.id = h.post_id',
  key: `concat_ws(' ', h.territory_id, p.kind)`,
  value: 'to_json(h.post_id)',
};
const STAFF_OF_GRID: Store = {
  table: 'grid_staff',
  from: 'FROM grid_staff h',
  key: `concat_ws(' ', h.territory_id, h.role)`,
  value: 'json_build_array(h.count, h.source, h.as_of)',
};

/** Two who change the same at once come one after the other. */
export const lockAssignments = (session: Session) =>
  session.execute(`SELECT pg_advisory_xact_lock(hashtext('assignments'))`);

/** Which post of a kind a grid has from an instant on. */
export interface PostChange {
  gridId: string;
  kind: string;
  postId: string | null;
}

/**
 * Gives grids to posts, each until the next change laid down already, which stays.
 * @returns the posts that gained or lost a grid
 */
export async function holdPosts(
  session: Session,
  countyId: string,
  changes: readonly PostChange[],
  at: Date,
): Promise<string[]> {
  const keyed = new Map(changes.map((change) => [`${change.gridId} ${change.kind}`, change]));
  const held = await readHeld(session, POST_OF_GRID, [...keyed.keys()], at);
  const moved = held.filter(({ key, values }) => !saysOnly(values, keyed.get(key)!.postId));
  const touched = moved.flatMap(({ key, values }) => [...(values as string[]), keyed.get(key)!.postId]);
  await endAt(session, POST_OF_GRID, moved, at);
  const opened = moved.filter(({ key }) => keyed.get(key)!.postId !== null);
  await session.execute(
    `INSERT INTO post_grid (post_id, territory_id, county_id, valid_from, valid_to)
     SELECT post_id, territory_id, $1::uuid, $2::timestamptz, valid_to
     FROM unnest($3::uuid[], $4::uuid[], $5::timestamptz[]) AS t (post_id, territory_id, valid_to)`,
    [
      countyId,
      at,
      opened.map(({ key }) => keyed.get(key)!.postId),
      opened.map(({ key }) => keyed.get(key)!.gridId),
      opened.map(({ until }) => until),
    ],
  );
  return [...new Set(touched.filter((id) => id !== null))];
}

/** How many serve a grid in a role from an instant on. */
export interface StaffChange {
  gridId: string;
  role: string;
  count: number;
  source: string | null;
  /** A day, e.g. 2026-11-22. */
  asOf: string | null;
}

/** Sets staff, each figure until the next one laid down already, which stays. */
export async function holdStaff(
  session: Session,
  countyId: string,
  changes: readonly StaffChange[],
  at: Date,
): Promise<void> {
  const keyed = new Map(changes.map((change) => [`${change.gridId} ${change.role}`, change]));
  const held = await readHeld(session, STAFF_OF_GRID, [...keyed.keys()], at);
  const changed = held.filter(({ key, values }) => {
    const { count, source, asOf } = keyed.get(key)!;
    return !saysOnly(values, [count, source, asOf]);
  });
  await endAt(session, STAFF_OF_GRID, changed, at);
  const rows = changed.map(({ key, until }) => ({ ...keyed.get(key)!, until }));
  await session.execute(
    `INSERT INTO grid_staff (territory_id, county_id, role, count, source, as_of, valid_from, valid_to)
     SELECT territory_id, $1::uuid, role, count, source, as_of, $2::timestamptz, valid_to
     FROM unnest($3::uuid[], $4::staff_role[], $5::int[], $6::text[], $7::date[], $8::timestamptz[])
       AS t (territory_id, role, count, source, as_of, valid_to)`,
    [
      countyId,
      at,
      rows.map(({ gridId }) => gridId),
      rows.map(({ role }) => role),
      rows.map(({ count }) => count),
      rows.map(({ source }) => source),
      rows.map(({ asOf }) => asOf),
      rows.map(({ until }) => until),
    ],
  );
}

/** Nothing would change. */
const saysOnly = (values: unknown[], wanted: unknown) =>
  JSON.stringify(values) === JSON.stringify(wanted === null ? [] : [wanted]);

async function readHeld(
  session: Session,
  { from, key, value }: Store,
  keys: readonly string[],
  at: Date,
): Promise<Held[]> {
  return session.query<Held>(
    `SELECT t.key, coalesce(json_agg(h.id) FILTER (WHERE h.is_held), '[]') AS ids,
       coalesce(json_agg(h.value) FILTER (WHERE h.is_held), '[]') AS values,
       least(min(CASE WHEN h.is_held THEN h.valid_to ELSE h.valid_from END),
         (SELECT ended_at FROM territory WHERE id = split_part(t.key, ' ', 1)::uuid)) AS until
     FROM unnest($1::text[]) AS t (key)
     LEFT JOIN (
       SELECT h.id, ${key} AS key, ${value} AS value, h.valid_from, h.valid_to,
         tstzrange(h.valid_from, h.valid_to) @> $2::timestamptz AS is_held
       ${from} WHERE (h.valid_to IS NULL OR h.valid_to > $2::timestamptz)
         AND h.territory_id = ANY(ARRAY(SELECT split_part(key, ' ', 1)::uuid FROM unnest($1::text[]) AS t (key)))
     ) h ON h.key = t.key
     GROUP BY t.key`,
    [keys, at],
  );
}

/** Ends what holds at an instant; what began just then was never in force. */
async function endAt(session: Session, { table }: Store, held: readonly Held[], at: Date): Promise<void> {
  const ids = held.flatMap((entry) => entry.ids);
  await session.execute(`DELETE FROM ${table} WHERE id = ANY($1::uuid[]) AND valid_from = $2::timestamptz`, [
    ids,
    at,
  ]);
  await session.execute(`UPDATE ${table} SET valid_to = $2::timestamptz WHERE id = ANY($1::uuid[])`, [
    ids,
    at,
  ]);
}

import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.js';
import { jsonOf, requestedFields, under, type Requested } from '../database/look-ahead.js';
import type { Session } from '../database/index.js';
import type { TerritoryPartition } from '../database/prisma/enums.js';
import { Parameters } from '../database/statement.js';
import { Refusal } from '../errors.js';
import { render } from '../messages/index.js';
import type { Post } from '../posts/posts.types.js';
import { postSelection } from '../posts/posts.sql.js';
import { applyPosts, change } from './assignments.service.js';
import type { AssignmentCheck, GridAssignment } from './assignments.types.js';
import { correctHouseholds } from './correct-households.js';
import { holdStaff } from './hold-from.js';
import { readTable } from './read-table.js';
import { resolveRows, type ResolvedRow } from './resolve-rows.js';

/** What a pasted table would change, and why it can't where it can't. */
export function checkRows(
  { database, viewer, language }: Context,
  info: GraphQLResolveInfo,
  text: string,
  partition: TerritoryPartition,
): Promise<AssignmentCheck> {
  const { rows: lines, ...columns } = readTable(text);
  const wanted = under(under(requestedFields(info), 'AssignmentCheck', 'rows'), 'AssignmentRow', 'posts');
  return database.read(viewer, async (session) => {
    const { rows, problems } = await resolveRows(session, lines, partition, new Date());
    const posts = await readPosts(session, rows, under(wanted, 'AssignedPost', 'post'));
    return {
      ...columns,
      rows: rows.map((row) => ({
        ...row,
        asOf: row.asOf === null ? null : new Date(row.asOf),
        posts: row.posts.map(({ kind, postId }) => ({ kind, post: postId && posts.get(postId) })),
        staff: row.staff.map((staff) => ({
          ...staff,
          source: row.source,
          asOf: row.asOf && new Date(row.asOf),
        })),
      })) as AssignmentCheck['rows'],
      refused: problems.map(({ line, code, parameters }) => ({
        line,
        reason: render(code, parameters, language),
      })),
    };
  });
}

/**
 * Applies a pasted table, all of it or nothing. Posts and staff hold from `effectiveAt`; household figures carry their own
 * date and correct the versions in force.
 */
export async function applyRows(
  context: Context,
  info: GraphQLResolveInfo,
  { text, partition, effectiveAt }: { text: string; partition: TerritoryPartition; effectiveAt: Date | null },
): Promise<GridAssignment[]> {
  const { rows: lines } = readTable(text);
  const { rows, problems } = await context.database.read(context.viewer, (session) =>
    resolveRows(session, lines, partition, effectiveAt ?? new Date()),
  );
  const [first] = problems;
  if (first)
    throw new Refusal('BAD_USER_INPUT', 'pasteRefused', {
      count: problems.length,
      line: first.line,
      reason: render(first.code, first.parameters, context.language),
    });
  const ids = rows.map(({ grid }) => grid.id);
  return change(context, info, ids, effectiveAt, async (session, at, countyId) => {
    const posts = rows.flatMap(({ grid, posts: given }) =>
      given.map((post) => ({ gridId: grid.id, ...post })),
    );
    await applyPosts(session, countyId, posts, at);
    const staff = rows.flatMap(({ grid, staff: given, source, asOf }) =>
      given.map((count) => ({ gridId: grid.id, ...count, source, asOf })),
    );
    await holdStaff(session, countyId, staff, at);
    const figures = rows.filter(({ households }) => households !== null);
    await correctHouseholds(
      session,
      figures.map(({ grid, households, source, asOf }) => ({ gridId: grid.id, households, source, asOf })),
    );
  });
}

async function readPosts(
  session: Session,
  rows: readonly ResolvedRow[],
  requested: Requested,
): Promise<Map<string, Post>> {
  const ids = new Set(rows.flatMap(({ posts }) => posts.flatMap(({ postId }) => postId ?? [])));
  const parameters = new Parameters();
  const json = jsonOf(postSelection, 'r', requested, parameters);
  const posts = await session.query<{ id: string; record: Post }>(
    `SELECT r.id, ${json} AS record FROM post r WHERE r.id = ANY(${parameters.add([...ids], 'uuid[]')})`,
    parameters.values,
  );
  return new Map(posts.map(({ id, record }) => [id, record]));
}

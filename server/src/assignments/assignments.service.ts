import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.js';
import { requireCounty } from '../county/county.service.js';
import { asksFor, jsonOf, requestedFields } from '../database/look-ahead.js';
import type { Session } from '../database/index.js';
import { ensurePartition } from '../database/partitions.js';
import { PostKind, type TerritoryPartition } from '../database/prisma/enums.js';
import { Parameters, requireId } from '../database/statement.js';
import { Refusal } from '../errors.js';
import { recordEvent } from '../events/record-event.js';
import { readFreeText } from '../interchange/values/free-text.js';
import { refreshJurisdictions } from '../posts/jurisdictions.js';
import { GRID_LEVELS } from '../territory/territory.sql.js';
import type { AssignGridsInput, SetGridHouseholdsInput, SetGridStaffInput } from './assignments.inputs.js';
import { assignmentSelection, GRID_FACTS, gridsInForce } from './assignments.sql.js';
import type { GridAssignment } from './assignments.types.js';
import { correctHouseholds } from './correct-households.js';
import { holdPosts, holdStaff, lockAssignments, type PostChange } from './hold-from.js';
import { MAX_HOUSEHOLDS, MAX_STAFF } from './limits.js';
import { findNormProblems, type GridFacts } from './norm-problems.js';
import { readNorms } from './staffing-norms.js';

/** Kinds of which a grid has one; of others (service points, teams) several may serve it. */
const ASSIGNABLE: readonly PostKind[] = [
  PostKind.STATION,
  PostKind.OFFICE,
  PostKind.LIAISON_STATION,
  PostKind.TRAFFIC_SQUADRON,
  PostKind.GOVERNANCE_CENTRE,
  PostKind.JUSTICE_OFFICE,
  PostKind.COURT,
];
/** How far back a correction and how far ahead a decision may take effect. */
const MAX_YEARS = 10;
const YEAR_MS = 365.25 * 24 * 3600_000;

export function listAssignments(
  context: Context,
  info: GraphQLResolveInfo,
  partition: TerritoryPartition,
  at?: Date,
): Promise<GridAssignment[]> {
  return context.database.read(context.viewer, (session) =>
    readAssignments(session, context, info, { partition, at }),
  );
}

/** Gives grids to a post from an instant on. */
export function assignGrids(
  context: Context,
  info: GraphQLResolveInfo,
  input: AssignGridsInput,
): Promise<GridAssignment[]> {
  const { postKind, postId = null } = input;
  if (!ASSIGNABLE.includes(postKind)) throw new Refusal('BAD_USER_INPUT', 'assignKind', { kind: postKind });
  return change(context, info, input.gridIds, input.effectiveAt, async (session, at, countyId) => {
    if (postId !== null) await requirePost(session, postId, postKind);
    const changes = unique(input.gridIds).map((gridId) => ({ gridId, kind: postKind, postId }));
    await applyPosts(session, countyId, changes, at);
  });
}

/** Sets counts of staff from an instant on. */
export function setGridStaff(
  context: Context,
  info: GraphQLResolveInfo,
  { rows, source, asOf, effectiveAt }: SetGridStaffInput,
): Promise<GridAssignment[]> {
  for (const { count } of rows)
    if (!Number.isInteger(count) || count < 0 || count > MAX_STAFF)
      throw new Refusal('BAD_USER_INPUT', 'staffCount', { max: MAX_STAFF });
  const told = { source: textOf(source), asOf: dayOf(asOf) };
  const ids = rows.map(({ gridId }) => gridId);
  return change(context, info, ids, effectiveAt, (session, at, countyId) =>
    holdStaff(
      session,
      countyId,
      rows.map((row) => ({ ...row, ...told })),
      at,
    ),
  );
}

/** Corrects household figures of the versions in force. */
export function setGridHouseholds(
  context: Context,
  info: GraphQLResolveInfo,
  { rows, source, asOf }: SetGridHouseholdsInput,
): Promise<GridAssignment[]> {
  for (const { households } of rows)
    if (households != null && !(households >= 0 && households <= MAX_HOUSEHOLDS))
      throw new Refusal('BAD_USER_INPUT', 'householdCount', { max: MAX_HOUSEHOLDS });
  const told = { source: textOf(source), asOf: dayOf(asOf) };
  const ids = rows.map(({ gridId }) => gridId);
  return change(context, info, ids, null, (session) =>
    correctHouseholds(
      session,
      rows.map(({ gridId, households }) => ({ gridId, households: households ?? null, ...told })),
    ),
  );
}

/**
 * Changes grids in one transaction, tells everybody, and answers them as of then.
 * @throws Refusal NOT_FOUND for a grid not in force at the instant
 */
export async function change(
  context: Context,
  info: GraphQLResolveInfo,
  gridIds: readonly string[],
  effectiveAt: Date | null | undefined,
  work: (session: Session, at: Date, countyId: string) => Promise<void>,
): Promise<GridAssignment[]> {
  const ids = unique(gridIds.map(requireId));
  if (effectiveAt && Math.abs(effectiveAt.getTime() - Date.now()) > MAX_YEARS * YEAR_MS)
    throw new Refusal('BAD_USER_INPUT', 'assignDateFar', { years: MAX_YEARS });
  await ensurePartition(context.database, 'event', new Date());
  const changed = await context.database.write(context.viewer, async (session) => {
    const { id: countyId } = await requireCounty(session);
    await lockAssignments(session);
    const at = effectiveAt ?? (await readNow(session));
    await requireGrids(session, ids, at);
    await work(session, at, countyId);
    await recordEvent(session, { topic: 'BOUNDARY', subjectId: countyId, countyId, bulk: true });
    return readAssignments(session, context, info, { ids, at });
  });
  if (effectiveAt) context.boundaryClock.wake();
  return changed;
}

/** The transaction's own time: what takes effect now is in force for everything read in it. */
async function readNow(session: Session): Promise<Date> {
  const [row] = await session.query<{ now: string }>(`SELECT date_trunc('milliseconds', now()) AS now`);
  return new Date(row!.now);
}

async function requireGrids(session: Session, ids: readonly string[], at: Date): Promise<void> {
  const [row] = await session.query<{ missing: string | null }>(
    `SELECT min(t.id::text) AS missing FROM unnest($1::uuid[]) AS t (id) WHERE NOT EXISTS (
       SELECT FROM territory_version v WHERE v.territory_id = t.id AND v.level IN ${GRID_LEVELS}
         AND tstzrange(v.valid_from, v.valid_to) @> $2::timestamptz)`,
    [ids, at],
  );
  if (row!.missing !== null) throw new Refusal('NOT_FOUND', 'gridNotInForce', { id: row!.missing });
}

async function requirePost(session: Session, id: string, kind: PostKind): Promise<void> {
  const [post] = await session.query<{ kind: PostKind; name: string }>(
    'SELECT kind, name FROM post WHERE id = $1 AND ended_at IS NULL',
    [requireId(id)],
  );
  if (!post) throw new Refusal('NOT_FOUND', 'postUnknown');
  if (post.kind !== kind) throw new Refusal('BAD_USER_INPUT', 'postOfOtherKind', { name: post.name });
}

/** Lays the changes down, and jurisdictions with them where they hold already. */
export async function applyPosts(
  session: Session,
  countyId: string,
  changes: readonly PostChange[],
  at: Date,
): Promise<void> {
  const posts = await holdPosts(session, countyId, changes, at);
  await refreshJurisdictions(session, posts);
}

async function readAssignments(
  session: Session,
  { language }: Context,
  info: GraphQLResolveInfo,
  { partition, ids, at }: { partition?: TerritoryPartition; ids?: string[]; at: Date | undefined },
): Promise<GridAssignment[]> {
  const requested = requestedFields(info);
  const parameters = new Parameters();
  const json = jsonOf(assignmentSelection(at), 'r', requested, parameters);
  const from = gridsInForce({ ...(partition ? { partition } : {}), ...(ids ? { ids } : {}), at }, parameters);
  const rows = await session.query<{ id: string; partition: TerritoryPartition; record: GridAssignment }>(
    `SELECT r.territory_id AS id, r.partition, ${json} AS record ${from} ORDER BY r.partition, r.code`,
    parameters.values,
  );
  if (!asksFor(requested, 'GridAssignment', 'problems')) return rows.map(({ record }) => record);
  const norms = await readNorms(session);
  const instant = at ?? (await readNow(session));
  const problems = new Map<string, GridAssignment['problems']>();
  for (const tree of unique(rows.map((row) => row.partition))) {
    const facts = await session.query<GridFacts & Record<string, unknown>>(GRID_FACTS, [tree, instant]);
    for (const [id, found] of findNormProblems(facts, norms, language)) problems.set(id, found);
  }
  return rows.map(({ id, record }) => ({ ...record, problems: problems.get(id) ?? [] }));
}

/** Free text from outside, masked; nothing where it is blank. */
const textOf = (text: string | null | undefined) => readFreeText(text?.trim() || null);

const dayOf = (instant: Date | null | undefined) => instant?.toISOString().slice(0, 10) ?? null;

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

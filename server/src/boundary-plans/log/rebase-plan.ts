import type { Context } from '../../context.js';
import type { Session } from '../../database/index.js';
import { ensurePartition } from '../../database/partitions.js';
import { Refusal } from '../../errors.js';
import { render } from '../../messages/index.js';
import type { PlanVersionInput } from '../boundary-plans.inputs.js';
import { isStale } from '../boundary-plans.sql.js';
import type { DroppedEdit } from '../boundary-plans.types.js';
import { takeBase } from '../create-plan.js';
import { findEdits } from '../edit-plan.js';
import { byLabel, lockPlan, requireEditable, requirePlan, requireVersion, touchPlan } from '../plan-row.js';
import type { EditOutcome, NamedBoundary } from '../worker/protocol.js';
import type { PlanEditBody } from './body.types.js';
import { LIST_ACTIVE, LIST_OPEN_LEAVES, RENUMBER, SET_BASE_AT } from './rebase-plan.sql.js';
import { refusalParameters, wordsFor } from './refusal-words.js';
import { reserveCodes } from './reserve-codes.js';

type OpenLeaf = NamedBoundary & { versionId: string };

/**
 * Puts a plan on the boundaries now in force: its log is replayed on them, and what no longer fits is dropped and told.
 * What was undone is forgotten.
 */
export async function rebasePlan(
  context: Context,
  { planId, version, by }: PlanVersionInput,
): Promise<DroppedEdit[]> {
  const { database, viewer, plans, language } = context;
  await ensurePartition(database, 'event', new Date());
  const { leaves, edits } = await database.read(viewer, async (session) => {
    const plan = await requirePlan(session, planId);
    await requireVersion(session, plan, version);
    requireEditable(plan);
    const [row] = await session.query<{ stale: boolean }>(
      `SELECT ${isStale('p')} AS stale FROM boundary_plan p WHERE p.id = $1`,
      [planId],
    );
    if (!row!.stale) throw new Refusal('CONFLICT', 'planNotStale', { number: plan.number });
    return {
      leaves: await session.query<OpenLeaf>(LIST_OPEN_LEAVES, [plan.partition, plan.countyId]),
      edits: await session.query<{ id: string; body: PlanEditBody }>(LIST_ACTIVE, [planId]),
    };
  });
  const outcomes = await plans.replay(
    leaves.map(({ id, boundary }) => ({ id, boundary })),
    edits.map(({ id, body }) => ({ id, changes: body.changes })),
  );
  return database.write(viewer, async (session) => {
    const plan = await lockPlan(session, planId);
    await requireVersion(session, plan, version);
    const dropped = await tellDropped(session, planId, outcomes, language);
    await session.execute(
      'DELETE FROM boundary_plan_edit WHERE plan_id = $1 AND (is_undone OR id = ANY($2::uuid[]))',
      [planId, dropped.map(({ edit }) => edit.id)],
    );
    await session.execute(RENUMBER, [planId]);
    await session.execute('DELETE FROM boundary_plan_base WHERE plan_id = $1', [planId]);
    await takeBase(session, planId);
    await requireAsReplayed(session, planId, leaves, plan.number);
    await session.execute(SET_BASE_AT, [planId]);
    // An import may have used a code meanwhile: its grid gets another.
    await session.execute(
      `DELETE FROM reserved_grid_code r WHERE r.plan_id = $1
         AND EXISTS (SELECT FROM territory t WHERE t.partition = r.partition AND t.code = r.code)`,
      [planId],
    );
    const kept = outcomes.flatMap((outcome, i) =>
      outcome.ok ? [{ id: outcome.id, body: edits[i]!.body, added: outcome.added }] : [],
    );
    await reserveCodes(session, plan, kept);
    await touchPlan(session, plan, byLabel(by));
    return dropped;
  });
}

async function tellDropped(
  session: Session,
  planId: string,
  outcomes: EditOutcome[],
  language: Context['language'],
): Promise<DroppedEdit[]> {
  const dropped: DroppedEdit[] = [];
  for (const outcome of outcomes) {
    if (outcome.ok) continue;
    const { reason, at, grids } = outcome.refusal;
    const [edit] = await findEdits(session, [outcome.id]);
    const parameters = await refusalParameters(session, planId, at, grids);
    dropped.push({ edit: edit!, reason: render(wordsFor[reason], parameters, language) });
  }
  return dropped;
}

/** Boundaries that changed once more since they were read: the caller tries again. */
async function requireAsReplayed(
  session: Session,
  planId: string,
  leaves: OpenLeaf[],
  number: string,
): Promise<void> {
  const rows = await session.query<{ id: string }>(
    'SELECT version_id AS id FROM boundary_plan_base WHERE plan_id = $1',
    [planId],
  );
  const replayed = new Set(leaves.map(({ versionId }) => versionId));
  if (rows.length !== replayed.size || rows.some(({ id }) => !replayed.has(id)))
    throw new Refusal('CONFLICT', 'planStale', { number });
}

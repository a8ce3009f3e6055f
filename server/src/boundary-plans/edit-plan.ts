import { v7 as uuidv7 } from 'uuid';
import type { Context } from '../context.js';
import type { Session } from '../database/index.js';
import { ensurePartition } from '../database/partitions.js';
import { Refusal } from '../errors.js';
import type { PlanEdit } from './boundary-plans.types.js';
import { FIND_EDITS } from './boundary-plans.sql.js';
import type { AcceptedEdit } from './log/accepted-edit.js';
import type { PlanEditBody } from './log/body.types.js';
import { checkBody, MAX_OWN_BODY_BYTES } from './log/check-body.js';
import { renewIds } from './log/renew-ids.js';
import { refusalInWords } from './log/refusal-words.js';
import { reserveCodes } from './log/reserve-codes.js';
import {
  byLabel,
  lockPlan,
  moveTo,
  requireEditable,
  requirePlan,
  requireVersion,
  touchPlan,
  type PlanRow,
} from './plan-row.js';

const MAX_EDITS = 5000;

export interface EditRequest {
  planId: string;
  version: number;
  by?: string | null | undefined;
  clientKey: string;
}

export interface Edited {
  id: string;
  version: number;
  /** Ids of the edits taken in, undone or redone. */
  edits: string[];
}

/** Appends edits from outside. */
export function editPlan(context: Context, request: EditRequest, bodies: unknown[]): Promise<Edited> {
  return append(
    context,
    request,
    bodies.map((body) => checkBody(body)),
  );
}

/** Appends edits that another part of the server has worked out, such as a districting proposal. */
export function appendEdits(context: Context, request: EditRequest, bodies: unknown[]): Promise<Edited> {
  return append(
    context,
    request,
    bodies.map((body) => checkBody(body, MAX_OWN_BODY_BYTES)),
  );
}

/**
 * Tries the edits on the plan's tiling, and stores them if the plan is still what the caller saw. What was undone is
 * dropped. All or none.
 */
async function append(context: Context, request: EditRequest, bodies: PlanEditBody[]): Promise<Edited> {
  const { database, viewer, plans } = context;
  const by = byLabel(request.by);
  await ensurePartition(database, 'event', new Date());
  const before = await database.read(viewer, async (session) => {
    const plan = await requirePlan(session, request.planId);
    return (await findDone(session, plan, request.clientKey)) ?? (await checked(session, plan, request));
  });
  if (before) return before;
  const tried = bodies.map((body) => ({ id: uuidv7(), body }));
  const outcomes = await plans.ask(request.planId, 'edit', {
    edits: tried.map(({ id, body }) => ({ id, changes: body.changes })),
  });
  const last = outcomes.at(-1)!;
  if (!last.ok)
    throw await database.read(viewer, (session) => refusalInWords(session, request.planId, last.refusal));
  const accepted = tried.map((edit, i) => {
    const outcome = outcomes[i]!;
    return { ...edit, added: outcome.ok ? outcome.added : [] };
  });
  return database.write(viewer, async (session) => {
    const plan = await lockPlan(session, request.planId);
    const done = await findDone(session, plan, request.clientKey);
    if (done) return done;
    await checked(session, plan, request);
    await session.execute('DELETE FROM boundary_plan_edit WHERE plan_id = $1 AND is_undone', [plan.id]);
    await storeEdits(session, plan, accepted, by, request.clientKey);
    if (plan.state === 'SENT_BACK') await moveTo(session, plan, 'DRAFT', by, null);
    await touchPlan(session, plan, by);
    return { id: plan.id, version: plan.version + 1, edits: accepted.map(({ id }) => id) };
  });
}

async function checked(session: Session, plan: PlanRow, { version }: EditRequest): Promise<null> {
  await requireVersion(session, plan, version);
  requireEditable(plan);
  return null;
}

/** What the same request did when it came before: the reply may have been lost on its way. */
async function findDone(session: Session, plan: PlanRow, clientKey: string): Promise<Edited | null> {
  const rows = await session.query<{ id: string }>(
    'SELECT id FROM boundary_plan_edit WHERE plan_id = $1 AND client_key = $2 ORDER BY sequence',
    [plan.id, clientKey],
  );
  return rows.length === 0 ? null : { id: plan.id, version: plan.version, edits: rows.map(({ id }) => id) };
}

/** Puts accepted edits at the end of the log and hands out codes to the grids they make. */
async function storeEdits(
  session: Session,
  plan: PlanRow,
  edits: AcceptedEdit[],
  by: string | null,
  clientKey: string | null,
): Promise<void> {
  const [row] = await session.query<{ last: number }>(
    'SELECT coalesce(max(sequence), 0) AS last FROM boundary_plan_edit WHERE plan_id = $1',
    [plan.id],
  );
  if (row!.last + edits.length > MAX_EDITS)
    throw new Refusal('LIMIT_EXCEEDED', 'planLogFull', { max: MAX_EDITS });
  await session.execute(
    `INSERT INTO boundary_plan_edit (id, plan_id, sequence, label, body, by, client_key)
     SELECT t.id, $1::uuid, $2::int + t.n, t.label, t.body::jsonb, $5, $6
     FROM unnest($3::uuid[], $4::text[], $7::text[]) WITH ORDINALITY AS t (id, label, body, n)`,
    [
      plan.id,
      row!.last,
      edits.map(({ id }) => id),
      edits.map(({ body }) => body.label),
      by,
      clientKey,
      edits.map(({ body }) => JSON.stringify(body)),
    ],
  );
  await reserveCodes(session, plan, edits);
}

/** Takes the latest edit in effect back; it stays in the log until another is appended. */
export function undoEdit(context: Context, request: Omit<EditRequest, 'clientKey'>): Promise<Edited> {
  return turn(context, request, true);
}

export function redoEdit(context: Context, request: Omit<EditRequest, 'clientKey'>): Promise<Edited> {
  return turn(context, request, false);
}

async function turn(
  { database, viewer }: Context,
  { planId, version, by }: Omit<EditRequest, 'clientKey'>,
  isUndo: boolean,
): Promise<Edited> {
  await ensurePartition(database, 'event', new Date());
  return database.write(viewer, async (session) => {
    const plan = await lockPlan(session, planId);
    await requireVersion(session, plan, version);
    requireEditable(plan);
    const [edit] = await session.query<{ id: string }>(
      `UPDATE boundary_plan_edit SET is_undone = $2 WHERE plan_id = $1 AND sequence =
         (SELECT ${isUndo ? 'max' : 'min'}(sequence) FROM boundary_plan_edit WHERE plan_id = $1 AND is_undone = NOT $2)
       RETURNING id`,
      [plan.id, isUndo],
    );
    if (!edit) throw new Refusal('CONFLICT', isUndo ? 'planNothingToUndo' : 'planNothingToRedo');
    if (plan.state === 'SENT_BACK') await moveTo(session, plan, 'DRAFT', byLabel(by), null);
    await touchPlan(session, plan, byLabel(by));
    return { id: plan.id, version: plan.version + 1, edits: [edit.id] };
  });
}

/** Gives a new plan another's edits, under new ids for the grids they make. */
export async function copyEdits(
  context: Context,
  from: string,
  to: string,
  by: string | null,
): Promise<Edited> {
  const { bodies, base } = await context.database.read(context.viewer, async (session) => ({
    bodies: await session.query<{ body: PlanEditBody }>(
      'SELECT body FROM boundary_plan_edit WHERE plan_id = $1 AND NOT is_undone ORDER BY sequence',
      [from],
    ),
    base: await session.query<{ id: string }>(
      'SELECT v.territory_id AS id FROM boundary_plan_base b JOIN territory_version v ON v.id = b.version_id WHERE b.plan_id = $1',
      [from],
    ),
  }));
  if (bodies.length === 0) return { id: to, version: 1, edits: [] };
  const copies = renewIds(
    bodies.map(({ body }) => body),
    new Set(base.map(({ id }) => id)),
  );
  return append(context, { planId: to, version: 1, by, clientKey: `copy of ${from}` }, copies);
}

export function findEdits(session: Session, ids: readonly string[]): Promise<PlanEdit[]> {
  return session.query<PlanEdit>(FIND_EDITS, [ids]);
}

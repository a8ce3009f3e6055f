import { maskText } from '../access/mask-text.js';
import { requireCounty } from '../county/county.service.js';
import type { Session } from '../database/index.js';
import type { PlanState, TerritoryPartition } from '../database/prisma/enums.js';
import { requireId } from '../database/statement.js';
import { Refusal } from '../errors.js';
import { recordEvent } from '../events/record-event.js';
import { FIND_PLAN } from './boundary-plans.sql.js';

export interface PlanRow {
  id: string;
  countyId: string;
  partition: TerritoryPartition;
  number: string;
  name: string;
  state: PlanState;
  version: number;
  baseAt: string;
  documentNumber: string | null;
  effectiveAt: string | null;
  updatedAt: string;
  updatedBy: string | null;
}

/** States in which a plan may be drawn on. */
const EDITABLE: readonly PlanState[] = ['DRAFT', 'SENT_BACK'];

/** @throws Refusal NOT_FOUND */
export async function requirePlan(session: Session, id: string): Promise<PlanRow> {
  const [plan] = await session.query<PlanRow>(FIND_PLAN, [requireId(id)]);
  if (!plan) throw new Refusal('NOT_FOUND', 'planUnknown');
  return plan;
}

/** As `requirePlan`; nobody else changes it until this transaction ends. */
export async function lockPlan(session: Session, id: string): Promise<PlanRow> {
  const [plan] = await session.query<PlanRow>(`${FIND_PLAN} FOR UPDATE`, [requireId(id)]);
  if (!plan) throw new Refusal('NOT_FOUND', 'planUnknown');
  return plan;
}

/** @throws Refusal CONFLICT telling who changed the plan since, and when */
export async function requireVersion(session: Session, plan: PlanRow, version: number): Promise<void> {
  if (plan.version === version) return;
  const { timeZone } = await requireCounty(session);
  throw new Refusal('CONFLICT', plan.updatedBy === null ? 'planChanged' : 'planChangedBy', {
    by: plan.updatedBy ?? '',
    at: new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(
      new Date(plan.updatedAt),
    ),
    version: plan.version,
  });
}

export function requireEditable({ state, number }: PlanRow): void {
  if (!EDITABLE.includes(state)) throw new Refusal('CONFLICT', 'planNotEditable', { number });
}

/** The label of a post or a role, as it may be stored. */
export function byLabel(by: string | null | undefined): string | null {
  return by?.trim() ? maskText(by.trim()).slice(0, 60) : null;
}

/** A version more, and word of it to everybody. */
export async function touchPlan(session: Session, plan: PlanRow, by: string | null): Promise<void> {
  await session.execute(
    'UPDATE boundary_plan SET version = version + 1, updated_at = now(), updated_by = $2 WHERE id = $1',
    [plan.id, by],
  );
  await recordEvent(session, { topic: 'BOUNDARY', subjectId: plan.id, countyId: plan.countyId });
}

/** Puts a plan in another state and records the step. */
export async function moveTo(
  session: Session,
  plan: PlanRow,
  to: PlanState,
  by: string | null,
  note: string | null,
): Promise<void> {
  await session.execute('UPDATE boundary_plan SET state = $2::plan_state WHERE id = $1', [plan.id, to]);
  await recordStep(session, plan.id, plan.state, to, by, note);
}

export async function recordStep(
  session: Session,
  planId: string,
  from: PlanState | null,
  to: PlanState,
  by: string | null,
  note: string | null,
): Promise<void> {
  await session.execute(
    `INSERT INTO boundary_plan_step (id, plan_id, at, by, from_state, to_state, note)
     VALUES (gen_random_uuid(), $1, clock_timestamp(), $2, $3::plan_state, $4::plan_state, $5)`,
    [planId, by, from, to, note],
  );
}

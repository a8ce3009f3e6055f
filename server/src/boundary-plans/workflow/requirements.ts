import type { Context } from '../../context.js';
import type { Session } from '../../database/index.js';
import type { PlanState } from '../../database/prisma/enums.js';
import { Refusal } from '../../errors.js';
import { render, type Language } from '../../messages/index.js';
import { isStale } from '../boundary-plans.sql.js';
import type { ComposedPlan } from '../compose/compose-plan.js';
import { requireVersion, type PlanRow } from '../plan-row.js';
import { checkPlan } from './check-plan.js';
import { transitions } from './transitions.js';

/** @throws Refusal unless the plan is what the caller saw and may take the step */
export async function requireStep(
  session: Session,
  plan: PlanRow,
  { version, to }: { version: number; to: PlanState },
  language: Language,
): Promise<void> {
  await requireVersion(session, plan, version);
  if (!transitions[plan.state].includes(to))
    throw new Refusal('CONFLICT', 'planTransition', {
      number: plan.number,
      from: render(`planState${plan.state}`, {}, language),
      to: render(`planState${to}`, {}, language),
    });
  // What was drawn on other boundaries may be sent back or withdrawn only.
  if (to !== 'SENT_BACK' && to !== 'WITHDRAWN') await requireFresh(session, plan);
}

async function requireFresh(session: Session, plan: PlanRow): Promise<void> {
  const [row] = await session.query<{ stale: boolean }>(
    `SELECT ${isStale('p')} AS stale FROM boundary_plan p WHERE p.id = $1`,
    [plan.id],
  );
  if (row!.stale) throw new Refusal('CONFLICT', 'planStale', { number: plan.number });
}

/** A plan that is sound and changes something. @throws Refusal telling the first fault, or that nothing is changed */
export async function checkSoundness(context: Context, planId: string): Promise<ComposedPlan> {
  const { faults, changed, composed } = await checkPlan(context, planId);
  const { number } = composed.plan;
  if (faults.length > 0)
    throw new Refusal('CONFLICT', 'planUnsound', {
      number,
      count: faults.length,
      first: faults[0]!.message,
    });
  if (changed === 0) throw new Refusal('CONFLICT', 'planUnchanged', { number });
  return composed;
}

import { maskText } from '../../access/mask-text.js';
import type { Context } from '../../context.js';
import type { Session } from '../../database/index.js';
import { ensurePartition } from '../../database/partitions.js';
import { Refusal } from '../../errors.js';
import type { ChangePlanStateInput } from '../boundary-plans.inputs.js';
import { byLabel, lockPlan, moveTo, requirePlan, touchPlan, type PlanRow } from '../plan-row.js';
import { publishPlan } from '../publish/publish-plan.js';
import { checkSoundness, requireStep } from './requirements.js';

/** Takes a plan a step on, or back, by the rules of `transitions`; every step is recorded. */
export async function changeState(context: Context, input: ChangePlanStateInput): Promise<void> {
  const { database, viewer, language } = context;
  const by = byLabel(input.by);
  const note = input.note?.trim() ? maskText(input.note.trim()).slice(0, 500) : null;
  await database.read(viewer, async (session) =>
    requireStep(session, await requirePlan(session, input.planId), input, language),
  );
  requireFilledIn(input, note);
  if (input.to === 'SUBMITTED') await checkSoundness(context, input.planId);
  await ensurePartition(database, 'event', new Date());
  if (input.to === 'PUBLISHED') return publishPlan(context, input, by, note);
  await database.write(viewer, async (session) => {
    const locked = await lockPlan(session, input.planId);
    await requireStep(session, locked, input, language);
    await fillIn(session, locked, input);
    await moveTo(session, locked, input.to, by, note);
    // Codes of grids that will never be may go to others.
    if (input.to === 'WITHDRAWN')
      await session.execute('DELETE FROM reserved_grid_code WHERE plan_id = $1', [locked.id]);
    await touchPlan(session, locked, by);
  });
}

function requireFilledIn(input: ChangePlanStateInput, note: string | null): void {
  const { to, publicisedFrom: from, publicisedTo: until } = input;
  if (to === 'SENT_BACK' && note === null) throw new Refusal('BAD_USER_INPUT', 'planNoteMissing');
  if (to === 'PUBLICISED' && !(from && until && from.getTime() < until.getTime()))
    throw new Refusal('BAD_USER_INPUT', 'planPeriodMissing');
  if (to === 'APPROVED' && !input.documentNumber?.trim())
    throw new Refusal('BAD_USER_INPUT', 'planDocumentMissing');
}

async function fillIn(session: Session, { id }: PlanRow, input: ChangePlanStateInput): Promise<void> {
  if (input.to === 'PUBLICISED')
    await session.execute('UPDATE boundary_plan SET publicised_from = $2, publicised_to = $3 WHERE id = $1', [
      id,
      input.publicisedFrom,
      input.publicisedTo,
    ]);
  if (input.to === 'APPROVED')
    await session.execute('UPDATE boundary_plan SET document_number = $2 WHERE id = $1', [
      id,
      maskText(input.documentNumber!.trim()),
    ]);
}

import { v7 as uuidv7 } from 'uuid';
import { maskText } from '../access/mask-text.js';
import type { Context } from '../context.js';
import { ensurePartition } from '../database/partitions.js';
import { requireId } from '../database/statement.js';
import { Refusal } from '../errors.js';
import { recordEvent } from '../events/record-event.js';
import { requirePosition } from '../position.js';
import type { CommentOnPlanInput } from './boundary-plans.inputs.js';
import { FIND_COMMENT } from './boundary-plans.sql.js';
import type { PlanComment } from './boundary-plans.types.js';
import { byLabel, requirePlan } from './plan-row.js';

const MAX_COMMENTS = 1000;
const MAX_LENGTH = 500;

/** Pins a remark to a place of a plan that is still of interest. The plan's version stays: nobody's edit is in the way. */
export async function commentOnPlan(
  { database, viewer }: Context,
  input: CommentOnPlanInput,
): Promise<PlanComment> {
  const { longitude, latitude } = requirePosition(input.longitude, input.latitude);
  const body = maskText(input.body.trim()).slice(0, MAX_LENGTH);
  if (body === '') throw new Refusal('BAD_USER_INPUT', 'planCommentEmpty');
  const gridId = input.gridId == null ? null : requireId(input.gridId);
  await ensurePartition(database, 'event', new Date());
  return database.write(viewer, async (session) => {
    const plan = await requirePlan(session, input.planId);
    if (plan.state === 'HISTORY' || plan.state === 'WITHDRAWN')
      throw new Refusal('CONFLICT', 'planClosed', { number: plan.number });
    const [row] = await session.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM boundary_plan_comment WHERE plan_id = $1',
      [plan.id],
    );
    if (row!.count >= MAX_COMMENTS)
      throw new Refusal('LIMIT_EXCEEDED', 'planCommentsFull', { max: MAX_COMMENTS });
    const id = uuidv7();
    await session.execute(
      `INSERT INTO boundary_plan_comment (id, plan_id, location, grid_id, body, by)
       VALUES ($1, $2, ST_SetSRID(ST_MakePoint($3, $4), 4326), $5, $6, $7)`,
      [id, plan.id, longitude, latitude, gridId, body, byLabel(input.by)],
    );
    await recordEvent(session, { topic: 'BOUNDARY', subjectId: plan.id, countyId: plan.countyId });
    const [comment] = await session.query<PlanComment>(FIND_COMMENT, [id]);
    return comment!;
  });
}

/** Marks a remark as dealt with; once more changes nothing. */
export async function resolveComment(
  { database, viewer }: Context,
  id: string,
  by: string | null | undefined,
): Promise<PlanComment> {
  await ensurePartition(database, 'event', new Date());
  return database.write(viewer, async (session) => {
    const [row] = await session.query<{ planId: string }>(
      'SELECT plan_id AS "planId" FROM boundary_plan_comment WHERE id = $1',
      [requireId(id)],
    );
    if (!row) throw new Refusal('NOT_FOUND', 'planCommentUnknown');
    const plan = await requirePlan(session, row.planId);
    await session.execute(
      'UPDATE boundary_plan_comment SET resolved_at = now(), resolved_by = $2 WHERE id = $1 AND resolved_at IS NULL',
      [id, byLabel(by)],
    );
    await recordEvent(session, { topic: 'BOUNDARY', subjectId: plan.id, countyId: plan.countyId });
    const [comment] = await session.query<PlanComment>(FIND_COMMENT, [id]);
    return comment!;
  });
}

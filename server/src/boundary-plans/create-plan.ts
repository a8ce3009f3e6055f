import { v7 as uuidv7 } from 'uuid';
import { maskText } from '../access/mask-text.js';
import type { Context } from '../context.js';
import { requireCounty } from '../county/county.service.js';
import type { Session } from '../database/index.js';
import { ensurePartition } from '../database/partitions.js';
import type { TerritoryPartition } from '../database/prisma/enums.js';
import { Refusal } from '../errors.js';
import { recordEvent } from '../events/record-event.js';
import { openLeaves } from './boundary-plans.sql.js';
import type { CreateBoundaryPlanInput, DescribeBoundaryPlanInput } from './boundary-plans.inputs.js';
import { copyEdits } from './edit-plan.js';
import {
  byLabel,
  lockPlan,
  recordStep,
  requireEditable,
  requirePlan,
  requireVersion,
  touchPlan,
} from './plan-row.js';

const MAX_OPEN_PLANS = 200;

/** A new draft on top of the boundaries in force until further notice. */
export async function createPlan(
  context: Context,
  input: CreateBoundaryPlanInput,
): Promise<{ id: string; version: number }> {
  const { database, viewer } = context;
  const name = titleOf(input.name);
  const by = byLabel(input.by);
  await ensurePartition(database, 'event', new Date());
  const id = uuidv7();
  await database.write(viewer, async (session) => {
    if (input.copyOf) await requireSamePartition(session, input.copyOf, input.partition);
    await requireRoom(session);
    const county = await requireCounty(session);
    await session.execute(
      `INSERT INTO boundary_plan (id, county_id, partition, number, name, reason, author, updated_by, base_at)
       VALUES ($1, $2, $3::territory_partition, $4, $5, $6, $7, $7, (SELECT greatest(now(), max(v.valid_from)) ${openLeaves('$3::territory_partition', '$2::uuid')}))`,
      [id, county.id, input.partition, await nextNumber(session, county), name, reasonOf(input.reason), by],
    );
    await takeBase(session, id);
    await recordStep(session, id, null, 'DRAFT', by, null);
    await recordEvent(session, { topic: 'BOUNDARY', subjectId: id, countyId: county.id });
  });
  if (!input.copyOf) return { id, version: 1 };
  try {
    return await copyEdits(context, input.copyOf, id, by);
  } catch (error) {
    await database.write(viewer, (session) =>
      session.execute('DELETE FROM boundary_plan WHERE id = $1', [id]),
    );
    throw error;
  }
}

/** Draws a plan on the leaves in force until further notice. @throws Refusal when there are none */
export async function takeBase(session: Session, planId: string): Promise<void> {
  const count = await session.execute(
    `INSERT INTO boundary_plan_base (plan_id, version_id)
     SELECT p.id, v.id FROM boundary_plan p CROSS JOIN LATERAL (SELECT v.id ${openLeaves('p.partition', 'p.county_id')}) v WHERE p.id = $1`,
    [planId],
  );
  if (count === 0) throw new Refusal('BAD_USER_INPUT', 'planNoGrids');
}

/** Changes a draft's name and reason. */
export async function describePlan(
  { database, viewer }: Context,
  input: DescribeBoundaryPlanInput,
): Promise<void> {
  const name = titleOf(input.name);
  await ensurePartition(database, 'event', new Date());
  await database.write(viewer, async (session) => {
    const plan = await lockPlan(session, input.planId);
    await requireVersion(session, plan, input.version);
    requireEditable(plan);
    await session.execute('UPDATE boundary_plan SET name = $2, reason = $3 WHERE id = $1', [
      plan.id,
      name,
      reasonOf(input.reason),
    ]);
    await touchPlan(session, plan, byLabel(input.by));
  });
}

async function requireSamePartition(
  session: Session,
  id: string,
  partition: TerritoryPartition,
): Promise<void> {
  const plan = await requirePlan(session, id);
  if (plan.partition !== partition) throw new Refusal('BAD_USER_INPUT', 'planOtherPartition');
}

async function requireRoom(session: Session): Promise<void> {
  const [row] = await session.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM boundary_plan WHERE state NOT IN ('PUBLISHED', 'HISTORY', 'WITHDRAWN')`,
  );
  if (row!.count >= MAX_OPEN_PLANS)
    throw new Refusal('LIMIT_EXCEEDED', 'planTooMany', { max: MAX_OPEN_PLANS });
}

/** `WG2026-001`: one row per county and year counts, and waits for whoever counts at the same time. */
async function nextNumber(session: Session, county: { id: string; timeZone: string }): Promise<string> {
  const [row] = await session.query<{ year: number; last: number }>(
    `INSERT INTO boundary_plan_counter (county_id, year, last)
     VALUES ($1, extract(year FROM now() AT TIME ZONE $2)::int, 1)
     ON CONFLICT (county_id, year) DO UPDATE SET last = boundary_plan_counter.last + 1 RETURNING year, last`,
    [county.id, county.timeZone],
  );
  return `WG${row!.year}-${String(row!.last).padStart(3, '0')}`;
}

function titleOf(name: string): string {
  const title = maskText(name.trim()).slice(0, 100);
  if (title === '') throw new Refusal('BAD_USER_INPUT', 'planNameMissing');
  return title;
}

const reasonOf = (reason: string | null | undefined) =>
  reason?.trim() ? maskText(reason.trim()).slice(0, 1000) : null;

import { v7 as uuidv7 } from 'uuid';
import { lockAssignments } from '../../assignments/hold-from.js';
import type { Context } from '../../context.js';
import { toEwkb } from '../../database/ewkb.js';
import type { Session } from '../../database/index.js';
import { Refusal } from '../../errors.js';
import { recordEvent } from '../../events/record-event.js';
import { learnNames } from '../../search/learn-names.js';
import { bumpRevision } from '../../tiles/revision.js';
import type { ChangePlanStateInput } from '../boundary-plans.inputs.js';
import { openLeaves } from '../boundary-plans.sql.js';
import type { ComposedGrid, ComposedPlan } from '../compose/compose-plan.js';
import { lockPlan, moveTo, touchPlan, type PlanRow } from '../plan-row.js';
import { takeEffect } from './take-effect.js';
import { checkSoundness, requireStep } from '../workflow/requirements.js';
import { descentOf, passOn } from './descent.js';
import { stepPoint } from './places.js';
import {
  CLOSE_BY_ID,
  CLOSE_VERSIONS,
  END_IDENTITIES,
  FIND_LINKS,
  FIND_RELINKED,
  OPEN_IDENTITIES,
  OPEN_LEAVES,
  OPEN_RELINKED,
  OPEN_UPPERS,
} from './publish.sql.js';
import { planUppers, type ChangedUpper } from './upper-levels.js';

const MAX_YEARS_AHEAD = 5;
/** How far back an instant may lie that was meant to be now. */
const GRACE_MS = 60_000;

/**
 * Makes a plan's boundaries those in force from an instant on, in one transaction: readers, who go by the dates of
 * versions, see all of it or nothing. The figures and unions are worked out beforehand, in the plans' own thread; under
 * the lock it is made sure that they still hold.
 */
export async function publishPlan(
  context: Context,
  input: ChangePlanStateInput,
  by: string | null,
  note: string | null,
): Promise<void> {
  const { database, viewer, language } = context;
  requireAhead(input.effectiveAt ?? null);
  // What is stored is in the county's language, whoever publishes.
  const composed = await checkSoundness({ ...context, language: 'zh-CN' }, input.planId);
  const uppers = await planUppers(context, composed);
  await database.write(viewer, async (session) => {
    await lockCounty(session, composed.plan.countyId);
    await lockAssignments(session);
    const plan = await lockPlan(session, input.planId);
    await requireStep(session, plan, input, language);
    const at = await effectiveInstant(session, plan, input.effectiveAt ?? null);
    await write(session, plan, composed, uppers, at);
    await session.execute('UPDATE boundary_plan SET effective_at = $2 WHERE id = $1', [plan.id, at]);
    await moveTo(session, plan, 'PUBLISHED', by, note);
    await touchPlan(session, plan, by);
    await recordEvent(session, {
      topic: 'BOUNDARY',
      subjectId: plan.countyId,
      countyId: plan.countyId,
      bulk: true,
    });
    await bumpRevision(session, 'territory');
    await takeEffect(session);
  });
  context.boundaryClock.wake();
}

function requireAhead(at: Date | null): void {
  if (at === null) return;
  const ahead = at.getTime() - Date.now();
  if (ahead < -GRACE_MS) throw new Refusal('BAD_USER_INPUT', 'planEffectivePast', { at: at.toISOString() });
  if (ahead > MAX_YEARS_AHEAD * 366 * 24 * 3600_000)
    throw new Refusal('BAD_USER_INPUT', 'planEffectiveFar', { years: MAX_YEARS_AHEAD });
}

/** Whoever else changes boundaries of the county waits. */
async function lockCounty(session: Session, countyId: string): Promise<void> {
  await session.query('SELECT id FROM territory WHERE id = $1 FOR UPDATE', [countyId]);
}

/** By the database's clock, which decides what is in force. Never before a change that is laid down already. */
async function effectiveInstant(session: Session, plan: PlanRow, wanted: Date | null): Promise<string> {
  const [row] = await session.query<{ at: string; latest: string | null }>(
    `SELECT greatest($3::timestamptz, date_trunc('milliseconds', now())) AS at, max(v.valid_from) AS latest
     ${openLeaves('$1::territory_partition', '$2::uuid')}`,
    [plan.partition, plan.countyId, wanted],
  );
  const { at, latest } = row!;
  if (latest !== null && Date.parse(at) <= Date.parse(latest))
    throw new Refusal('CONFLICT', 'planEffectiveEarly', { at: latest });
  return at;
}

async function write(
  session: Session,
  plan: PlanRow,
  composed: ComposedPlan,
  uppers: ChangedUpper[],
  at: string,
): Promise<void> {
  const { grids, removed } = composed;
  // A border that has only got a vertex is stored as well: neighbours go on sharing all of theirs.
  const changed = grids.filter(({ isChanged, shape }) => isChanged || shape);
  const fresh = changed.filter(({ isNew }) => isNew);
  await requireFreeCodes(session, plan, fresh);
  await requireParents(session, plan, changed);
  const replaced = [
    ...changed.filter(({ isNew }) => !isNew).map(({ id }) => id),
    ...removed,
    ...uppers.map(({ id }) => id),
  ];
  await session.execute(OPEN_IDENTITIES, [
    fresh.map(({ id }) => id),
    fresh.map(({ code }) => code),
    plan.partition,
    plan.countyId,
    at,
  ]);
  await session.execute(CLOSE_VERSIONS, [replaced, at]);
  await session.execute(OPEN_UPPERS, [
    uppers.map(() => uuidv7()),
    uppers.map(({ id }) => id),
    uppers.map(({ boundary }) => boundary && toEwkb(boundary)),
    uppers.map(({ middle }) => middle && toEwkb(stepPoint(middle))),
    uppers.map(({ households }) => households),
    at,
  ]);
  await session.execute(OPEN_LEAVES, [
    ...leafColumns(changed, plan, at),
    ...(await linkColumns(session, changed, plan, at)),
  ]);
  await session.execute(END_IDENTITIES, [removed, at]);
  if (uppers.some(({ boundary }) => boundary)) await relinkOthers(session, plan, at);
  await passOn(session, plan, descentOf(composed), removed, at);
  await learnNames(
    session,
    changed.map(({ name }) => name),
  );
}

function leafColumns(changed: ComposedGrid[], plan: PlanRow, at: string) {
  return [
    changed.map(() => uuidv7()),
    changed.map(({ id }) => id),
    changed.map(({ parentId }) => parentId),
    changed.map(({ code }) => code),
    changed.map(({ name }) => name),
    changed.map(({ kind }) => kind),
    changed.map(({ shape }) => shape && toEwkb(shape.boundary)),
    changed.map(({ shape }) => shape && toEwkb(stepPoint(shape.middle))),
    changed.map(({ households }) => households),
    changed.map(({ householdsSource }) => householdsSource),
    changed.map(({ householdsAsOf }) => householdsAsOf),
    changed.map(({ borders }) => borders && JSON.stringify(borders)),
    at,
    plan.countyId,
    plan.partition,
    changed.map(({ shape }) => shape && shape.areaSquareMetres),
  ];
}

/** Communities and police areas of the leaves, upper levels being in place. */
async function linkColumns(
  session: Session,
  changed: ComposedGrid[],
  plan: PlanRow,
  at: string,
): Promise<(string | null)[][]> {
  const rows = await session.query<{ id: string } & Links>(FIND_LINKS, [
    changed.map(({ id }) => id),
    at,
    plan.countyId,
    changed.map(({ parentId }) => parentId),
    changed.map(({ shape }) => shape && toEwkb(stepPoint(shape.middle))),
  ]);
  const linksOf = new Map(rows.map((row) => [row.id, row]));
  return [
    changed.map(({ id }) => linksOf.get(id)!.communityId),
    changed.map(({ id }) => linksOf.get(id)!.policeAreaId),
  ];
}

interface Links {
  communityId: string | null;
  policeAreaId: string | null;
}

/** Grids of the other partition may lie in another community, or police area, now. */
async function relinkOthers(session: Session, plan: PlanRow, at: string): Promise<void> {
  const relinked = await session.query<{ id: string } & Links>(FIND_RELINKED, [
    plan.partition,
    at,
    plan.countyId,
  ]);
  const ids = relinked.map(({ id }) => id);
  await session.execute(CLOSE_BY_ID, [ids, at]);
  await session.execute(OPEN_RELINKED, [
    ids,
    relinked.map(({ communityId }) => communityId),
    relinked.map(({ policeAreaId }) => policeAreaId),
    at,
  ]);
}

async function requireFreeCodes(session: Session, plan: PlanRow, fresh: ComposedGrid[]): Promise<void> {
  const [taken] = await session.query<{ code: string }>(
    'SELECT code FROM territory WHERE partition = $1::territory_partition AND code = ANY($2::text[]) LIMIT 1',
    [plan.partition, fresh.map(({ code }) => code)],
  );
  if (taken) throw new Refusal('CONFLICT', 'planCodeTaken', { code: taken.code });
}

async function requireParents(session: Session, plan: PlanRow, changed: ComposedGrid[]): Promise<void> {
  const wanted = [...new Set(changed.map(({ parentId }) => parentId))].filter((id) => id !== null);
  const rows = await session.query<{ id: string }>(
    `SELECT territory_id AS id FROM territory_version
     WHERE territory_id = ANY($1::uuid[]) AND valid_to IS NULL AND partition = $2::territory_partition`,
    [wanted, plan.partition],
  );
  const there = new Set(rows.map(({ id }) => id));
  const orphan = changed.find(({ parentId }) => parentId !== null && !there.has(parentId));
  if (orphan) throw new Refusal('CONFLICT', 'planParentGone', { name: orphan.name });
}

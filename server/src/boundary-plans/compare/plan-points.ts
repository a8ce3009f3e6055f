import { STEPS_PER_DEGREE } from '@maplebridge/engine/coordinates/round';
import type { Context } from '../../context.js';
import { findResponders } from '../../cover/responders.js';
import { Refusal } from '../../errors.js';
import { requirePeriod } from '../../period.js';
import { requireHour } from '../../reach/reach.service.js';
import type { PlanPoints } from './comparison.types.js';
import { requirePlan } from '../plan-row.js';
import { loadHouseholdPoints } from '../worker/household-points.js';
import { FIND_INCIDENT_POINTS, FIND_RISK_POINTS } from './compare.sql.js';

const DEFAULT_DAYS = 30;
const MAX_DAYS = 366;
const DAY_MS = 24 * 3600_000;

/** What is added up per grid, side by side in arrays. */
export interface Tallied {
  /** x, y, households, covered (1, 0, −1: not known) … */
  households: number[];
  /** x, y … */
  incidents: number[];
  /** x, y, level … */
  riskPoints: number[];
  hasCover: boolean;
}

/** Points over a plan's county, for figures that follow the hand. */
export async function planPoints(
  context: Context,
  planId: string,
  from?: Date | null,
  to?: Date | null,
): Promise<PlanPoints> {
  await context.database.read(context.viewer, (session) => requirePlan(session, planId));
  const points = await loadTallied(context, from, to);
  return { ...points, hasHouseholdPoints: points.households.length > 0 };
}

/** @param from default 30 days before `to`, which is now by default */
export async function loadTallied(context: Context, from?: Date | null, to?: Date | null): Promise<Tallied> {
  const end = to ?? new Date();
  const period = requirePeriod(
    { from: from ?? new Date(end.getTime() - DEFAULT_DAYS * DAY_MS), to: end },
    MAX_DAYS,
  );
  const { database, viewer } = context;
  const { buildings, incidents, riskPoints } = await database.read(viewer, async (session) => ({
    buildings: await loadHouseholdPoints(session),
    incidents: await session.query<{ x: number; y: number }>(FIND_INCIDENT_POINTS, [period.from, period.to]),
    riskPoints: await session.query<{ x: number; y: number; level: number }>(FIND_RISK_POINTS),
  }));
  const covered = await findCovered(context, buildings);
  const households: number[] = [];
  for (let i = 0; i < buildings.length; i += 3)
    households.push(buildings[i]!, buildings[i + 1]!, buildings[i + 2]!, covered ? covered[i / 3]! : -1);
  return {
    households,
    incidents: incidents.flatMap(({ x, y }) => [x, y]),
    riskPoints: riskPoints.flatMap(({ x, y, level }) => [x, y, level]),
    hasCover: covered !== null,
  };
}

/** Whether a unit reaches each building from its home post within its tier's time at this hour; null without streets. */
async function findCovered(context: Context, buildings: readonly number[]): Promise<Int8Array | null> {
  const { reach, database, viewer, signal } = context;
  if (buildings.length === 0) return null;
  try {
    const world = await reach.world();
    const tier = world.settings.tiers.find(({ units }) => units);
    if (!tier) return null;
    const { responders, hour } = await database.read(viewer, async (session) => ({
      responders: (await findResponders(session, world.settings, false)).responders,
      hour: await requireHour(session, null),
    }));
    const places: [number, number][] = [];
    for (let i = 0; i < buildings.length; i += 3)
      places.push([buildings[i]! / STEPS_PER_DEGREE, buildings[i + 1]! / STEPS_PER_DEGREE]);
    const request = {
      responders: responders.filter((responder) => responder.tier === tier.tier),
      places,
      hours: places.map(() => hour),
    };
    const seconds = await world.ask('arrivals', request, signal);
    return Int8Array.from(seconds, (time) => (Number.isNaN(time) ? -1 : time <= tier.seconds ? 1 : 0));
  } catch (error) {
    // Without streets nothing is known about cover; the other figures stand all the same.
    if (error instanceof Refusal) return null;
    throw error;
  }
}

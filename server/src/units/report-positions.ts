import type { Context } from '../context.js';
import { ensurePartition } from '../database/partitions.js';
import { Refusal } from '../errors.js';
import { render, type MessageCode } from '../messages/index.js';
import { requirePosition } from '../position.js';
import type { PositionInput } from './units.inputs.js';
import { FIND_SHIFTS, STORE_LATEST, STORE_SIGHTINGS, STORE_TRACK } from './units.sql.js';
import type { PositionRefusal, ReportPositionsPayload } from './units.types.js';

const MAX_BATCH = 5000;
const CLOCK_TOLERANCE_MS = 60_000;
/** Older fixes are refused: they would land in months that retention has let go. */
const MAX_AGE_MS = 24 * 3600_000;

interface OnShift extends PositionInput {
  shiftId: string;
  countyId: string;
}

/**
 * Takes a batch of positions: the track of each shift, the latest per unit, and which grids were seen.
 * A position that can't be taken is refused by itself, with its reason; the others are stored.
 */
export async function reportPositions(
  context: Context,
  inputs: PositionInput[],
): Promise<ReportPositionsPayload> {
  if (inputs.length > MAX_BATCH) throw new Refusal('LIMIT_EXCEEDED', 'batchTooLarge', { max: MAX_BATCH });
  const refused: PositionRefusal[] = [];
  const refuse = ({ unitId }: PositionInput, code: string, message: MessageCode) =>
    refused.push({ unitId, code, message: render(message, {}, context.language) });
  const plausible = inputs.filter((input) => {
    const problem = implausible(input);
    if (problem) refuse(input, 'BAD_USER_INPUT', problem);
    return !problem;
  });
  if (plausible.length === 0) return { accepted: 0, refused };
  for (const month of months(plausible)) await ensurePartition(context.database, 'unit_track', month);

  const accepted = await context.database.write(context.viewer, async (session) => {
    const ids = [...new Set(plausible.map((input) => input.unitId))];
    const units = await session.query<{ unitId: string; countyId: string; shiftId: string | null }>(
      FIND_SHIFTS,
      [ids],
    );
    const byId = new Map(units.map((unit) => [unit.unitId, unit]));
    const taken: OnShift[] = [];
    for (const input of plausible) {
      const unit = byId.get(input.unitId);
      if (!unit) refuse(input, 'NOT_FOUND', 'unitUnknown');
      else if (!unit.shiftId) refuse(input, 'CONFLICT', 'unitOffDuty');
      else taken.push({ ...input, shiftId: unit.shiftId, countyId: unit.countyId });
    }
    if (taken.length === 0) return 0;
    const column = <K extends keyof OnShift>(key: K) => taken.map((position) => position[key] ?? null);
    const places = [column('longitude'), column('latitude'), column('recordedAt')];
    await session.execute(STORE_TRACK, [column('unitId'), column('shiftId'), column('countyId'), ...places]);
    await session.execute(STORE_LATEST, [
      column('unitId'),
      column('countyId'),
      ...places,
      column('headingDegrees'),
      column('speedMetresPerSecond'),
      column('simulated'),
    ]);
    await session.execute(STORE_SIGHTINGS, places);
    return taken.length;
  });
  return { accepted, refused };
}

function implausible(input: PositionInput): MessageCode | undefined {
  const age = Date.now() - input.recordedAt.getTime();
  if (age < -CLOCK_TOLERANCE_MS) return 'fixInFuture';
  if (age > MAX_AGE_MS) return 'fixTooOld';
  if (!/^[0-9a-f-]{36}$/i.test(input.unitId)) return 'unitUnknown';
  try {
    requirePosition(input.longitude, input.latitude);
    return undefined;
  } catch {
    return 'fixOutOfRange';
  }
}

function months(inputs: PositionInput[]): Date[] {
  return [
    ...new Map(inputs.map(({ recordedAt }) => [recordedAt.toISOString().slice(0, 7), recordedAt])).values(),
  ];
}

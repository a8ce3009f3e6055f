import { v7 as uuidv7 } from 'uuid';
import { maskText } from '../access/mask-text.js';
import type { Context } from '../context.js';
import { requireCounty } from '../county/county.service.js';
import { ensurePartition } from '../database/partitions.js';
import type { IncidentStatus, Sensitivity } from '../database/prisma/enums.js';
import { readRecord } from '../database/record.js';
import type { Requested } from '../database/look-ahead.js';
import type { Session } from '../database/index.js';
import { Refusal } from '../errors.js';
import { recordEvent } from '../events/record-event.js';
import { requirePosition } from '../position.js';
import { bumpRevision } from '../tiles/revision.js';
import { incidentNumber } from './incident-number.js';
import type { ReportIncidentInput } from './incidents.inputs.js';
import {
  CLAIM_IDENTITY,
  FIND_BY_CLIENT_KEY,
  FIND_KIND,
  incidentSelection,
  INSERT_INCIDENT,
  NEXT_IN_DAY,
} from './incidents.sql.js';
import type { Incident } from './incidents.types.js';

/** How far ahead of our clock a report may claim to have happened. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;

interface KindRow {
  priority: number;
  sensitivity: Sensitivity;
  policeMatter: boolean;
}

/**
 * Stores a report in the grids in force at its place and time, with its event, in one transaction.
 * Idempotent by `clientKey`.
 * @param requested what of the incident to answer with
 */
export async function reportIncident(
  context: Context,
  input: ReportIncidentInput,
  requested: Requested,
): Promise<Incident> {
  const { database, viewer } = context;
  const now = new Date();
  const occurredAt = input.occurredAt ?? now;
  if (occurredAt.getTime() > now.getTime() + CLOCK_TOLERANCE_MS)
    throw new Refusal('BAD_USER_INPUT', 'occurredInFuture', { occurredAt: occurredAt.toISOString() });
  requirePosition(input.longitude, input.latitude);
  await ensurePartition(database, 'incident', now);
  await ensurePartition(database, 'event', now);
  return database.write(viewer, async (session) => {
    const id =
      (await findByClientKey(session, input.clientKey)) ?? (await insert(session, input, now, occurredAt));
    const incident = await readRecord<Incident>(
      session,
      requested,
      incidentSelection,
      (parameters) => `FROM incident_shown r WHERE r.id = ${parameters.add(id, 'uuid')}`,
    );
    return incident!;
  });
}

async function findByClientKey(session: Session, clientKey: string): Promise<string | undefined> {
  const [row] = await session.query<{ id: string }>(FIND_BY_CLIENT_KEY, [clientKey]);
  return row?.id;
}

async function insert(
  session: Session,
  input: ReportIncidentInput,
  now: Date,
  occurredAt: Date,
): Promise<string> {
  const [kind] = await session.query<KindRow>(FIND_KIND, [input.kind]);
  if (!kind) throw new Refusal('UNKNOWN_KIND', 'kindUnknown', { kind: input.kind });
  const county = await requireCounty(session);
  const [counted] = await session.query<{ day: string; last: number }>(NEXT_IN_DAY, [now, county.timeZone]);
  const number = incidentNumber(input.source, counted!.day, counted!.last);
  const id = uuidv7({ msecs: now.getTime() });
  const { longitude, latitude } = requirePosition(input.longitude, input.latitude);
  const [claimed] = await session.query(CLAIM_IDENTITY, [id, now, number, input.clientKey]);
  // Another report with the same key committed while we waited on it.
  if (!claimed) return (await findByClientKey(session, input.clientKey))!;
  const [scope] = await session.query<{ communityId: string | null; policeAreaId: string | null }>(
    INSERT_INCIDENT,
    [
      id,
      now,
      number,
      input.kind,
      kind.sensitivity,
      input.source,
      initialStatus(kind, input),
      kind.priority,
      occurredAt,
      longitude,
      latitude,
      input.address == null ? null : maskText(input.address),
      input.description == null ? null : maskText(input.description),
      county.id,
      input.simulated ?? false,
    ],
  );
  await recordEvent(session, { topic: 'INCIDENT', subjectId: id, countyId: county.id, ...scope! });
  await bumpRevision(session, 'incidents');
  return id;
}

/** Police matters wait to be dispatched, others for their owner to accept them. */
function initialStatus(kind: KindRow, input: ReportIncidentInput): IncidentStatus {
  return kind.policeMatter || input.source === 'CALL_110' ? 'AWAITING_DISPATCH' : 'AWAITING_ACCEPTANCE';
}

import type { GraphQLResolveInfo } from 'graphql';
import { v7 as uuidv7 } from 'uuid';
import type { Context } from '../context.js';
import { readConnection, type Connection, type Page } from '../database/connection.js';
import { requestedFields } from '../database/look-ahead.js';
import { ensurePartition } from '../database/partitions.js';
import type { PrismaClient } from '../database/prisma/client.js';
import { UnitState } from '../database/prisma/enums.js';
import { prismaOn } from '../database/prisma-client.js';
import { readRecord, readRecords } from '../database/record.js';
import { requireId } from '../database/statement.js';
import { Refusal } from '../errors.js';
import { requirePeriod } from '../period.js';
import { recordEvent } from '../events/record-event.js';
import type { UnitFilter } from './units.inputs.js';
import {
  FROM_POSITIONS_ON_DUTY,
  positionSelection,
  shiftRows,
  shiftSelection,
  unitSelection,
  unitWhere,
} from './units.sql.js';
import type { Shift, Unit, UnitPosition } from './units.types.js';

export function listUnits(
  { database, viewer }: Context,
  info: GraphQLResolveInfo,
  filter: UnitFilter,
  page: Page,
): Promise<Connection<Unit>> {
  return database.read(viewer, (session) =>
    readConnection<Unit>(session, info, page, (parameters) => ({
      selection: unitSelection,
      from: 'unit u',
      alias: 'u',
      where: unitWhere(filter, parameters),
      order: [
        { sql: 'u.call_sign', type: 'text', direction: 'ASC' },
        { sql: 'u.id', type: 'uuid', direction: 'ASC' },
      ],
    })),
  );
}

export function findUnit(
  { database, viewer }: Context,
  info: GraphQLResolveInfo,
  id: string,
): Promise<Unit | null> {
  return database.read(viewer, (session) =>
    readRecord<Unit>(
      session,
      requestedFields(info),
      unitSelection,
      (parameters) => `FROM unit r WHERE r.id = ${parameters.add(id, 'uuid')}`,
    ),
  );
}

export function listPositions(
  { database, viewer }: Context,
  info: GraphQLResolveInfo,
): Promise<UnitPosition[]> {
  return database.read(viewer, (session) =>
    readRecords<UnitPosition>(
      session,
      requestedFields(info),
      positionSelection,
      () => FROM_POSITIONS_ON_DUTY,
    ),
  );
}

/** A week of a county's shifts is a picture; more would be a download. */
const MAX_SHIFT_DAYS = 7;

/** Shifts that lasted at some time of a period, by call sign. */
export function listShifts(
  { database, viewer }: Context,
  info: GraphQLResolveInfo,
  from: Date,
  to: Date,
): Promise<Shift[]> {
  requirePeriod({ from, to }, MAX_SHIFT_DAYS);
  return database.read(viewer, (session) =>
    readRecords<Shift>(session, requestedFields(info), shiftSelection, (parameters) =>
      shiftRows(from, to, parameters),
    ),
  );
}

/** Changes what a unit is doing. Leaving OFF_DUTY opens a shift, returning to it closes the shift. */
export async function setUnitState(
  { database, viewer }: Context,
  info: GraphQLResolveInfo,
  id: string,
  state: UnitState,
): Promise<Unit> {
  await ensurePartition(database, 'event', new Date());
  return database.write(viewer, async (session) => {
    const [unit] = await session.query<{ countyId: string; state: UnitState }>(
      'SELECT county_id AS "countyId", state FROM unit WHERE id = $1 FOR UPDATE',
      [requireId(id)],
    );
    if (!unit) throw new Refusal('NOT_FOUND', 'unitUnknown');
    if (unit.state !== state) {
      await prismaOn(session, (prisma) =>
        changeState(prisma, { id, countyId: unit.countyId, from: unit.state, to: state }),
      );
      await recordEvent(session, { topic: 'UNIT', subjectId: id, countyId: unit.countyId });
    }
    const changed = await readRecord<Unit>(
      session,
      requestedFields(info),
      unitSelection,
      (parameters) => `FROM unit r WHERE r.id = ${parameters.add(id, 'uuid')}`,
    );
    return changed!;
  });
}

async function changeState(
  prisma: PrismaClient,
  { id, countyId, from, to }: { id: string; countyId: string; from: UnitState; to: UnitState },
): Promise<void> {
  const now = new Date();
  await prisma.unit.update({ where: { id }, data: { state: to } });
  if (from === UnitState.OFF_DUTY)
    await prisma.shift.create({ data: { id: uuidv7(), unitId: id, countyId, onDutyAt: now } });
  if (to === UnitState.OFF_DUTY) {
    await prisma.shift.updateMany({ where: { unitId: id, offDutyAt: null }, data: { offDutyAt: now } });
    await prisma.unitPosition.deleteMany({ where: { unitId: id } });
  }
}

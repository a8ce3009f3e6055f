import type { Context } from '../context.js';
import { jsonOf, type Requested } from '../database/look-ahead.js';
import type { EventTopic } from '../database/prisma/enums.js';
import { Parameters } from '../database/statement.js';
import type { Session } from '../database/index.js';
import { Refusal } from '../errors.js';
import { eventSelection, LOG_STATE } from './events.sql.js';
import type { Event, EventBatch } from './events.types.js';

const MAX_EVENTS = 1000;

interface LogState {
  epoch: string;
  droppedXid: string;
  droppedSeq: string;
  horizon: string;
}

/** A place in the log. Transaction ids and sequence numbers pass 2^53, so they are bigints. */
interface Cursor {
  epoch: string;
  xid: bigint;
  seq: bigint;
}

/**
 * Reads the event log on from a cursor. Bounded by the oldest running transaction, so that an event of a slow
 * transaction is not skipped when a later one commits first.
 * @param requested what to select of each event
 */
export function readEvents(
  { database, viewer }: Context,
  after: string | undefined,
  topics: EventTopic[] | undefined,
  first: number,
  requested: Requested,
): Promise<EventBatch> {
  if (!Number.isInteger(first) || first < 1 || first > MAX_EVENTS)
    throw new Refusal('BAD_USER_INPUT', 'pageSize', { max: MAX_EVENTS });
  const from = after == null ? undefined : decode(after);
  return database.read(viewer, async (session) => {
    const [state] = await session.query<LogState>(LOG_STATE);
    const present = { epoch: state!.epoch, xid: BigInt(state!.horizon), seq: 0n };
    if (!from) return { cursor: encode(present), reset: false, events: [] };
    if (outOfReach(from, state!)) return { cursor: encode(present), reset: true, events: [] };
    const rows = await readRows(session, from, state!.horizon, topics, first, requested);
    const last = rows.at(-1);
    const cursor =
      rows.length === first && last
        ? { epoch: from.epoch, xid: BigInt(last.xid), seq: BigInt(last.seq) }
        : from.xid > present.xid
          ? from
          : present;
    return {
      cursor: encode(cursor),
      reset: false,
      events: rows.map(({ record, topic }) => ({ ...record, topic })),
    };
  });
}

interface EventRow {
  record: Event;
  topic: EventTopic;
  xid: string;
  seq: string;
}

async function readRows(
  session: Session,
  from: Cursor,
  horizon: string,
  topics: EventTopic[] | undefined,
  first: number,
  requested: Requested,
): Promise<EventRow[]> {
  const parameters = new Parameters();
  const record = jsonOf(eventSelection, 'e', requested, parameters);
  const conditions = [
    `(e.xid, e.seq) > (${parameters.add(from.xid, 'xid8')}, ${parameters.add(from.seq, 'bigint')})`,
    `e.xid < ${parameters.add(horizon, 'xid8')}`,
  ];
  if (topics) conditions.push(`e.topic = ANY(${parameters.add(topics, 'event_topic[]')})`);
  return session.query<EventRow>(
    `SELECT ${record} AS record, e.topic, e.xid::text AS xid, e.seq::text AS seq FROM event e
     WHERE ${conditions.join(' AND ')} ORDER BY e.xid, e.seq LIMIT ${parameters.add(first, 'int')}`,
    parameters.values,
  );
}

/** From another life of the database, or older than what retention has kept. */
function outOfReach(from: Cursor, state: LogState): boolean {
  const dropped = BigInt(state.droppedXid);
  return (
    from.epoch !== state.epoch ||
    from.xid > BigInt(state.horizon) ||
    from.xid < dropped ||
    (from.xid === dropped && from.seq < BigInt(state.droppedSeq))
  );
}

const encode = ({ epoch, xid, seq }: Cursor) => Buffer.from(`${epoch}/${xid}/${seq}`).toString('base64url');

function decode(cursor: string): Cursor {
  const match = /^([0-9a-f-]{36})\/(\d{1,20})\/(\d{1,19})$/.exec(Buffer.from(cursor, 'base64url').toString());
  if (!match) throw new Refusal('BAD_USER_INPUT', 'cursorUnknown');
  return { epoch: match[1]!, xid: BigInt(match[2]!), seq: BigInt(match[3]!) };
}

import { localViewer, type Database, type Session } from '../../database/index.js';
import { ensurePartition } from '../../database/partitions.js';
import type { TerritoryPartition } from '../../database/prisma/enums.js';
import { recordEvent } from '../../events/record-event.js';
import { nextAssignmentDate, refreshDueJurisdictions } from '../../posts/jurisdictions.js';
import { bumpRevision } from '../../tiles/revision.js';
import { recordStep } from '../plan-row.js';
import {
  ATTRIBUTE_POSTS,
  ATTRIBUTE_RISK_POINTS,
  FIND_DUE,
  FIND_FORMER,
  NEXT_DATE,
} from './take-effect.sql.js';

/** Other processes may lay down dates, too: look at least so often. */
const LONGEST_WAIT_MS = 10 * 60_000;
const RETRY_MS = 5000;

/**
 * Does what is to be done when the dates of published plans and of assignments have arrived: versions come into force by
 * themselves; everybody is told, tiles are made anew, the plan before becomes history, posts' jurisdictions and what
 * stands in the grids are put in order.
 * @returns whether anything was due
 */
export async function takeEffect(session: Session): Promise<boolean> {
  const due = await session.query<{ id: string; countyId: string; partition: TerritoryPartition }>(FIND_DUE);
  for (const { id, countyId, partition } of due) {
    const former = await session.query<{ id: string }>(FIND_FORMER, [id, countyId, partition]);
    for (const plan of former) {
      await session.execute(
        `UPDATE boundary_plan SET state = 'HISTORY', version = version + 1, updated_at = now() WHERE id = $1`,
        [plan.id],
      );
      await recordStep(session, plan.id, 'PUBLISHED', 'HISTORY', null, null);
      await recordEvent(session, { topic: 'BOUNDARY', subjectId: plan.id, countyId });
    }
    await session.execute('UPDATE boundary_plan SET took_effect = true WHERE id = $1', [id]);
    await recordEvent(session, { topic: 'BOUNDARY', subjectId: id, countyId });
  }
  const jurisdictions = await refreshDueJurisdictions(session);
  if (due.length === 0 && jurisdictions === 0) return false;
  const counties = new Set(due.map(({ countyId }) => countyId));
  for (const countyId of counties) {
    await session.execute(ATTRIBUTE_RISK_POINTS, [countyId]);
    await session.execute(ATTRIBUTE_POSTS, [countyId]);
    await recordEvent(session, { topic: 'BOUNDARY', subjectId: countyId, countyId, bulk: true });
  }
  await bumpRevision(session, 'territory');
  return true;
}

/** Wakes at the next date laid down, and at the start for those that passed meanwhile. */
export class BoundaryClock {
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> | null = null;
  private isClosed = false;

  constructor(private readonly database: Database) {}

  /** Looks whether anything is due, now and whenever something will be. To be called when a date has been laid down. */
  wake(): void {
    clearTimeout(this.timer);
    this.working = (this.working ?? Promise.resolve()).then(() => this.work());
  }

  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.timer);
    await this.working;
  }

  private async work(): Promise<void> {
    if (this.isClosed) return;
    let wait = RETRY_MS;
    try {
      await ensurePartition(this.database, 'event', new Date());
      // A look costs little; the lock of a write only where there is something to do.
      if (await this.database.read(localViewer, isDue)) await this.database.write(localViewer, takeEffect);
      wait = await this.database.read(localViewer, untilNext);
    } catch (error) {
      console.error('boundaries:', error);
    }
    if (this.isClosed) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.wake(), wait).unref();
  }
}

async function isDue(session: Session): Promise<boolean> {
  const [row] = await session.query<{ due: boolean }>(
    `SELECT EXISTS (SELECT FROM (${FIND_DUE}) due) OR EXISTS (
       SELECT FROM post_grid g JOIN post p ON p.id = g.post_id WHERE p.ended_at IS NULL AND (p.jurisdiction_at IS NULL
         OR (g.valid_from > p.jurisdiction_at AND g.valid_from <= now()) OR (g.valid_to > p.jurisdiction_at AND g.valid_to <= now()))) AS due`,
  );
  return row!.due;
}

async function untilNext(session: Session): Promise<number> {
  const [row] = await session.query<{ seconds: number | null }>(NEXT_DATE);
  const assignment = await nextAssignmentDate(session);
  const waits = [
    LONGEST_WAIT_MS,
    ...(row!.seconds === null ? [] : [row!.seconds * 1000]),
    ...(assignment ? [assignment.getTime() - Date.now()] : []),
  ];
  // Dates are kept to a millisecond, so it has come a moment after.
  return Math.max(20, Math.ceil(Math.min(...waits)) + 5);
}

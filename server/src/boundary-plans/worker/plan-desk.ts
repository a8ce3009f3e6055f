import { Worker } from 'node:worker_threads';
import { localViewer, type Database, type Session } from '../../database/index.js';
import { turnstile } from '../../database/turnstile.js';
import { Refusal } from '../../errors.js';
import {
  FIND_BASE_BOUNDARIES,
  FIND_BASE_KEY,
  IS_ACTIVE,
  COUNT_ACTIVE,
  FIND_CHANGES,
} from './plan-desk.sql.js';
import { loadHouseholdPoints, readPointsKey } from './household-points.js';
import type {
  CallMessage,
  CallName,
  LoggedChanges,
  NamedBoundary,
  PlanCalls,
  ReplyMessage,
  Sync,
} from './protocol.js';

type Answer<N extends CallName> = ReturnType<PlanCalls[N]>;
type SyncedCall = 'edit' | 'shape' | 'check' | 'dissolve';

/** Tilings kept open in the thread. */
const MOST_OPEN = 6;
/** Questions waiting in the thread; more are refused, so that a flood can't pile up. */
const MOST_WAITING = 200;

/** What the thread holds of a plan. */
interface Held {
  isOpen: boolean;
  /** Ids of the edits applied, in order: that of sequence 1, of sequence 2, … */
  edits: string[];
  enter: () => Promise<() => void>;
}

/**
 * Keeps the tilings of the plans people work on in a thread of its own, so that opening a large county keeps nobody
 * waiting. With every question a plan is brought to its latest edit; only what is new in its log travels.
 */
export class PlanDesk {
  private worker: Worker | null = null;
  private readonly waiting = new Map<
    number,
    { resolve: (result: never) => void; reject: (error: Error) => void }
  >();
  private readonly held = new Map<string, Held>();
  private nextId = 1;
  private pointsKey: string | null = null;

  constructor(private readonly database: Database) {}

  /** Asks about a plan as its log stands. Edits that `edit` accepts stay only if they are then stored under their ids. */
  async ask<N extends SyncedCall>(
    planId: string,
    name: N,
    rest: Omit<Parameters<PlanCalls[N]>[0], 'sync'>,
  ): Promise<Answer<N>> {
    const key = await this.read((session) => readBaseKey(session, planId));
    const held = this.hold(key);
    const leave = await held.enter();
    try {
      if (name === 'shape') await this.sendPoints();
      const sync = await this.read((session) => syncOf(session, planId, key, held));
      try {
        const answer = await this.send(name, { ...rest, sync } as unknown as Parameters<PlanCalls[N]>[0]);
        held.isOpen = true;
        held.edits = [...held.edits.slice(0, sync.keep), ...sync.add.map(({ id }) => id)];
        if (name === 'edit')
          for (const outcome of answer as Answer<'edit'>) if (outcome.ok) held.edits.push(outcome.id);
        return answer;
      } catch (error) {
        // Nobody knows how far it came.
        held.isOpen = false;
        throw error;
      }
    } finally {
      leave();
    }
  }

  /** What becomes of edits on other boundaries: those that fit are applied, one after the other. */
  async replay(base: NamedBoundary[], edits: LoggedChanges[]): Promise<Answer<'replay'>> {
    const key = `replay ${this.nextId}`;
    const sync: Sync = { key, base, keep: 0, add: [] };
    try {
      return await this.send('replay', { sync, edits });
    } finally {
      await this.send('forget', { key }).catch(() => undefined);
    }
  }

  measure(request: Parameters<PlanCalls['measure']>[0]): Promise<Answer<'measure'>> {
    return this.send('measure', request);
  }

  compare(request: Parameters<PlanCalls['compare']>[0]): Promise<Answer<'compare'>> {
    return this.send('compare', request);
  }

  async close(): Promise<void> {
    const { worker } = this;
    this.worker = null;
    await worker?.terminate();
  }

  private hold(key: string): Held {
    const held = this.held.get(key) ?? { isOpen: false, edits: [], enter: turnstile().enter };
    this.held.delete(key);
    this.held.set(key, held);
    for (const oldest of [...this.held.keys()].slice(0, -MOST_OPEN)) {
      this.held.delete(oldest);
      void this.send('forget', { key: oldest }).catch(() => undefined);
    }
    return held;
  }

  private read<T>(work: (session: Session) => Promise<T>): Promise<T> {
    return this.database.read(localViewer, work);
  }

  private async sendPoints(): Promise<void> {
    const key = await this.read(readPointsKey);
    if (key === this.pointsKey) return;
    const households = await this.read(loadHouseholdPoints);
    await this.send('takePoints', { key, households });
    this.pointsKey = key;
  }

  private send<N extends CallName>(name: N, request: Parameters<PlanCalls[N]>[0]): Promise<Answer<N>> {
    if (this.waiting.size >= MOST_WAITING) return Promise.reject(new Refusal('UNAVAILABLE', 'reachBusy'));
    const worker = (this.worker ??= this.start());
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve: resolve as (result: never) => void, reject });
      worker.postMessage({ id, name, request } satisfies CallMessage);
    });
  }

  private start(): Worker {
    const worker = new Worker(new URL('./plan-worker.js', import.meta.url));
    // The server must be able to end while nobody waits for an answer.
    worker.unref();
    worker.on('message', (reply: ReplyMessage) => {
      const waiter = this.waiting.get(reply.id);
      this.waiting.delete(reply.id);
      if ('result' in reply) waiter?.resolve(reply.result as never);
      else waiter?.reject(new Error(reply.failure));
    });
    const fail = (error: Error) => {
      if (this.worker === worker) this.worker = null;
      this.held.clear();
      this.pointsKey = null;
      for (const { reject } of this.waiting.values()) reject(error);
      this.waiting.clear();
    };
    worker.on('error', fail);
    worker.on('exit', () => fail(new Refusal('UNAVAILABLE', 'reachRestarting')));
    return worker;
  }
}

async function readBaseKey(session: Session, planId: string): Promise<string> {
  const [row] = await session.query<{ baseAt: string }>(FIND_BASE_KEY, [planId]);
  if (!row) throw new Refusal('NOT_FOUND', 'planUnknown');
  return `${planId} ${row.baseAt}`;
}

async function syncOf(session: Session, planId: string, key: string, { isOpen, edits }: Held): Promise<Sync> {
  const keep = isOpen ? await activeAmong(session, planId, edits) : 0;
  return {
    key,
    base: isOpen ? null : await session.query<NamedBoundary>(FIND_BASE_BOUNDARIES, [planId]),
    keep,
    add: await session.query<LoggedChanges>(FIND_CHANGES, [planId, keep]),
  };
}

/** How many of the edits held are still in effect: the first ones, for a log is only ever cut back from its end. */
async function activeAmong(session: Session, planId: string, edits: readonly string[]): Promise<number> {
  if (edits.length === 0) return 0;
  const [last] = await session.query<{ active: boolean }>(IS_ACTIVE, [edits.at(-1)!]);
  if (last?.active) return edits.length;
  const [row] = await session.query<{ count: number }>(COUNT_ACTIVE, [planId, edits]);
  return row!.count;
}

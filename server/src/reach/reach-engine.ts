import { Worker } from 'node:worker_threads';
import { localViewer, type Database } from '../database/index.js';
import { Refusal } from '../errors.js';
import { loadStreetGraph, type LoadedStreetGraph } from '../streets/load-graph.js';
import { readTravelSettings } from '../streets/travel-settings.js';
import type { TravelSettings } from '../streets/streets.types.js';
import type { LeafVersion } from '../territory/grid-finder.js';
import { loadDemand, loadLeaves, readWorldKey } from './load-world.js';
import type {
  CallMessage,
  CallName,
  FarPlace,
  ReachCalls,
  ReplyMessage,
  WorldData,
  WorldFacts,
} from './worker/protocol.js';

/** A place that no street is near: which of those asked about, and how far the nearest street is. */
export class FarFromStreets extends Error {
  constructor(readonly far: FarPlace) {
    super('far from any street');
  }
}

/** One built world and the thread it lives in. */
export interface World {
  key: string;
  streets: LoadedStreetGraph;
  settings: TravelSettings;
  leaves: LeafVersion[];
  facts: WorldFacts;
  /** Its thread has ended, by a fault or for want of memory. */
  isDead(): boolean;
  ask<N extends CallName>(
    name: N,
    request: Parameters<ReachCalls[N]>[0],
    signal?: AbortSignal,
  ): Promise<ReturnType<ReachCalls[N]>>;
  close(): Promise<void>;
}

/** Questions waiting in the thread; more are refused, so that a flood can't pile up. */
const MOST_WAITING = 200;
/** How long after a failure the same streets are tried again. */
const RETRY_MS = 30_000;

/**
 * Computes on the streets in a thread of its own. When streets, land or settings have changed, a new world is built in a
 * second thread while the old one goes on answering; should the new one fail, the old one stays.
 */
export class ReachEngine {
  private current: World | null = null;
  private building: Promise<void> | null = null;
  /** What the last attempt was made of; the same is tried again only after a failure, and not at once. */
  private triedKey: string | null = null;
  private failedAt = -Infinity;
  private failure: string | null = null;
  private isClosed = false;

  constructor(private readonly database: Database) {}

  /** The world in service, waited for when there is none yet. @throws Refusal UNAVAILABLE while there are no streets */
  async world(): Promise<World> {
    const key = await this.database.read(localViewer, readWorldKey);
    if (this.current?.isDead()) this.current = this.triedKey = null;
    const isDue = this.failure !== null && Date.now() - this.failedAt > RETRY_MS;
    if ((key !== this.triedKey || isDue) && !this.building) this.building = this.build(key);
    if (!this.current) await this.building;
    if (this.current) return this.current;
    throw new Refusal('UNAVAILABLE', this.failure === null ? 'streetsMissing' : 'streetsFailed', {
      problem: this.failure ?? '',
    });
  }

  /** As `world`, of the latest streets and settings: waits for a build under way. */
  async latest(): Promise<World> {
    await this.world();
    await this.building;
    return this.world();
  }

  /** Null when no streets are stored. */
  async status(): Promise<{ world: World; isBuilding: boolean; failure: string | null } | null> {
    try {
      const world = await this.world();
      return { world, isBuilding: this.building !== null, failure: this.failure };
    } catch (error) {
      if (error instanceof Refusal && error.messageCode === 'streetsMissing') return null;
      throw error;
    }
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.building;
    await this.current?.close();
  }

  private async build(key: string): Promise<void> {
    try {
      const loaded = await this.database.read(localViewer, async (session) => {
        const streets = await loadStreetGraph(session);
        if (!streets) return null;
        return {
          streets,
          settings: await readTravelSettings(session),
          leaves: await loadLeaves(session),
          points: await loadDemand(session),
        };
      });
      const old = this.current;
      if (loaded && !this.isClosed) {
        const { streets, ...rest } = loaded;
        this.current = await startWorld(key, streets, { graph: streets.graph, ...rest });
      } else this.current = null;
      this.failure = null;
      void old?.close();
    } catch (error) {
      this.failure = (error as Error).message;
      this.failedAt = Date.now();
      console.error('streets:', error);
    } finally {
      this.triedKey = key;
      this.building = null;
    }
  }
}

async function startWorld(key: string, streets: LoadedStreetGraph, data: WorldData): Promise<World> {
  const worker = new Worker(new URL('./worker/reach-worker.js', import.meta.url), { workerData: data });
  const waiting = new Map<number, { resolve: (result: never) => void; reject: (error: Error) => void }>();
  let nextId = 1;
  let dead: Error | undefined;
  const fail = (error: Error) => {
    dead = error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const facts = await new Promise<WorldFacts>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The reach worker stopped before it was ready.')));
    worker.on('message', (message: ReplyMessage) => {
      if ('ready' in message) return resolve(message.ready);
      const waiter = waiting.get(message.id);
      waiting.delete(message.id);
      if (!waiter) return;
      if ('result' in message) waiter.resolve(message.result as never);
      else if ('far' in message) waiter.reject(new FarFromStreets(message.far));
      else if ('stopped' in message) waiter.reject(new Refusal('UNAVAILABLE', 'reachCancelled'));
      else waiter.reject(new Error(message.failure));
    });
  });
  worker.removeAllListeners('error').removeAllListeners('exit');
  worker.on('error', fail);
  worker.on('exit', () => fail(new Refusal('UNAVAILABLE', 'reachRestarting')));
  // The server must be able to end while nobody waits for an answer.
  worker.unref();
  return {
    key,
    streets,
    settings: data.settings,
    leaves: data.leaves,
    facts,
    isDead: () => dead !== undefined,
    ask(name, request, signal) {
      if (dead) return Promise.reject(dead);
      if (waiting.size >= MOST_WAITING) return Promise.reject(new Refusal('UNAVAILABLE', 'reachBusy'));
      const id = nextId++;
      const stop = new Int32Array(new SharedArrayBuffer(4));
      const onAbort = () => void Atomics.store(stop, 0, 1);
      if (signal?.aborted) onAbort();
      signal?.addEventListener('abort', onAbort, { once: true });
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve: resolve as (result: never) => void, reject });
        worker.postMessage({ id, name, request, stop } satisfies CallMessage);
      }).finally(() => signal?.removeEventListener('abort', onAbort)) as never;
    },
    async close() {
      // Questions asked before the change of worlds still get their answers.
      for (let waited = 0; waiting.size > 0 && waited < 5000; waited += 20)
        await new Promise((resolve) => setTimeout(resolve, 20));
      await worker.terminate();
    },
  };
}

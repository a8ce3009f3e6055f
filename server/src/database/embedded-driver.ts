import { Worker } from 'node:worker_threads';
import type {
  EmbeddedFailure,
  EmbeddedReply,
  EmbeddedRequest,
  EmbeddedWorkerData,
} from './embedded-protocol.js';
import { lockFolder } from './folder-lock.js';
import { turnstile } from './turnstile.js';
import type { Driver, RawResult } from './types.js';

/** Each SQL error leaks stack inside the embedded database; after about 1,700 every query fails. */
const ERRORS_BEFORE_REOPEN = 1000;

type Command = EmbeddedRequest extends infer R ? (R extends { id: number } ? Omit<R, 'id'> : never) : never;
type Waiting = { resolve: (result: RawResult | Uint8Array | null) => void; reject: (error: Error) => void };

export interface EmbeddedOptions {
  /** Absent: in memory, gone with the process (tests). */
  dataDir?: string | undefined;
  load?: Uint8Array | undefined;
}

export interface EmbeddedDriver extends Driver {
  /** The whole data folder as one archive, to clone databases from. */
  dump(): Promise<Uint8Array>;
}

/** PGlite with PostGIS in a worker thread, one session, transactions one after another. */
export async function openEmbeddedDriver({ dataDir, load }: EmbeddedOptions): Promise<EmbeddedDriver> {
  const unlock = dataDir ? await lockFolder(dataDir) : () => undefined;
  const waiting = new Map<number, Waiting>();
  let nextId = 1;
  let errorCount = 0;
  let dead: Error | undefined;

  const worker = new Worker(workerFile(), {
    workerData: {
      dataDir: dataDir ? `${dataDir}/pg` : null,
      load: load ?? null,
    } satisfies EmbeddedWorkerData,
  });
  // The database alone must not keep a finished command alive.
  const opened = new Promise<unknown>((resolve, reject) => waiting.set(0, { resolve, reject }));
  worker.on('message', (reply: EmbeddedReply) => {
    const waiter = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('failure' in reply) {
      errorCount = reply.failure.errorCount;
      waiter?.reject(asError(reply.failure));
    } else waiter?.resolve(reply.result);
  });
  const fail = (error: Error) => {
    dead = error;
    for (const waiter of waiting.values()) waiter.reject(error);
    waiting.clear();
  };
  worker.on('error', fail);
  worker.on('exit', (code) => fail(new Error(`The embedded database stopped (code ${code}).`)));

  function send(command: Command): Promise<RawResult | Uint8Array | null> {
    if (dead) return Promise.reject(dead);
    const id = nextId++;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, ...command } as EmbeddedRequest);
    });
  }

  try {
    await opened;
  } catch (error) {
    unlock();
    throw error;
  }

  const turn = turnstile();
  return {
    kind: 'embedded',
    async connect() {
      const leave = await turn.enter();
      if (errorCount >= ERRORS_BEFORE_REOPEN && dataDir) {
        errorCount = 0;
        await send({ do: 'reopen' });
      }
      return {
        query: async (sql, parameters) => (await send({ do: 'query', sql, parameters })) as RawResult,
        script: async (sql) => void (await send({ do: 'script', sql })),
        release: leave,
      };
    },
    async dump() {
      const leave = await turn.enter();
      try {
        return (await send({ do: 'dump' })) as Uint8Array;
      } finally {
        leave();
      }
    },
    async close() {
      const leave = await turn.enter();
      await send({ do: 'close' }).catch(() => undefined);
      await worker.terminate();
      leave();
      unlock();
    },
  };
}

/** Workers run compiled code only, also when this file is itself run from source by the test runner. */
function workerFile(): URL {
  return new URL('./embedded-worker.js', import.meta.url.replace('/server/src/', '/server/dist/'));
}

function asError(failure: EmbeddedFailure): Error {
  return Object.assign(new Error(failure.message), failure);
}

import { Worker } from 'node:worker_threads';
import type { DistrictingProblem } from '@maplebridge/engine/districting/draw-districts';
import { v7 as uuidv7 } from 'uuid';
import { Refusal } from '../errors.js';
import type { TerritoryPartition } from '../database/prisma/enums.js';
import type { DistrictingState } from './districting.types.js';
import type {
  DistrictingMessage,
  DistrictingRequest,
  DistrictingWorkerData,
  FoundProposal,
} from './protocol.js';

const MAX_RUNNING = 2;
const MAX_KEPT = 20;
const KEPT_MS = 3600_000;

/** A search for new grids as it stands. */
export interface RunningDistricting {
  id: string;
  partition: TerritoryPartition;
  state: DistrictingState;
  step:
    | 'districtingCutting'
    | 'districtingDrawing'
    | 'districtingDone'
    | 'districtingCancelled'
    | 'districtingFailed';
  progress: number;
  startedAt: number;
  finishedAt: number | null;
  blocks: number;
  proposals: FoundProposal[];
  /** Why it ended without proposals; else why some are not within the limits. */
  failure: Error | null;
  problem: DistrictingProblem | null;
  cancel: AbortController;
}

/** Searches for new grids, each in a thread of its own. Kept for an hour. */
export class DistrictingJobs {
  private readonly jobs = new Map<string, RunningDistricting>();

  /** @throws Refusal UNAVAILABLE when enough are running */
  start(partition: TerritoryPartition, request: DistrictingRequest): RunningDistricting {
    this.forgetOld();
    const running = [...this.jobs.values()].filter(({ finishedAt }) => finishedAt === null);
    if (running.length >= MAX_RUNNING)
      throw new Refusal('UNAVAILABLE', 'districtingBusy', { max: MAX_RUNNING });
    const job: RunningDistricting = {
      id: uuidv7(),
      partition,
      state: 'RUNNING',
      step: 'districtingCutting',
      progress: 0,
      startedAt: Date.now(),
      finishedAt: null,
      blocks: 0,
      proposals: [],
      failure: null,
      problem: null,
      cancel: new AbortController(),
    };
    this.jobs.set(job.id, job);
    run(job, request).then(
      () => end(job, job.cancel.signal.aborted ? 'CANCELLED' : 'DONE'),
      (error: Error) => {
        if (job.cancel.signal.aborted) return end(job, 'CANCELLED');
        job.failure = error;
        end(job, 'FAILED');
      },
    );
    return job;
  }

  find(id: string): RunningDistricting | undefined {
    this.forgetOld();
    return this.jobs.get(id);
  }

  close(): void {
    for (const { cancel } of this.jobs.values()) cancel.abort();
  }

  private forgetOld(): void {
    const ended = [...this.jobs.values()].filter(({ finishedAt }) => finishedAt !== null);
    for (const [i, { id, finishedAt }] of ended.entries())
      if (Date.now() - finishedAt! > KEPT_MS || ended.length - i >= MAX_KEPT) this.jobs.delete(id);
  }
}

const LAST_STEP = {
  DONE: 'districtingDone',
  CANCELLED: 'districtingCancelled',
  FAILED: 'districtingFailed',
} as const;

function end(job: RunningDistricting, state: keyof typeof LAST_STEP): void {
  Object.assign(job, { state, step: LAST_STEP[state], progress: 1, finishedAt: Date.now() });
}

/** Ends when the thread has; a thread that does not listen to a stop within a second (it cuts blocks) is ended. */
function run(job: RunningDistricting, request: DistrictingRequest): Promise<void> {
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const workerData: DistrictingWorkerData = { request, stop };
  const worker = new Worker(new URL('./districting-worker.js', import.meta.url), { workerData });
  job.cancel.signal.addEventListener(
    'abort',
    () => {
      Atomics.store(stop, 0, 1);
      setTimeout(() => void worker.terminate(), 1000).unref();
    },
    { once: true },
  );
  return new Promise((resolve, reject) => {
    worker.on('message', (message: DistrictingMessage) => {
      if ('blocks' in message) Object.assign(job, { blocks: message.blocks, step: 'districtingDrawing' });
      else if ('progress' in message) job.progress = message.progress;
      else if ('trouble' in message) {
        const { code, ...parameters } = message.trouble;
        reject(new Refusal('BAD_USER_INPUT', code, parameters));
      } else if ('proposal' in message) {
        job.proposals.push(message.proposal);
        job.problem ??= message.problem;
      } else resolve();
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The search for new grids ended early.')));
  });
}

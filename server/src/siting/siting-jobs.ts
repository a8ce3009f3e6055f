import { Worker } from 'node:worker_threads';
import {
  baseValue,
  type CoveringGoal,
  type CoveringInstance,
  type CoveringValue,
} from '@maplebridge/engine/siting/covering-instance';
import { orderByGain } from '@maplebridge/engine/siting/propose-sites';
import type { UpperBound } from '@maplebridge/engine/siting/upper-bound';
import { v7 as uuidv7 } from 'uuid';
import { Refusal } from '../errors.js';
import type { SitingInstance } from '../reach/worker/protocol.js';
import type { Proof, ProofEnd } from './prove-protocol.js';
import { proveSiting } from './prove-siting.js';
import type { SitingAnswer, SitingMessage, SitingWorkerData } from './siting-worker.js';
import type { SitingState } from './siting.types.js';

const MAX_RUNNING = 2;
const KEPT_MS = 3600_000;
const SEARCH_SECONDS = 5;
export const PROOF_SECONDS = 120;

/** A search for sites as it stands. */
export interface RunningSiting {
  id: string;
  state: SitingState;
  step:
    | 'sitingPreparing'
    | 'sitingSearching'
    | 'sitingProving'
    | 'sitingDone'
    | 'sitingCancelled'
    | 'sitingFailed';
  startedAt: number;
  finishedAt: number | null;
  /** When the step under way began, and how long it may take; null: nobody knows. */
  stepStartedAt: number;
  stepSeconds: number | null;
  problem: Error | null;
  /** How the attempt at a proof ended; null: none was made, or it is under way. */
  proofEnd: ProofEnd | null;
  instance: SitingInstance | null;
  total: number;
  before: CoveringValue;
  answer: SitingAnswer | null;
  bound: number | null;
  isProven: boolean;
  cancel: AbortController;
}

/** Searches for sites, each in threads of its own: found, then proven. Kept for an hour. */
export class SitingJobs {
  private readonly jobs = new Map<string, RunningSiting>();

  /** @throws Refusal UNAVAILABLE when enough are running */
  start(goal: CoveringGoal, prepare: (signal: AbortSignal) => Promise<SitingInstance>): RunningSiting {
    this.forgetOld();
    const running = [...this.jobs.values()].filter(({ finishedAt }) => finishedAt === null);
    if (running.length >= MAX_RUNNING) throw new Refusal('UNAVAILABLE', 'sitingBusy', { max: MAX_RUNNING });
    const now = Date.now();
    const job: RunningSiting = {
      id: uuidv7(),
      state: 'RUNNING',
      step: 'sitingPreparing',
      startedAt: now,
      finishedAt: null,
      stepStartedAt: now,
      stepSeconds: null,
      problem: null,
      proofEnd: null,
      instance: null,
      total: 0,
      before: { coveredWeight: 0, backupWeight: 0, value: 0 },
      answer: null,
      bound: null,
      isProven: false,
      cancel: new AbortController(),
    };
    this.jobs.set(job.id, job);
    void run(job, goal, prepare);
    return job;
  }

  find(id: string): RunningSiting | undefined {
    this.forgetOld();
    return this.jobs.get(id);
  }

  close(): void {
    for (const { cancel } of this.jobs.values()) cancel.abort();
  }

  private forgetOld(): void {
    for (const [id, { finishedAt }] of this.jobs)
      if (finishedAt !== null && Date.now() - finishedAt > KEPT_MS) this.jobs.delete(id);
  }
}

async function run(
  job: RunningSiting,
  goal: CoveringGoal,
  prepare: (signal: AbortSignal) => Promise<SitingInstance>,
): Promise<void> {
  const { signal } = job.cancel;
  try {
    const instance = await prepare(signal);
    job.instance = instance;
    begin(job, 'RUNNING', 'sitingSearching', SEARCH_SECONDS);
    const found = await search(job, instance, goal);
    if (!job.isProven && !signal.aborted) {
      begin(job, 'PROVING', 'sitingProving', PROOF_SECONDS);
      await prove(job, found, goal);
    }
    finish(job, signal.aborted ? 'CANCELLED' : 'DONE', signal.aborted ? 'sitingCancelled' : 'sitingDone');
  } catch (error) {
    if (signal.aborted) return finish(job, 'CANCELLED', 'sitingCancelled');
    job.problem = error as Error;
    finish(job, 'FAILED', 'sitingFailed');
  }
}

function begin(job: RunningSiting, state: SitingState, step: RunningSiting['step'], seconds: number): void {
  Object.assign(job, { state, step, stepStartedAt: Date.now(), stepSeconds: seconds });
}

function finish(job: RunningSiting, state: SitingState, step: RunningSiting['step']): void {
  Object.assign(job, { state, step, finishedAt: Date.now() });
}

/** What a search leaves for the proof. */
interface Found {
  instance: CoveringInstance;
  bound: UpperBound;
}

function search(
  job: RunningSiting,
  { first, covered, weights, baseCover }: SitingInstance,
  goal: CoveringGoal,
) {
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const workerData: SitingWorkerData = {
    covers: { first, covered, weights, baseCover },
    goal,
    seconds: SEARCH_SECONDS,
    stop,
  };
  return new Promise<Found>((resolve, reject) => {
    const worker = new Worker(new URL('./siting-worker.js', import.meta.url), { workerData });
    const { signal } = job.cancel;
    signal.addEventListener('abort', () => void Atomics.store(stop, 0, 1), { once: true });
    worker.on('message', (message: SitingMessage) => {
      if ('before' in message) Object.assign(job, message);
      else if ('better' in message) job.answer = message.better;
      else {
        const { done, bound, isProven, instance } = message;
        Object.assign(job, { answer: done, bound: bound.value, isProven });
        resolve({ instance, bound });
      }
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The search for sites ended early.')));
  });
}

async function prove(job: RunningSiting, { instance, bound }: Found, goal: CoveringGoal): Promise<void> {
  const answer = job.answer!;
  const plan = { sites: answer.sites.map(({ site }) => site), value: answer.worth.value };
  const proof = await proveSiting(
    { instance, goal, plan, bound, timeLimitSeconds: PROOF_SECONDS },
    { signal: job.cancel.signal, onBound: (value) => (job.bound = value) },
  );
  if (proof.value > answer.worth.value) job.answer = answerOf(instance, goal, proof);
  Object.assign(job, { bound: proof.bound, isProven: proof.end === 'PROVEN', proofEnd: proof.end });
}

/** A better choice that the proof came upon, told as the search tells its own. */
function answerOf(
  instance: CoveringInstance,
  goal: CoveringGoal,
  { sites: chosen, value }: Proof,
): SitingAnswer {
  const sites = orderByGain(instance, chosen, goal);
  const added = sites.reduce((sum, { addedWeight }) => sum + addedWeight, 0);
  const coveredWeight = baseValue(instance).coveredWeight + added;
  const backupWeight = goal.backupShare ? (value - coveredWeight) / goal.backupShare : 0;
  return { worth: { coveredWeight, backupWeight, value }, sites };
}

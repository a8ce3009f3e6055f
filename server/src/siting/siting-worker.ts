import { parentPort, workerData } from 'node:worker_threads';
import {
  baseValue,
  coveringInstance,
  type CoveringGoal,
  type CoveringInstance,
  type CoveringValue,
  type SiteCovers,
} from '@maplebridge/engine/siting/covering-instance';
import type { CoveringPlan } from '@maplebridge/engine/siting/maximal-covering';
import { orderByGain, proposeSites } from '@maplebridge/engine/siting/propose-sites';
import type { UpperBound } from '@maplebridge/engine/siting/upper-bound';

/** What the search for sites is started with. */
export interface SitingWorkerData {
  covers: SiteCovers;
  goal: CoveringGoal;
  /** It ends after so many seconds at the latest. */
  seconds: number;
  /** Set to 1 to end it early with the best so far. */
  stop: Int32Array;
}

export type SitingMessage =
  | { before: CoveringValue; total: number }
  | { better: SitingAnswer }
  | { done: SitingAnswer; instance: CoveringInstance; bound: UpperBound; isProven: boolean };

export interface SitingAnswer {
  worth: CoveringValue;
  /** In the order in which each adds most. */
  sites: { site: number; addedWeight: number }[];
}

const { covers, goal, seconds, stop } = workerData as SitingWorkerData;
const port = parentPort!;
const send = (message: SitingMessage) => port.postMessage(message);
const until = performance.now() + seconds * 1000;
const instance = coveringInstance(covers);
send({
  before: baseValue(instance, goal.backupShare),
  total: Array.from(covers.weights).reduce((sum, weight) => sum + weight, 0),
});
const answerOf = ({ sites, coveredWeight, backupWeight, value }: CoveringPlan): SitingAnswer => ({
  worth: { coveredWeight, backupWeight, value },
  sites: orderByGain(instance, sites, goal),
});
const proposal = proposeSites(instance, goal, {
  isOver: () => performance.now() > until || Atomics.load(stop, 0) === 1,
  onBetter: (plan) => send({ better: answerOf(plan) }),
});
const { bound, isProven } = proposal;
send({ done: answerOf(proposal), instance, bound, isProven });

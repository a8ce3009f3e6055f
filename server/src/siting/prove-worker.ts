import { parentPort, workerData } from 'node:worker_threads';
import { leastDifference, withoutSites } from '@maplebridge/engine/siting/covering-instance';
import { coveringModel } from '@maplebridge/engine/siting/covering-model';
import { hopelessSites } from '@maplebridge/engine/siting/upper-bound';
import type { Proof, ProveData, ProveMessage } from './prove-protocol.js';
import { solveModel } from './solve-model.js';

/** Proves how good a choice of sites is; HiGHS blocks the thread it runs in, so it has one of its own. */
const data = workerData as ProveData;
const tell = (message: ProveMessage) => parentPort!.postMessage(message);

/** A model with more terms than this does not fit into what WebAssembly has. */
const MOST_TERMS = 4_000_000;
const LEAST_GAP = 1e-6;

tell({ done: await prove(data) });

async function prove({ instance, goal, plan, bound, timeLimitSeconds }: ProveData): Promise<Proof> {
  const unit = leastDifference(instance, goal);
  // Of worths that are multiples of a unit none lies between two of them.
  const tight = (value: number) =>
    Math.max(
      plan.value,
      unit > 0 ? Math.floor(Math.min(value, bound.value) / unit + 1e-6) * unit : Math.min(value, bound.value),
    );
  if (tight(bound.value) <= plan.value + LEAST_GAP) return { ...plan, bound: plan.value, end: 'PROVEN' };
  // What no better choice has need not be looked at. Scores know nothing of capacities.
  const isLimited = goal.capacity !== undefined && goal.capacity < Infinity;
  const isOut = isLimited ? new Uint8Array(instance.siteCount) : hopelessSites(bound, goal.sites, plan.value);
  const model = coveringModel(withoutSites(instance, isOut), goal);
  if (model.indices.length > MOST_TERMS) return { ...plan, bound: tight(bound.value), end: 'TOO_LARGE' };
  const found = await solveModel(model, {
    timeLimitSeconds,
    gap: unit > 0 ? unit * 0.99 : LEAST_GAP,
    start: plan.sites,
    onBound: (value) => tell({ bound: tight(value) }),
  });
  const isBetter = found.sites !== null && found.value > plan.value + LEAST_GAP;
  const best = isBetter ? { sites: found.sites!, value: found.value } : plan;
  if (found.isOptimal) return { ...best, bound: best.value, end: 'PROVEN' };
  return { ...best, bound: Math.max(best.value, tight(found.bound)), end: 'TIME' };
}

import { baseValue, type CoveringGoal, type CoveringInstance } from './covering-instance.js';

export interface UpperBound {
  /** No choice of sites is worth more. */
  readonly value: number;
  /** What each site counts for at that bound: the sum of its demand's prices. */
  readonly scores: Float64Array;
}

/**
 * A bound on what any choice of sites can be worth, by Lagrangian relaxation of "covered only if a site covers it" and
 * subgradient steps (R. Galvão and C. ReVelle, European Journal of Operational Research 88 (1996)). Near the bound of linear
 * programming after some hundred rounds, valid after each. With a capacity: also no more than all new sites can serve.
 *
 * @param lowerBound worth of a known choice: guides the steps' length
 */
export function boundCovering(
  instance: CoveringInstance,
  { sites: siteLimit, backupShare = 0, capacity = Infinity }: CoveringGoal,
  lowerBound: number,
  rounds = 600,
): UpperBound {
  const { siteCount, demandCount, weights, baseCover, firstDemand, demandOf, firstSite } = instance;
  const base = baseValue(instance, backupShare).value;
  const most = Math.min(siteLimit, siteCount);
  // Price of one unit of cover of each group: between nothing and all it is worth.
  const prices = new Float64Array(demandCount);
  for (let d = 0; d < demandCount; d++)
    prices[d] = (weights[d]! * stepOf(baseCover[d]!, backupShare)) / (firstSite[d + 1]! - firstSite[d]!);
  const slopes = new Float64Array(demandCount);
  const order = Uint32Array.from({ length: siteCount }, (_, c) => c);
  let best: UpperBound = { value: Infinity, scores: new Float64Array(siteCount) };
  let scale = 1.5;
  for (let round = 0, sinceBetter = 0; round < rounds; round++) {
    const scores = new Float64Array(siteCount);
    for (let c = 0; c < siteCount; c++)
      for (let i = firstDemand[c]!; i < firstDemand[c + 1]!; i++) scores[c]! += prices[demandOf[i]!]!;
    order.sort((a, b) => scores[b]! - scores[a]!);
    let value = base;
    for (let i = 0; i < most; i++) value += scores[order[i]!]!;
    for (let d = 0; d < demandCount; d++) {
      slopes[d] = 0;
      for (let cover = baseCover[d]!; cover < 2; cover++) {
        const worth = weights[d]! * stepOf(cover, backupShare);
        if (worth <= prices[d]!) continue;
        value += worth - prices[d]!;
        slopes[d]!++;
      }
    }
    if (value < best.value - 1e-9) {
      best = { value, scores };
      sinceBetter = 0;
    } else if (++sinceBetter === 15) {
      scale /= 2;
      sinceBetter = 0;
    }
    if (best.value <= lowerBound + 1e-9 || scale < 1e-5) break;
    for (let i = 0; i < most; i++) {
      const c = order[i]!;
      for (let j = firstDemand[c]!; j < firstDemand[c + 1]!; j++) slopes[demandOf[j]!]!--;
    }
    let norm = 0;
    for (let d = 0; d < demandCount; d++) norm += slopes[d]! * slopes[d]!;
    if (norm === 0) break;
    const step = (scale * (value - Math.min(lowerBound, value * 0.9999))) / norm;
    for (let d = 0; d < demandCount; d++) {
      const worth = weights[d]! * stepOf(baseCover[d]!, backupShare);
      prices[d] = Math.max(0, Math.min(worth, prices[d]! + step * slopes[d]!));
    }
  }
  if (capacity === Infinity) return best;
  const served = baseValue(instance, 0).coveredWeight + most * capacity;
  const backup = backupShare * (weights.reduce((sum, weight) => sum + weight, 0) + instance.restWeights[2]);
  return { ...best, value: Math.min(best.value, served + backup) };
}

function stepOf(cover: number, backupShare: number): number {
  return cover === 0 ? 1 : cover === 1 ? backupShare : 0;
}

/**
 * Sites that no choice better than `lowerBound` has: taking one in would bring the bound down to it. (Without a capacity.)
 *
 * @returns 1 for each such site
 */
export function hopelessSites(
  { value, scores }: UpperBound,
  siteLimit: number,
  lowerBound: number,
): Uint8Array {
  const isOut = new Uint8Array(scores.length);
  if (siteLimit >= scores.length || siteLimit === 0) return isOut;
  const last = Float64Array.from(scores).sort().at(-siteLimit)!;
  scores.forEach((score, c) => {
    if (score < last && value - (last - score) < lowerBound - 1e-6) isOut[c] = 1;
  });
  return isOut;
}

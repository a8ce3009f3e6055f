import { CapacityState } from './capacity-state.js';
import type { CoveringGoal, CoveringInstance } from './covering-instance.js';
import type { CoveringPlan, CoveringRun } from './maximal-covering.js';
import { makeRandom } from './random.js';

/**
 * Chooses sites that serve the most demand when each can only serve so much (J. Current and J. Storbeck, Environment and
 * Planning B 15 (1988), with demand that may be divided). Guaranteed of the answer: no site serves more than its capacity
 * nor anything it does not cover, nothing is served twice, and for the sites chosen no assignment serves more. What the
 * sites add is at least 63 % of the best there is where backup does not count: greedy, with what each adds told exactly
 * (lazily: M. Minoux, 1978). After that single exchanges that help are kept, as long as there is time.
 */
export function coverMostWithin(
  instance: CoveringInstance,
  { sites: siteLimit, backupShare = 0, capacity = Infinity }: CoveringGoal,
  { isOver, onBetter, upperBound = Infinity, seed = 1 }: CoveringRun,
): CoveringPlan {
  const random = makeRandom(seed);
  const state = new CapacityState(instance, capacity, backupShare);
  const target = Math.min(siteLimit, instance.siteCount);
  addGreedily(state, instance.siteCount, target, isOver);
  const plan = (): CoveringPlan => ({ sites: [...state.chosen].sort((a, b) => a - b), ...state.valueNow() });
  let best = plan();
  onBetter?.(best);
  const isBest = (): boolean => best.value >= upperBound - 1e-6;
  while (state.chosen.length > 0 && state.chosen.length < instance.siteCount && !isBest() && !isOver()) {
    const out = state.chosen[Math.floor(random() * state.chosen.length)]!;
    state.remove(out);
    const without = state.valueNow().value;
    // A few promising ones are tried exactly, by chance weighted to the front.
    const others = Array.from({ length: instance.siteCount }, (_, c) => c)
      .filter((c) => !state.isChosen[c] && c !== out)
      .map((c) => ({ c, most: state.gainAtMost(c) * (1 - 0.5 * random()) }))
      .sort((a, b) => b.most - a.most)
      .slice(0, 6);
    let into = out;
    let change = best.value - without;
    for (const { c } of others) {
      if (isOver()) break;
      const gain = state.gainOf(c);
      if (gain > change + 1e-9) [into, change] = [c, gain];
    }
    state.add(into);
    if (into === out) continue;
    best = plan();
    onBetter?.(best);
  }
  return best;
}

/** Adds the site that adds most, again and again; what one adds never grows, so that most need not be asked again. */
function addGreedily(state: CapacityState, siteCount: number, target: number, isOver: () => boolean): void {
  const most = Float64Array.from({ length: siteCount }, (_, c) => state.gainAtMost(c));
  const best = (): number => {
    let site = -1;
    for (let c = 0; c < siteCount; c++)
      if (!state.isChosen[c] && (site < 0 || most[c]! > most[site]!)) site = c;
    return site;
  };
  while (state.chosen.length < target) {
    const isAsked = new Uint8Array(siteCount);
    let site = best();
    while (isAsked[site] === 0 && !isOver()) {
      most[site] = state.gainOf(site);
      isAsked[site] = 1;
      site = best();
    }
    state.add(site);
  }
}

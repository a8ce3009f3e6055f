import type { CoveringGoal, CoveringInstance, CoveringValue } from './covering-instance.js';
import { CoveringState } from './covering-state.js';
import { makeRandom, shuffle } from './random.js';

export interface CoveringPlan extends CoveringValue {
  /** Chosen sites, ascending. */
  readonly sites: number[];
}

export interface CoveringRun {
  /** Asked between improvements; true ends the search with the best plan so far. */
  readonly isOver: () => boolean;
  readonly onBetter?: (plan: CoveringPlan) => void;
  /** No plan is worth more: the search ends when it gets there. */
  readonly upperBound?: number;
  readonly seed?: number;
}

/**
 * Chooses sites that cover the most demand (maximal covering location: R. Church and C. ReVelle, Papers of the Regional
 * Science Association 32 (1974); with backup: K. Hogan and C. ReVelle, Management Science 32 (1986)). Greedy start, then the
 * best exchange of one site until none helps, found with maintained gains and losses (M. Resende and R. Werneck, Annals of
 * Operations Research 150 (2007)); then iterated: some sites thrown out at random, refilled, improved.
 *
 * An answer stands after the greedy start, no worse than 63 % of the best in what it adds (G. Nemhauser, L. Wolsey and
 * M. Fisher, Mathematical Programming 14 (1978)); it never gets worse.
 */
export function coverMost(
  instance: CoveringInstance,
  { sites: siteLimit, backupShare = 0 }: CoveringGoal,
  { isOver, onBetter, upperBound = Infinity, seed = 1 }: CoveringRun,
): CoveringPlan {
  const state = new CoveringState(instance, backupShare);
  const random = makeRandom(seed);
  const target = Math.min(siteLimit, instance.siteCount);
  const fill = (noise: number): void => {
    while (state.chosen.length < target) state.add(state.bestAddition(noise, random));
  };
  let best: CoveringPlan = { sites: [], ...state.valueNow() };
  const keep = (): void => {
    best = { sites: [...state.chosen].sort((a, b) => a - b), ...state.valueNow() };
    onBetter?.(best);
  };
  fill(0);
  keep();
  improve(state, isOver);
  if (state.value > best.value + 1e-9) keep();
  let current: { sites: readonly number[]; value: number } = best;
  const isBest = (): boolean => best.value >= upperBound - 1e-9;
  for (let round = 0; target > 0 && target < instance.siteCount && !isBest() && !isOver(); round++) {
    const size = 1 + Math.floor(random() * Math.min(target, 2 + Math.floor(target / 4)));
    throwOut(state, size, random);
    fill(0.3);
    improve(state, isOver);
    if (state.value > best.value + 1e-9) keep();
    // A little worse is taken now and then, so as not to stay in one valley.
    const isAccepted = state.value >= current.value * (1 - 0.003 * random() * random());
    if (isAccepted) current = { sites: [...state.chosen], value: state.value };
    else state.moveTo(round % 40 === 39 ? best.sites : current.sites);
  }
  return best;
}

/** Swaps one site for another while that covers more. */
function improve(state: CoveringState, isOver: () => boolean): void {
  while (!isOver()) {
    const swap = state.bestSwap();
    if (!swap) return;
    state.remove(swap.out);
    state.add(swap.into);
  }
}

/** Takes sites out: now a random few, now those that lie together (sharing demand with a random one). */
function throwOut(state: CoveringState, size: number, random: () => number): void {
  const first = state.chosen[Math.floor(random() * state.chosen.length)]!;
  const near = random() < 0.6 ? state.neighboursOf(first) : [];
  const others = state.chosen.filter((site) => site !== first && !near.includes(site));
  const order = [first, ...near, ...shuffle(others, random)];
  for (const site of order.slice(0, size)) state.remove(site);
}

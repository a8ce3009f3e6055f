import { coverMostWithin } from './capacitated-covering.js';
import { CapacityState } from './capacity-state.js';
import type { CoveringGoal, CoveringInstance } from './covering-instance.js';
import { CoveringState } from './covering-state.js';
import { coverMost, type CoveringPlan, type CoveringRun } from './maximal-covering.js';
import { boundCovering, type UpperBound } from './upper-bound.js';

export interface Proposal extends CoveringPlan {
  readonly bound: UpperBound;
  /** The bound is reached: no other choice is worth more. */
  readonly isProven: boolean;
}

/**
 * Proposes sites, as good as they get until time is over, and a bound on how good any could be.
 *
 * @throws RangeError for a goal that makes no sense
 */
export function proposeSites(instance: CoveringInstance, goal: CoveringGoal, run: CoveringRun): Proposal {
  const { sites, backupShare = 0, capacity = Infinity } = goal;
  if (!(Number.isInteger(sites) && sites >= 0)) throw new RangeError(`cannot choose ${sites} sites`);
  if (!(backupShare >= 0 && backupShare <= 1))
    throw new RangeError(`backup share ${backupShare} is not within 0 and 1`);
  if (!(capacity > 0)) throw new RangeError(`capacity ${capacity} is not above zero`);
  // A quick choice guides the bound; the bound tells the search proper when there is nothing more to find.
  const guide = coverMost(instance, { sites, backupShare }, { isOver: () => true });
  const bound = boundCovering(instance, goal, guide.value);
  const solve = capacity === Infinity ? coverMost : coverMostWithin;
  const best = solve(instance, goal, { ...run, upperBound: bound.value });
  const isProven = best.value >= bound.value - 1e-6;
  return { ...best, bound, isProven };
}

/** Sites in the order in which each adds most to those before it, with the covered (served) weight that it adds. */
export function orderByGain(
  instance: CoveringInstance,
  sites: readonly number[],
  { capacity = Infinity }: Pick<CoveringGoal, 'capacity'> = {},
): { site: number; addedWeight: number }[] {
  const state =
    capacity === Infinity ? new CoveringState(instance, 0) : new CapacityState(instance, capacity, 0);
  const left = new Set(sites);
  return sites.map(() => {
    const gains = [...left].map((site) => ({ site, addedWeight: state.gainOf(site) }));
    const next = gains.reduce((a, b) => (b.addedWeight > a.addedWeight ? b : a));
    left.delete(next.site);
    state.add(next.site);
    return next;
  });
}

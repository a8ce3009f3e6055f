import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CapacityState } from './capacity-state.js';
import {
  baseValue,
  coveringInstance,
  withoutSites,
  type CoveringGoal,
  type SiteCovers,
} from './covering-instance.js';
import { orderByGain, proposeSites } from './propose-sites.js';
import { boundCovering, hopelessSites } from './upper-bound.js';

/** Few enough sites that every choice can be looked at. */
const arbitraryCase = fc.record({
  sites: fc.array(fc.uniqueArray(fc.nat(11), { maxLength: 8 }), { minLength: 1, maxLength: 8 }),
  weights: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 }),
  base: fc.array(fc.constantFrom(0, 0, 0, 1, 2, 3), { minLength: 12, maxLength: 12 }),
  chosen: fc.integer({ min: 0, max: 5 }),
  backupShare: fc.constantFrom(0, 0, 0.5, 1),
});
type Case = typeof arbitraryCase extends fc.Arbitrary<infer T> ? T : never;

function coversOf({ sites, weights, base }: Case): SiteCovers {
  const first = new Uint32Array(sites.length + 1);
  sites.forEach((list, c) => (first[c + 1] = first[c]! + list.length));
  return { first, covered: Uint32Array.from(sites.flat()), weights, baseCover: base };
}

function choices(count: number, most: number): number[][] {
  return Array.from({ length: 2 ** count }, (_, bits) =>
    [...Array(count).keys()].filter((c) => bits & (1 << c)),
  ).filter(({ length }) => length <= most);
}

/** Worth of a choice, counted point by point. */
function worth({ sites, weights, base, backupShare }: Case, choice: readonly number[]): number {
  return weights.reduce((sum, weight, point) => {
    const cover = base[point]! + choice.filter((c) => sites[c]!.includes(point)).length;
    return sum + (cover > 0 ? weight : 0) + (cover > 1 ? backupShare * weight : 0);
  }, 0);
}

/**
 * Worth with a capacity. What sites can serve at most is, by max-flow min-cut, the least over sets of sites S of
 * |S| × capacity + the weight that the others cover.
 */
function worthWithin(each: Case, choice: readonly number[], capacity: number): number {
  const { sites, weights, base, backupShare } = each;
  const weightOf = (isCounted: (point: number) => boolean): number =>
    weights.reduce((sum, weight, point) => sum + (isCounted(point) ? weight : 0), 0);
  const cuts = choices(choice.length, choice.length).map((full) => {
    const others = choice.filter((_, i) => !full.includes(i));
    return (
      full.length * capacity +
      weightOf((point) => base[point] === 0 && others.some((c) => sites[c]!.includes(point)))
    );
  });
  const twice = weightOf(
    (point) => base[point]! + choice.filter((c) => sites[c]!.includes(point)).length > 1,
  );
  return weightOf((point) => base[point]! > 0) + Math.min(...cuts) + backupShare * twice;
}

const within = (rounds: number) => {
  let left = rounds;
  return () => left-- <= 0;
};

describe('siting', () => {
  it('finds what trying every choice finds, and bounds it', () => {
    fc.assert(
      fc.property(arbitraryCase, (each) => {
        const instance = coveringInstance(coversOf(each));
        const goal: CoveringGoal = { sites: each.chosen, backupShare: each.backupShare };
        const best = Math.max(
          ...choices(each.sites.length, each.chosen).map((choice) => worth(each, choice)),
        );
        const found = proposeSites(instance, goal, { isOver: within(400) });
        expect(found.sites.length).toBeLessThanOrEqual(each.chosen);
        expect(found.value).toBeCloseTo(worth(each, found.sites), 6);
        expect(found.value).toBeCloseTo(best, 6);
        expect(found.bound.value).toBeGreaterThanOrEqual(best - 1e-6);
        expect(baseValue(instance, each.backupShare).value).toBeCloseTo(worth(each, []), 6);
        const ordered = orderByGain(instance, found.sites);
        expect(ordered.reduce((sum, { addedWeight }) => sum + addedWeight, 0)).toBeCloseTo(
          found.coveredWeight - baseValue(instance).coveredWeight,
          6,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps within the capacity of each site, assigns as well as can be, and bounds that', () => {
    fc.assert(
      fc.property(arbitraryCase, fc.integer({ min: 1, max: 20 }), (each, capacity) => {
        const instance = coveringInstance(coversOf(each));
        const goal = { sites: each.chosen, backupShare: each.backupShare, capacity };
        const all = choices(each.sites.length, each.chosen).map((choice) =>
          worthWithin(each, choice, capacity),
        );
        const best = Math.max(...all);
        const found = proposeSites(instance, goal, { isOver: within(60) });
        expect(found.value).toBeCloseTo(worthWithin(each, found.sites, capacity), 6);
        expect(found.bound.value).toBeGreaterThanOrEqual(best - 1e-6);
        const nothing = worthWithin(each, [], capacity);
        // With backup a second site may add more than the first, which could serve no more: no such promise then.
        if (each.backupShare === 0)
          expect(found.value - nothing).toBeGreaterThanOrEqual((1 - 1 / Math.E) * (best - nothing) - 1e-6);
        const state = new CapacityState(instance, capacity, each.backupShare);
        for (const site of [...found.sites, ...found.sites].slice(0, found.sites.length)) {
          const gain = state.gainOf(site);
          expect(gain).toBeLessThanOrEqual(state.gainAtMost(site) + 1e-6);
          const before = state.valueNow().value;
          state.add(site);
          expect(state.valueNow().value - before).toBeCloseTo(gain, 6);
        }
        let served = 0;
        for (const site of found.sites) {
          expect(state.servedBy(site)).toBeLessThanOrEqual(capacity + 1e-6);
          served += state.servedBy(site);
        }
        expect(served).toBeCloseTo(state.served, 6);
        // Taking one away again leaves the best for those that stay.
        if (found.sites.length > 0) {
          state.remove(found.sites[0]!);
          expect(state.valueNow().value).toBeCloseTo(worthWithin(each, found.sites.slice(1), capacity), 6);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('strikes out only sites that no better choice has', () => {
    fc.assert(
      fc.property(arbitraryCase, fc.integer({ min: 1, max: 8 }), (each, rounds) => {
        const instance = coveringInstance(coversOf(each));
        const goal = { sites: each.chosen, backupShare: each.backupShare };
        const all = choices(each.sites.length, each.chosen);
        const best = Math.max(...all.map((choice) => worth(each, choice)));
        // A bound that is not yet near: otherwise nothing would be left to strike out wrongly.
        const bound = boundCovering(instance, goal, best, rounds);
        const isOut = hopelessSites(bound, each.chosen, best);
        for (const choice of all)
          if (worth(each, choice) >= best - 1e-9) expect(choice.some((c) => isOut[c])).toBe(false);
        const smaller = withoutSites(instance, isOut);
        const left = all.filter((choice) => !choice.some((c) => isOut[c]));
        const found = proposeSites(smaller, goal, { isOver: within(400) });
        expect(found.value).toBeCloseTo(Math.max(...left.map((choice) => worth(each, choice))), 6);
      }),
      { numRuns: 1000 },
    );
  });
});

import { baseValue, coveringInstance, withoutSites } from '@maplebridge/engine/siting/covering-instance';
import { coveringModel } from '@maplebridge/engine/siting/covering-model';
import { proposeSites } from '@maplebridge/engine/siting/propose-sites';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solveModel } from './solve-model.js';

const arbitraryCase = fc.record({
  lists: fc.array(fc.uniqueArray(fc.nat(9), { maxLength: 6 }), { minLength: 1, maxLength: 6 }),
  weights: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 10, maxLength: 10 }),
  baseCover: fc.array(fc.constantFrom(0, 0, 0, 1, 2), { minLength: 10, maxLength: 10 }),
  sites: fc.integer({ min: 0, max: 4 }),
  backupShare: fc.constantFrom(0, 0.5),
  capacity: fc.constantFrom(Infinity, 3, 8),
});

describe('proof of a siting', () => {
  it('finds with HiGHS what trying every choice finds', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryCase, async ({ lists, weights, baseCover, sites, backupShare, capacity }) => {
        const first = new Uint32Array(lists.length + 1);
        lists.forEach((list, c) => (first[c + 1] = first[c]! + list.length));
        const instance = coveringInstance({
          first,
          covered: Uint32Array.from(lists.flat()),
          weights,
          baseCover,
        });
        const goal = { sites, backupShare, capacity };
        // With every other candidate struck out a choice is worth what a search with nothing to choose finds.
        const worths = Array.from({ length: 2 ** lists.length }, (_, bits) => {
          const isOut = lists.map((_, c) => (bits & (1 << c) ? 0 : 1));
          const count = lists.length - isOut.reduce<number>((sum, out) => sum + out, 0);
          if (count > sites) return -Infinity;
          return proposeSites(
            withoutSites(instance, isOut),
            { ...goal, sites: lists.length },
            { isOver: () => true },
          ).value;
        });
        const solution = await solveModel(coveringModel(instance, goal), { timeLimitSeconds: 20, gap: 1e-6 });
        expect(solution.isOptimal).toBe(true);
        expect(solution.value).toBeCloseTo(Math.max(...worths), 5);
        expect(solution.sites!.length).toBeLessThanOrEqual(sites);
        expect(solution.value).toBeGreaterThanOrEqual(baseValue(instance, backupShare).value - 1e-6);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

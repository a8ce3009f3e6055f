import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareOut } from './share-out.js';

describe('shareOut', () => {
  it('gives the odd one to the largest remainder', () => {
    expect(shareOut(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(shareOut(7, [0, 2, 5])).toEqual([0, 2, 5]);
    expect(shareOut(100, [333, 333, 334])).toEqual([33, 33, 34]);
    expect(shareOut(5, [0, 0])).toEqual([0, 0]);
  });

  it('adds up to the whole, each part within one of its exact share', () => {
    fc.assert(
      fc.property(
        fc.nat(100_000),
        fc.array(fc.nat(10_000), { minLength: 1, maxLength: 40 }),
        (total, weights) => {
          const sum = weights.reduce((all, weight) => all + weight, 0);
          fc.pre(sum > 0);
          const parts = shareOut(total, weights);
          expect(parts.reduce((all, part) => all + part, 0)).toBe(total);
          parts.forEach((part, i) => expect(Math.abs(part - (total * weights[i]!) / sum)).toBeLessThan(1));
        },
      ),
    );
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, isComparable } from './compare.js';

describe('compare', () => {
  it('gives a share of large numbers, with one decimal where it is small', () => {
    expect(compare(112, 100, 'en')).toEqual({ direction: 'up', text: '+12%' });
    expect(compare(965, 1000, 'en')).toEqual({ direction: 'down', text: '−3.5%' });
    expect(compare(3000, 100, 'en')).toEqual({ direction: 'up', text: '+2,900%' });
  });

  it('gives the difference of small ones, also from nothing', () => {
    expect(compare(3, 0, 'zh-CN')).toEqual({ direction: 'up', text: '+3' });
    expect(compare(1, 4, 'zh-CN')).toEqual({ direction: 'down', text: '−3' });
  });

  it('calls what rounds to nothing unchanged', () => {
    expect(compare(100_001, 100_000, 'en')).toEqual({ direction: 'flat', text: null });
    expect(compare(0, 0, 'en')).toEqual({ direction: 'flat', text: null });
  });

  it('never points against the difference', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(100_000), (count, previous) => {
        const { direction, text } = compare(count, previous, 'en');
        if (direction === 'up') expect(count).toBeGreaterThan(previous);
        if (direction === 'down') expect(count).toBeLessThan(previous);
        expect(text === null).toBe(direction === 'flat');
      }),
    );
  });
});

describe('isComparable', () => {
  const busy = Array.from({ length: 48 }, () => 5);

  it('needs records from the beginning of the period before', () => {
    expect(isComparable(busy, busy)).toBe(true);
    expect(isComparable(busy, [...busy.slice(2).map(() => 0), 5, 5])).toBe(false);
    expect(
      isComparable(
        busy,
        busy.map(() => 0),
      ),
    ).toBe(false);
  });

  it('takes the quiet of a small place for quiet', () => {
    expect(isComparable([0, 0, 1, 0], [0, 0, 0, 0])).toBe(true);
  });
});

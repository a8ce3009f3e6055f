import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listTicks, wholeWeeks } from './time-axis.js';

const shanghai = { language: 'zh-CN', timeZone: 'Asia/Shanghai' } as const;
const newYork = { language: 'en', timeZone: 'America/New_York' } as const;

describe('the time axis', () => {
  it('names hours, and the day at midnight', () => {
    const ticks = listTicks(
      Date.parse('2026-11-21T14:05+08:00'),
      Date.parse('2026-11-22T14:05+08:00'),
      shanghai,
    );
    expect(ticks.map(({ label }) => label)).toEqual(['18:00', '11月22日', '06:00', '12:00']);
  });

  it('names days of a longer time at equal distances', () => {
    const ticks = listTicks(
      Date.parse('2026-10-01T00:00-04:00'),
      Date.parse('2026-11-20T00:00-05:00'),
      newYork,
    );
    expect(ticks[0]!.label).toBe('1 Oct');
    expect(ticks.length).toBeLessThanOrEqual(8);
    expect(ticks.every(({ label }) => /Oct|Nov/.test(label))).toBe(true);
  });

  it('never crowds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 * 24 }), (hours) => {
        const from = Date.parse('2026-01-01T03:20Z');
        expect(listTicks(from, from + hours * 3_600_000, newYork).length).toBeLessThanOrEqual(9);
      }),
      { numRuns: 10 },
    );
  });
});

describe('whole weeks', () => {
  it('are four at least and end at midnight', () => {
    const to = Date.parse('2026-11-22T14:05+08:00');
    expect(wholeWeeks(to - 3_600_000, to, 'Asia/Shanghai')).toEqual({
      from: '2026-10-24T16:00:00.000Z',
      to: '2026-11-21T16:00:00.000Z',
    });
    expect(wholeWeeks(to - 90 * 86_400_000, to, 'Asia/Shanghai').from).toBe('2026-08-29T16:00:00.000Z');
  });
});

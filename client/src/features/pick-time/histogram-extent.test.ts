import { describe, expect, it } from 'vitest';
import { getHistogramExtent } from './histogram-extent.js';

const day = 24 * 3_600_000;
const now = Date.parse('2026-11-22T06:00:00Z');
const spanFor = (days: number): number => {
  const [from, to] = getHistogramExtent([now - days * day, now], now);
  expect(to).toBe(now);
  return (to - from) / day;
};

describe('the time a histogram shows', () => {
  it('holds the window and what came before it', () => {
    expect([1 / 24, 1, 7, 30, 90].map(spanFor)).toEqual([1, 7, 30, 90, 365]);
  });

  it('never asks for more than the server counts', () => {
    expect(spanFor(2000)).toBe(399);
  });
});

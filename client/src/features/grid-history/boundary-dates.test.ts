import { describe, expect, it } from 'vitest';
import { findBeginning, findNeighbours, toInstant } from './boundary-dates.js';

const zone = 'Asia/Shanghai';
const now = Date.parse('2026-11-22T02:00:00Z');

describe('stepping through changes of boundaries', () => {
  const dates = ['2026-12-01T00:00:00Z', '2026-10-01T00:00:00Z', '2025-01-01T00:00:00Z'];

  it('goes to the nearest on either side, never to where it stands', () => {
    expect(findNeighbours(dates, null, now)).toEqual({ former: dates[1], next: dates[0] });
    expect(findNeighbours(dates, dates[1]!, now)).toEqual({ former: dates[2], next: dates[0] });
    const beginning = '2024-12-31T23:59:59.000Z';
    expect(findBeginning(dates)).toBe(beginning);
    expect(findNeighbours(dates, dates[2]!, now)).toEqual({ former: beginning, next: dates[1] });
    expect(findNeighbours(dates, beginning, now)).toEqual({ former: null, next: dates[2] });
    expect(findNeighbours([], null, now)).toEqual({ former: null, next: null });
    expect(findBeginning([])).toBeNull();
  });
});

describe('a day', () => {
  it('stands for its end by the county’s clock, the present one for now', () => {
    expect(toInstant('2026-10-01', now, zone)).toBe(Date.parse('2026-10-01T15:59:00Z'));
    expect(toInstant('2026-11-22', now, zone)).toBe(now);
    expect(toInstant('', now, zone)).toBeNull();
  });
});

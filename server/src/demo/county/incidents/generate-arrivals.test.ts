import { describe, expect, it } from 'vitest';
import { generateCounty } from '../generate-county.js';
import { generateArrivals } from './generate-arrivals.js';
import { generateIncidents } from './generate-incidents.js';

const DAY = 86_400_000;
const now = Date.UTC(2026, 10, 20, 3);
const county = generateCounty();
const incidents = generateIncidents(county, { seed: 7, from: now - 30 * DAY, to: now });
const arrive = (priority: number, list = incidents) =>
  generateArrivals(county, list, () => priority, { seed: 7, now });
const seconds = (priority: number) =>
  arrive(priority)
    .flatMap((arrival, i) => (arrival ? [(arrival.arrivedAt - incidents[i]!.reportedAt) / 1000] : []))
    .sort((a, b) => a - b);
const median = (values: number[]) => values[values.length >> 1]!;

describe('arrivals in the demo county', () => {
  it('are recorded for about 85 % of the 110 calls and for nothing else', () => {
    const arrivals = arrive(3);
    const calls = incidents.filter(({ source }) => source === 'CALL_110').length;
    const recorded = arrivals.filter((arrival) => arrival !== null).length;
    expect(recorded / calls).toBeGreaterThan(0.81);
    expect(recorded / calls).toBeLessThan(0.88);
    arrivals.forEach((arrival, i) => {
      if (!arrival) return;
      const { source, status, reportedAt } = incidents[i]!;
      expect(source).toBe('CALL_110');
      expect(['EN_ROUTE', 'CANCELLED', 'MERGED', 'AWAITING_DISPATCH']).not.toContain(status);
      const delay = (arrival.dispatchedAt - reportedAt) / 1000;
      expect(delay).toBeGreaterThanOrEqual(40);
      expect(arrival.arrivedAt).toBeGreaterThan(arrival.dispatchedAt);
      expect(arrival.arrivedAt).toBeLessThanOrEqual(now);
    });
  });

  it('are quicker the more urgent the call is', () => {
    expect(median(seconds(1))).toBeLessThan(median(seconds(2)) * 0.95);
    expect(median(seconds(2))).toBeLessThan(median(seconds(3)) * 0.95);
  });

  it('are the same whatever else happened', () => {
    expect(arrive(2, incidents.slice(1000))).toEqual(arrive(2).slice(1000));
  });
});

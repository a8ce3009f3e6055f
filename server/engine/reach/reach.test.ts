import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCase, walk, walkedMetres, withFreeTurns } from '../../../test/kit/town.js';
import { reverseNetwork } from '../roads/network/reverse-network.js';
import { coveredMetres, secondsTo } from './cover.js';
import { findNearest } from './nearest.js';
import { EdgeSearch } from './edge-search.js';
import type { StreetPlace } from './search.js';
import { VertexSearch } from './vertex-search.js';

describe('reach', () => {
  it('covers the very metres a plain Dijkstra walks, unit by unit', () => {
    fc.assert(
      fc.property(arbitraryCase, fc.constantFrom(0.25, 1, 7), ({ town, limit, origins }, bucket) => {
        const search = new EdgeSearch(town.network);
        search.run(origins, limit, bucket);
        const expected = walkedMetres(town, walk(town, origins), limit);
        expect(coveredMetres(search)).toBeCloseTo(expected, 4);
      }),
      { numRuns: 2000 },
    );
  });

  it('covers the same where turns are free, with labels on vertices', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ town, limit, origins }) => {
        const free = withFreeTurns(town);
        const search = new VertexSearch(free.network);
        search.run(origins, limit);
        const expected = walkedMetres(free, walk(free, origins), limit);
        expect(coveredMetres(search)).toBeCloseTo(expected, 4);
        const edges = new EdgeSearch(free.network);
        edges.run(origins, limit);
        for (let segment = 0; segment < town.units.length; segment++) {
          const seconds = secondsTo(edges, { segment, share: 0.5 });
          // Just at the limit rounding decides.
          if (seconds < limit - 1e-6)
            expect(secondsTo(search, { segment, share: 0.5 })).toBeCloseTo(seconds, 4);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('reaches places when a plain Dijkstra does', () => {
    fc.assert(
      fc.property(arbitraryCase, fc.nat(), fc.nat(), ({ town, limit, origins }, where, mark) => {
        const segment = where % town.units.length;
        const count = town.units[segment]!;
        const unit = mark % (count + 1);
        const search = new EdgeSearch(town.network);
        search.run(origins, limit);
        const times = walk(town, origins);
        const expected = Math.min(times[2 * segment]![unit]!, times[2 * segment + 1]![count - unit]!);
        const found = secondsTo(search, { segment, share: unit / count });
        if (expected < limit - 1e-6) expect(found).toBeCloseTo(expected, 4);
        else if (expected > limit + 1e-6) expect(found).toBe(Infinity);
      }),
      { numRuns: 2000 },
    );
  });

  it('never shrinks with more seconds or more origins', () => {
    fc.assert(
      fc.property(arbitraryCase, fc.integer({ min: 0, max: 20 }), ({ town, limit, origins }, more) => {
        const search = new EdgeSearch(town.network);
        const metres = (from: StreetPlace[], seconds: number): number => {
          search.run(from, seconds);
          return coveredMetres(search);
        };
        const base = metres(origins, limit);
        expect(metres(origins, limit + more)).toBeGreaterThanOrEqual(base - 1e-6);
        expect(metres(origins.slice(0, 1), limit)).toBeLessThanOrEqual(base + 1e-6);
      }),
    );
  });

  it('names those soonest at a place, as one search from each of them does', () => {
    fc.assert(
      fc.property(arbitraryCase, fc.nat(), fc.nat(), ({ town, limit, origins }, where, mark) => {
        const segment = where % town.units.length;
        const count = town.units[segment]!;
        const place = { segment, share: (mark % (count + 1)) / count };
        const forward = new EdgeSearch(town.network);
        const expected = origins
          .map((origin) => {
            forward.run([origin], 1000);
            return secondsTo(forward, place);
          })
          .filter((seconds) => seconds < limit - 1e-3)
          .sort((a, b) => a - b);
        const backward = new EdgeSearch(reverseNetwork(town.network));
        const found = findNearest(backward, place, origins, origins.length, limit).filter(
          ({ travelSeconds }) => travelSeconds < limit - 1e-3,
        );
        expect(found.length).toBe(expected.length);
        found.forEach(({ travelSeconds }, i) => expect(travelSeconds).toBeCloseTo(expected[i]!, 3));
      }),
      { numRuns: 2000 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCase, withFreeTurns, type Town } from '../../../test/kit/town.js';
import type { Network } from '../roads/network/network.js';
import { coverOf, coveredMetres, lengthOf, secondsTo } from './cover.js';
import { collectCover } from './coverage.js';
import { CoverIndex } from './cover-index.js';
import { collectDemand } from './demand.js';
import { EdgeSearch } from './edge-search.js';
import { pathTo } from './path.js';
import type { SearchOrigin, StreetPlace } from './search.js';
import { VertexSearch } from './vertex-search.js';

const LONG = 10_000;

const nothing = ({ units }: Town) =>
  collectDemand({ segmentCount: units.length, gridCount: 0, kindCount: 0 }, [], []);

function secondsBetween(town: Town, from: SearchOrigin, to: StreetPlace): number {
  const search = new EdgeSearch(town.network);
  search.run([from], LONG);
  return secondsTo(search, to);
}

const arbitraryPlaces = arbitraryCase.chain(({ town, limit, origins }) =>
  fc.array(fc.tuple(fc.nat(), fc.nat(12)), { minLength: 2, maxLength: 2 }).map((drawn) => ({
    town,
    limit,
    origins,
    places: drawn.map(([segment, share]) => ({
      segment: segment % town.units.length,
      share: share / 12,
    })) as [StreetPlace, StreetPlace],
  })),
);

/** What a turn costs; Infinity where it may not be made. */
function turnSeconds({ firstTurn, turnTo, turnTenths }: Network, from: number, to: number): number {
  const turn = turnTo.subarray(firstTurn[from], firstTurn[from + 1]).indexOf(to);
  return turn < 0 ? Infinity : turnTenths[firstTurn[from]! + turn]! * 0.1;
}

describe('travel times between places', () => {
  it('are never shorter by way of a third place, where turns are free', () => {
    fc.assert(
      fc.property(arbitraryPlaces, ({ town, origins, places: [b, c] }) => {
        const free = withFreeTurns(town);
        const direct = secondsBetween(free, origins[0]!, c);
        const around = secondsBetween(free, origins[0]!, b) + secondsBetween(free, b, c);
        if (around < LONG) expect(direct).toBeLessThanOrEqual(around + 1e-6);
      }),
      { numRuns: 600 },
    );
  });

  // On a street of both directions one may leave a place either way without turning round, so stopping there can save a turn.
  it('are never shorter by way of a place on a one-way street, whatever turns cost', () => {
    fc.assert(
      fc.property(arbitraryPlaces, ({ town, origins, places: [b, c] }) => {
        fc.pre(town.network.seconds[2 * b.segment + 1] === Infinity && b.share > 0 && b.share < 1);
        const direct = secondsBetween(town, origins[0]!, c);
        const around = secondsBetween(town, origins[0]!, b) + secondsBetween(town, b, c);
        if (around < LONG) expect(direct).toBeLessThanOrEqual(around + 1e-6);
      }),
      { numRuns: 600 },
    );
  });

  it('are those of the ways that lead there', () => {
    fc.assert(
      fc.property(arbitraryPlaces, fc.boolean(), ({ town, limit, origins, places: [place] }, isFree) => {
        const { network } = isFree ? withFreeTurns(town) : town;
        const search = isFree ? new VertexSearch(network) : new EdgeSearch(network);
        search.run(origins, limit);
        const path = pathTo(search, place);
        expect(path === null).toBe(secondsTo(search, place) === Infinity);
        if (!path) return;
        const start = path[0]!;
        const isStart = ({ segment, share }: StreetPlace): boolean =>
          segment === start.segment && share === start.from;
        expect(origins.some(isStart)).toBe(true);
        expect(path.at(-1)).toMatchObject({ segment: place.segment, to: place.share });
        let seconds = 0;
        let last = -1;
        path.forEach((piece, i) => {
          const { segment, from, to } = piece;
          // A piece without length goes the way that starts, or ends, where it lies.
          const isOnward = from === to ? (i === path.length - 1 ? from === 0 : to === 1) : from < to;
          const edge = 2 * segment + (isOnward ? 0 : 1);
          if (i > 0) seconds += turnSeconds(network, last, edge);
          if (from !== to) seconds += Math.abs(to - from) * network.seconds[edge]!;
          last = edge;
        });
        expect(seconds).toBeCloseTo(secondsTo(search, place), 6);
      }),
      { numRuns: 600 },
    );
  });
});

describe('cover', () => {
  it('ends where the seconds do, as a share of the street', () => {
    fc.assert(
      fc.property(
        arbitraryPlaces,
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        ({ town, limit, origins }, part) => {
          const search = new EdgeSearch(town.network);
          search.run(origins, limit + 1);
          const seconds = part * limit;
          for (let segment = 0; segment < town.units.length; segment++)
            for (const end of coverOf(search, segment, seconds).flat()) {
              const isStart = origins.some((origin) => origin.segment === segment && origin.share === end);
              if (end === 0 || end === 1 || isStart) continue;
              expect(secondsTo(search, { segment, share: end })).toBeCloseTo(seconds, 4);
            }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('within fewer seconds is that of a shorter search, and kept as it is', () => {
    fc.assert(
      fc.property(
        arbitraryPlaces,
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        ({ town, limit, origins }, part) => {
          for (const network of [town.network, withFreeTurns(town).network]) {
            const [long, short] = [0, 1].map(() =>
              network === town.network ? new EdgeSearch(network) : new VertexSearch(network),
            );
            long!.run(origins, limit);
            short!.run(origins, part * limit);
            expect(coveredMetres(long!, part * limit)).toBeCloseTo(coveredMetres(short!), 4);
            const kept = collectCover(long!, part * limit);
            const index = new CoverIndex(network.graph.lengths, nothing(town));
            index.add('', kept);
            expect(index.totals.metresByCount[0]).toBeCloseTo(coveredMetres(short!), 3);
            expect(new Set(kept.segments).size).toBe(kept.segments.length);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('is that of a later start where seconds have gone by', () => {
    fc.assert(
      fc.property(
        arbitraryPlaces,
        fc.double({ min: 0, max: 20, noNaN: true }),
        ({ town, limit, origins }, gone) => {
          const search = new EdgeSearch(town.network);
          search.run(
            origins.map((origin) => ({ ...origin, seconds: gone })),
            limit + gone,
          );
          const late = coveredMetres(search);
          search.run(origins, limit);
          expect(late).toBeCloseTo(coveredMetres(search), 3);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is 0.4 of a street of ten seconds that is entered four before the limit', () => {
    fc.assert(
      fc.property(arbitraryPlaces, ({ town, places: [place] }) => {
        const { segment } = place;
        const search = new EdgeSearch(town.network);
        const seconds = town.network.seconds[2 * segment]!;
        search.run([{ segment, share: 0 }], LONG);
        const stretches = coverOf(search, segment, 0.4 * seconds);
        // From the start one covers as much as there is time for; round a short way the other end may add to it.
        expect(stretches[0]![0]).toBe(0);
        expect(stretches[0]![1]).toBeGreaterThanOrEqual(0.4 - 1e-6);
        if (search.entrySeconds(2 * segment + 1) > 0.4 * seconds)
          expect(lengthOf(stretches)).toBeCloseTo(0.4, 6);
      }),
    );
  });
});

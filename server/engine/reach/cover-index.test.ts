import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCase, type Town } from '../../../test/kit/town.js';
import { coveredMetres, secondsTo } from './cover.js';
import { collectCover, type OriginCover } from './coverage.js';
import { CoverIndex } from './cover-index.js';
import { totalsOfCover, totalsOfDemand } from './cover-totals.js';
import { collectDemand, type Demand } from './demand.js';
import { EdgeSearch } from './edge-search.js';
import { collectOwners, tallyOwners } from './owners.js';
import type { SearchOrigin } from './search.js';
import { ShareLists } from './share-lists.js';

const arbitraryDemand = fc.record({
  points: fc.array(
    fc.record({
      where: fc.nat(),
      share: fc.float({ min: 0, max: 1, noNaN: true }),
      weight: fc.integer({ min: 1, max: 40 }),
      grid: fc.integer({ min: -1, max: 2 }),
      kind: fc.nat(1),
    }),
    { maxLength: 12 },
  ),
  cut: fc.float({ min: 0, max: 1, noNaN: true }),
});

type Asked = typeof arbitraryDemand extends fc.Arbitrary<infer T> ? T : never;

function demandOf(town: Town, { points, cut }: Asked): Demand {
  const count = town.units.length;
  return collectDemand(
    { segmentCount: count, gridCount: 3, kindCount: 2 },
    points.map(({ where, ...point }) => ({ ...point, segment: where % count })),
    town.units.flatMap((_, segment) => [
      { segment, from: 0, to: cut, grid: segment % 3 },
      { segment, from: cut, to: 1, grid: -1 },
    ]),
  );
}

function coverFrom(town: Town, origin: SearchOrigin, limit: number): OriginCover {
  const search = new EdgeSearch(town.network);
  search.run([origin], limit);
  return collectCover(search);
}

describe('cover index', () => {
  it('keeps the totals of an index built anew, through any changes, and forks apart', () => {
    fc.assert(
      fc.property(
        arbitraryCase,
        arbitraryDemand,
        fc.array(fc.tuple(fc.nat(5), fc.nat(), fc.nat(40), fc.boolean()), { minLength: 1, maxLength: 30 }),
        ({ town, origins, limit }, asked, changes) => {
          const { lengths } = town.network.graph;
          const demand = demandOf(town, asked);
          const index = new CoverIndex<number>(lengths, demand);
          const held = new Map<number, OriginCover>();
          for (const [key, where, seconds, isRemoved] of changes) {
            if (isRemoved) {
              index.remove(key);
              held.delete(key);
              continue;
            }
            const origin = origins[where % origins.length]!;
            const cover = coverFrom(
              town,
              { ...origin, segment: where % town.units.length },
              1 + (seconds % limit),
            );
            index.add(key, cover);
            held.set(key, cover);
            if (where % 3 === 0) {
              const before = structuredClone(index.totals);
              const fork = index.fork();
              fork.apply({ remove: [0, 1, 2], add: [[9, cover]] });
              expect(index.totals).toEqual(before);
              const forked = new Map(held).set(9, cover);
              for (const gone of [0, 1, 2]) forked.delete(gone);
              const anew = new CoverIndex<number>(lengths, demand);
              anew.apply({ add: forked });
              expect(fork.totals).toEqual(anew.totals);
            }
          }
          const anew = new CoverIndex<number>(lengths, demand);
          for (const [key, cover] of [...held].reverse()) anew.add(key, cover);
          expect(index.totals).toEqual(anew.totals);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('counts what each origin alone covers: points, metres, at least k', () => {
    fc.assert(
      fc.property(arbitraryCase, arbitraryDemand, ({ town, origins, limit }, asked) => {
        const { lengths } = town.network.graph;
        const demand = demandOf(town, asked);
        const covers = origins.map((origin) => coverFrom(town, origin, limit));
        const index = new CoverIndex<number>(lengths, demand);
        index.apply({ add: covers.entries() });
        // A ruler of small steps, each step's middle looked at on its own.
        const alone = covers.map((cover) => {
          const single = new CoverIndex<number>(lengths, demand);
          single.add(0, cover);
          return single;
        });
        const steps = 500;
        const metres = [0, 0, 0];
        town.units.forEach((length, segment) => {
          const tallies = alone.map((single) => {
            const { bounds, counts, partCount } = single.tallyOf(segment);
            return { bounds: bounds.slice(), counts: counts.slice(), partCount };
          });
          for (let i = 0; i < steps; i++) {
            const at = (i + 0.5) / steps;
            const count = tallies.filter(({ bounds, counts, partCount }) => {
              for (let p = 0; p < partCount; p++)
                if (at >= bounds[p]! && at < bounds[p + 1]!) return counts[p]! > 0;
              return false;
            }).length;
            for (let k = 0; k < count; k++) metres[k]! += length / steps;
          }
        });
        metres.forEach((expected, k) => {
          const slack = 6 * town.units.reduce((sum, units) => sum + units / steps, 0) + 1e-6;
          expect(Math.abs(index.totals.metresByCount[k]! - expected)).toBeLessThan(slack);
        });
        origins.forEach((origin, i) => {
          const search = new EdgeSearch(town.network);
          search.run([origin], limit);
          expect(alone[i]!.totals.metresByCount[0]).toBeCloseTo(coveredMetres(search), 4);
          expect(totalsOfCover(covers[i]!, lengths, demand)).toEqual(alone[i]!.totals);
        });
        let weight = 0;
        asked.points.forEach((point) => {
          const segment = point.where % town.units.length;
          const isReached = alone.some(
            (single) => single.tallyOf(segment).countAt(Math.fround(point.share)) > 0,
          );
          if (isReached) weight += point.weight;
        });
        expect(index.totals.weightByKind.reduce((sum, each) => sum + each, 0)).toBe(weight);
        const all = totalsOfDemand(demand, lengths);
        expect(index.totals.pieceMetres).toBeLessThanOrEqual(all.pieceMetres);
      }),
      { numRuns: 200 },
    );
  });

  it('unites what one search from all origins covers, and divides that among them without rest', () => {
    fc.assert(
      fc.property(arbitraryCase, arbitraryDemand, ({ town, origins, limit }, asked) => {
        const { lengths } = town.network.graph;
        const demand = demandOf(town, asked);
        const index = new CoverIndex<number>(lengths, demand);
        index.apply({ add: origins.map((origin, i) => [i, coverFrom(town, origin, limit)] as const) });
        const search = new EdgeSearch(town.network);
        search.run(origins, limit);
        expect(index.totals.metresByCount[0]).toBeCloseTo(coveredMetres(search), 3);
        const owned = collectOwners(search);
        const shares = tallyOwners(owned, origins.length, lengths, demand);
        expect(shares.reduce((sum, { metres }) => sum + metres, 0)).toBeCloseTo(coveredMetres(search), 3);
        // Each part belongs to one who is there no later than any other.
        const single = origins.map((origin) => {
          const own = new EdgeSearch(town.network);
          own.run([origin], limit);
          return own;
        });
        for (let s = 0; s < town.units.length; s++)
          for (let i = owned.first[s]!; i < owned.first[s + 1]!; i++) {
            const share = (owned.from[i]! + owned.to[i]!) / 2;
            if (owned.to[i]! - owned.from[i]! < 1e-3) continue;
            const times = single.map((own) => secondsTo(own, { segment: s, share }));
            expect(times[owned.owners[i]!]! - Math.min(...times)).toBeLessThan(1e-4);
          }
      }),
      { numRuns: 1000 },
    );
  });

  it('cuts streets for drawing where the covers end', () => {
    fc.assert(
      fc.property(arbitraryCase, arbitraryDemand, ({ town, origins, limit }, asked) => {
        const { lengths } = town.network.graph;
        const demand = demandOf(town, asked);
        const indexes = [limit / 2, limit].map((seconds) => {
          const index = new CoverIndex<number>(lengths, demand);
          index.apply({ add: origins.map((origin, i) => [i, coverFrom(town, origin, seconds)] as const) });
          return index;
        });
        const search = new EdgeSearch(town.network);
        search.run(origins, limit);
        const lists = new ShareLists(indexes, collectOwners(search));
        const metres = [0, 0];
        for (let s = 0; s < town.units.length; s++) {
          const stretches = lists.stretchesOf(s);
          expect(stretches[0]!.from).toBe(0);
          expect(stretches.at(-1)!.to).toBe(1);
          stretches.forEach((stretch, i) => {
            if (i > 0) expect(stretch.from).toBe(stretches[i - 1]!.to);
            expect(stretch.band === 0).toBe(stretch.count === 0);
            if (stretch.to - stretch.from > 1e-4) expect(stretch.owner >= 0).toBe(stretch.band > 0);
            const length = (stretch.to - stretch.from) * lengths[s]!;
            for (const band of [1, 2])
              if (stretch.band > 0 && stretch.band <= band) metres[band - 1]! += length;
          });
        }
        indexes.forEach(({ totals }, i) => expect(metres[i]).toBeCloseTo(totals.metresByCount[0]!, 3));
      }),
      { numRuns: 500 },
    );
  });
});

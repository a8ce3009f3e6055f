import fc from 'fast-check';
import type { MultiPolygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { jitter, makeFaults } from '../../../../test/kit/faulty-tiling.js';
import { makeTiling, pseudoRandom, randomTiling } from '../../../../test/kit/random-tiling.js';
import { expectTiling } from '../../../../test/kit/tiling-checks.js';
import { areaSquareMetres, distanceMetres, lengthMetres } from '../../coordinates/geodesic.js';
import type { NamedArea } from '../arrangement/areas.js';
import { Tiling } from '../tiling.js';
import { repairTiling } from './repair-tiling.js';
import type { RepairedGrid } from './repair.types.js';

const area = (id: string, ...rings: Position[][]): NamedArea => ({
  id,
  boundary: { type: 'Polygon', coordinates: rings },
});
/** A box in units of 100 m or so. */
const box = (x0: number, y0: number, x1: number, y1: number): Position[] =>
  path([x0, y0], [x1, y0], [x1, y1], [x0, y1]);
const path = (...places: [number, number][]): Position[] =>
  [...places, places[0]!].map(([x, y]) => [120 + x / 1000, 30 + y / 1000]);
const inDegrees = ({ parts }: RepairedGrid): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: parts.map((rings) => rings.map((ring) => ring.map(([x, y]) => [x / 1e7, y / 1e7]))),
});
const metresOf = (grid: RepairedGrid) => areaSquareMetres(inDegrees(grid));
const outlineOf = ({ boundary }: NamedArea) => (boundary.coordinates as Position[][])[0]!;

describe('repairTiling', () => {
  it('leaves a tiling as it is', () => {
    fc.assert(
      fc.property(randomTiling(), fc.integer({ min: 1, max: 10 }), ({ areas }, tolerance) => {
        const { grids, findings } = repairTiling(areas, tolerance);
        expect(findings).toEqual([]);
        expect(expectTiling(grids)).toBe(1);
        const corners = (list: readonly (readonly number[])[]) => list.map((place) => place.join()).sort();
        grids.forEach(({ id, parts }, i) => {
          expect(id).toBe(areas[i]!.id);
          const steps = outlineOf(areas[i]!).map((place) => place.map((value) => Math.round(value * 1e7)));
          expect(corners(parts[0]![0]!.slice(1))).toEqual(corners(steps.slice(1)));
        });
      }),
      { numRuns: 60 },
    );
  });

  it('leaves a notch where two borders part', () => {
    // 6 m wide at its mouth, 3 m deep.
    const left = path([0, 0], [1, 0], [1, 1], [0.97, 1.03], [0, 1.03]);
    const right = path([1, 0], [2, 0], [2, 1.03], [1.03, 1.03], [1, 1]);
    const { grids, findings } = repairTiling([area('a', left), area('b', right)], 10);
    expect(findings).toEqual([]);
    expect(grids.map((grid) => metresOf(grid).toFixed(3))).toEqual(
      [left, right].map((ring) => areaSquareMetres({ type: 'Polygon', coordinates: [ring] }).toFixed(3)),
    );
  });

  it('makes a tiling again of one whose rings were jittered, and moves little', () => {
    fc.assert(
      fc.property(randomTiling(6), fc.integer({ min: 1, max: 1e9 }), ({ areas }, seed) => {
        const { grids, findings } = repairTiling(jitter(areas, 2, pseudoRandom(seed)), 5);
        expect(expectTiling(grids)).toBe(1);
        expect(grids.map(({ id }) => id)).toEqual(areas.map(({ id }) => id));
        grids.forEach((grid, i) => {
          expect(grid.parts).toHaveLength(1);
          const change = Math.abs(metresOf(grid) - areaSquareMetres(areas[i]!.boundary));
          expect(change).toBeLessThan(5 * lengthMetres(outlineOf(areas[i]!)));
        });
        expect(findings.filter(({ kind }) => kind !== 'SLIVERS')).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('has nothing left to do the second time', () => {
    fc.assert(
      fc.property(randomTiling(), fc.integer({ min: 1, max: 1e9 }), ({ areas }, seed) => {
        const once = repairTiling(jitter(areas, 3, pseudoRandom(seed)), 8);
        const again = repairTiling(
          once.grids.map(({ id, parts }) =>
            area(id, ...parts[0]!.map((ring) => ring.map(([x, y]) => [x / 1e7, y / 1e7]))),
          ),
          8,
        );
        expect(again.findings).toEqual([]);
        expect(again.grids.map(({ parts }) => parts[0]![0]!.length)).toEqual(
          once.grids.map(({ parts }) => parts[0]![0]!.length),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('closes a gap for the neighbour with the longest border, and names it', () => {
    // A notch of 0.2 × 0.4 in the right one's side: three of its sides are that one's.
    const notched = path([1, 0], [2, 0], [2, 1], [1, 1], [1, 0.7], [1.2, 0.7], [1.2, 0.3], [1, 0.3]);
    const { grids, findings } = repairTiling([area('a', box(0, 0, 1, 1)), area('b', notched)], 2);
    expect(findings).toMatchObject([{ kind: 'GAP', grids: ['b', 'a'], givenTo: 'b', count: 1 }]);
    const [{ at, areaSquareMetres: metres, widthMetres }] = findings as [(typeof findings)[0]];
    expect(at[0]).toBeGreaterThan(1_200_010_000);
    expect(at[0]).toBeLessThan(1_200_012_000);
    expect(metres / areaSquareMetres({ type: 'Polygon', coordinates: [box(1, 0.3, 1.2, 0.7)] })).toBeCloseTo(
      1,
      3,
    );
    expect(widthMetres).toBeGreaterThan(12);
    expect(expectTiling(grids)).toBe(1);
    expect(metresOf(grids[1]!)).toBeCloseTo(
      areaSquareMetres({ type: 'Polygon', coordinates: [box(1, 0, 2, 1)] }),
      0,
    );
  });

  it('does not press a narrow strip of a grid flat', () => {
    // A neck 3 m wide, with corners on both sides, between two lobes.
    const neck = path(
      [0, 0],
      [1, 0],
      [1, 0.5],
      [1.3, 0.5],
      [1.6, 0.5],
      [2, 0.5],
      [2, 0],
      [3, 0],
      [3, 1],
      [2, 1],
      [2, 0.53],
      [1.7, 0.53],
      [1.4, 0.53],
      [1, 0.53],
      [1, 1],
      [0, 1],
    );
    const { grids } = repairTiling([area('a', neck), area('b', box(3, 0, 4, 1))], 5);
    expect(grids[0]!.parts).toHaveLength(1);
    expect(metresOf(grids[0]!)).toBeCloseTo(areaSquareMetres({ type: 'Polygon', coordinates: [neck] }), 2);
  });

  it('takes an overlap from the one that bulges', () => {
    const bulging = path([1, 0], [2, 0], [2, 1], [1, 1], [1, 0.7], [0.8, 0.7], [0.8, 0.3], [1, 0.3]);
    const { grids, findings } = repairTiling([area('a', box(0, 0, 1, 1)), area('b', bulging)], 2);
    expect(findings).toMatchObject([{ kind: 'OVERLAP', grids: ['a', 'b'], givenTo: 'a' }]);
    expect(expectTiling(grids)).toBe(1);
    expect(metresOf(grids[0]!)).toBeCloseTo(
      areaSquareMetres({ type: 'Polygon', coordinates: [box(0, 0, 1, 1)] }),
      0,
    );
  });

  it('closes a gap that is open to the outside when it is narrower than the tolerance, and no wider one', () => {
    // 0.03 is about 3 m.
    const apart = [area('a', box(0, 0, 1, 1)), area('b', box(1.03, 0, 2, 1))];
    expect(expectTiling(repairTiling(apart, 5).grids)).toBe(1);
    expect(expectTiling(repairTiling(apart, 2).grids)).toBe(2);
  });

  it('nodes a border against its neighbours’ corners', () => {
    const { grids, findings } = repairTiling(
      [area('a', box(0, 0, 1, 2)), area('b', box(1, 0, 2, 1)), area('c', box(1, 1, 2, 2))],
      2,
    );
    expect(findings).toEqual([]);
    expect(grids[0]!.parts[0]![0]).toHaveLength(6);
    expect(expectTiling(grids)).toBe(1);
  });

  it('leaves a lake open, and says so', () => {
    const ring = [
      area('w', box(0, 0, 1, 3)),
      area('e', box(2, 0, 3, 3)),
      area('n', box(1, 2, 2, 3)),
      area('s', box(1, 0, 2, 1)),
    ];
    const { grids, findings } = repairTiling(ring, 5);
    expect(findings).toMatchObject([{ kind: 'HOLE', givenTo: null }]);
    expect(findings[0]!.grids.toSorted()).toEqual(['e', 'n', 's', 'w']);
    expect(expectTiling(grids)).toBe(2);
  });

  it('leaves out a grid that is there twice, and names both', () => {
    const { grids, findings } = repairTiling(
      [area('a', box(0, 0, 1, 1)), area('b', box(1, 0, 2, 1)), area('twin', box(0, 0, 1, 1).reverse())],
      2,
    );
    expect(findings).toMatchObject([{ kind: 'DUPLICATE', grids: ['a', 'twin'], givenTo: 'a' }]);
    expect(grids.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(expectTiling(grids)).toBe(1);
  });

  it('loses no grid that lies wholly under others: it gets its land', () => {
    const { grids, findings } = repairTiling(
      [area('a', box(0, 0, 1, 1)), area('b', box(1, 0, 2, 1)), area('station', box(0.7, 0.3, 1.3, 0.6))],
      2,
    );
    expect(findings).toMatchObject([{ kind: 'COVERED', grids: ['station', 'a', 'b'], givenTo: 'station' }]);
    expect(grids.map(({ id }) => id)).toEqual(['a', 'b', 'station']);
    expect(expectTiling(grids)).toBe(1);
    expect(metresOf(grids[2]!)).toBeCloseTo(
      areaSquareMetres({ type: 'Polygon', coordinates: [box(0.7, 0.3, 1.3, 0.6)] }),
      0,
    );
  });

  it('names a ring that crosses itself, and keeps both its loops', () => {
    const bow = path([0, 0], [1, 1], [1, 0], [0, 1]);
    const { grids, findings } = repairTiling([area('bow', bow), area('b', box(1, 0, 2, 1))], 2);
    expect(findings.map(({ kind, grids: names }) => [kind, names[0]])).toEqual([
      ['INVALID_RING', 'bow'],
      ['PIECE', 'bow'],
    ]);
    expect(grids[0]!.parts).toHaveLength(2);
    expectTiling(grids);
  });

  it('names a grid of which nothing is left', () => {
    const { grids, findings } = repairTiling(
      [area('a', box(0, 0, 1, 1)), area('flat', path([0, 3], [1, 3]))],
      2,
    );
    expect(grids.map(({ id }) => id)).toEqual(['a']);
    expect(findings).toMatchObject([
      { kind: 'COVERED', grids: ['flat'], givenTo: null, at: [1_200_000_000, 300_030_000] },
    ]);
  });

  it('cuts no grid in two when the other side can spare the land', () => {
    // A bar across b's neck; a has the longer border with it, but b would fall apart.
    const neck = path(
      [1, 0],
      [2, 0],
      [2, 1],
      [1.6, 1],
      [1.6, 2],
      [2, 2],
      [2, 3],
      [1, 3],
      [1, 2],
      [1.4, 2],
      [1.4, 1],
      [1, 1],
    );
    const bar = path([0, 0], [1, 0], [1, 1.3], [1.6, 1.3], [1.6, 1.7], [1, 1.7], [1, 3], [0, 3]);
    const { grids, findings } = repairTiling([area('a', bar), area('b', neck)], 2);
    expect(findings.filter(({ kind }) => kind === 'OVERLAP')).toMatchObject([
      { grids: ['a', 'b'], givenTo: 'b' },
    ]);
    expect(grids[1]!.parts).toHaveLength(1);
    expectTiling(grids);
  });

  it('makes a tiling of whatever there is, and accounts for every grid', () => {
    const place = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }));
    const scribble = fc
      .array(place, { minLength: 3, maxLength: 9 })
      .map((places) => path(...places.map(([x, y]): [number, number] => [x / 10, y / 10])));
    fc.assert(
      fc.property(
        fc.array(scribble, { minLength: 1, maxLength: 7 }),
        fc.integer({ min: 1, max: 30 }),
        (rings, tolerance) => {
          const areas = rings.map((ring, i) => area(`s${i}`, ring));
          const { grids, findings } = repairTiling(areas, tolerance);
          expectTiling(grids);
          const left = areas.filter(({ id }) => !grids.some((grid) => grid.id === id));
          for (const { id } of left)
            expect(
              findings.some(
                ({ kind, grids: names }) => ['COVERED', 'DUPLICATE'].includes(kind) && names.includes(id),
              ),
            ).toBe(true);
          const tiling = Tiling.from(grids.map((grid) => ({ id: grid.id, boundary: inDegrees(grid) })));
          expect(tiling.check()).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('names each fault made on purpose in a jittered set, at its place, and nothing else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), (seed) => {
        const random = pseudoRandom(seed);
        const { areas } = makeTiling(6, 6, random);
        const faulty = makeFaults(areas, 3, random);
        const { grids, findings } = repairTiling(jitter(faulty.areas, 2, random), 5);
        expect(expectTiling(grids)).toBe(1);
        expect(grids).toHaveLength(36);
        const told = findings.filter(({ kind }) => kind !== 'SLIVERS');
        expect(told).toHaveLength(6);
        for (const { kind, grids: names, place, metres } of faulty.faults) {
          const finding = told.find(({ at }) => distanceMetres([at[0] / 1e7, at[1] / 1e7], place) < 25)!;
          expect(finding).toMatchObject({ kind, count: 1 });
          expect(finding.grids.toSorted()).toEqual(names.toSorted());
          expect(finding.areaSquareMetres / metres).toBeGreaterThan(0.6);
          expect(finding.areaSquareMetres / metres).toBeLessThan(1.4);
        }
      }),
      { numRuns: 40 },
    );
  });
});

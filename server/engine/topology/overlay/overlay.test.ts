import fc from 'fast-check';
import type { MultiPolygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { randomTiling } from '../../../../test/kit/random-tiling.js';
import { areaSquareMetres } from '../../coordinates/geodesic.js';
import { toGrid } from '../../geometry/grid.js';
import { signedSize } from '../../geometry/normalise.js';
import { findFault } from '../../geometry/validity.js';
import type { NamedArea } from '../arrangement/areas.js';

import { overlay, type Parcel } from './overlay.js';

const inSteps = ({ coordinates }: MultiPolygon) => coordinates.map((rings) => rings.map(toGrid));
const sizeOf = (boundary: NamedArea['boundary']): number => {
  const parts = boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates;
  return parts.flat().reduce((sum, ring) => sum + signedSize(toGrid(ring)), 0);
};
const sumOf = (parcels: readonly Parcel[]) =>
  parcels.reduce((sum, { boundary }) => sum + sizeOf(boundary), 0);
const square = (x: number, y: number, size: number): Position[] =>
  [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ].map(([a, b]) => [120 + a! / 1000, 30 + b! / 1000]);
const area = (id: string, ...rings: Position[][]): NamedArea => ({
  id,
  boundary: { type: 'Polygon', coordinates: rings },
});

describe('overlay', () => {
  it('tells who shares land with whom, and what only one side covers', () => {
    const parcels = overlay(
      [area('a', square(0, 0, 2)), area('b', square(2, 0, 2))],
      [area('c', square(1, 1, 2))],
    );
    expect(parcels.map(({ a, b }) => [a, b])).toEqual([
      ['a', null],
      ['a', 'c'],
      ['b', null],
      ['b', 'c'],
      [null, 'c'],
    ]);
    expect(parcels.map(({ boundary }) => Math.round(sizeOf(boundary) / 1e8))).toEqual([3, 1, 3, 1, 2]);
    for (const { boundary, areaSquareMetres: metres } of parcels)
      expect(metres).toBe(areaSquareMetres(boundary));
  });

  it('keeps what lies inside another without touching its border', () => {
    const parcels = overlay([area('a', square(0, 0, 5))], [area('c', square(1, 1, 2))]);
    expect(parcels.map(({ a, b, boundary }) => [a, b, boundary.coordinates[0]!.length])).toEqual([
      ['a', null, 2],
      ['a', 'c', 1],
    ]);
  });

  it('gives one parcel per area, unchanged, when both sides are equal, however the rings begin', () => {
    fc.assert(
      fc.property(randomTiling(), fc.nat(), ({ areas }, turn) => {
        const turned = areas.map(({ id, boundary }): NamedArea => {
          const ring = boundary.coordinates[0]!.slice(1);
          const k = turn % ring.length;
          const begun = [...ring.slice(k), ...ring.slice(0, k)];
          return area(id, [...begun, begun[0]!].reverse());
        });
        const parcels = overlay(areas, turned);
        expect(parcels.map(({ a, b }) => `${a} ${b}`)).toEqual(areas.map(({ id }) => `${id} ${id}`));
        parcels.forEach(({ boundary }, i) => expect(sizeOf(boundary)).toBe(sizeOf(areas[i]!.boundary)));
      }),
      { numRuns: 50 },
    );
  });

  it('makes parcels that tile both sides: valid, borders shared, their sum the area of each grid', () => {
    fc.assert(
      fc.property(randomTiling(), randomTiling(), ({ areas: left }, { areas: right }) => {
        const parcels = overlay(left, right);
        for (const { boundary } of parcels) expect(findFault(inSteps(boundary))).toBeNull();
        const directed = new Set<string>();
        for (const { boundary } of parcels)
          for (const ring of inSteps(boundary).flat())
            for (let i = 2; i < ring.length; i += 2) {
              const key = ring.slice(i - 2, i + 2).join();
              expect(directed.has(key)).toBe(false);
              directed.add(key);
            }
        // A border moves by half a step at most where it is cut; slivers are under 3 steps wide.
        for (const [side, areas] of [
          ['a', left],
          ['b', right],
        ] as const)
          for (const { id, boundary } of areas) {
            const perimeter = ringLength(boundary.coordinates[0] as Position[]);
            const own = parcels.filter((parcel) => parcel[side] === id);
            expect(Math.abs(sumOf(own) - sizeOf(boundary))).toBeLessThan((side === 'a' ? 1 : 4) * perimeter);
          }
        for (const one of parcels)
          expect(left.some(({ id }) => id === one.a) || right.some(({ id }) => id === one.b)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('leaves no sliver where borders differ by rounding', () => {
    fc.assert(
      fc.property(randomTiling(), fc.infiniteStream(fc.integer({ min: -1, max: 1 })), ({ areas }, shift) => {
        const moved = new Map<string, Position>();
        const nudge = (place: Position) => {
          const key = place.join();
          if (!moved.has(key))
            moved.set(key, [place[0]! + shift.next().value! * 1e-7, place[1]! + shift.next().value! * 1e-7]);
          return moved.get(key)!;
        };
        const nudged = areas.map(({ id, boundary }) =>
          area(id, (boundary.coordinates[0] as Position[]).map(nudge)),
        );
        expect(overlay(areas, nudged).map(({ a, b }) => `${a} ${b}`)).toEqual(
          areas.map(({ id }) => `${id} ${id}`),
        );
      }),
      { numRuns: 50 },
    );
  });
});

function ringLength(ring: readonly Position[]): number {
  const grid = toGrid(ring);
  let sum = 0;
  for (let i = 2; i < grid.length; i += 2)
    sum += Math.hypot(grid[i]! - grid[i - 2]!, grid[i + 1]! - grid[i - 1]!);
  return sum;
}

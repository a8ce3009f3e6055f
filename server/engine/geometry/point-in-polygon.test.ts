import fc from 'fast-check';
import type { Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { orientation } from './grid.js';
import { contains } from './point-in-polygon.js';

const square: Position[] = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
  [0, 0],
];
const hole: Position[] = [
  [1, 1],
  [1, 3],
  [3, 3],
  [3, 1],
  [1, 1],
];
const holed: Polygon = { type: 'Polygon', coordinates: [square, hole] };

describe('contains', () => {
  it('tells inside, outside and border, with holes', () => {
    expect(contains(holed, [0.5, 2])).toBe('inside');
    expect(contains(holed, [2, 2])).toBe('outside');
    expect(contains(holed, [5, 2])).toBe('outside');
    expect(contains(holed, [-1, 4])).toBe('outside');
    for (const at of [
      [0, 2],
      [4, 4],
      [0, 0],
      [1, 2],
      [3, 3],
      [2, 1],
    ])
      expect(contains(holed, at)).toBe('border');
  });

  it('looks at every part of a multi-polygon', () => {
    const far = square.map(([x, y]) => [x! + 10, y!]);
    const both = { type: 'MultiPolygon' as const, coordinates: [[square, hole], [far]] };
    expect(contains(both, [11, 1])).toBe('inside');
    expect(contains(both, [7, 1])).toBe('outside');
    expect(contains(both, [14, 1])).toBe('border');
  });

  it('is exact one step of 1e-7 degrees beside a slanting border', () => {
    const slanted: Polygon = {
      type: 'Polygon',
      coordinates: [
        [
          [120, 30],
          [120.0000003, 30.0000001],
          [120, 30.0000002],
          [120, 30],
        ],
      ],
    };
    expect(contains(slanted, [120.0000001, 30.0000001])).toBe('inside');
    expect(contains(slanted, [120.0000003, 30.0000001])).toBe('border');
    expect(contains(slanted, [120.0000003, 30.0000002])).toBe('outside');
  });

  it('agrees with the sign rule for triangles, wherever they lie and whichever way they turn', () => {
    const place = fc.tuple(fc.integer({ min: -30, max: 30 }), fc.integer({ min: -30, max: 30 }));
    fc.assert(
      fc.property(place, place, place, place, (a, b, c, p) => {
        const triangle: Polygon = { type: 'Polygon', coordinates: [[a, b, c, a].map(degrees)] };
        const sides = [side(a, b, p), side(b, c, p), side(c, a, p)];
        fc.pre(side(a, b, c) !== 0);
        const mixed = sides.includes(1) && sides.includes(-1);
        const expected = mixed ? 'outside' : sides.includes(0) ? 'border' : 'inside';
        expect(contains(triangle, degrees(p))).toBe(expected);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('orientation', () => {
  it('is exact across the whole globe, where doubles are not', () => {
    const corner = fc.integer({ min: -1_800_000_000, max: 1_800_000_000 });
    fc.assert(
      fc.property(
        corner,
        corner,
        corner,
        corner,
        fc.integer({ min: -2, max: 3 }),
        fc.integer({ min: -1, max: 1 }),
        (ax, ay, bx, by, times, off) => {
          const cx = ax + times * (bx - ax) + off;
          const cy = ay + times * (by - ay);
          const exact = BigInt(bx - ax) * BigInt(cy - ay) - BigInt(by - ay) * BigInt(cx - ax);
          expect(orientation(ax, ay, bx, by, cx, cy)).toBe(exact > 0n ? 1 : exact < 0n ? -1 : 0);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

function side([ax, ay]: number[], [bx, by]: number[], [px, py]: number[]): number {
  return Math.sign((bx! - ax!) * (py! - ay!) - (by! - ay!) * (px! - ax!));
}

function degrees([x, y]: number[]): Position {
  return [120 + x! / 1e7, 30 + y! / 1e7];
}

import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { areaSquareMetres } from '../coordinates/geodesic.js';
import { isCounterClockwise, toMultiLineString, toMultiPolygon } from './normalise.js';
import { checkGeometry } from './validate.js';

const shared = (name: string) => new URL(`../../../../shared/data/${name}`, import.meta.url);
const ring = [
  [120, 30],
  [120.01, 30],
  [120.01, 30.01],
  [120, 30.01],
  [120, 30],
];
const polygon = (...coordinates: unknown[]) => ({ type: 'Polygon', coordinates });
const point = (...coordinates: unknown[]) => ({ type: 'Point', coordinates });

describe('checkGeometry', () => {
  it('rounds, drops heights and repeated points, and keeps the type', () => {
    expect(checkGeometry(point(120.12345678, 30, 55))).toEqual({
      valid: true,
      geometry: point(120.1234568, 30),
    });
    const repeated = [
      [120, 30, 1],
      [120.00000001, 30, 2],
      [120.01, 30, 3],
      [120.01, 30.01, 4],
      [120, 30, 5],
    ];
    const cleaned = polygon([
      [120, 30],
      [120.01, 30],
      [120.01, 30.01],
      [120, 30],
    ]);
    expect(checkGeometry(polygon(repeated))).toEqual({ valid: true, geometry: cleaned });
    for (const type of ['MultiPoint', 'LineString'] as const) {
      expect(checkGeometry({ type, coordinates: ring })).toEqual({
        valid: true,
        geometry: { type, coordinates: ring },
      });
    }
    expect(checkGeometry({ type: 'MultiPolygon', coordinates: [[ring]] }).valid).toBe(true);
    expect(checkGeometry({ type: 'MultiLineString', coordinates: [ring] }).valid).toBe(true);
  });

  it.each([
    ['null', null, 'GEOMETRY_MISSING', undefined],
    ['nothing', undefined, 'GEOMETRY_MISSING', undefined],
    ['text', 'POINT(1 2)', 'NOT_A_GEOMETRY', undefined],
    ['a list', [1, 2], 'NOT_A_GEOMETRY', undefined],
    ['an object without type', { coordinates: [1, 2] }, 'NOT_A_GEOMETRY', 'type'],
    ['a feature', { type: 'Feature', geometry: point(1, 2) }, 'TYPE_NOT_SUPPORTED', 'type'],
    ['a collection', { type: 'GeometryCollection', geometries: [] }, 'TYPE_NOT_SUPPORTED', 'type'],
    ['a polygon without coordinates', { type: 'Polygon' }, 'NOT_A_GEOMETRY', 'coordinates'],
    ['an empty point', point(), 'EMPTY', 'coordinates'],
    ['an empty polygon', polygon(), 'EMPTY', 'coordinates'],
    ['an empty ring', polygon([]), 'EMPTY', 'coordinates[0]'],
    ['an empty multi-polygon', { type: 'MultiPolygon', coordinates: [] }, 'EMPTY', 'coordinates'],
    [
      'a multi-polygon one level short',
      { type: 'MultiPolygon', coordinates: [ring] },
      'NOT_A_POSITION',
      'coordinates[0][0][0]',
    ],
    ['one number', point(120), 'NOT_A_POSITION', 'coordinates'],
    [
      'a null in a position',
      polygon([
        [120, 30],
        [null, 30],
        [120, 31],
        [120, 30],
      ]),
      'NOT_A_NUMBER',
      'coordinates[0][1]',
    ],
    ['a null for a position', polygon([[120, 30], null]), 'NOT_A_POSITION', 'coordinates[0][1]'],
    ['numbers as text', point('120', '30'), 'NOT_A_NUMBER', 'coordinates'],
    ['not-a-number', point(NaN, 30), 'NOT_A_NUMBER', 'coordinates'],
    ['infinity', point(120, Infinity), 'NOT_A_NUMBER', 'coordinates'],
    ['latitude first', point(30, 120), 'AXES_SWAPPED', 'coordinates'],
    ['beyond the globe', point(190, 30), 'OUT_OF_RANGE', 'coordinates'],
    ['metres', point(13_358_338, 3_503_549), 'NOT_DEGREES', 'coordinates'],
    ['an open ring', polygon(ring.slice(0, 4)), 'RING_NOT_CLOSED', 'coordinates[0]'],
    [
      'a ring of two points',
      polygon([
        [120, 30],
        [120, 31],
        [120, 31],
        [120, 30],
      ]),
      'TOO_FEW_POINTS',
      'coordinates[0]',
    ],
    [
      'a ring smaller than a step',
      polygon([
        [120, 30],
        [120.00000001, 30],
        [120, 30.00000001],
        [120, 30],
      ]),
      'TOO_FEW_POINTS',
      'coordinates[0]',
    ],
    [
      'a line of one point',
      {
        type: 'LineString',
        coordinates: [
          [120, 30],
          [120, 30],
        ],
      },
      'TOO_FEW_POINTS',
      'coordinates',
    ],
    [
      'a hole outside',
      polygon(
        ring,
        ring.map(([x, y]) => [x! + 1, y]),
      ),
      'HOLE_OUTSIDE_SHELL',
      'coordinates[1]',
    ],
    [
      'a part twice',
      { type: 'MultiPolygon', coordinates: [[ring], [ring]] },
      'RINGS_OVERLAP',
      'coordinates[1][0]',
    ],
  ])('refuses %s', (_, input, reason, path) => {
    const check = checkGeometry(input);
    expect([check.valid, !check.valid && check.reason, !check.valid && check.path]).toEqual([
      false,
      reason,
      path,
    ]);
  });

  it('says where a ring crosses itself', () => {
    const bowTie = polygon([
      [120, 30],
      [120.02, 30.02],
      [120.02, 30],
      [120, 30.02],
      [120, 30],
    ]);
    expect(checkGeometry(bowTie)).toEqual({
      valid: false,
      reason: 'SELF_CROSSING',
      where: [120.01, 30.01],
      path: 'coordinates[0]',
    });
  });

  it('recognises swapped axes that are in range, given where the data should lie', () => {
    const expected = [-88, 41.6, -87.5, 42.1] as const;
    expect(checkGeometry(point(41.9, -87.6), { expected })).toMatchObject({
      valid: false,
      reason: 'AXES_SWAPPED',
    });
    expect(checkGeometry(point(-87.6, 41.9), { expected }).valid).toBe(true);
    // Outside both ways: not ours to judge here.
    expect(checkGeometry(point(10, 20), { expected }).valid).toBe(true);
  });

  it('never throws and never lets an unrounded coordinate through', () => {
    const position = fc.oneof(
      fc.tuple(fc.double({ min: -200, max: 200 }), fc.double({ min: -100, max: 100 })),
      fc.anything(),
    );
    const type = fc.constantFrom(
      'Point',
      'MultiPoint',
      'LineString',
      'Polygon',
      'MultiPolygon',
      'MultiLineString',
      'Other',
    );
    const coordinates = fc.oneof(
      position,
      fc.array(position),
      fc.array(fc.array(position)),
      fc.array(fc.array(fc.array(position))),
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record({ type, coordinates })), (input) => {
        const check = checkGeometry(input);
        if (!check.valid) return;
        for (const value of check.geometry.coordinates.flat(4) as number[])
          expect(Number(value.toFixed(7))).toBe(value);
      }),
      { numRuns: 3000 },
    );
  });

  it.skipIf(!existsSync(shared('chicago/beats.geojson')))(
    'accepts every Chicago beat and district (skipped without ../shared/data)',
    () => {
      for (const [name, count] of [
        ['beats', 277],
        ['districts', 25],
      ] as const) {
        const { features } = JSON.parse(readFileSync(shared(`chicago/${name}.geojson`), 'utf8')) as {
          features: { geometry: Polygon }[];
        };
        expect(features).toHaveLength(count);
        expect(features.map(({ geometry }) => checkGeometry(geometry)).filter(({ valid }) => !valid)).toEqual(
          [],
        );
      }
    },
  );
});

describe('normalising', () => {
  it('winds shells counter-clockwise and holes clockwise, and changes no area', () => {
    const hole = [
      [120.002, 30.002],
      [120.004, 30.002],
      [120.004, 30.004],
      [120.002, 30.002],
    ];
    const given: Polygon = { type: 'Polygon', coordinates: [ring.toReversed(), hole] };
    const multi = toMultiPolygon(given);
    expect(multi.coordinates[0]!.map(isCounterClockwise)).toEqual([true, false]);
    expect(areaSquareMetres(multi)).toBeCloseTo(areaSquareMetres(given), 6);
    expect(toMultiPolygon(multi)).toEqual(multi);
    expect(isCounterClockwise(given.coordinates[0]!)).toBe(false);
  });

  it('turns a line into a multi-line', () => {
    expect(toMultiLineString({ type: 'LineString', coordinates: ring })).toEqual({
      type: 'MultiLineString',
      coordinates: [ring],
    });
  });
});

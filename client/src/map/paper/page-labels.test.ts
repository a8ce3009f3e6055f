import type { Point, Polygon, Position } from 'geojson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GridShape } from './grid-shapes.js';
import { clipToBox, findLabelPlace } from './label-place.js';
import { listLabels } from './page-labels.js';

const box = (west: number, south: number, east: number, north: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
});
const grid = (name: string, parentName: string, boundary: Polygon): GridShape => ({
  id: name,
  name,
  code: '',
  parentId: parentName,
  parentName,
  boundary,
});

describe('the place of a name', () => {
  it('is the middle of a square', () => {
    const [x, y] = findLabelPlace(box(10, 20, 11, 21))!.place as [number, number];
    expect(x).toBeCloseTo(10.5, 1);
    expect(y).toBeCloseTo(20.5, 1);
  });

  it('lies inside also where the middle of the box does not, and has the more room', () => {
    const horseshoe: Polygon = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [9, 0],
          [9, 9],
          [7, 9],
          [7, 3],
          [2, 3],
          [2, 9],
          [0, 9],
          [0, 0],
        ],
      ],
    };
    const [, y] = findLabelPlace(horseshoe)!.place as [number, number];
    expect(y).toBeGreaterThan(0.5);
    expect(y).toBeLessThan(2.5);
  });

  it('is inside every triangle with some area', () => {
    const place = fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 }));
    fc.assert(
      fc.property(place, place, place, (a, b, c) => {
        const area = Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]));
        fc.pre(area > 40_000);
        const scaled = [a, b, c, a].map(([x, y]) => [x / 1e5, y / 1e5] as Position);
        expect(findLabelPlace({ type: 'Polygon', coordinates: [scaled] })!.room).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a shape in a box', () => {
  it('is cut at the edges, whole inside and nothing outside', () => {
    expect(clipToBox(box(0, 0, 4, 4), [2, 2, 9, 9])!.coordinates.flat(2)).toEqual(
      expect.arrayContaining([
        [2, 2],
        [4, 2],
        [4, 4],
        [2, 4],
      ]),
    );
    expect(clipToBox(box(0, 0, 4, 4), [5, 5, 9, 9])).toBeNull();
    expect(clipToBox(box(0, 0, 4, 4), [-1, -1, 9, 9])!.coordinates.flat(2)).toHaveLength(5);
  });
});

describe('names on a picture', () => {
  const grids = [
    grid('文昌社区第01网格', '文昌社区', box(0, 0, 10, 10)),
    grid('文昌社区第02网格', '文昌社区', box(10, 0, 40, 10)),
    grid('东门社区第01网格', '东门社区', box(0, 10, 40, 30)),
    grid('远处网格', '云岭村', box(100, 100, 120, 120)),
  ];
  const labels = (input: Parameters<typeof listLabels>[2]) =>
    listLabels(grids, [-2, -2, 14, 14], input).map(({ properties }) => [properties?.kind, properties?.label]);

  it('call grids of the same community by their last part, others in full, and leave out what cannot be seen', () => {
    expect(labels({ ownIds: ['文昌社区第01网格'], others: 'grids' })).toEqual([
      ['own', '第01网格'],
      ['grid', '第02网格'],
      ['grid', '东门社区第01网格'],
    ]);
  });

  it('name only communities around several grids of one', () => {
    expect(labels({ ownIds: ['文昌社区第01网格', '文昌社区第02网格'], others: 'parents' })).toEqual([
      ['own', '第01网格'],
      ['own', '第02网格'],
      ['parent', '东门社区'],
    ]);
    expect(labels({ ownIds: [], others: 'parents' })).toEqual([
      ['parent', '文昌社区'],
      ['parent', '东门社区'],
    ]);
  });

  it('stand within the picture', () => {
    for (const { geometry } of listLabels(grids, [-2, -2, 14, 14], { ownIds: [], others: 'grids' })) {
      const [x, y] = (geometry as Point).coordinates as [number, number];
      expect(Math.min(x, y)).toBeGreaterThan(-2);
      expect(Math.max(x, y)).toBeLessThan(14);
    }
  });
});

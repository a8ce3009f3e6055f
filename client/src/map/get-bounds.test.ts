import { expect, it } from 'vitest';
import { getBounds } from './get-bounds.js';

it('holds points and all parts of areas', () => {
  expect(getBounds([])).toBeNull();
  expect(getBounds([{ type: 'Point', coordinates: [120.5, 29.25] }])).toEqual([120.5, 29.25, 120.5, 29.25]);
  const part = (x: number): number[][][] => [
    [
      [x, 1],
      [x + 1, 1],
      [x + 1, 3],
      [x, 1],
    ],
  ];
  expect(
    getBounds([
      { type: 'MultiPolygon', coordinates: [part(10), part(-4)] },
      { type: 'Polygon', coordinates: part(2) },
    ]),
  ).toEqual([-4, 1, 11, 3]);
});

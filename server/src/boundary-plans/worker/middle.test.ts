import type { MultiPolygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { contains } from '../../../engine/geometry/point-in-polygon.js';
import { middleOf } from './middle.js';

const shape = (...parts: [number, number][][][]): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: parts.map((rings) => rings.map((ring) => [...ring, ring[0]!])),
});
const box = (west: number, south: number, east: number, north: number): [number, number][] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
];

describe('the middle of a grid', () => {
  it('is the middle of a square, of the largest part', () => {
    const [x, y] = middleOf(shape([box(120, 30, 120.01, 30.01)], [box(121, 30, 121.001, 30.001)]));
    expect(x / 1e7).toBeCloseTo(120.005, 4);
    // On the ground the square is taller than wide: its largest circle may sit a little higher or lower.
    expect(Math.abs(y / 1e7 - 30.005)).toBeLessThan(0.0008);
  });

  it('lies inside where the centre of gravity does not: in a horseshoe, around a lake', () => {
    const horseshoe: [number, number][] = [
      [120, 30],
      [120.03, 30],
      [120.03, 30.03],
      [120.02, 30.03],
      [120.02, 30.01],
      [120.01, 30.01],
      [120.01, 30.03],
      [120, 30.03],
    ];
    const lake = [box(120, 30, 120.03, 30.03), box(120.005, 30.005, 120.025, 30.025).reverse()];
    for (const land of [shape([horseshoe]), shape(lake)]) {
      const [x, y] = middleOf(land);
      expect(contains(land, [x / 1e7, y / 1e7])).toBe('inside');
    }
  });
});

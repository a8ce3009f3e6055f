import { expect, it } from 'vitest';
import { isInside } from './is-inside.js';

const square = (size: number): number[][] => [
  [-size, -size],
  [size, -size],
  [size, size],
  [-size, size],
  [-size, -size],
];

it('knows holes and further parts', () => {
  const ringed = { type: 'Polygon' as const, coordinates: [square(4), square(1)] };
  expect(isInside([3, 0.5], ringed)).toBe(true);
  expect(isInside([0.5, 0.5], ringed)).toBe(false);
  expect(isInside([5, 0.5], ringed)).toBe(false);
  const withIsland = { type: 'MultiPolygon' as const, coordinates: [ringed.coordinates, [square(0.75)]] };
  expect(isInside([0.5, 0.5], withIsland)).toBe(true);
});

import type { Polygon } from 'geojson';
import { expect, it } from 'vitest';
import { colourSets, setColours } from './colour-sets.js';

const square = (x: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, 0],
      [x + 1, 0],
      [x + 1, 1],
      [x, 1],
      [x, 0],
    ],
  ],
});

it('gives sets that touch different colours, however many there are', () => {
  const count = 4 * setColours.length;
  const row = Array.from({ length: count }, (_, x) => ({ id: String(x), boundaries: [square(x)] }));
  const colours = colourSets(row);
  for (let x = 1; x < count; x += 1) expect(colours.get(String(x))).not.toBe(colours.get(String(x - 1)));
  expect(new Set(colours.values()).size).toBe(setColours.length);
});

it('still has a colour for a set without land', () => {
  expect(colourSets([{ id: 'a', boundaries: [] }]).get('a')).toBe(0);
});

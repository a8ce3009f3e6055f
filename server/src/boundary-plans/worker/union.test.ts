import type { MultiPolygon, Position } from 'geojson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureShape } from '../../../engine/tally/measures.js';
import { contains } from '../../../engine/geometry/point-in-polygon.js';
import { checkGeometry } from '../../../engine/geometry/validate.js';
import { Outlines } from './outlines.js';
import { union } from './union.js';

/** A cell of a lattice as a grid of its own, counter-clockwise. */
const cell = (x: number, y: number): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [x, y],
        [x + 1, y],
        [x + 1, y + 1],
        [x, y + 1],
        [x, y],
      ].map(([column, row]): Position => [120 + column! / 100, 30 + row! / 100]),
    ],
  ],
});

const sets = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), {
  minLength: 1,
  maxLength: 40,
  selector: ([x, y]) => `${x} ${y}`,
});

describe('the union of grids of a tiling', () => {
  it('covers just what they cover, in valid shapes, whatever holes and corners they leave', () => {
    fc.assert(
      fc.property(sets, (cells) => {
        const united = union(cells.map(([x, y]) => cell(x, y)));
        for (let x = 0; x < 7; x++)
          for (let y = 0; y < 7; y++) {
            const isIn = cells.some(([column, row]) => column === x && row === y);
            expect(contains(united, [120.005 + x / 100, 30.005 + y / 100])).toBe(isIn ? 'inside' : 'outside');
          }
        const sum = cells.reduce((area, [x, y]) => area + measureShape(cell(x, y)).areaSquareMetres, 0);
        expect(measureShape(united).areaSquareMetres / sum).toBeCloseTo(1, 8);
        expect(checkGeometry(united)).toMatchObject({ valid: true });
      }),
    );
  });

  it('has another outline exactly when it covers other land', () => {
    const outlines = new Outlines();
    fc.assert(
      fc.property(sets, sets, (before, after) => {
        const keys = (cells: [number, number][]) => JSON.stringify(cells.map((one) => one.join(' ')).sort());
        const shapes = (cells: [number, number][]) => cells.map(([x, y]) => cell(x, y));
        expect(outlines.isAnother(shapes(before), shapes(after))).toBe(keys(before) !== keys(after));
        expect(outlines.isAnother(shapes(before), shapes([...before].reverse()))).toBe(false);
        const [noded] = shapes(before);
        const [[ring]] = noded!.coordinates as [[Position[]]];
        ring.splice(1, 0, [ring[0]![0]! + 0.003, ring[0]![1]! + 1e-7]);
        expect(outlines.isAnother(shapes(before), [noded!, ...shapes(before.slice(1))])).toBe(false);
      }),
    );
  });
});

import fc from 'fast-check';
import type { Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { areaSquareMetres, lengthMetres } from '../coordinates/geodesic.js';
import { measureShape } from './measures.js';
import { PointSums } from './point-sums.js';
import { balanceOf, workloadsOf } from './workload.js';

const polygon = (...rings: Position[][]): Polygon => ({ type: 'Polygon', coordinates: rings });
const square = (west: number, south: number, size: number): Position[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];

describe('measures of a shape', () => {
  it('agree with geodesics wherever a grid lies', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -170, max: 170, noNaN: true }),
        fc.double({ min: -70, max: 70, noNaN: true }),
        fc.double({ min: 0.0005, max: 0.008, noNaN: true }),
        (west, south, size) => {
          const shape = polygon(
            square(west, south, size),
            square(west + size / 4, south + size / 4, size / 8),
          );
          const { areaSquareMetres: area, perimeterMetres } = measureShape(shape);
          expect(area / areaSquareMetres(shape)).toBeCloseTo(1, 5);
          const lengths = shape.coordinates.map((ring) => lengthMetres(ring));
          expect(perimeterMetres / lengths.reduce((a, b) => a + b)).toBeCloseTo(1, 6);
        },
      ),
    );
  });

  it('call a circle round and a ribbon not', () => {
    const circle = Array.from({ length: 181 }, (_, i): Position => {
      const angle = (i * Math.PI) / 90;
      return [0.01 * Math.cos(angle), 0.01 * Math.sin(angle)];
    });
    expect(measureShape(polygon(circle)).compactness).toBeGreaterThan(0.99);
    const ribbon = [
      [0, 0],
      [0.1, 0],
      [0.1, 0.001],
      [0, 0.001],
      [0, 0],
    ];
    expect(measureShape(polygon(ribbon)).compactness).toBeLessThan(0.05);
    expect(measureShape({ type: 'MultiPolygon', coordinates: [] })).toMatchObject({
      compactness: 0,
      parts: 0,
    });
  });
});

describe('sums of points', () => {
  it('count each point in exactly one grid of a tiling, those on borders and corners too', () => {
    // Triangles of squares, their corners and diagonals on whole steps: many points fall on borders.
    const size = 6;
    const step = 1e-7;
    const cells: Polygon[] = [];
    for (let i = 0; i < 4; i++)
      for (let j = 0; j < 4; j++) {
        const [sw, se, ne, nw] = square(i * size * step, j * size * step, size * step);
        cells.push(polygon([sw!, se!, ne!, sw!]), polygon([sw!, ne!, nw!, sw!]));
      }
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 23 }), fc.nat(9)), {
          maxLength: 200,
        }),
        (points) => {
          const sums = new PointSums(points.flat(), 1);
          const total = cells.reduce((sum, cell) => sum + sums.sumIn(cell)[0]!, 0);
          expect(total).toBe(points.reduce((sum, [, , weight]) => sum + weight, 0));
          expect(sums.totals[0]).toBe(total);
        },
      ),
    );
  });

  it('leave out holes and take several parts', () => {
    const sums = new PointSums([1, 1, 5, 5, 50, 50], 0);
    const holed = polygon(square(0, 0, 9e-7), square(4e-7, 4e-7, 3e-7));
    expect(sums.sumIn(holed)[0]).toBe(1);
    const both = {
      type: 'MultiPolygon' as const,
      coordinates: [holed.coordinates, [square(4e-6, 4e-6, 2e-6)]],
    };
    expect(sums.sumIn(both)[0]).toBe(2);
    expect(new PointSums([], 2).sumIn(both)).toEqual(new Float64Array(2));
  });
});

describe('workload', () => {
  it('is one on average, and leaves out what nowhere occurs', () => {
    const loads = [
      { households: 300, incidents: 10, riskPoints: 0 },
      { households: 500, incidents: 30, riskPoints: 0 },
    ];
    const workloads = workloadsOf(loads, { households: 1, incidents: 1, riskPoints: 1 });
    expect(workloads).toEqual([0.625, 1.375]);
    expect(balanceOf(workloads)).toEqual({ mean: 1, largestDeviation: 0.375, coefficientOfVariation: 0.375 });
    expect(balanceOf([])).toEqual({ mean: 0, largestDeviation: 0, coefficientOfVariation: 0 });
    expect(
      workloadsOf([{ households: 0, incidents: 0, riskPoints: 0 }], {
        households: 1,
        incidents: 1,
        riskPoints: 1,
      }),
    ).toEqual([0]);
  });
});

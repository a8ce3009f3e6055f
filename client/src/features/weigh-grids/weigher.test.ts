import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { balance, Weigher, type GridWeight } from './weigher.js';

const rectangle = (west: number, east: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, 0],
      [east, 0],
      [east, 1],
      [west, 1],
      [west, 0],
    ],
  ],
});
const at = (x: number, y: number): [number, number] => [x * 1e7, y * 1e7];

const weigher = new Weigher({
  households: [...at(0.2, 0.5), 30, 1, ...at(0.8, 0.5), 10, 0, ...at(0.9, 0.5), 5, -1, ...at(1.5, 0.5), 7, 1],
  incidents: [...at(0.1, 0.1), ...at(0.2, 0.2), ...at(1.1, 0.1)],
  riskPoints: [...at(0.3, 0.3), 1, ...at(1.3, 0.3), 4],
});

describe('the weight of a grid', () => {
  it('is what lies in it', () => {
    const { households, incidents, riskPoints, parts } = weigher.weigh(rectangle(0, 1));
    expect({ households, incidents, riskPoints, parts }).toEqual({
      households: 45,
      incidents: 2,
      riskPoints: 1,
      parts: 1,
    });
  });
  it('tells cover of the households of which it is known', () => {
    expect(weigher.weigh(rectangle(0, 1)).coverShare).toBe(30 / 40);
    expect(weigher.weigh(rectangle(0.85, 1)).coverShare).toBeNull();
  });
  it('adds up, wherever the border between two grids runs', () => {
    for (const border of [0.1, 0.2, 0.5, 0.9, 1.5]) {
      const [west, east] = [weigher.weigh(rectangle(0, border)), weigher.weigh(rectangle(border, 2))];
      expect(west.households + east.households).toBe(52);
      expect(west.incidents + east.incidents).toBe(3);
    }
  });
});

describe('the balance of a plan', () => {
  const weight = (households: number): GridWeight => ({
    households,
    coverShare: null,
    incidents: 0,
    riskPoints: 0,
    areaSquareMetres: 1,
    compactness: 0.5,
    parts: 1,
  });
  const norms = { weights: { households: 1, incidents: 0, riskPoints: 0 }, low: 300, high: 500 };

  it('is none for grids that are alike', () => {
    const { balance: even, workloads } = balance(
      new Map([
        ['a', weight(400)],
        ['b', weight(400)],
      ]),
      norms,
      () => true,
    );
    expect(even).toEqual({
      grids: 2,
      largestDeviation: 0,
      coefficientOfVariation: 0,
      meanCompactness: 0.5,
      outOfSize: 0,
    });
    expect(workloads.get('a')).toBe(1);
  });
  it('counts basic grids out of the norm alone', () => {
    const weights = new Map([
      ['small', weight(200)],
      ['school', weight(0)],
      ['large', weight(700)],
    ]);
    const { balance: uneven } = balance(weights, norms, (id) => id !== 'school');
    expect(uneven.outOfSize).toBe(2);
    expect(uneven.largestDeviation).toBeCloseTo(700 / 300 - 1);
  });
});

import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bd09ToGcj02, gcj02ToBd09 } from './bd09.js';
import { isInsideGcj02Area } from './gcj02.js';
import { distanceMetres } from './geodesic.js';
import { roundCoordinate, type LonLat } from './round.js';
import { COORDINATE_SYSTEMS, fromWgs84, toWgs84 } from './systems.js';

const cities = new URL('../../../../shared/data/coordinates/china-cities.json', import.meta.url);
describe('coordinate systems', () => {
  it.skipIf(!existsSync(cities))(
    'agree with 664 published Chinese cities (skipped without ../shared/data)',
    () => {
      const list = JSON.parse(readFileSync(cities, 'utf8')) as City[];
      expect(list).toHaveLength(664);
      // The providers' GCJ-02 lies half a metre beside the formula that is public.
      expect(worst(list, 'WGS84', 'GCJ02', (place) => fromWgs84(place, 'gcj02'))).toBeLessThan(8e-6);
      expect(worst(list, 'GCJ02', 'WGS84', (place) => toWgs84(place, 'gcj02'))).toBeLessThan(8e-6);
      expect(worst(list, 'WGS84', 'BD09', (place) => fromWgs84(place, 'bd09'))).toBeLessThan(8e-6);
      expect(worst(list, 'BD09', 'WGS84', (place) => toWgs84(place, 'bd09'))).toBeLessThan(8e-6);
      // Baidu's own step and the projection agree to the last printed digit (1e-7°, 1 mm).
      expect(worst(list, 'GCJ02', 'BD09', gcj02ToBd09)).toBeLessThan(2e-7);
      expect(worst(list, 'BD09', 'GCJ02', bd09ToGcj02)).toBeLessThan(2e-7);
      expect(worst(list, 'WGS84', 'EPSG3857', (place) => fromWgs84(place, 'webmercator'))).toBeLessThan(
        0.001,
      );
      expect(worst(list, 'EPSG3857', 'WGS84', (metres) => toWgs84(metres, 'webmercator'))).toBeLessThan(1e-8);
    },
  );

  const inChina = fc.tuple(
    fc.double({ min: 73, max: 136, noNaN: true }),
    fc.double({ min: 2, max: 54, noNaN: true }),
  );

  it('come back to where they started, to 1e-9 degrees, anywhere in China', () => {
    fc.assert(
      fc.property(inChina, fc.constantFrom(...COORDINATE_SYSTEMS), (place, system) => {
        const back = toWgs84(fromWgs84(place, system), system);
        expect(Math.max(...gaps(back, place))).toBeLessThan(1e-9);
      }),
      { numRuns: 2000 },
    );
  });

  it('come back also on the meridian where the formula has no slope (105° E)', () => {
    for (const offset of [0, 1e-12, -1e-9, 1e-7, 1e-4]) {
      const place: LonLat = [105 + offset, 30];
      expect(Math.max(...gaps(toWgs84(fromWgs84(place, 'gcj02'), 'gcj02'), place))).toBeLessThan(1e-9);
    }
  });

  it('shift GCJ-02 by less than 1.5 km in the area and not at all outside', () => {
    fc.assert(
      fc.property(inChina, (place) => {
        expect(distanceMetres(place, fromWgs84(place, 'gcj02'))).toBeLessThan(1500);
      }),
    );
    for (const place of [
      [-87.6, 41.9],
      [-8.6, 41.15],
      [9.5, 47.1],
      [140, 36],
    ] as LonLat[]) {
      expect(isInsideGcj02Area(place)).toBe(false);
      expect(fromWgs84(place, 'gcj02')).toEqual(place);
      expect(toWgs84(place, 'gcj02')).toEqual(place);
    }
  });

  it('take CGCS2000 as it is and drop heights', () => {
    expect(toWgs84([120.1, 29.7, 55], 'cgcs2000')).toEqual([120.1, 29.7]);
  });

  it('let a missing number through as not-a-number', () => {
    expect(toWgs84([NaN, 30], 'gcj02')[0]).toBeNaN();
    expect(toWgs84([120], 'bd09')[1]).toBeNaN();
  });
});

describe('roundCoordinate', () => {
  it('gives decimals of at most seven digits and is idempotent', () => {
    fc.assert(
      fc.property(fc.double({ min: -180, max: 180, noNaN: true }), (degrees) => {
        const rounded = roundCoordinate(degrees);
        expect(Math.abs(rounded - degrees)).toBeLessThanOrEqual(0.5000001e-7);
        expect(Number(rounded.toFixed(7))).toBe(rounded);
        expect(roundCoordinate(rounded)).toBe(rounded);
      }),
    );
    expect(Object.is(roundCoordinate(-1e-9), 0)).toBe(true);
  });
});

interface City {
  coords: Record<string, LonLat>;
}

function worst(list: City[], from: string, to: string, convert: (position: LonLat) => LonLat): number {
  return Math.max(...list.flatMap(({ coords }) => gaps(convert(coords[from]!), coords[to]!)));
}

function gaps(a: LonLat, b: LonLat): number[] {
  return [Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1])];
}

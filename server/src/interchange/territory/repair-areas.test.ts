import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../errors.js';
import type { CheckedArea } from './check-territory.js';
import { repairAreas, requireTolerance } from './repair-areas.js';

const area = (code: string, ring: Position[]): CheckedArea => ({
  line: 1,
  feature: null,
  code,
  name: code,
  kind: 'BASIC',
  parentCode: null,
  parentName: null,
  households: null,
  boundary: { type: 'MultiPolygon', coordinates: [[ring]] },
});
const square = (x: number, size: number): Position[] =>
  [
    [x, 0],
    [x + size, 0],
    [x + size, size],
    [x, size],
    [x, 0],
  ].map(([a, b]) => [120 + a! / 1000, 30 + b! / 1000]);

describe('repairAreas', () => {
  it('refuses more corners than it can repair in a while', () => {
    const ring = Array.from({ length: 1_000_001 }, (): Position => [120, 30]);
    expect(() => repairAreas([area('1', ring)], 5)).toThrow(Refusal);
  });

  it('tells sixty findings and counts the rest, and keeps all else of an area', () => {
    // Each overlaps the next by a fifth of its width.
    const areas = Array.from({ length: 100 }, (_, i) => ({
      ...area(`g${i}`, square(i * 0.8, 1)),
      households: i,
    }));
    const { sound, notes, lost } = repairAreas(areas, 2);
    expect(lost).toEqual([]);
    expect(sound.map(({ code, households }) => `${code} ${households}`)).toEqual(
      areas.map(({ code, households }) => `${code} ${households}`),
    );
    expect(notes.filter(({ message }) => message === 'importRepairOverlap')).toHaveLength(60);
    expect(notes.find(({ message }) => message === 'importRepairMore')?.parameters).toEqual({ count: 39 });
  });

  it('refuses a tolerance out of range', () => {
    for (const metres of [NaN, 0, -1, 0.01, 21, Infinity])
      expect(() => requireTolerance(metres)).toThrow(Refusal);
    for (const metres of [0.05, 5, 20]) expect(() => requireTolerance(metres)).not.toThrow();
  });
});

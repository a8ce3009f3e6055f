import type { MultiPolygon, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { StudioGrid } from '../../state/studio-store.js';
import { findInnerPoint, gridToFeature, gridToLabel, shortenName } from './studio-to-features.js';

const ring = (...places: Position[]): Position[] => [...places, places[0]!];
const polygon = (...rings: Position[][]): Polygon => ({ type: 'Polygon', coordinates: rings });
const grid = (rest: Partial<StudioGrid> = {}): StudioGrid => ({
  id: 'g1',
  code: '330881001001001',
  name: '文昌社区第03网格',
  kind: 'BASIC',
  parentId: null,
  parentName: null,
  households: null,
  householdsSource: null,
  householdsAsOf: null,
  isNew: false,
  isChanged: false,
  ...rest,
});
const square = polygon(ring([0, 0], [4, 0], [4, 4], [0, 4]));

describe('a grid of a plan on the map', () => {
  it('says whether the plan made or changed it', () => {
    expect(gridToFeature(grid(), square).properties).toEqual({ id: 'g1', mark: 'same' });
    expect(gridToFeature(grid({ isChanged: true }), square).properties?.mark).toBe('changed');
    expect(gridToFeature(grid({ isNew: true, isChanged: true }), square).properties?.mark).toBe('new');
  });
  it('bears its name, short and whole', () => {
    const { properties, geometry } = gridToLabel(grid(), square);
    expect(properties).toMatchObject({
      name: '文昌社区第03网格',
      short: '第03网格',
      code: '330881001001001',
    });
    expect(geometry).toEqual({ type: 'Point', coordinates: [2, 2] });
  });
  it('bears its code where it has no name', () => {
    expect(gridToLabel(grid({ name: '' }), square).properties?.name).toBe('330881001001001');
  });
});

describe('a short name', () => {
  it.each([
    ['文昌社区第03网格', '第03网格'],
    ['第一村第02网格', '第02网格'],
    ['云岭水库专属网格', '云岭水库专属网格'],
    ['第03网格', '第03网格'],
    ['Beat 0412', 'Beat 0412'],
  ])('of %s is %s', (name, short) => expect(shortenName(name)).toBe(short));
});

describe('the place of a name', () => {
  const isInside = ([x, y]: Position, shape: Polygon | MultiPolygon): boolean => {
    const parts = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
    let inside = false;
    for (const each of parts.flat())
      for (let i = 1; i < each.length; i++) {
        const [ax, ay] = each[i - 1] as [number, number];
        const [bx, by] = each[i] as [number, number];
        if (ay > y! !== by > y! && x! < ax + ((y! - ay) / (by - ay)) * (bx - ax)) inside = !inside;
      }
    return inside;
  };
  it.each([
    ['a square', square],
    [
      'a ring around a lake',
      polygon(ring([0, 0], [4, 0], [4, 4], [0, 4]), ring([1, 1], [1, 3], [3, 3], [3, 1])),
    ],
    ['a horseshoe', polygon(ring([0, 0], [6, 0], [6, 6], [5, 6], [5, 1], [1, 1], [1, 6], [0, 6]))],
    ['a sliver', polygon(ring([0, 0], [10, 0.001], [10, 0.002]))],
  ])('lies inside %s', (_, shape) => expect(isInside(findInnerPoint(shape), shape)).toBe(true));
  it('lies in the largest of several parts', () => {
    const shape: MultiPolygon = {
      type: 'MultiPolygon',
      coordinates: [
        [ring([0, 0], [1, 0], [1, 1], [0, 1])],
        square.coordinates.map((r) => r.map(([x, y]) => [x! + 10, y!])),
      ],
    };
    expect(findInnerPoint(shape)[0]).toBeGreaterThan(10);
  });
});

import type { MultiLineString, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { getBounds } from '../get-bounds.js';
import { getShortName, joinLines, listBorders, type GridShape } from './grid-shapes.js';

const square = (x: number, y: number, size = 1): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, y],
      [x + size, y],
      [x + size, y + size],
      [x, y + size],
      [x, y],
    ],
  ],
});
const grid = (id: string, parentId: string, boundary: Polygon): GridShape => ({
  id,
  name: id,
  code: id,
  parentId,
  parentName: null,
  boundary,
});

describe('grids on paper', () => {
  it('lie in a box around all of them', () => {
    expect(getBounds([square(0, 0), square(3, -2)])).toEqual([0, -2, 4, 1]);
    expect(getBounds([])).toBeNull();
  });

  it('are called by the last part of their name inside their community', () => {
    const code = '990121001002003';
    expect(getShortName({ name: '文昌社区第03网格', code, parentName: '文昌社区' })).toBe('第03网格');
    expect(getShortName({ name: '白石工业园专属网格', code, parentName: '新区' })).toBe('白石工业园专属网格');
    expect(getShortName({ name: '文昌社区', code, parentName: '文昌社区' })).toBe('文昌社区');
    expect(getShortName({ name: '', code, parentName: '文昌社区' })).toBe(code);
  });

  it('have borders inside a community, between communities and at the rim', () => {
    const borders = listBorders([
      grid('a', 'one', square(0, 0)),
      grid('b', 'one', square(1, 0)),
      grid('c', 'two', square(2, 0)),
    ]);
    const lengths = Object.fromEntries(
      borders.map(({ properties, geometry }) => [
        properties?.level,
        (geometry as MultiLineString).coordinates.reduce((sum, line) => sum + line.length - 1, 0),
      ]),
    );
    expect(lengths).toEqual({ leaf: 1, parent: 1, outer: 8 });
  });

  it('have their edges joined into lines that end where three meet', () => {
    const star = [
      [
        [0, 0],
        [1, 0],
      ],
      [
        [2, 0],
        [1, 0],
      ],
      [
        [0, 1],
        [0, 0],
      ],
      [
        [1, 0],
        [1, 5],
      ],
    ];
    const lines = joinLines(star);
    expect(lines.map((line) => line.length).sort()).toEqual([2, 2, 3]);
    expect(
      joinLines(
        [...square(0, 0).coordinates[0]!.keys()]
          .slice(1)
          .map((i) => square(0, 0).coordinates[0]!.slice(i - 1, i + 1)),
      ),
    ).toHaveLength(1);
  });
});

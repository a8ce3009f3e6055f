import type { Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { describeBorders, type BorderSides, type NamedLine } from './describe-borders.js';

/** Hundreds of metres east and north of a place at 30° N. */
const at = (x: number, y: number): Position => [
  120 + (x * 100) / (111_320 * Math.cos(Math.PI / 6)),
  30 + (y * 100) / 111_320,
];
const polygon = (...corners: [number, number][]): Polygon => ({
  type: 'Polygon',
  coordinates: [[...corners, corners[0]!].map(([x, y]) => at(x, y))],
});
const line = (name: string, ...corners: [number, number][]): NamedLine => ({
  name,
  path: corners.map(([x, y]) => at(x, y)),
});
const SQUARE = polygon([0, 0], [5, 0], [5, 5], [0, 5]);

const names = (borders: BorderSides) =>
  Object.fromEntries(
    Object.entries(borders).map(([side, members]) => [
      side,
      members.map(({ kind, name }) => (kind === 'line' ? name : kind === 'grid' ? `与${name}` : '界外')),
    ]),
  );
const described = (boundary: Polygon, lines: NamedLine[], neighbours: [string, Polygon][] = []) =>
  names(
    describeBorders(boundary, {
      lines,
      waters: [],
      neighbours: neighbours.map(([name, shape]) => ({ name, boundary: shape })),
    }),
  );

describe('describeBorders', () => {
  it('names the street along each side, also where it is drawn a little off and goes on', () => {
    expect(
      described(SQUARE, [
        line('解放路', [5.1, -3], [5.1, 9]),
        line('枫江', [-2, -0.1], [2, -0.05], [8, -0.1]),
        line('学府路', [0, 9], [0, -9]),
        line('文昌街', [-3, 5], [9, 5]),
      ]),
    ).toEqual({ north: ['文昌街'], east: ['解放路'], south: ['枫江'], west: ['学府路'] });
  });

  it('is the same whichever way the ring runs and wherever it begins', () => {
    const lines = [line('解放路', [5, 0], [5, 5]), line('枫江', [0, 0], [5, 0])];
    const turned: Polygon = { type: 'Polygon', coordinates: [[...SQUARE.coordinates[0]!].reverse()] };
    const begun = polygon([5, 5], [0, 5], [0, 0], [5, 0]);
    expect(described(turned, lines)).toEqual(described(SQUARE, lines));
    expect(described(begun, lines)).toEqual(described(SQUARE, lines));
  });

  it('does not take streets that cross the border, or run too far from it', () => {
    const lines = [
      line('横街', [3, 2], [8, 2]),
      line('斜街', [4, 0], [6, 5]),
      line('远街', [5.3, 0], [5.3, 5]),
    ];
    expect(described(SQUARE, lines, [['乙', polygon([5, 0], [9, 0], [9, 5], [5, 5])]]).east).toEqual([
      '与乙',
    ]);
  });

  it('names neighbours where no street runs, and the outside where nobody is', () => {
    const borders = described(
      SQUARE,
      [line('解放路', [5, 2.5], [5, 9])],
      [
        ['乙', polygon([5, 0], [9, 0], [9, 5], [5, 5])],
        ['丙', polygon([0, 5], [2, 5], [2, 9], [0, 9])],
        ['丁', polygon([2, 5], [5, 5], [5, 9], [2, 9])],
      ],
    );
    expect(borders).toEqual({
      north: ['与丙', '与丁'],
      east: ['解放路', '与乙'],
      south: ['界外'],
      west: ['界外'],
    });
  });

  it('lists what follows one another from west to east and from north to south', () => {
    const lines = [
      line('甲路', [0, 5], [2, 5]),
      line('乙路', [2, 5], [5, 5]),
      line('丙路', [5, 0], [5, 2.5]),
      line('丁路', [5, 2.5], [5, 5]),
      line('戊路', [0, 0], [2, 0]),
      line('己路', [2, 0], [5, 0]),
      line('庚路', [0, 0], [0, 2]),
      line('辛路', [0, 2], [0, 5]),
    ];
    expect(described(SQUARE, lines)).toEqual({
      north: ['甲路', '乙路'],
      east: ['丁路', '丙路'],
      south: ['戊路', '己路'],
      west: ['辛路', '庚路'],
    });
  });

  it('passes over junctions and corners that are not worth a word', () => {
    const notched = polygon([0, 0], [5, 0], [5, 2.4], [5.25, 2.4], [5.25, 2.6], [5, 2.6], [5, 5], [0, 5]);
    const lines = [
      line('解放路', [5, -1], [5, 2.4]),
      line('解放路', [5, 2.6], [5, 6]),
      line('弄堂', [5.25, 2.3], [5.25, 2.7]),
    ];
    expect(described(notched, lines).east).toEqual(['解放路']);
  });

  it('stays with the line it follows where another comes as near', () => {
    const lines = [
      line('沿江路', [5.05, 0], [5.05, 5]),
      line('枫江', [5, 0], [5, 1.5], [5.12, 2.5], [5.12, 5]),
    ];
    expect(described(SQUARE, lines).east).toEqual(['沿江路']);
  });

  it('counts a border in the middle of a broad river as the river', () => {
    const river = { name: '枫江', boundary: polygon([4.4, -2], [5.6, -2], [5.6, 7], [4.4, 7]) };
    const { east } = describeBorders(SQUARE, { lines: [], waters: [river], neighbours: [] });
    expect(east).toEqual([{ kind: 'line', name: '枫江' }]);
  });

  it('describes a slanting grid by what faces each direction', () => {
    const slanting = polygon([1, 0], [5, 1], [4, 5], [0, 4]);
    const lines = [
      line('东街', [5, 1], [4, 5]),
      line('北街', [4, 5], [0, 4]),
      line('西街', [0, 4], [1, 0]),
      line('南街', [1, 0], [5, 1]),
    ];
    expect(described(slanting, lines)).toEqual({
      north: ['北街'],
      east: ['东街'],
      south: ['南街'],
      west: ['西街'],
    });
  });

  it('has words for all four sides of a triangle', () => {
    const triangle = polygon([0, 0], [5, 0], [0, 5]);
    const lines = [line('南街', [0, 0], [5, 0]), line('斜街', [5, 0], [0, 5]), line('西街', [0, 5], [0, 0])];
    const borders = described(triangle, lines);
    expect(borders.south).toEqual(['南街']);
    expect(borders.west).toEqual(['西街']);
    expect([borders.north, borders.east]).toEqual([['斜街'], ['斜街']]);
  });

  it('names at most three things on a side, the longest', () => {
    const parts: [string, number, number][] = [
      ['一路', 0, 1.3],
      ['二路', 1.3, 2.1],
      ['三路', 2.1, 3.4],
      ['四路', 3.4, 5],
    ];
    const lines = parts.map(([name, from, to]) => line(name, [from, 5], [to, 5]));
    expect(described(SQUARE, lines).north).toEqual(['一路', '三路', '四路']);
  });
});

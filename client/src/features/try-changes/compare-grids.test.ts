import { describe, expect, it } from 'vitest';
import { compareGrids } from './compare-grids.js';

const reach = (id: string, households: number | null, road = 0) => ({
  grid: { id, code: id, name: `网格${id}`, location: { type: 'Point' as const, coordinates: [0, 0] } },
  shareOfHouseholds: households,
  shareOfRoad: road,
});

describe('two boards, grid by grid', () => {
  it('list who gains and who loses, the most first, and nobody else', () => {
    const before = [reach('a', 0.5), reach('b', 0.9), reach('c', 0.3), reach('d', 0.2)];
    const after = [reach('a', 0.6), reach('b', 0.2), reach('c', 0.3), reach('d', 0.2004)];
    expect(
      compareGrids(before, after).map(({ grid, before: from, after: to }) => [grid.id, from, to]),
    ).toEqual([
      ['b', 0.9, 0.2],
      ['a', 0.5, 0.6],
    ]);
  });

  it('take streets where no households are known, and leave out grids of one board only', () => {
    const list = compareGrids([reach('a', null, 0.1), reach('x', 0)], [reach('a', null, 0.4), reach('y', 1)]);
    expect(list).toMatchObject([{ before: 0.1, after: 0.4 }]);
  });
});

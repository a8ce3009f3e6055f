import type { Polygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import { TilingOracle } from '../../../test/kit/tiling/oracle.js';
import {
  box,
  everything,
  open,
  placed,
  polygon,
  ringsOf,
  toDegrees,
  town,
  type Ring,
} from '../../../test/kit/tiling/small-town.js';
import type { GridId } from './tiling.types.js';

describe('a start', () => {
  test('that is a tiling is taken as it is, rings from their westernmost vertex on', () => {
    const tiling = town();
    expect(tiling.check()).toEqual([]);
    expect(tiling.gridIds()).toEqual(['a', 'b', 'c', 'e']);
    // Noded where a and b meet.
    expect(ringsOf(tiling, 'c')[0]![0]).toContainEqual([10_000, 10_000]);
    expect(ringsOf(tiling, 'b')).toEqual([[[...box(10_000, 0, 20_000, 10_000), [10_000, 0]]]]);
    new TilingOracle(tiling).lookAtAll();
  });

  test('in another order, direction or rotation gives the same boundaries', () => {
    const turned: Ring = [...box(0, 0, 10_000, 10_000).slice(2), ...box(0, 0, 10_000, 10_000).slice(0, 2)];
    const other = open({
      e: polygon([...box(5_000, 13_000, 9_000, 16_000)].reverse()),
      c: polygon([...box(0, 10_000, 20_000, 20_000)].reverse(), box(5_000, 13_000, 9_000, 16_000)),
      b: polygon(box(10_000, 0, 20_000, 10_000)),
      a: polygon([...turned].reverse()),
    });
    expect(everything(other)).toEqual(everything(town()));
  });

  test('with a vertex within a step of a neighbour’s edge is noded', () => {
    const tiling = open({
      a: polygon([
        [0, 0],
        [10_000, 0],
        [10_003, 10_001],
        [0, 10_000],
      ]),
      b: polygon([
        [10_000, 0],
        [20_000, 0],
        [20_000, 10_000],
        [10_003, 10_001],
        [10_001, 4_999],
      ]),
    });
    expect(tiling.check()).toEqual([]);
    expect(ringsOf(tiling, 'a')[0]![0]).toContainEqual([10_001, 4_999]);
  });

  test('with T-junctions from both sides on one edge is noded', () => {
    const tiling = open({
      a: polygon(box(0, 0, 10_000, 3_000)),
      b: polygon(box(0, 3_000, 10_000, 10_000)),
      c: polygon(box(10_000, 0, 20_000, 6_000)),
      d: polygon(box(10_000, 6_000, 20_000, 10_000)),
    });
    expect(tiling.check()).toEqual([]);
    expect(
      tiling
        .neighbours('b')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['a', 'c', 'd']);
  });

  test('with grids that touch in a point only, an island and a grid in two pieces', () => {
    const tiling = open({
      sw: polygon(box(0, 0, 10_000, 10_000)),
      ne: polygon(box(10_000, 10_000, 20_000, 20_000)),
      isle: polygon(box(40_000, 0, 50_000, 10_000)),
      twin: {
        type: 'MultiPolygon',
        coordinates: [
          [toDegrees(box(0, 10_000, 10_000, 20_000))],
          [toDegrees(box(40_000, 10_000, 50_000, 20_000))],
        ],
      },
    });
    expect(tiling.check()).toEqual([]);
    expect(tiling.neighbours('sw').map(({ id }) => id)).toEqual(['twin']);
    expect(ringsOf(tiling, 'twin')).toHaveLength(2);
    const merged = tiling.apply({ kind: 'merge', grids: ['sw', 'ne'], into: 'sw' });
    expect(merged).toMatchObject({ ok: false, reason: 'NOT_TOUCHING' });
    // The island's border with it goes; the twin stays in two pieces.
    expect(tiling.apply({ kind: 'merge', grids: ['twin', 'isle'], into: 'twin' })).toMatchObject({
      ok: true,
    });
    expect(ringsOf(tiling, 'twin')).toHaveLength(2);
  });

  test('with an enclave that touches its surroundings in a point', () => {
    const inner: Ring = [
      [10_000, 5_000],
      [14_000, 8_000],
      [14_000, 2_000],
    ];
    const tiling = open({
      a: polygon(box(0, 0, 10_000, 10_000)),
      b: polygon(box(10_000, 0, 20_000, 10_000), inner),
      c: polygon(inner),
    });
    expect(tiling.check()).toEqual([]);
    new TilingOracle(tiling).lookAtAll();
    expect(ringsOf(tiling, 'b')[0]).toHaveLength(2);
  });

  test('loses spikes and repeated places', () => {
    const tiling = open({
      a: polygon([
        [0, 0],
        [10_000, 0],
        [10_000, 0],
        [10_000, 5_000],
        [15_000, 5_000],
        [10_000, 5_000],
        [10_000, 10_000],
        [0, 10_000],
      ]),
    });
    expect(tiling.check()).toEqual([]);
    expect(ringsOf(tiling, 'a')[0]![0]).toHaveLength(6);
  });

  test.each<[string, Record<GridId, Polygon>, string[]]>([
    [
      'a gap between grids',
      {
        a: polygon(box(0, 0, 100, 100)),
        b: polygon(box(0, 100, 100, 200)),
        c: polygon([
          [100, 0],
          [200, 0],
          [200, 200],
          [100, 200],
          [100, 100],
          [110, 60],
          [100, 20],
        ]),
      },
      ['GAP'],
    ],
    [
      'an overlap',
      { a: polygon(box(0, 0, 10_000, 10_000)), b: polygon(box(9_000, 1_000, 20_000, 8_000)) },
      ['CROSSING'],
    ],
    [
      'a grid on another',
      { a: polygon(box(0, 0, 10_000, 10_000)), b: polygon(box(4_000, 4_000, 5_000, 5_000)) },
      ['OVERLAP'],
    ],
    [
      'a grid twice',
      { a: polygon(box(0, 0, 10_000, 10_000)), b: polygon(box(0, 0, 10_000, 10_000)) },
      ['OVERLAP'],
    ],
    [
      'a ring that crosses itself',
      {
        a: polygon([
          [0, 0],
          [10_000, 10_000],
          [10_000, 0],
          [0, 9_000],
        ]),
      },
      ['CROSSING'],
    ],
    [
      'a ring without land',
      {
        a: polygon(box(0, 0, 10_000, 10_000)),
        b: polygon([
          [0, 0],
          [5, 5],
        ]),
      },
      ['INVALID_RING'],
    ],
  ])('with %s opens as it came, but takes no edit', (_, grids, kinds) => {
    const tiling = open(grids);
    const faults = tiling.check();
    for (const kind of kinds) expect(faults.map((fault) => fault.kind)).toContain(kind);
    expect(tiling.gridIds()).toEqual(Object.keys(grids));
    expect(tiling.boundary('a').coordinates[0]![0]).toHaveLength(grids['a']!.coordinates[0]!.length);
    const refused = tiling.apply(placed({ kind: 'delete', at: [0, 0] }));
    expect(refused).toMatchObject({ ok: false, reason: 'NOT_A_TILING', grids: faults[0]!.grids });
    expect(tiling.undo()).toBeNull();
  });

  test('tells how large a gap is, and takes a wide hole for somebody else’s land', () => {
    const frame = (width: number, height: number) =>
      open({
        a: polygon(box(0, 0, 90_000, 90_000), box(20_000, 20_000, 20_000 + width, 20_000 + height)),
        b: polygon(box(90_000, 0, 180_000, 90_000)),
      });
    expect(frame(2_000, 2_000).check()).toMatchObject([{ kind: 'GAP', grids: ['a'] }]);
    expect(frame(2_000, 2_000).check()[0]!.areaSquareMetres).toBeCloseTo(22.2 * 19.3, -1);
    expect(frame(400, 60_000).check()).toMatchObject([{ kind: 'GAP' }]);
    const holed = frame(55_000, 55_000);
    expect(holed.check()).toEqual([]);
    // And goes on being that, however large the grids become.
    expect(holed.apply({ kind: 'merge', grids: ['a', 'b'], into: 'a' })).toMatchObject({ ok: true });
    expect(holed.check()).toEqual([]);
  });
});

describe('a repair', () => {
  const torn = () =>
    open({
      a: polygon(box(0, 0, 10_000, 10_000)),
      b: polygon([
        [10_040, 0],
        [20_000, 0],
        [20_000, 10_000],
        [9_970, 10_010],
      ]),
      c: polygon(box(0, 9_980, 20_000, 20_000)),
    });

  test('makes a tiling of a start that is none, once, and can be undone', () => {
    const tiling = torn();
    const before = everything(tiling);
    expect(tiling.check()).not.toEqual([]);
    const applied = tiling.apply({ kind: 'repair', toleranceMetres: 2 });
    expect(applied).toEqual({ ok: true, changed: ['a', 'b', 'c'], added: [], removed: [] });
    expect(tiling.check()).toEqual([]);
    new TilingOracle(tiling).lookAtAll();
    const repaired = everything(tiling);
    expect(tiling.apply({ kind: 'merge', grids: ['a', 'b'], into: 'a' })).toMatchObject({ ok: true });
    tiling.undo();
    expect(everything(tiling)).toEqual(repaired);
    expect(tiling.undo()).toEqual(applied);
    expect(everything(tiling)).toEqual(before);
    expect(tiling.check()).not.toEqual([]);
    tiling.redo();
    tiling.redo();
    expect(tiling.gridIds()).toEqual(['a', 'c']);
    expect(tiling.check()).toEqual([]);
  });

  test('with an edit that fails after it in the same step is taken back too', () => {
    const tiling = torn();
    const before = everything(tiling);
    const refused = tiling.applyAll([
      { kind: 'repair', toleranceMetres: 2 },
      { kind: 'merge', grids: ['a', 'b'], into: 'b' },
      { kind: 'merge', grids: ['a', 'c'], into: 'c' },
    ]);
    expect(refused).toMatchObject({ ok: false, reason: 'NO_SUCH_GRID' });
    expect(everything(tiling)).toEqual(before);
  });
});

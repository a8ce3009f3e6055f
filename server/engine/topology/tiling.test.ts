import type { MultiPolygon, Polygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import { makeTiling } from '../../../test/bench/topology/made-tiling.mjs';
import { TilingOracle } from '../../../test/kit/tiling/oracle.js';
import { Tiling } from './tiling.js';
import type { GridId, Refused, Step, TilingEdit } from './tiling.types.js';

type Ring = readonly Step[];

/** Far from 0, so that doubles have to work. */
const at = ([x, y]: Step): Step => [1_200_000_000 + x, 300_000_000 + y];
const toDegrees = (ring: Ring) => [...ring, ring[0]!].map((place) => at(place).map((value) => value / 1e7));
const polygon = (...rings: Ring[]): Polygon => ({ type: 'Polygon', coordinates: rings.map(toDegrees) });
const box = (x0: number, y0: number, x1: number, y1: number): Ring => [
  [x0, y0],
  [x1, y0],
  [x1, y1],
  [x0, y1],
];
const open = (grids: Record<GridId, Polygon | MultiPolygon>) =>
  Tiling.from(Object.entries(grids).map(([id, boundary]) => ({ id, boundary })));

/** a and b side by side under c; e is an enclave in c. */
const town = () =>
  open({
    a: polygon(box(0, 0, 10_000, 10_000)),
    b: polygon(box(10_000, 0, 20_000, 10_000)),
    c: polygon(box(0, 10_000, 20_000, 20_000), box(5_000, 13_000, 9_000, 16_000)),
    e: polygon(box(5_000, 13_000, 9_000, 16_000)),
  });

const placed = (edit: TilingEdit): TilingEdit =>
  JSON.parse(JSON.stringify(edit), (_, value: unknown) =>
    Array.isArray(value) && value.length === 2 && value.every((v) => typeof v === 'number')
      ? at(value as unknown as Step)
      : value,
  ) as TilingEdit;

const ringsOf = (tiling: Tiling, id: GridId) =>
  tiling
    .boundary(id)
    .coordinates.map((part) =>
      part.map((ring) =>
        ring.map(([x, y]) => [Math.round(x! * 1e7) - 1_200_000_000, Math.round(y! * 1e7) - 300_000_000]),
      ),
    );
const everything = (tiling: Tiling) => tiling.gridIds().map((id) => [id, tiling.boundary(id)]);

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

describe('an edit is refused, and nothing changes,', () => {
  const refusals: [string, TilingEdit, Refused['reason'], Step | null][] = [
    [
      'where a line does not reach the grid',
      {
        kind: 'split',
        grid: 'a',
        line: [
          [-9_000, -9_000],
          [-9, -9],
        ],
        into: ['a', 'x'],
      },
      'LINE_DOES_NOT_CROSS',
      [-9_000, -9_000],
    ],
    [
      'where a line ends inside',
      {
        kind: 'split',
        grid: 'a',
        line: [
          [-5, 500],
          [5_000, 700],
        ],
        into: ['a', 'x'],
      },
      'LINE_DOES_NOT_CROSS',
      [0, 500],
    ],
    [
      'where a line goes from the outside to an enclave',
      {
        kind: 'split',
        grid: 'c',
        line: [
          [7_000, 25_000],
          [7_100, 15_000],
        ],
        into: ['c', 'x'],
      },
      'LINE_DOES_NOT_CROSS',
      null,
    ],
    [
      'where a line comes back',
      {
        kind: 'split',
        grid: 'a',
        line: [
          [-10, 2_000],
          [5_000, 2_000],
          [15_000, 3_000],
          [5_000, 4_000],
          [-10, 4_000],
        ],
        into: ['a', 'x'],
      },
      'LINE_CROSSES_TWICE',
      null,
    ],
    [
      'where a line runs along a border',
      {
        kind: 'split',
        grid: 'a',
        line: [
          [10_000, 1_000],
          [10_000, 8_000],
          [5_000, 12_000],
        ],
        into: ['a', 'x'],
      },
      'LINE_ALONG_BORDER',
      [10_000, 1_000],
    ],
    [
      'where a line crosses itself',
      {
        kind: 'split',
        grid: 'a',
        line: [
          [-10, 2_000],
          [8_000, 2_000],
          [8_000, 6_000],
          [4_000, 6_000],
          [4_000, -50],
        ],
        into: ['a', 'x'],
      },
      'LINE_CROSSES_ITSELF',
      [4_000, 2_000],
    ],
    [
      'where a line is a point',
      {
        kind: 'split',
        grid: 'a',
        line: [
          [5, 5],
          [5, 5],
        ],
        into: ['a', 'x'],
      },
      'TOO_FEW_VERTICES',
      [5, 5],
    ],
    [
      'where a half gets a name in use',
      {
        kind: 'split',
        grid: 'a',
        line: [
          [-5, 500],
          [11_000, 700],
        ],
        into: ['a', 'b'],
      },
      'ID_TAKEN',
      null,
    ],
    [
      'where both halves get one name',
      {
        kind: 'split',
        grid: 'a',
        line: [
          [-5, 500],
          [11_000, 700],
        ],
        into: ['a', 'a'],
      },
      'ID_TAKEN',
      null,
    ],
    [
      'where a grid is not there',
      {
        kind: 'split',
        grid: 'z',
        line: [
          [-5, 500],
          [11_000, 700],
        ],
        into: ['a', 'x'],
      },
      'NO_SUCH_GRID',
      null,
    ],
    ['where grids do not touch', { kind: 'merge', grids: ['a', 'e'], into: 'a' }, 'NOT_TOUCHING', null],
    [
      'where one grid is merged with itself',
      { kind: 'merge', grids: ['a', 'a'], into: 'a' },
      'NOT_TOUCHING',
      null,
    ],
    ['where a merger gets a name in use', { kind: 'merge', grids: ['a', 'b'], into: 'c' }, 'ID_TAKEN', null],
    ['where a vertex is not there', { kind: 'move', from: [1, 2], to: [3, 4] }, 'NO_SUCH_VERTEX', [1, 2]],
    [
      'where the outer border would move',
      { kind: 'move', from: [20_000, 20_000], to: [19_000, 19_000] },
      'OUTER_BORDER',
      [20_000, 20_000],
    ],
    [
      'where a node of the outer border would move',
      { kind: 'move', from: [10_000, 0], to: [11_000, 0] },
      'OUTER_BORDER',
      [10_000, 0],
    ],
    [
      'where a border would cross another',
      { kind: 'move', from: [5_000, 13_000], to: [9_500, 14_000] },
      'WOULD_CROSS',
      null,
    ],
    [
      'where a vertex would jump over its own grid',
      { kind: 'move', from: [10_000, 10_000], to: [10_000, 10_000 + 14_000] },
      'WOULD_CROSS',
      null,
    ],
    [
      'where a border would be drawn past an enclave',
      {
        kind: 'reroute',
        from: [10_000, 10_000],
        through: [5_000, 10_000],
        to: [0, 10_000],
        path: [
          [10_000, 18_000],
          [1_000, 18_000],
        ],
      },
      'WOULD_FLIP',
      null,
    ],
    [
      'where a vertex would come onto another',
      { kind: 'move', from: [5_000, 13_000], to: [9_000, 13_000] },
      'WOULD_CROSS',
      [9_000, 13_000],
    ],
    [
      'where a triangle would lose a vertex',
      { kind: 'delete', at: [5_000, 13_000] },
      'TOO_FEW_VERTICES',
      [5_000, 13_000],
    ],
    ['where a node would go', { kind: 'delete', at: [10_000, 10_000] }, 'IS_A_NODE', [10_000, 10_000]],
    ['where a corner of the outer border would go', { kind: 'delete', at: [0, 0] }, 'OUTER_BORDER', [0, 0]],
    [
      'where vertices are no neighbours',
      { kind: 'insert', a: [0, 0], b: [10_000, 10_000], at: [5_000, 5_010] },
      'NO_SUCH_BORDER',
      [0, 0],
    ],
    [
      'where the outer border would get a bend',
      { kind: 'insert', a: [0, 0], b: [10_000, 0], at: [5_000, 10] },
      'OUTER_BORDER',
      [0, 0],
    ],
    [
      'where a vertex is put onto another',
      { kind: 'insert', a: [0, 10_000], b: [10_000, 10_000], at: [5_000, 13_000] },
      'WOULD_CROSS',
      [5_000, 13_000],
    ],
    [
      'where a stretch has a node in between',
      { kind: 'straighten', from: [10_000, 0], through: [10_000, 10_000], to: [0, 10_000] },
      'NO_SUCH_BORDER',
      [10_000, 10_000],
    ],
    [
      'where a path crosses itself',
      {
        kind: 'reroute',
        from: [10_000, 10_000],
        through: [10_000, 5_000],
        to: [10_000, 0],
        path: [
          [12_000, 8_000],
          [12_000, 2_000],
          [14_000, 5_000],
          [9_000, 5_000],
        ],
      },
      'WOULD_CROSS',
      null,
    ],
    [
      'where a ring is a line',
      {
        kind: 'carve',
        ring: [
          [0, 0],
          [5, 5],
          [0, 0],
        ],
        into: 'x',
      },
      'TOO_FEW_VERTICES',
      [0, 0],
    ],
    [
      'where a ring crosses itself',
      {
        kind: 'carve',
        ring: [
          [1_000, 1_000],
          [2_000, 2_000],
          [2_000, 1_000],
          [1_000, 2_000],
        ],
        into: 'x',
      },
      'LINE_CROSSES_ITSELF',
      [1_500, 1_500],
    ],
    [
      'where a ring lies outside',
      {
        kind: 'carve',
        ring: [
          [-900, -900],
          [-500, -900],
          [-500, -500],
        ],
        into: 'x',
      },
      'OUTSIDE',
      null,
    ],
    [
      'where a ring covers a whole grid',
      { kind: 'carve', ring: box(4_000, 12_000, 10_000, 17_000), into: 'x' },
      'COVERS_A_WHOLE_GRID',
      null,
    ],
    [
      'where a ring cuts a grid apart',
      { kind: 'carve', ring: box(-1_000, 4_000, 30_000, 5_000), into: 'x' },
      'WOULD_FALL_APART',
      null,
    ],
    [
      'where a new grid gets a name in use',
      { kind: 'carve', ring: box(1_000, 1_000, 2_000, 2_000), into: 'b' },
      'ID_TAKEN',
      null,
    ],
    [
      'where a place is none',
      { kind: 'move', from: [10_000, 10_000], to: [10_000.5, 10_000] },
      'NOT_A_PLACE',
      null,
    ],
    [
      'where a replacement leaves land out',
      { kind: 'replace', remove: ['a'], add: [{ id: 'x', parts: [[box(0, 0, 10_000, 9_000)]] }] },
      'NOT_THE_SAME_LAND',
      null,
    ],
    [
      'where a replacement overlaps itself',
      {
        kind: 'replace',
        remove: ['a'],
        add: [
          { id: 'x', parts: [[box(0, 0, 10_000, 10_000)]] },
          { id: 'y', parts: [[box(0, 0, 5_000, 10_000)]] },
        ],
      },
      'NOT_THE_SAME_LAND',
      null,
    ],
    [
      'where a replacement takes a name in use',
      { kind: 'replace', remove: ['a'], add: [{ id: 'b', parts: [[box(0, 0, 10_000, 10_000)]] }] },
      'ID_TAKEN',
      null,
    ],
    ['where nothing is to be repaired', { kind: 'repair', toleranceMetres: 1 }, 'IS_A_TILING', null],
  ];

  test.each(refusals)('%s', (_, edit, reason, place) => {
    const tiling = town();
    // A triangle to take vertices from, and a bend to straighten.
    if (edit.kind === 'delete' && reason === 'TOO_FEW_VERTICES')
      tiling.apply(placed({ kind: 'delete', at: [9_000, 16_000] }));
    if (edit.kind === 'reroute' || edit.kind === 'straighten') {
      tiling.apply(placed({ kind: 'insert', a: [10_000, 0], b: [10_000, 10_000], at: [10_000, 5_000] }));
      tiling.apply(placed({ kind: 'insert', a: [0, 10_000], b: [10_000, 10_000], at: [5_000, 10_000] }));
    }
    const before = JSON.stringify(everything(tiling));
    const depth = tiling.undoDepth;
    const refused = tiling.apply(placed(edit));
    expect(refused).toMatchObject({ ok: false, reason });
    if (place && !refused.ok) expect(refused.at).toEqual(at(place));
    expect(JSON.stringify(everything(tiling))).toBe(before);
    expect(tiling.check()).toEqual([]);
    expect(tiling.undoDepth).toBe(depth);
    while (tiling.undo());
    expect(everything(tiling)).toEqual(everything(town()));
  });
});

/** Applies, looks from outside, undoes and looks again. */
function accept(tiling: Tiling, edit: TilingEdit) {
  const oracle = new TilingOracle(tiling);
  const before = everything(tiling);
  const applied = tiling.apply(placed(edit));
  expect(applied).toMatchObject({ ok: true });
  if (!applied.ok) throw new Error('refused');
  oracle.look([...applied.changed, ...applied.added, ...applied.removed]);
  oracle.lookAtAll();
  expect(tiling.check()).toEqual([]);
  const after = everything(tiling);
  tiling.undo();
  expect(everything(tiling)).toEqual(before);
  tiling.redo();
  expect(everything(tiling)).toEqual(after);
  return applied;
}

describe('a split', () => {
  test('puts what is left of the line into the first name, and nodes the neighbours', () => {
    const tiling = town();
    const applied = accept(tiling, {
      kind: 'split',
      grid: 'a',
      line: [
        [5_000, -100],
        [5_000, 12_000],
      ],
      into: ['west', 'a'],
    });
    expect(applied).toEqual({ ok: true, changed: ['a', 'c'], added: ['west'], removed: [] });
    expect(ringsOf(tiling, 'west')).toEqual([[[...box(0, 0, 5_000, 10_000), [0, 0]]]]);
    expect(ringsOf(tiling, 'c')[0]![0]).toContainEqual([5_000, 10_000]);
  });

  test.each<[string, Step[]]>([
    [
      'from vertex to vertex',
      [
        [0, 0],
        [10_000, 10_000],
      ],
    ],
    [
      'from a border to a vertex',
      [
        [0, 5_000],
        [4_000, 3_000],
        [10_000, 0],
      ],
    ],
    [
      'from one place of a border to another of the same',
      [
        [2_000, 0],
        [5_000, 4_000],
        [8_000, 0],
      ],
    ],
    [
      'that bends back outside',
      [
        [-3_000, 3_000],
        [15_000, 4_000],
        [15_000, 9_000],
        [12_000, 9_500],
      ],
    ],
  ])('%s', (_, line) => {
    const tiling = town();
    accept(tiling, { kind: 'split', grid: 'a', line, into: ['x', 'y'] });
    expect(tiling.gridIds()).toEqual(['b', 'c', 'e', 'x', 'y']);
  });

  test('through an enclave leaves the enclave as it is', () => {
    const tiling = town();
    const applied = accept(tiling, {
      kind: 'split',
      grid: 'c',
      line: [
        [7_000, 21_000],
        [7_000, 9_000],
      ],
      into: ['east', 'west'],
    });
    expect(applied).toEqual({ ok: true, changed: ['a', 'e'], added: ['east', 'west'], removed: ['c'] });
    expect(
      tiling
        .neighbours('e')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['east', 'west']);
  });

  test('beside an enclave gives it to the side it lies on', () => {
    const tiling = town();
    accept(tiling, {
      kind: 'split',
      grid: 'c',
      line: [
        [15_000, 21_000],
        [15_000, 9_000],
      ],
      into: ['east', 'west'],
    });
    expect(ringsOf(tiling, 'west')[0]).toHaveLength(2);
    expect(ringsOf(tiling, 'east')[0]).toHaveLength(1);
  });

  test('never moves the outer border, however often it is cut', () => {
    const slant = open({
      a: polygon([
        [0, 0],
        [100_003, 77],
        [99_999, 50_000],
        [0, 50_000],
      ]),
    });
    for (let i = 1; i < 300; i++) {
      const x = 50_000 + Math.round((i % 2 ? 1 : -1) * (48_000 / i));
      const grid = slant.gridIds().find((id) => {
        const [west, , east] = boundsOf(slant, id);
        return west! < x - 3 && east! > x + 3;
      })!;
      slant.apply(
        placed({
          kind: 'split',
          grid,
          line: [
            [x, -10],
            [x + 1, 50_010],
          ],
          into: [grid, `n${i}`],
        }),
      );
    }
    const places = slant.gridIds().flatMap((id) => ringsOf(slant, id).flat(2) as [number, number][]);
    const south = places.filter(([, y]) => y < 1_000);
    expect(new Set(south.map(String)).size).toBeGreaterThan(200);
    for (const [x, y] of south) expect(Math.abs(y - (77 * x) / 100_003)).toBeLessThanOrEqual(0.51);
    expect(slant.check()).toEqual([]);
  });
});

const boundsOf = (tiling: Tiling, id: GridId) => {
  const xs = (ringsOf(tiling, id).flat(2) as [number, number][]).map(([x]) => x);
  return [Math.min(...xs), 0, Math.max(...xs), 0];
};

describe('other edits', () => {
  test('moving a node takes all grids along that meet there', () => {
    const tiling = town();
    const applied = accept(tiling, { kind: 'move', from: [10_000, 10_000], to: [11_000, 9_000] });
    expect(applied.changed).toEqual(['a', 'b', 'c']);
  });

  test('merging with an enclave fills the hole', () => {
    const tiling = town();
    expect(accept(tiling, { kind: 'merge', grids: ['c', 'e'], into: 'c' })).toMatchObject({
      changed: ['c'],
      removed: ['e'],
    });
    expect(ringsOf(tiling, 'c')[0]).toHaveLength(1);
  });

  test('merging everything leaves the outer border', () => {
    const tiling = town();
    accept(tiling, { kind: 'merge', grids: ['c', 'e', 'a', 'b'], into: 'all' });
    expect(tiling.gridIds()).toEqual(['all']);
  });

  test('carving around a node takes from all who meet there', () => {
    const tiling = town();
    const applied = accept(tiling, {
      kind: 'carve',
      ring: [
        [9_000, 9_001],
        [9_500, 12_000],
        [11_234, 10_777],
        [11_000, 8_765],
      ],
      into: 'k',
    });
    expect(applied).toEqual({ ok: true, changed: ['a', 'b', 'c'], added: ['k'], removed: [] });
  });

  test('carving in the middle of a grid makes an enclave; over the outer border it ends there', () => {
    const tiling = town();
    accept(tiling, { kind: 'carve', ring: box(1_000, 1_000, 2_000, 2_000), into: 'k' });
    expect(ringsOf(tiling, 'a')[0]).toHaveLength(2);
    accept(tiling, { kind: 'carve', ring: box(-5_000, 5_000, 3_000, 7_000), into: 'm' });
    expect(ringsOf(tiling, 'm')).toEqual([[[...box(0, 5_000, 3_000, 7_000), [0, 5_000]]]]);
  });

  test('carving along existing borders keeps them', () => {
    const tiling = town();
    accept(tiling, { kind: 'carve', ring: box(0, 5_000, 10_000, 10_000), into: 'k' });
    expect(ringsOf(tiling, 'k')).toEqual([[[...box(0, 5_000, 10_000, 10_000), [0, 5_000]]]]);
    accept(tiling, { kind: 'carve', ring: box(9_000, 13_000, 12_000, 16_000), into: 'l' });
    expect(
      tiling
        .neighbours('l')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['c', 'e']);
  });

  test('carving from some grids only leaves the others as they are', () => {
    const tiling = town();
    const applied = accept(tiling, {
      kind: 'carve',
      ring: [
        [9_000, 9_001],
        [9_500, 12_000],
        [11_234, 10_777],
        [11_000, 8_765],
      ],
      into: 'k',
      from: ['a', 'c'],
    });
    expect(applied.changed).toEqual(['a', 'b', 'c']);
    expect(tiling.neighbours('k').map(({ id }) => id)).toContain('b');
  });

  test('replacing takes a proposal whose corners lie on borders of others', () => {
    const tiling = town();
    const add = [
      { id: 'x', parts: [[box(0, 0, 20_000, 4_000)]] },
      { id: 'y', parts: [[box(0, 4_000, 13_000, 10_000)]] },
      { id: 'a', parts: [[box(13_000, 4_000, 20_000, 10_000)]] },
    ];
    const applied = accept(tiling, { kind: 'replace', remove: ['a', 'b'], add });
    expect(applied).toEqual({ ok: true, changed: ['a', 'c'], added: ['x', 'y'], removed: ['b'] });
  });

  test('a reroute follows a street, a straightening drops it again', () => {
    const tiling = town();
    accept(tiling, {
      kind: 'reroute',
      from: [10_000, 10_000],
      through: [10_000, 0],
      to: [10_000, 0],
      path: [
        [9_000, 8_000],
        [11_000, 4_000],
      ],
    });
    expect(tiling.stretch(at([10_000, 0]), at([10_000, 10_000]), at([11_000, 4_000]))).toHaveLength(4);
    accept(tiling, { kind: 'straighten', from: [10_000, 10_000], through: [11_000, 4_000], to: [10_000, 0] });
    expect(everything(tiling)).toEqual(everything(town()));
  });

  test('several as one step are undone as one, and taken back whole if one of them fails', () => {
    const tiling = town();
    const move: TilingEdit = placed({ kind: 'move', from: [10_000, 10_000], to: [11_000, 9_000] });
    const split: TilingEdit = placed({
      kind: 'split',
      grid: 'b',
      line: [
        [9_000, 5_000],
        [21_000, 5_000],
      ],
      into: ['b', 'n'],
    });
    const again: TilingEdit = placed({ kind: 'merge', grids: ['b', 'n'], into: 'n' });
    expect(tiling.applyAll([move, split, { kind: 'merge', grids: ['a', 'zz'], into: 'a' }])).toMatchObject({
      reason: 'NO_SUCH_GRID',
    });
    expect(everything(tiling)).toEqual(everything(town()));
    expect(tiling.applyAll([move, split, again])).toEqual({
      ok: true,
      changed: ['a', 'c'],
      added: ['n'],
      removed: ['b'],
    });
    expect(tiling.undo()).toEqual({ ok: true, changed: ['a', 'c'], added: ['b'], removed: ['n'] });
    expect(everything(tiling)).toEqual(everything(town()));
    expect([tiling.undoDepth, tiling.redoDepth]).toEqual([0, 1]);
    expect(tiling.redo()).toEqual({ ok: true, changed: ['a', 'c'], added: ['n'], removed: ['b'] });
  });

  test('a new edit drops what was undone', () => {
    const tiling = town();
    tiling.apply({ kind: 'merge', grids: ['a', 'b'], into: 'a' });
    tiling.undo();
    tiling.apply({ kind: 'merge', grids: ['c', 'e'], into: 'c' });
    expect(tiling.redo()).toBeNull();
    expect(tiling.has('b')).toBe(true);
  });
});

describe('the mouse', () => {
  const tiling = Tiling.from(makeTiling({ columns: 12, rows: 12, bends: 6 }));

  test('finds the nearest vertex and border, as looking at all of them does', () => {
    const vertices = tiling.gridIds().flatMap((id) => tiling.vertices(id));
    for (let i = 0; i < 200; i++) {
      const place: Step = [
        1_170_000_000 + ((i * 7_919_777) % 360_000),
        260_000_000 + ((i * 104_729_111) % 360_000),
      ];
      const squared = ([x, y]: Step) => (x - place[0]) ** 2 + (y - place[1]) ** 2;
      const near = tiling.nearestVertex(place, 50_000)!;
      expect(squared(near.at)).toBe(Math.min(...vertices.map((vertex) => squared(vertex.at))));
      expect(near.grids.length).toBeGreaterThan(0);
      const border = tiling.nearestBorder(place, 50_000)!;
      expect(Math.sqrt(squared(border.at))).toBeLessThanOrEqual(Math.sqrt(squared(near.at)) + 0.71);
      expect(tiling.nearestVertex(place, Math.sqrt(squared(near.at)) - 0.01)).toBeNull();
    }
  });

  test('knows nodes and the outer border', () => {
    const corner = town().vertices('a');
    expect(corner.filter(({ isNode }) => isNode).map(({ at: place }) => place)).toEqual(
      [at([0, 10_000]), at([10_000, 10_000]), at([10_000, 0])].sort(
        (p, q) =>
          corner.findIndex((v) => String(v.at) === String(p)) -
          corner.findIndex((v) => String(v.at) === String(q)),
      ),
    );
    expect(corner.filter(({ isOuter }) => !isOuter).map(({ at: place }) => place)).toEqual([
      at([10_000, 10_000]),
    ]);
  });
});

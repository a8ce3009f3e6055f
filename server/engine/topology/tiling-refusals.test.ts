import { describe, expect, test } from 'vitest';
import { at, box, everything, placed, town } from '../../../test/kit/tiling/small-town.js';
import type { Refused, Step, TilingEdit } from './tiling.types.js';

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

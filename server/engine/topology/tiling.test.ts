import { describe, expect, test } from 'vitest';
import { makeRandom, makeTiling } from '../../../test/bench/topology/made-tiling.mjs';
import { TilingOracle } from '../../../test/kit/tiling/oracle.js';
import {
  at,
  box,
  everything,
  open,
  placed,
  polygon,
  ringsOf,
  town,
} from '../../../test/kit/tiling/small-town.js';
import { streetBlocks } from './blocks/street-blocks.js';
import { unite } from './blocks/unite.js';
import { Tiling } from './tiling.js';
import type { GridId, Step, TilingEdit } from './tiling.types.js';

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

  test('replacing takes districts of street blocks, noding all around', () => {
    const random = makeRandom(7);
    for (let i = 0; i < 4; i++) {
      const tiling = Tiling.from(makeTiling({ columns: 5, rows: 5, bends: 4, seed: i }));
      const remove = ['g6', 'g7', 'g11', 'g12', 'g1'];
      const scope = Tiling.from(remove.map((id) => ({ id, boundary: tiling.boundary(id) })));
      scope.apply({ kind: 'merge', grids: remove, into: 'scope' });
      const lines = Array.from({ length: 12 }, (_, k) => {
        const [x, y] = [117 + 0.015 * random(), 26 + 0.015 * random()];
        return {
          isStreet: true,
          path:
            k % 2
              ? [
                  [x, 25.99],
                  [x + 0.001 * random(), 26.02],
                ]
              : [
                  [116.99, y],
                  [117.02, y + 0.001 * random()],
                ],
        };
      });
      const { blocks } = streetBlocks(lines, scope.boundary('scope'));
      expect(blocks.length).toBeGreaterThan(5);
      const parts = unite(
        blocks,
        blocks.map((_, k) => Math.floor((3 * k) / blocks.length)),
      );
      const oracle = new TilingOracle(tiling);
      const add = parts.map((part, k) => ({ id: `d${k}`, parts: part }));
      const applied = tiling.apply({ kind: 'replace', remove, add });
      expect(applied).toMatchObject({ ok: true, added: ['d0', 'd1', 'd2'] });
      expect(tiling.check()).toEqual([]);
      if (parts.every((part) => part.length === 1)) oracle.look([...tiling.gridIds(), ...remove]);
    }
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

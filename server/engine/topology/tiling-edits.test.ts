import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeRandom, makeTiling } from '../../../test/bench/topology/made-tiling.mjs';
import { TilingOracle } from '../../../test/kit/tiling/oracle.js';
import { RandomEdits } from '../../../test/kit/tiling/random-edits.js';
import { Tiling } from './tiling.js';
import type { Step, TilingEdit } from './tiling.types.js';

const KINDS = [
  'move',
  'insert',
  'delete',
  'straighten',
  'reroute',
  'split',
  'merge',
  'carve',
  'replace',
] as const;
const EDITS = 10_000;

const snapshot = (tiling: Tiling) => tiling.gridIds().map((id) => ({ id, boundary: tiling.boundary(id) }));

describe('ten thousand random edits', () => {
  test('leave a tiling after each one, and undoing all gives back the exact start', () => {
    const tiling = Tiling.from(makeTiling({ columns: 11, rows: 11, bends: 3 }));
    const start = snapshot(tiling);
    const oracle = new TilingOracle(tiling);
    const random = makeRandom(20_261_122);
    const edits = new RandomEdits(tiling, random);
    const tried = new Map<TilingEdit['kind'], number>();
    const accepted = new Map<TilingEdit['kind'], number>();
    const log: TilingEdit[] = [];
    const count = <K>(counts: Map<K, number>, key: K) => counts.set(key, (counts.get(key) ?? 0) + 1);

    for (let done = 0; done < EDITS;) {
      const kind = KINDS[done % KINDS.length]!;
      const edit = edits.make(kind);
      if (!edit) continue;
      done++;
      count(tried, kind);
      const applied = tiling.apply(edit);
      if (!applied.ok) continue;
      count(accepted, kind);
      log.push(edit);
      oracle.look([...applied.changed, ...applied.added, ...applied.removed]);
      if (done % 20 === 0) {
        for (const again of [tiling.undo()!, tiling.redo()!])
          oracle.look([...again.changed, ...again.added, ...again.removed]);
      }
      if (done % 1_000 === 0) oracle.lookAtAll();
    }

    oracle.lookAtAll();
    expect(tiling.check()).toEqual([]);
    const end = snapshot(tiling);
    const total = [...accepted.values()].reduce((sum, each) => sum + each, 0);
    for (const kind of KINDS) expect(accepted.get(kind), kind).toBeGreaterThanOrEqual(1_000);
    expect(total).toBeGreaterThanOrEqual(0.95 * EDITS);
    expect(tiling.undoDepth).toBe(total);

    // Whoever reads the boundaries anew has the same tiling.
    expect(snapshot(Tiling.from(end))).toEqual(end);

    // The same edits are the same elsewhere, without what was undone and done again in between.
    const elsewhere = Tiling.from(start);
    for (const edit of log) elsewhere.apply(edit);
    expect(snapshot(elsewhere)).toEqual(end);

    while (tiling.undo());
    expect(snapshot(tiling)).toEqual(start);
    expect(tiling.check()).toEqual([]);
    while (tiling.redo());
    expect(snapshot(tiling)).toEqual(end);
  }, 600_000);
});

/** Places so close together that every rounding shows. */
const step = fc.tuple(fc.integer({ min: -3, max: 43 }), fc.integer({ min: -3, max: 43 }));
const path = (most: number) => fc.array(step, { minLength: 0, maxLength: most });
const pick = fc.nat(1_000);

type Draw = (tiling: Tiling, fresh: string) => TilingEdit;

const vertexOf = (tiling: Tiling, n: number): Step => {
  const ids = tiling.gridIds();
  const vertices = tiling.vertices(ids[n % ids.length]!);
  return vertices[Math.floor(n / ids.length) % vertices.length]!.at;
};
const gridOf = (tiling: Tiling, n: number) => tiling.gridIds()[n % tiling.gridIds().length]!;

/** What nobody sensible would do: ends anywhere, lines through vertices and along borders, moves across the map. */
const nonsense: fc.Arbitrary<Draw> = fc.oneof(
  fc.tuple(pick, step).map(([v, to]): Draw => (tiling) => ({ kind: 'move', from: vertexOf(tiling, v), to })),
  fc.tuple(pick, step).map(([v, at]): Draw => (tiling) => {
    const vertices = tiling.vertices(gridOf(tiling, v));
    const i = v % vertices.length;
    return { kind: 'insert', a: vertices[i]!.at, b: vertices[(i + 1) % vertices.length]!.at, at };
  }),
  pick.map((v): Draw => (tiling) => ({ kind: 'delete', at: vertexOf(tiling, v) })),
  fc.tuple(pick, pick, pick, path(3)).map(([u, v, w, way]): Draw => (tiling) => {
    const ends = { from: vertexOf(tiling, u), through: vertexOf(tiling, v), to: vertexOf(tiling, w) };
    return way.length === 0 ? { kind: 'straighten', ...ends } : { kind: 'reroute', ...ends, path: way };
  }),
  fc.tuple(pick, path(5), fc.boolean()).map(([g, line, isNew]): Draw => (tiling, fresh) => {
    const grid = gridOf(tiling, g);
    return { kind: 'split', grid, line, into: isNew ? [fresh, `${fresh}'`] : [grid, fresh] };
  }),
  fc.tuple(pick, pick, path(2)).map(([g, v, inner]): Draw => (tiling, fresh) => {
    const grid = gridOf(tiling, g);
    const vertices = tiling.vertices(grid);
    const [a, b] = [vertices[v % vertices.length]!.at, vertices[(v * 7) % vertices.length]!.at];
    return { kind: 'split', grid, line: [a, ...inner, b], into: [grid, fresh] };
  }),
  fc.tuple(pick, pick).map(([g, h]): Draw => (tiling) => {
    const [a, b] = [gridOf(tiling, g), gridOf(tiling, h)];
    return { kind: 'merge', grids: [a, b], into: a };
  }),
  fc.tuple(path(6), fc.option(pick)).map(([ring, from]): Draw => (tiling, fresh) => {
    const givers = from === null ? {} : { from: [gridOf(tiling, from), gridOf(tiling, from * 3)] };
    return { kind: 'carve', ring, into: fresh, ...givers };
  }),
);

describe('edits without any sense', () => {
  const open = () => {
    const box = (x0: number, y0: number, x1: number, y1: number): Step[] => [
      [x0, y0],
      [x1, y0],
      [x1, y1],
      [x0, y1],
      [x0, y0],
    ];
    const polygon = (...rings: Step[][]) => ({
      type: 'Polygon' as const,
      coordinates: rings.map((ring) => ring.map(([x, y]) => [x / 1e7, y / 1e7])),
    });
    return Tiling.from([
      { id: 'a', boundary: polygon(box(0, 0, 20, 17)) },
      {
        id: 'b',
        boundary: polygon([
          [20, 0],
          [40, 0],
          [37, 23],
          [20, 17],
          [20, 0],
        ]),
      },
      {
        id: 'c',
        boundary: polygon(
          [
            [0, 17],
            [20, 17],
            [37, 23],
            [40, 40],
            [0, 40],
            [0, 17],
          ],
          box(8, 21, 16, 30),
        ),
      },
      { id: 'e', boundary: polygon(box(8, 21, 16, 30)) },
    ]);
  };

  test('are refused whole or leave a tiling, and undoing gives back the exact start', () => {
    fc.assert(
      fc.property(fc.array(nonsense, { minLength: 1, maxLength: 30 }), (draws) => {
        const tiling = open();
        const start = JSON.stringify(snapshot(tiling));
        const oracle = new TilingOracle(tiling);
        for (const [i, draw] of draws.entries()) {
          const before = JSON.stringify(snapshot(tiling));
          const applied = tiling.apply(draw(tiling, `n${i}`));
          if (applied.ok) oracle.look([...applied.changed, ...applied.added, ...applied.removed]);
          else expect(JSON.stringify(snapshot(tiling))).toBe(before);
          expect(tiling.check()).toEqual([]);
          oracle.lookAtAll();
        }
        while (tiling.undo());
        expect(JSON.stringify(snapshot(tiling))).toBe(start);
      }),
      { numRuns: 400 },
    );
  });
});

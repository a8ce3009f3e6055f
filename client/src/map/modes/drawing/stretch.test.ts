import type { MultiPolygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { toDegrees } from './steps.js';
import { findStretch, insertAnchors, replaceStretch, type Anchor } from './stretch.js';
import type { Step } from '@maplebridge/engine/topology/tiling.types';

/** Two squares side by side; their common border runs from (10, 0) to (10, 10) by way of (12, 5). */
const left: Step[] = [
  [0, 0],
  [10, 0],
  [12, 5],
  [10, 10],
  [0, 10],
  [0, 0],
];
const right: Step[] = [
  [10, 0],
  [20, 0],
  [20, 10],
  [10, 10],
  [12, 5],
  [10, 0],
];
const rings: Record<string, Step[]> = { left, right };
const nodes = ['10,0', '10,10'];
const tiling = {
  has: (id: string) => id in rings,
  boundary: (id: string): MultiPolygon => ({
    type: 'MultiPolygon',
    coordinates: [[rings[id]!.map(toDegrees)]],
  }),
  vertices: (id: string) =>
    rings[id]!.slice(1).map((at) => ({ at, isNode: nodes.includes(at.join()), isOuter: false })),
};
const both = ['left', 'right'];
const vertex = (at: Step, grids = both): Anchor => ({ at, between: null, grids });

describe('the stretch between two places of a border', () => {
  it('runs along the border that both lie on', () => {
    expect(findStretch(tiling, vertex([10, 0]), vertex([10, 10]))?.path).toEqual([
      [10, 0],
      [12, 5],
      [10, 10],
    ]);
  });
  it('rather goes round than over a place where borders meet', () => {
    const found = findStretch(tiling, vertex([0, 0], ['left']), vertex([12, 5], ['left']));
    // Either way passes one node; the shorter one is taken.
    expect(found?.nodes).toBe(1);
    expect(found?.path).toEqual([
      [0, 0],
      [10, 0],
      [12, 5],
    ]);
  });
  it('takes places that are no vertices yet', () => {
    const from: Anchor = {
      at: [11, 3],
      between: [
        [10, 0],
        [12, 5],
      ],
      grids: both,
    };
    const to: Anchor = {
      at: [11, 7],
      between: [
        [12, 5],
        [10, 10],
      ],
      grids: both,
    };
    expect(findStretch(tiling, from, to)?.path).toEqual([
      [11, 3],
      [12, 5],
      [11, 7],
    ]);
  });
  it('is none between borders of different grids', () => {
    expect(findStretch(tiling, vertex([0, 0], ['left']), vertex([20, 0], ['right']))).toBeNull();
  });
});

describe('the edits that change a stretch', () => {
  it('put both ends in, also where they lie on one edge', () => {
    const edge: [Step, Step] = [
      [0, 0],
      [100, 0],
    ];
    const at = (x: number): Anchor => ({ at: [x, 0], between: edge, grids: both });
    expect(insertAnchors(at(20), at(60))).toEqual([
      { kind: 'insert', a: [0, 0], b: [100, 0], at: [20, 0] },
      { kind: 'insert', a: [20, 0], b: [100, 0], at: [60, 0] },
    ]);
    expect(insertAnchors(at(60), at(20))).toEqual([
      { kind: 'insert', a: [0, 0], b: [100, 0], at: [60, 0] },
      { kind: 'insert', a: [0, 0], b: [60, 0], at: [20, 0] },
    ]);
  });
  it('name a stretch by a vertex between its ends', () => {
    expect(
      replaceStretch(
        [
          [10, 0],
          [12, 5],
          [10, 10],
        ],
        [],
      ),
    ).toEqual([{ kind: 'straighten', from: [10, 0], through: [12, 5], to: [10, 10] }]);
  });
  it('make one where there is none', () => {
    expect(
      replaceStretch(
        [
          [0, 0],
          [10, 0],
        ],
        [[5, 5]],
      ),
    ).toEqual([
      { kind: 'insert', a: [0, 0], b: [10, 0], at: [5, 0] },
      { kind: 'reroute', from: [0, 0], through: [5, 0], to: [10, 0], path: [[5, 5]] },
    ]);
  });
});

import assert from 'node:assert/strict';
import { Tiling } from '@maplebridge/engine/topology/tiling';
import { measure } from '../cpu.mjs';
import { makeRandom, makeTiling } from './made-tiling.mjs';

/** 2,000 grids, 79,801 places where borders bend or meet (each in two rings or more). */
const size = { columns: 50, rows: 40, bends: 19 };
const rounds = 5;
const editCount = 300;

/** What opening, changing and checking costs, in CPU time of this process; everything warm. */
export async function measureEdits() {
  const grids = makeTiling(size);
  const warm = Tiling.from(grids);
  warm.check();
  const vertices = new Set(grids.flatMap(({ boundary }) => boundary.coordinates.flat().map(String))).size;

  const builds = [];
  const checks = [];
  let tiling = warm;
  for (let round = 0; round < rounds; round++) {
    const built = await measure(() => openWhole(grids));
    tiling = built.result;
    builds.push(built.cpuSeconds);
    const checked = await measure(() => tiling.check());
    assert.deepEqual(checked.result, []);
    checks.push(checked.cpuSeconds);
  }
  const [build, check] = [median(builds), median(checks)];
  const start = snapshotOf(tiling);

  const figures = [
    figure('2,000 grids to a tiling', build, 's CPU', 0.5),
    figure('checking the whole, to building it', check / build, 'ratio of CPU', 3),
  ];
  const edits = await measureKinds(tiling);
  for (const [kind, seconds] of edits) {
    if (kind === 'move')
      figures.push(
        figure('moving a vertex and its grids anew, to building', seconds / build, 'ratio of CPU', 0.01),
      );
    figures.push(figure(`${kind}, grids anew`, 1_000 * seconds, 'ms CPU'));
  }
  const depth = tiling.undoDepth;
  const undone = await measure(() => {
    while (tiling.undo());
  });
  figures.push(figure('undo', (1_000 * undone.cpuSeconds) / depth, 'ms CPU'));
  assert.deepEqual(snapshotOf(tiling), start);
  const random = makeRandom(4);
  const picked = await measure(() => {
    for (let i = 0; i < 10_000; i++)
      tiling.nearestVertex(
        [1_170_000_000 + Math.round(1_500_000 * random()), 260_000_000 + Math.round(1_200_000 * random())],
        5_000,
      );
  });
  figures.push(figure('nearest vertex to the mouse', picked.cpuSeconds / 10, 'ms CPU'));
  console.error(
    `Borders: ${vertices} vertices, built in ${(1_000 * build).toFixed(0)} ms CPU, checked in ${(1_000 * check).toFixed(0)}`,
  );
  return figures;
}

/** CPU seconds an edit, by kind: each edit, and the boundaries of all grids it names. */
async function measureKinds(tiling) {
  const random = makeRandom(3);
  const kinds = new Map();
  const grids = tiling.gridIds();
  const drawGrid = () => grids[Math.floor(random() * grids.length)];
  const run = async (kind, makeEdit) => {
    const edits = Array.from({ length: editCount }, makeEdit).filter(Boolean);
    let accepted = 0;
    const { cpuSeconds } = await measure(() => {
      for (const edit of edits) {
        const applied = tiling.apply(edit);
        if (!applied.ok) continue;
        accepted++;
        for (const id of [...applied.changed, ...applied.added]) tiling.boundary(id);
      }
    });
    assert.ok(
      accepted > 0.9 * edits.length,
      `${kind}: only ${accepted} of ${edits.length} edits were accepted`,
    );
    kinds.set(kind, cpuSeconds / edits.length);
  };
  const inner = () => {
    const free = tiling.vertices(drawGrid()).filter(({ isOuter }) => !isOuter);
    return free[Math.floor(random() * free.length)].at;
  };
  const beside = ([x, y], reach) => [
    x + Math.round(reach * (random() - 0.5)),
    y + Math.round(reach * (random() - 0.5)),
  ];
  const moved = new Set();
  await run('move', () => {
    const from = inner();
    if (moved.has(String(from))) return null;
    moved.add(String(from));
    return { kind: 'move', from, to: beside(from, 200) };
  });
  // Across the middle of every third grid: straight lines that jagged borders do not meet again.
  const picked = new Set();
  await run('split', () => {
    const grid = drawGrid();
    if (picked.has(grid)) return null;
    picked.add(grid);
    const [west, south, east, north] = boundsOf(tiling.boundary(grid));
    const middle = Math.round((west + east) / 2);
    return {
      kind: 'split',
      grid,
      line: [
        [middle, south - 900],
        [middle, north + 900],
      ],
      into: [grid, `${grid}-east`],
    };
  });
  const split = [...picked].filter((grid) => tiling.has(`${grid}-east`));
  await run('merge', () => {
    const grid = split.pop();
    return grid && { kind: 'merge', grids: [grid, `${grid}-east`], into: grid };
  });
  let number = 0;
  const carved = new Set();
  await run('carve', () => {
    const grid = drawGrid();
    if (carved.has(grid)) return null;
    carved.add(grid);
    const [west, south, east, north] = boundsOf(tiling.boundary(grid));
    const [x, y] = [Math.round((west + east) / 2), Math.round((south + north) / 2)];
    const ring = Array.from({ length: 8 }, (_, k) => [
      Math.round(x + 3_000 * Math.cos((k * Math.PI) / 4)),
      Math.round(y + 3_000 * Math.sin((k * Math.PI) / 4)),
    ]);
    return { kind: 'carve', ring, into: `carved-${number++}` };
  });
  return kinds;
}

function openWhole(grids) {
  const tiling = Tiling.from(grids);
  for (const id of tiling.gridIds()) tiling.boundary(id);
  return tiling;
}

function boundsOf({ coordinates }) {
  const places = coordinates.flat(2).map((place) => place.map((value) => Math.round(1e7 * value)));
  const [xs, ys] = [0, 1].map((axis) => places.map((place) => place[axis]));
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

const snapshotOf = (tiling) => tiling.gridIds().map((id) => tiling.boundary(id));

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

const figure = (name, value, unit, limit) => ({ figure: name, value, unit, better: 'lower', limit });

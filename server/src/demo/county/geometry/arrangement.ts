import { fromUnits, toUnits, type Point } from './plane.js';

/**
 * Lines laid over each other: every crossing and every touch has become a node that all lines through it share.
 * Nodes are whole 1e-7° steps and at least the tolerance apart, so predicates are exact and faces never degenerate.
 */
export interface Arrangement {
  /** Node coordinates in metres (exact images of whole units). */
  points: Point[];
  unitX: number[];
  unitY: number[];
  /** Node indices of each input line, in the input's order. */
  paths: number[][];
}

const TOLERANCE = 80;
const CELL = 8000;
const cellKey = (i: number, j: number): number => (i + 4096) * 8192 + (j + 4096);

class Nodes {
  readonly x: number[] = [];
  readonly y: number[] = [];
  private readonly cells = new Map<number, number[]>();

  /** The node within the tolerance of a place, or a new one. */
  at(x: number, y: number): number {
    const i = Math.floor(x / 400);
    const j = Math.floor(y / 400);
    let best = -1;
    let nearest = TOLERANCE * TOLERANCE;
    for (let di = -1; di <= 1; di++) {
      for (let dj = -1; dj <= 1; dj++) {
        for (const node of this.cells.get(cellKey(i + di, j + dj)) ?? []) {
          const d = (this.x[node]! - x) ** 2 + (this.y[node]! - y) ** 2;
          if (d < nearest) [nearest, best] = [d, node];
        }
      }
    }
    if (best >= 0) return best;
    const key = cellKey(i, j);
    const cell = this.cells.get(key);
    if (cell) cell.push(this.x.length);
    else this.cells.set(key, [this.x.length]);
    this.y.push(y);
    return this.x.push(x) - 1;
  }
}

/** @throws Error when the lines do not settle, which only a degenerate plan can cause. */
export function arrange(lines: readonly (readonly Point[])[]): Arrangement {
  const nodes = new Nodes();
  let paths = lines.map((line) => withoutRepeats(line.map((point) => nodes.at(...toUnits(point)))));
  for (let pass = 0; ; pass++) {
    const splits = findSplits(nodes, paths);
    if (splits.size === 0) break;
    if (pass > 20 || nodes.x.length > MOST_NODES)
      throw new Error('The plan of the demo county does not settle into a planar map');
    paths = paths.map((path) => applySplits(nodes, path, splits));
  }
  return { points: nodes.x.map((x, i) => fromUnits(x, nodes.y[i]!)), unitX: nodes.x, unitY: nodes.y, paths };
}

function withoutRepeats(path: readonly number[]): number[] {
  const result: number[] = [];
  for (const node of path) {
    if (result[result.length - 1] === node) continue;
    if (result.length > 1 && result[result.length - 2] === node) result.pop();
    else result.push(node);
  }
  return result;
}

/** More nodes than this would make edge keys too large for small integers, which maps handle much faster. */
const MOST_NODES = 46_340;

/** Directed edge key. */
export const directedKey = (a: number, b: number): number => a * MOST_NODES + b;

/** Undirected edge key. */
export const edgeKey = (a: number, b: number): number => (a < b ? directedKey(a, b) : directedKey(b, a));

/** The two nodes of an edge key. */
export const nodesOf = (key: number): [number, number] => [Math.floor(key / MOST_NODES), key % MOST_NODES];

function findSplits(nodes: Nodes, paths: readonly number[][]): Map<number, Set<number>> {
  const from: number[] = [];
  const to: number[] = [];
  const seen = new Set<number>();
  const cells = new Map<number, number[]>();
  const splits = new Map<number, Set<number>>();
  const { x, y } = nodes;
  const split = (segment: number, node: number): void => {
    const a = from[segment]!;
    const b = to[segment]!;
    if (node === a || node === b) return;
    const key = edgeKey(a, b);
    const set = splits.get(key);
    if (set) set.add(node);
    else splits.set(key, new Set([node]));
  };
  const touches = (segment: number, node: number): boolean => {
    const a = from[segment]!;
    const b = to[segment]!;
    if (node === a || node === b) return false;
    const dx = x[b]! - x[a]!;
    const dy = y[b]! - y[a]!;
    const px = x[node]! - x[a]!;
    const py = y[node]! - y[a]!;
    const dot = px * dx + py * dy;
    const squared = dx * dx + dy * dy;
    if (dot <= 0 || dot >= squared) return false;
    const cross = dx * py - dy * px;
    return cross * cross < TOLERANCE * TOLERANCE * 0.25 * squared;
  };
  const meet = (s: number, t: number): void => {
    const [a, b, c, d] = [from[s]!, to[s]!, from[t]!, to[t]!];
    let touched = false;
    const touch = (segment: number, node: number): void => {
      if (!touches(segment, node)) return;
      split(segment, node);
      touched = true;
    };
    touch(s, c);
    touch(s, d);
    touch(t, a);
    touch(t, b);
    if (touched || a === c || a === d || b === c || b === d) return;
    const abx = x[b]! - x[a]!;
    const aby = y[b]! - y[a]!;
    const cdx = x[d]! - x[c]!;
    const cdy = y[d]! - y[c]!;
    const c1 = abx * (y[c]! - y[a]!) - aby * (x[c]! - x[a]!);
    const c2 = abx * (y[d]! - y[a]!) - aby * (x[d]! - x[a]!);
    const c3 = cdx * (y[a]! - y[c]!) - cdy * (x[a]! - x[c]!);
    const c4 = cdx * (y[b]! - y[c]!) - cdy * (x[b]! - x[c]!);
    if (c1 > 0 === c2 > 0 || c3 > 0 === c4 > 0) return;
    const t0 = c3 / (c3 - c4);
    const node = nodes.at(Math.round(x[a]! + abx * t0), Math.round(y[a]! + aby * t0));
    split(s, node);
    split(t, node);
  };
  for (const path of paths) {
    for (let i = 1; i < path.length; i++) {
      const a = path[i - 1]!;
      const b = path[i]!;
      const key = edgeKey(a, b);
      if (seen.has(key)) continue;
      seen.add(key);
      const segment = from.push(a) - 1;
      to.push(b);
      const [i0, i1] = [
        Math.floor((Math.min(x[a]!, x[b]!) - 100) / CELL),
        Math.floor((Math.max(x[a]!, x[b]!) + 100) / CELL),
      ];
      const [j0, j1] = [
        Math.floor((Math.min(y[a]!, y[b]!) - 100) / CELL),
        Math.floor((Math.max(y[a]!, y[b]!) + 100) / CELL),
      ];
      for (let ci = i0; ci <= i1; ci++) {
        for (let cj = j0; cj <= j1; cj++) {
          const cell = cells.get(cellKey(ci, cj));
          if (!cell) cells.set(cellKey(ci, cj), [segment]);
          else {
            for (const other of cell) meet(other, segment);
            cell.push(segment);
          }
        }
      }
    }
  }
  return splits;
}

function applySplits(nodes: Nodes, path: readonly number[], splits: Map<number, Set<number>>): number[] {
  const result: number[] = [path[0]!];
  for (let i = 1; i < path.length; i++) {
    const a = path[i - 1]!;
    const b = path[i]!;
    const between = splits.get(edgeKey(a, b));
    if (between) {
      const dx = nodes.x[b]! - nodes.x[a]!;
      const dy = nodes.y[b]! - nodes.y[a]!;
      const t = (node: number): number =>
        (nodes.x[node]! - nodes.x[a]!) * dx + (nodes.y[node]! - nodes.y[a]!) * dy;
      result.push(...[...between].sort((p, q) => t(p) - t(q)));
    }
    result.push(b);
  }
  return withoutRepeats(result);
}

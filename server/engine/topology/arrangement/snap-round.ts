import { BoxTree } from '../../geometry/box-tree.js';
import { isBetween, orientation } from '../../geometry/grid.js';
import { PointIndex } from './point-index.js';
import { passesPixel, roundedCrossing } from './rounding.js';
import { VertexTable } from './vertex-table.js';

/** Segments cut where they meet: edges only meet in vertices, and no edge is there twice. */
export interface NodedSegments {
  readonly vertices: VertexTable;
  /** Ends of each edge by number of vertex, from[e] < to[e]. */
  readonly from: number[];
  readonly to: number[];
  /** Which directed edges input segment s became: halves[starts[s]] … halves[starts[s + 1] - 1], in order. */
  readonly starts: Int32Array;
  /** 2e runs from[e] → to[e], 2e + 1 back. */
  readonly halves: number[];
}

/**
 * Snap rounding (see rounding.ts): every end and every crossing, rounded, becomes a vertex, and each segment is led
 * through the vertices whose pixels it passes. No point moves by more than half a step each way. By Hobby's theorem
 * nothing crosses afterwards; it is looked at all the same, and cut again should something do.
 *
 * @param segments x0, y0, x1, y1 of each, in whole steps; segments of no length become nothing
 */
export function snapRound(segments: ArrayLike<number>): NodedSegments {
  const count = segments.length / 4;
  const vertices = new VertexTable();
  const first = new EdgeTable();
  const halfOf = new Int32Array(count).fill(-1);
  for (let s = 0; s < count; s++) {
    const a = vertices.add(segments[4 * s]!, segments[4 * s + 1]!);
    const b = vertices.add(segments[4 * s + 2]!, segments[4 * s + 3]!);
    if (a !== b) halfOf[s] = first.add(a, b);
  }

  let edges = first;
  // What each unique segment has become so far; null: itself.
  let paths: number[][] | null = null;
  for (let isFirst = true; ; isFirst = false) {
    const isCrossed = addCrossings(edges, vertices);
    const chains = throughVertices(edges, vertices, isFirst || isCrossed ? passesPixel : passesPoint);
    if (!chains) break;
    const cut = new EdgeTable();
    const become = chains.map((chain) => chain.slice(1).map((vertex, i) => cut.add(chain[i]!, vertex)));
    paths = paths ? paths.map((path) => path.flatMap((half) => oriented(become, half))) : become;
    edges = cut;
  }

  const starts = new Int32Array(count + 1);
  const halves: number[] = [];
  for (let s = 0; s < count; s++) {
    const half = halfOf[s]!;
    if (half >= 0) {
      if (!paths) halves.push(half);
      else for (const one of oriented(paths, half)) halves.push(one);
    }
    starts[s + 1] = halves.length;
  }
  return { vertices, from: edges.from, to: edges.to, starts, halves };
}

function oriented(paths: number[][], half: number): number[] {
  const path = paths[half >> 1]!;
  return half & 1 ? path.map((one) => one ^ 1).reverse() : path;
}

/** Edges between numbered vertices, each once whatever its direction. */
class EdgeTable {
  readonly from: number[] = [];
  readonly to: number[] = [];
  private readonly known = new Map<number, number>();

  /** The half-edge a → b. */
  add(a: number, b: number): number {
    const [low, high] = a < b ? [a, b] : [b, a];
    const key = low * 2 ** 26 + high;
    let edge = this.known.get(key);
    if (edge === undefined) {
      edge = this.from.length;
      this.known.set(key, edge);
      this.from.push(low);
      this.to.push(high);
    }
    return 2 * edge + (a < b ? 0 : 1);
  }
}

/** Makes vertices of all crossings; whether there was one. */
function addCrossings(edges: EdgeTable, vertices: VertexTable): boolean {
  let isCrossed = false;
  const order = alongCurve(edges, vertices);
  const { xs, ys } = vertices;
  const boxes = new Float64Array(4 * order.length);
  order.forEach((edge, i) => {
    boxes[4 * i] = xs[edges.from[edge]!]!;
    boxes[4 * i + 1] = ys[edges.from[edge]!]!;
    boxes[4 * i + 2] = xs[edges.to[edge]!]!;
    boxes[4 * i + 3] = ys[edges.to[edge]!]!;
  });
  new BoxTree(boxes).visitPairs((p, q) => {
    const [a, b, c, d] = [
      edges.from[order[p]!]!,
      edges.to[order[p]!]!,
      edges.from[order[q]!]!,
      edges.to[order[q]!]!,
    ];
    if (a === c || a === d || b === c || b === d) return true;
    const [ax, ay, bx, by] = [boxes[4 * p]!, boxes[4 * p + 1]!, boxes[4 * p + 2]!, boxes[4 * p + 3]!];
    const [cx, cy, dx, dy] = [boxes[4 * q]!, boxes[4 * q + 1]!, boxes[4 * q + 2]!, boxes[4 * q + 3]!];
    if (orientation(ax, ay, bx, by, cx, cy) * orientation(ax, ay, bx, by, dx, dy) >= 0) return true;
    if (orientation(cx, cy, dx, dy, ax, ay) * orientation(cx, cy, dx, dy, bx, by) >= 0) return true;
    vertices.add(...roundedCrossing(ax, ay, bx, by, cx, cy, dx, dy));
    return (isCrossed = true);
  });
  return isCrossed;
}

/** Edges by the place of their middle on a Z-curve: neighbours in the tree of boxes are neighbours in space. */
function alongCurve(edges: EdgeTable, { xs, ys }: VertexTable): number[] {
  const count = edges.from.length;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let e = 0; e < count; e++)
    for (const v of [edges.from[e]!, edges.to[e]!]) {
      west = Math.min(west, xs[v]!);
      east = Math.max(east, xs[v]!);
      south = Math.min(south, ys[v]!);
      north = Math.max(north, ys[v]!);
    }
  const scale = 0xffff / Math.max(1, east - west, north - south);
  const keys = new Float64Array(count);
  for (let e = 0; e < count; e++) {
    const [a, b] = [edges.from[e]!, edges.to[e]!];
    const x = ((xs[a]! + xs[b]!) / 2 - west) * scale;
    const y = ((ys[a]! + ys[b]!) / 2 - south) * scale;
    keys[e] = (spread(x) + 2 * spread(y)) * 2 ** 21 + (e % 2 ** 21);
  }
  // Key and number in one double sort natively; beyond two million edges by comparing.
  if (count <= 2 ** 21) return Array.from(keys.sort(), (key) => key % 2 ** 21);
  return Array.from(keys.keys()).sort((a, b) => keys[a]! - keys[b]! || a - b);
}

/** The 16 bits of a number, each followed by a nought. */
function spread(value: number): number {
  let bits = value & 0xffff;
  bits = (bits | (bits << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
}

type Passes = typeof passesPixel;

const passesPoint: Passes = (ax, ay, bx, by, cx, cy) =>
  isBetween(ax, ay, bx, by, cx, cy) && orientation(ax, ay, bx, by, cx, cy) === 0;

/** For each edge the vertices it is to run through, ends included; null when no edge passes any but its ends. */
function throughVertices(edges: EdgeTable, vertices: VertexTable, passes: Passes): number[][] | null {
  const { xs, ys } = vertices;
  const index = new PointIndex(xs, ys, vertices.count);
  let isCut = false;
  const chains = edges.from.map((a, e) => {
    const b = edges.to[e]!;
    const [ax, ay, bx, by] = [xs[a]!, ys[a]!, xs[b]!, ys[b]!];
    let between: number[] | null = null;
    index.visitBox(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by), (c) => {
      if (c !== a && c !== b && passes(ax, ay, bx, by, xs[c]!, ys[c]!)) (between ??= []).push(c);
    });
    if (!between) return [a, b];
    isCut = true;
    return [a, ...sortedAlong(between, bx - ax, by - ay, xs, ys), b];
  });
  return isCut ? chains : null;
}

/** Along the longer axis a line meets at most two pixels in a row, and those in order of the other. */
function sortedAlong(between: number[], dx: number, dy: number, xs: Int32Array, ys: Int32Array): number[] {
  const [sx, sy] = [Math.sign(dx), Math.sign(dy)];
  const byX = (p: number, q: number) => sx * (xs[p]! - xs[q]!);
  const byY = (p: number, q: number) => sy * (ys[p]! - ys[q]!);
  return between.sort(
    Math.abs(dx) >= Math.abs(dy) ? (p, q) => byX(p, q) || byY(p, q) : (p, q) => byY(p, q) || byX(p, q),
  );
}

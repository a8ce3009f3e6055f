import { closedLine, insideTest, nearnessTest } from '../geometry/indexes.js';
import { contains, signedArea, type Point } from '../geometry/plane.js';

const STEP = 90;

/**
 * Polygons (shell first, then holes) where a field is positive inside the county: marching squares with linear
 * interpolation (Lorensen and Cline 1987, in the plane).
 */
export function contours(outline: readonly Point[], field: (point: Point) => number): Point[][][] {
  const xs = outline.map((p) => p[0]);
  const ys = outline.map((p) => p[1]);
  const x0 = Math.min(...xs) - 2 * STEP;
  const y0 = Math.min(...ys) - 2 * STEP;
  const columns = Math.ceil((Math.max(...xs) - x0) / STEP) + 3;
  const rows = Math.ceil((Math.max(...ys) - y0) / STEP) + 3;
  const border = insideBy(outline);
  const values = new Float64Array(columns * rows);
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const point: Point = [x0 + i * STEP, y0 + j * STEP];
      const inside = border(point);
      values[j * columns + i] = inside < -STEP ? -1 : Math.min(field(point), inside / 300) || -1e-6;
    }
  }
  return assemble(segments(values, columns, rows, x0, y0));
}

/** Signed metres to the outline, cut off at three steps. */
function insideBy(outline: readonly Point[]): (point: Point) => number {
  const inside = insideTest(outline);
  const near = nearnessTest([closedLine(outline)], 3 * STEP);
  return (point) => (inside(point) ? near(point) : -near(point));
}

/** Directed pieces with the positive side on their left, by the grid edge they start on. */
function segments(values: Float64Array, columns: number, rows: number, x0: number, y0: number) {
  const next = new Map<number, number>();
  const at = new Map<number, Point>();
  // Edge ids: 2n to the right of node n, 2n+1 upwards.
  const crossing = (edge: number): number => {
    if (!at.has(edge)) {
      const node = edge >> 1;
      const other = edge & 1 ? node + columns : node + 1;
      const t = values[node]! / (values[node]! - values[other]!);
      const [i, j] = [node % columns, Math.floor(node / columns)];
      at.set(edge, edge & 1 ? [x0 + i * STEP, y0 + (j + t) * STEP] : [x0 + (i + t) * STEP, y0 + j * STEP]);
    }
    return edge;
  };
  for (let j = 0; j + 1 < rows; j++) {
    for (let i = 0; i + 1 < columns; i++) {
      const n = j * columns + i;
      const corner = [n, n + 1, n + columns + 1, n + columns];
      const sides = [2 * n, 2 * (n + 1) + 1, 2 * (n + columns), 2 * n + 1];
      const positive = corner.map((node) => values[node]! > 0);
      // Walking around the cell counter-clockwise: leave the positive side, come back to it.
      const starts: number[] = [];
      const stops: number[] = [];
      for (let k = 0; k < 4; k++) {
        if (positive[k] && !positive[(k + 1) % 4]) starts.push(k);
        if (!positive[k] && positive[(k + 1) % 4]) stops.push(k);
      }
      for (const start of starts) {
        const stop = stops.reduce(
          (best, k) => ((k - start + 4) % 4 < (best - start + 4) % 4 ? k : best),
          stops[0]!,
        );
        next.set(crossing(sides[start]!), crossing(sides[stop]!));
      }
    }
  }
  return { next, at };
}

function assemble({ next, at }: { next: Map<number, number>; at: Map<number, Point> }): Point[][][] {
  const rings: Point[][] = [];
  const used = new Set<number>();
  for (const start of next.keys()) {
    if (used.has(start)) continue;
    const ring: Point[] = [];
    for (let edge: number | undefined = start; edge !== undefined && !used.has(edge); edge = next.get(edge)) {
      used.add(edge);
      ring.push(at.get(edge)!);
    }
    if (Math.abs(signedArea(ring)) > 12_000) rings.push(ring);
  }
  const shells = rings.filter((ring) => signedArea(ring) > 0).map((ring) => [ring]);
  for (const hole of rings.filter((ring) => signedArea(ring) < 0)) {
    const shell = shells.find(([outer]) => contains(outer!, hole[0]!));
    shell?.push(hole);
  }
  return shells;
}

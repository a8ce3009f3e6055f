import type { Faces } from './faces.js';
import { verticesAround } from './faces.js';
import { nearMetres, type Metric } from './metric.js';

/** How big a face is, in the unit of a metric squared, and how far it is around. */
export interface FaceSize {
  readonly area: number;
  readonly perimeter: number;
  /** About the width of something long: 2 · area / perimeter. */
  readonly width: number;
}

/** Steps as unit: one step is one. */
export const IN_STEPS: Metric = { x: 1, y: 1 };

/** Size of a bounded face. Edges that stick into it count on both sides. */
export function faceSize(faces: Faces, face: number, metric: Metric): FaceSize {
  const { xs, ys } = faces.graph;
  let doubled = 0;
  let perimeter = 0;
  for (const border of faces.borders[face]!) {
    const ring = verticesAround(faces, border);
    const [x0, y0] = [xs[ring[0]!]!, ys[ring[0]!]!];
    ring.forEach((v, i) => {
      const w = ring[i + 1] ?? ring[0]!;
      const [ax, ay, bx, by] = [xs[v]! - x0, ys[v]! - y0, xs[w]! - x0, ys[w]! - y0];
      doubled += ax * by - ay * bx;
      perimeter += nearMetres(metric, bx - ax, by - ay);
    });
  }
  const area = (doubled / 2) * metric.x * metric.y;
  return { area, perimeter, width: (2 * area) / perimeter };
}

/** Calls `visit` for each half-edge around a face, outer border and holes. */
export function eachHalfEdge({ borders, next }: Faces, face: number, visit: (half: number) => void): void {
  for (const border of borders[face]!) {
    let h = border;
    do {
      visit(h);
      h = next[h]!;
    } while (h !== border);
  }
}

/** How long edge e is. */
export function edgeLength({ graph: { xs, ys, from, to } }: Faces, e: number, metric: Metric): number {
  const [a, b] = [from[e]!, to[e]!];
  return nearMetres(metric, xs[b]! - xs[a]!, ys[b]! - ys[a]!);
}

/**
 * A place well inside a bounded face, to show where it is: the middle of the widest stretch along a line through the middle
 * of its height. Rounded to whole steps; of a face thinner than a step it may lie on the border.
 */
export function placeInside(faces: Faces, face: number): [x: number, y: number] {
  const { xs, ys, from, to } = faces.graph;
  let [south, north] = [Infinity, -Infinity];
  eachHalfEdge(faces, face, (h) => {
    south = Math.min(south, ys[from[h >> 1]!]!, ys[to[h >> 1]!]!);
    north = Math.max(north, ys[from[h >> 1]!]!, ys[to[h >> 1]!]!);
  });
  // Between two steps no vertex is in the way.
  const y = Math.floor((south + north) / 2) + 0.5;
  const crossings: number[] = [];
  eachHalfEdge(faces, face, (h) => {
    const [ax, ay, bx, by] = [xs[from[h >> 1]!]!, ys[from[h >> 1]!]!, xs[to[h >> 1]!]!, ys[to[h >> 1]!]!];
    if (ay > y !== by > y) crossings.push(ax + ((bx - ax) * (y - ay)) / (by - ay));
  });
  crossings.sort((a, b) => a - b);
  let best: [number, number] = [xs[from[faces.borders[face]![0]! >> 1]!]!, Math.floor(y)];
  let widest = -1;
  for (let i = 1; i < crossings.length; i += 2) {
    const width = crossings[i]! - crossings[i - 1]!;
    if (width <= widest) continue;
    widest = width;
    best = [Math.round((crossings[i]! + crossings[i - 1]!) / 2), Math.floor(y)];
  }
  return best;
}

import { orientation } from '../../geometry/grid.js';

/** Edges of a planar drawing: edge e is the half-edges 2e (from → to) and 2e + 1 (back). */
export interface PlanarGraph {
  readonly xs: ArrayLike<number>;
  readonly ys: ArrayLike<number>;
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
}

export const originOf = (graph: PlanarGraph, half: number): number =>
  half & 1 ? graph.to[half >> 1]! : graph.from[half >> 1]!;

/**
 * For each half-edge the next one around the face on its left (M. de Berg et al., "Computational Geometry", 3rd ed.,
 * 2008, ch. 2.2): at its end the first to the right of turning back.
 */
export function linkHalfEdges(graph: PlanarGraph): Int32Array {
  const count = 2 * graph.from.length;
  let vertices = 0;
  for (let h = 0; h < count; h++) vertices = Math.max(vertices, originOf(graph, h) + 1);
  const starts = new Int32Array(vertices + 1);
  for (let h = 0; h < count; h++) starts[originOf(graph, h) + 1]!++;
  for (let v = 0; v < vertices; v++) starts[v + 1]! += starts[v]!;
  const fill = starts.slice(0, vertices);
  const outgoing = new Int32Array(count);
  for (let h = 0; h < count; h++) outgoing[fill[originOf(graph, h)]!++] = h;
  const next = new Int32Array(count);
  for (let v = 0; v < vertices; v++) {
    const around = outgoing.subarray(starts[v]!, starts[v + 1]!);
    if (around.length > 2) around.sort((g, h) => byAngle(graph, g, h));
    for (let i = 0; i < around.length; i++)
      next[around[i]! ^ 1] = around[(i + around.length - 1) % around.length]!;
  }
  return next;
}

/** Counter-clockwise from east. */
function byAngle({ xs, ys, from, to }: PlanarGraph, g: number, h: number): number {
  const sign = g & 1 ? -1 : 1;
  const signOther = h & 1 ? -1 : 1;
  const [a, b, c, d] = [from[g >> 1]!, to[g >> 1]!, from[h >> 1]!, to[h >> 1]!];
  const [gx, gy] = [sign * (xs[b]! - xs[a]!), sign * (ys[b]! - ys[a]!)];
  const [hx, hy] = [signOther * (xs[d]! - xs[c]!), signOther * (ys[d]! - ys[c]!)];
  const lower = gy < 0 || (gy === 0 && gx < 0);
  const lowerOther = hy < 0 || (hy === 0 && hx < 0);
  return lower === lowerOther ? -orientation(0, 0, gx, gy, hx, hy) : lower ? 1 : -1;
}

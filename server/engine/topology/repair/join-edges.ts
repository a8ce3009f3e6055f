import { metricAt } from '../arrangement/metric.js';
import { PointIndex } from '../arrangement/point-index.js';
import type { VertexTable } from '../arrangement/vertex-table.js';
import { withoutRepeats, type Input } from './input-rings.js';
import { haveCommon, RingUses } from './ring-uses.js';

/**
 * Leads borders that do not fit through the vertices of other grids beside them, nearer than the tolerance: a long edge
 * against a neighbour's many short ones, or against the end of a border between two others. Rewrites the rings.
 */
export function joinEdges({ rings, table }: Input, toleranceMetres: number): void {
  const uses = new RingUses(rings, table.count);
  const index = new PointIndex(table.xs, table.ys, table.count);
  const between = (a: number, b: number): number[] => {
    const owners = uses.ownersIfOpen(a, b);
    if (!owners) return [];
    // The same way round for every ring that runs here.
    const path = verticesBeside(Math.min(a, b), Math.max(a, b), owners, uses, table, index, toleranceMetres);
    return a < b ? path : path.reverse();
  };
  for (const ring of rings) {
    const { vertices } = ring;
    ring.vertices = withoutRepeats(
      vertices.flatMap((vertex, i) => (i === 0 ? [vertex] : [...between(vertices[i - 1]!, vertex), vertex])),
    );
  }
}

/** In order along the edge. Those of the edge's own grids stay out: a narrow strip is not to be pressed flat. */
function verticesBeside(
  a: number,
  b: number,
  owners: readonly number[],
  uses: RingUses,
  { xs, ys }: VertexTable,
  index: PointIndex,
  toleranceMetres: number,
): number[] {
  const metric = metricAt(ys[a]!);
  const [dx, dy] = [toleranceMetres / metric.x, toleranceMetres / metric.y];
  const [ux, uy] = [(xs[b]! - xs[a]!) * metric.x, (ys[b]! - ys[a]!) * metric.y];
  const square = ux * ux + uy * uy;
  const found: { vertex: number; along: number }[] = [];
  index.visitBox(
    Math.min(xs[a]!, xs[b]!) - dx,
    Math.min(ys[a]!, ys[b]!) - dy,
    Math.max(xs[a]!, xs[b]!) + dx,
    Math.max(ys[a]!, ys[b]!) + dy,
    (vertex) => {
      if (!uses.isOpen(vertex) || haveCommon(uses.ownersOf[vertex]!, owners)) return;
      const [wx, wy] = [(xs[vertex]! - xs[a]!) * metric.x, (ys[vertex]! - ys[a]!) * metric.y];
      const along = ux * wx + uy * wy;
      const across = (ux * wy - uy * wx) / Math.sqrt(square);
      if (along <= 0 || along >= square || Math.abs(across) > toleranceMetres) return;
      // Two borders that part at a common end are a corner, not one border drawn twice.
      const isCorner = [[a, wx, wy] as const, [b, wx - ux, wy - uy] as const].some(
        ([end, dx, dy]) =>
          haveCommon(uses.ownersOf[end]!, uses.ownersOf[vertex]!) && 4 * across * across > dx * dx + dy * dy,
      );
      if (!isCorner) found.push({ vertex, along });
    },
  );
  return found.sort((p, q) => p.along - q.along || p.vertex - q.vertex).map(({ vertex }) => vertex);
}

import { toGrid } from '../../geometry/grid.js';
import type { NamedArea } from '../arrangement/areas.js';
import { VertexTable } from '../arrangement/vertex-table.js';

/** A ring of an area as numbers of vertices, closed (first = last), without repeated points. */
export interface InputRing {
  /** Whose ring, by place in the input. */
  readonly grid: number;
  /** Which part of all parts of the input. */
  readonly part: number;
  vertices: number[];
}

export interface Input {
  readonly rings: InputRing[];
  readonly table: VertexTable;
  /** The grid of each part. */
  readonly gridOf: number[];
}

/** The rings of some areas over one list of vertices. Rings that enclose nothing are left out. */
export function readRings(grids: readonly NamedArea[]): Input {
  const table = new VertexTable();
  const rings: InputRing[] = [];
  const gridOf: number[] = [];
  grids.forEach(({ boundary }, grid) => {
    const parts = boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates;
    for (const part of parts) {
      for (const ring of part) {
        const steps = toGrid(ring);
        const vertices: number[] = [];
        for (let i = 0; i < steps.length; i += 2) vertices.push(table.add(steps[i]!, steps[i + 1]!));
        if (vertices.length > 0) vertices.push(vertices[0]!);
        const cleaned = withoutRepeats(vertices);
        if (cleaned.length > 3) rings.push({ grid, part: gridOf.length, vertices: cleaned });
      }
      gridOf.push(grid);
    }
  });
  return { rings, table, gridOf };
}

export const withoutRepeats = (vertices: readonly number[]): number[] =>
  vertices.filter((vertex, i) => i === 0 || vertex !== vertices[i - 1]);

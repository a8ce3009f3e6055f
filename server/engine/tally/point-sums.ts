import type { MultiPolygon, Polygon } from 'geojson';
import { orientation, toGrid } from '../geometry/grid.js';

const POINTS_A_CELL = 8;

/**
 * Points with weights, summed by polygon. A point belongs to exactly one grid of a tiling: what lies on a shared
 * border goes to the grid east of it (or north of it, where the border runs level), so that the sums of all grids
 * are the sum of all points, whatever is drawn.
 *
 * J. O'Rourke, "Computational Geometry in C" (1998), section 7.4, on rays and half-open edges.
 */
export class PointSums {
  private readonly x: Int32Array;
  private readonly y: Int32Array;
  private readonly weights: readonly Float64Array[];
  /** Points in order of their cells; those of a cell: `starts[cell]` … `starts[cell + 1]`. */
  private readonly starts: Int32Array;
  private readonly side: number;
  private readonly west: number;
  private readonly south: number;
  private readonly cellWidth: number;
  private readonly cellHeight: number;
  readonly totals: Float64Array;

  /**
   * @param points x, y in whole 1e-7° steps and then `columns` weights, for each point
   * @param columns how many weights a point has; 0: it counts one
   */
  constructor(points: readonly number[], columns: number) {
    const stride = 2 + columns;
    const count = Math.floor(points.length / stride);
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < count; i++) {
      west = Math.min(west, points[i * stride]!);
      east = Math.max(east, points[i * stride]!);
      south = Math.min(south, points[i * stride + 1]!);
      north = Math.max(north, points[i * stride + 1]!);
    }
    this.side = Math.max(1, Math.min(1024, Math.ceil(Math.sqrt(count / POINTS_A_CELL))));
    this.west = count > 0 ? west : 0;
    this.south = count > 0 ? south : 0;
    this.cellWidth = Math.max(1, (east - west + 1) / this.side) || 1;
    this.cellHeight = Math.max(1, (north - south + 1) / this.side) || 1;

    const cellOf = new Int32Array(count);
    this.starts = new Int32Array(this.side * this.side + 1);
    for (let i = 0; i < count; i++) {
      const cell = this.row(points[i * stride + 1]!) * this.side + this.column(points[i * stride]!);
      cellOf[i] = cell;
      this.starts[cell + 1]!++;
    }
    for (let cell = 0; cell < this.side * this.side; cell++) this.starts[cell + 1]! += this.starts[cell]!;
    const next = this.starts.slice(0, -1);
    this.x = new Int32Array(count);
    this.y = new Int32Array(count);
    this.weights = Array.from({ length: Math.max(1, columns) }, () => new Float64Array(count).fill(1));
    this.totals = new Float64Array(this.weights.length);
    for (let i = 0; i < count; i++) {
      const at = next[cellOf[i]!]!++;
      this.x[at] = points[i * stride]!;
      this.y[at] = points[i * stride + 1]!;
      for (let column = 0; column < columns; column++)
        this.weights[column]![at] = points[i * stride + 2 + column]!;
      for (let column = 0; column < this.totals.length; column++)
        this.totals[column]! += this.weights[column]![at]!;
    }
  }

  /** The sum of each weight over the points inside. */
  sumIn(shape: Polygon | MultiPolygon): Float64Array {
    const sums = new Float64Array(this.weights.length);
    if (this.x.length === 0) return sums;
    const parts = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
    for (const part of parts) this.addPart(part.map(toGrid), sums);
    return sums;
  }

  private addPart(rings: readonly Int32Array[], sums: Float64Array): void {
    const shell = rings[0]!;
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < shell.length; i += 2) {
      west = Math.min(west, shell[i]!);
      east = Math.max(east, shell[i]!);
      south = Math.min(south, shell[i + 1]!);
      north = Math.max(north, shell[i + 1]!);
    }
    for (let row = this.row(south); row <= this.row(north); row++)
      for (let column = this.column(west); column <= this.column(east); column++) {
        const cell = row * this.side + column;
        for (let at = this.starts[cell]!; at < this.starts[cell + 1]!; at++) {
          const x = this.x[at]!;
          const y = this.y[at]!;
          if (x < west || x > east || y < south || y > north || !isInside(rings, x, y)) continue;
          for (let weight = 0; weight < sums.length; weight++) sums[weight]! += this.weights[weight]![at]!;
        }
      }
  }

  private column(x: number): number {
    return Math.max(0, Math.min(this.side - 1, Math.floor((x - this.west) / this.cellWidth)));
  }

  private row(y: number): number {
    return Math.max(0, Math.min(this.side - 1, Math.floor((y - this.south) / this.cellHeight)));
  }
}

/** Even–odd over all rings of a part, edges half-open in y, a point on an edge counted as east of it. */
function isInside(rings: readonly Int32Array[], x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings)
    for (let i = 2; i < ring.length; i += 2) {
      const ay = ring[i - 1]!;
      const by = ring[i + 1]!;
      if (ay > y === by > y) continue;
      const side = orientation(ring[i - 2]!, ay, ring[i]!, by, x, y);
      // Strictly west of the edge: the ray to the east crosses it.
      if (side === (by > ay ? 1 : -1)) inside = !inside;
    }
  return inside;
}

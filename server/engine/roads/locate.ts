import { STEPS_PER_DEGREE } from '../coordinates/round.js';
import { localMetres } from './graph/local-metres.js';
import type { StreetGraph } from './graph/street-graph.js';

/** Where a place meets the street network. */
export interface Located {
  readonly segment: number;
  /** 0 at the segment's first end, 1 at its last. */
  readonly share: number;
  /** From the place to the street, straight. */
  readonly distanceMetres: number;
}

const CELL_METRES = 250;
const METRES_PER_DEGREE = 111_320;
const MOST_CELLS = 4_000_000;

/**
 * Finds the nearest street to a place: segments by the cells of a square grid that their boxes touch. About five bytes
 * an edge.
 */
export class StreetLocator {
  private readonly west: number;
  private readonly south: number;
  private readonly cellX: number;
  private readonly cellY: number;
  private readonly columns: number;
  private readonly rows: number;
  private readonly first: Uint32Array;
  private readonly segments: Uint32Array;

  constructor(readonly graph: StreetGraph) {
    const { west, south, east, north } = boxOfAll(graph);
    this.west = west;
    this.south = south;
    const shrink = Math.max(0.05, Math.cos(((south + north) / 2 / STEPS_PER_DEGREE / 180) * Math.PI));
    const step = (CELL_METRES / METRES_PER_DEGREE) * STEPS_PER_DEGREE;
    const width = east - west + 1;
    const height = north - south + 1;
    const wanted = (width / (step / shrink)) * (height / step);
    const coarser = Math.max(1, Math.sqrt(wanted / MOST_CELLS));
    this.cellY = step * coarser;
    this.cellX = (step / shrink) * coarser;
    this.columns = Math.ceil(width / this.cellX);
    this.rows = Math.ceil(height / this.cellY);
    const counts = new Uint32Array(this.columns * this.rows + 1);
    this.eachCell((cell) => counts[cell + 1]!++);
    for (let i = 1; i < counts.length; i++) counts[i]! += counts[i - 1]!;
    this.first = counts;
    this.segments = new Uint32Array(counts.at(-1)!);
    const next = counts.slice();
    this.eachCell((cell, segment) => (this.segments[next[cell]!++] = segment));
  }

  /**
   * The nearest street that `isUsable` lets through.
   *
   * @returns null when there is none within `withinMetres`
   */
  nearest(
    [longitude, latitude]: readonly [number, number],
    withinMetres: number,
    isUsable: (segment: number) => boolean,
  ): Located | null {
    const x = longitude * STEPS_PER_DEGREE;
    const y = latitude * STEPS_PER_DEGREE;
    const metresPerCell = localMetres(x, y, x, y + this.cellY);
    let best: Located | null = null;
    // Rings of cells around the place, until what is found is nearer than the next ring can be.
    const column = Math.floor((x - this.west) / this.cellX);
    const row = Math.floor((y - this.south) / this.cellY);
    // A segment touches every cell its box does, not only those it crosses; so cells are visited once a ring.
    const rings = Math.ceil(withinMetres / metresPerCell) + 1;
    for (let ring = 0; ring <= rings; ring++) {
      if (best && best.distanceMetres <= (ring - 1) * metresPerCell * 0.99) break;
      for (let r = row - ring; r <= row + ring; r++) {
        if (r < 0 || r >= this.rows) continue;
        const isEdgeRow = r === row - ring || r === row + ring;
        const stride = isEdgeRow || ring === 0 ? 1 : 2 * ring;
        for (let c = column - ring; c <= column + ring; c += stride) {
          if (c < 0 || c >= this.columns) continue;
          const cell = r * this.columns + c;
          for (let i = this.first[cell]!; i < this.first[cell + 1]!; i++) {
            const segment = this.segments[i]!;
            if (!isUsable(segment)) continue;
            const found = project(this.graph, segment, x, y);
            if (!best || found.distanceMetres < best.distanceMetres) best = found;
          }
        }
      }
    }
    return best && best.distanceMetres <= withinMetres ? best : null;
  }

  /** Segments whose box touches a box in degrees, each once. */
  *segmentsIn(west: number, south: number, east: number, north: number): Generator<number, void, void> {
    const [x0, y0, x1, y1] = [west, south, east, north].map((degrees) => degrees * STEPS_PER_DEGREE) as [
      number,
      number,
      number,
      number,
    ];
    const firstColumn = Math.max(0, Math.floor((x0 - this.west) / this.cellX));
    const firstRow = Math.max(0, Math.floor((y0 - this.south) / this.cellY));
    const lastColumn = Math.min(this.columns - 1, Math.floor((x1 - this.west) / this.cellX));
    const lastRow = Math.min(this.rows - 1, Math.floor((y1 - this.south) / this.cellY));
    for (let r = firstRow; r <= lastRow; r++)
      for (let c = firstColumn; c <= lastColumn; c++) {
        const cell = r * this.columns + c;
        for (let i = this.first[cell]!; i < this.first[cell + 1]!; i++) {
          const segment = this.segments[i]!;
          const box = boxOf(this.graph, segment);
          if (box.east < x0 || box.west > x1 || box.north < y0 || box.south > y1) continue;
          // A segment stands in every cell its box touches: it is named in the first of them that is looked at.
          const homeColumn = Math.max(firstColumn, Math.floor((box.west - this.west) / this.cellX));
          const homeRow = Math.max(firstRow, Math.floor((box.south - this.south) / this.cellY));
          if (homeColumn === c && homeRow === r) yield segment;
        }
      }
  }

  private eachCell(visit: (cell: number, segment: number) => void): void {
    const { segmentCount } = this.graph;
    for (let segment = 0; segment < segmentCount; segment++) {
      const { west, south, east, north } = boxOf(this.graph, segment);
      const clamp = (value: number, count: number): number =>
        Math.max(0, Math.min(count - 1, Math.floor(value)));
      const lastColumn = clamp((east - this.west) / this.cellX, this.columns);
      const lastRow = clamp((north - this.south) / this.cellY, this.rows);
      for (let r = clamp((south - this.south) / this.cellY, this.rows); r <= lastRow; r++)
        for (let c = clamp((west - this.west) / this.cellX, this.columns); c <= lastColumn; c++)
          visit(r * this.columns + c, segment);
    }
  }
}

/** Calls `visit` with each point of a segment, in steps of 1e-7°, from its first end to its last. */
export function eachPoint(
  { ends, places, firstBend, bends }: StreetGraph,
  segment: number,
  visit: (x: number, y: number) => void,
): void {
  const from = 2 * ends[2 * segment]!;
  visit(places[from]!, places[from + 1]!);
  for (let i = 2 * firstBend[segment]!; i < 2 * firstBend[segment + 1]!; i += 2)
    visit(bends[i]!, bends[i + 1]!);
  const to = 2 * ends[2 * segment + 1]!;
  visit(places[to]!, places[to + 1]!);
}

/** The box of all streets, bends too. */
function boxOfAll({ places, bends }: StreetGraph) {
  if (places.length === 0) return { west: 0, south: 0, east: 0, north: 0 };
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const points of [places, bends])
    for (let i = 0; i < points.length; i += 2) {
      west = Math.min(west, points[i]!);
      east = Math.max(east, points[i]!);
      south = Math.min(south, points[i + 1]!);
      north = Math.max(north, points[i + 1]!);
    }
  return { west, south, east, north };
}

function boxOf(graph: StreetGraph, segment: number) {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  eachPoint(graph, segment, (x, y) => {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  });
  return { west, south, east, north };
}

/** The foot of a place on a segment. */
function project(graph: StreetGraph, segment: number, x: number, y: number): Located {
  let best = Infinity;
  let along = 0;
  let bestAlong = 0;
  let lastX = NaN;
  let lastY = NaN;
  eachPoint(graph, segment, (px, py) => {
    if (!Number.isNaN(lastX)) {
      const length = localMetres(lastX, lastY, px, py);
      // Plane geometry in metres is exact enough this near.
      const scaleX = localMetres(lastX, lastY, lastX + 1e4, lastY) / 1e4;
      const scaleY = localMetres(lastX, lastY, lastX, lastY + 1e4) / 1e4;
      const [dx, dy] = [(px - lastX) * scaleX, (py - lastY) * scaleY];
      const [ox, oy] = [(x - lastX) * scaleX, (y - lastY) * scaleY];
      const squared = dx * dx + dy * dy;
      const part = squared === 0 ? 0 : Math.max(0, Math.min(1, (ox * dx + oy * dy) / squared));
      const distance = Math.hypot(ox - part * dx, oy - part * dy);
      if (distance < best) {
        best = distance;
        bestAlong = along + part * length;
      }
      along += length;
    }
    lastX = px;
    lastY = py;
  });
  return { segment, share: along === 0 ? 0 : Math.min(1, bestAlong / along), distanceMetres: best };
}

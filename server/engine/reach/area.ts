import { contours } from 'd3-contour';
import { roundCoordinate, STEPS_PER_DEGREE } from '../coordinates/round.js';
import type { StreetGraph } from '../roads/graph/street-graph.js';
import { nearness } from './nearness.js';
import { lineOfStretch } from './path.js';

/** A stretch of a segment that was reached, as shares of its length from its first end. */
export interface ReachedStretch {
  readonly segment: number;
  readonly from: number;
  readonly to: number;
}

export interface AreaOptions {
  /** What lies this near to a reached street belongs to the area. */
  readonly aroundMetres?: number;
  /** Corners of all rings together. */
  readonly mostPoints?: number;
}

type Ring = [number, number][];

const METRES_PER_DEGREE = 111_320;
const FINEST_CELL_METRES = 25;
/** The raster is as fine as the streets deserve: so many cells a stretch, within these bounds. */
const CELLS_A_STRETCH = 15;
const [LEAST_CELLS, MOST_CELLS] = [10_000, 250_000];

/**
 * The land around reached streets, for the eye: what lies within some metres of them, smoothed to the cells of a raster.
 * Numbers come from the streets, never from this.
 *
 * @returns coordinates of a MultiPolygon in degrees (RFC 7946: outer rings counter-clockwise); null when nothing is reached
 */
export function areaAround(
  graph: StreetGraph,
  stretches: Iterable<ReachedStretch>,
  { aroundMetres = 60, mostPoints = 4000 }: AreaOptions = {},
): Ring[][] | null {
  const lines = Array.from(stretches, ({ segment, from, to }) => lineOfStretch(graph, segment, from, to));
  if (lines.length === 0) return null;
  const mostCells = Math.max(LEAST_CELLS, Math.min(MOST_CELLS, CELLS_A_STRETCH * lines.length));
  const box = boxOf(lines);
  for (let cellMetres = FINEST_CELL_METRES; ; cellMetres *= 1.25) {
    const raster = layOut(box, cellMetres, Math.max(aroundMetres, 1.6 * cellMetres));
    if (raster.columns * raster.rows > mostCells) continue;
    const polygons = outline(lines, raster);
    if (polygons.flat().reduce((sum, ring) => sum + ring.length, 0) <= mostPoints) return polygons;
  }
}

interface Raster {
  readonly west: number;
  readonly south: number;
  /** Degrees a cell. */
  readonly stepX: number;
  readonly stepY: number;
  readonly columns: number;
  readonly rows: number;
  readonly aroundCells: number;
}

type Box = readonly [west: number, south: number, east: number, north: number];

function boxOf(lines: readonly Ring[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const line of lines)
    for (const [x, y] of line) {
      west = Math.min(west, x);
      east = Math.max(east, x);
      south = Math.min(south, y);
      north = Math.max(north, y);
    }
  return [west, south, east, north];
}

function layOut([west, south, east, north]: Box, cellMetres: number, aroundMetres: number): Raster {
  const stepY = cellMetres / METRES_PER_DEGREE;
  const stepX = stepY / Math.max(0.05, Math.cos((((south + north) / 2) * Math.PI) / 180));
  const aroundCells = aroundMetres / cellMetres;
  const margin = Math.ceil(aroundCells) + 2;
  return {
    west: west - margin * stepX,
    south: south - margin * stepY,
    stepX,
    stepY,
    columns: Math.ceil((east - west) / stepX) + 2 * margin + 1,
    rows: Math.ceil((north - south) / stepY) + 2 * margin + 1,
    aroundCells,
  };
}

function outline(lines: readonly Ring[], raster: Raster): Ring[][] {
  const { west, south, stepX, stepY, columns, rows, aroundCells } = raster;
  const marks = new Uint8Array(columns * rows);
  for (const line of lines) markLine(line, raster, marks);
  // Between whole and half squares lies no distance between two cells: no corner of a ring falls on a cell's own place.
  const border = Math.sqrt(Math.round(aroundCells * aroundCells) + 0.5);
  const values = nearness(marks, columns, border);
  // Its types ask for an array; any list of numbers will do.
  const [shape] = contours().size([columns, rows]).thresholds([0])(values as unknown as number[]);
  const toDegrees = ([x, y]: number[]): [number, number] => [
    roundCoordinate(west + (x! - 0.5) * stepX),
    roundCoordinate(south + (y! - 0.5) * stepY),
  ];
  return shape!.coordinates.map((rings) =>
    rings
      .filter((ring, index) => index === 0 || Math.abs(signedArea(ring)) > LEAST_HOLE_CELLS)
      .map((ring, index) => wound(tidy(ring.map(toDegrees)), index === 0)),
  );
}

/** Holes smaller than so many cells are not worth a ring. */
const LEAST_HOLE_CELLS = 6;

/** Marks the cells that a line passes, two steps a cell. */
function markLine(line: Ring, { west, south, stepX, stepY, columns }: Raster, marks: Uint8Array): void {
  for (let i = 1; i < line.length; i++) {
    const [x0, y0] = [(line[i - 1]![0] - west) / stepX, (line[i - 1]![1] - south) / stepY];
    const [x1, y1] = [(line[i]![0] - west) / stepX, (line[i]![1] - south) / stepY];
    const steps = Math.max(1, Math.ceil(2 * Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0))));
    for (let k = 0; k <= steps; k++) {
      const x = Math.round(x0 + ((x1 - x0) * k) / steps);
      const y = Math.round(y0 + ((y1 - y0) * k) / steps);
      marks[y * columns + x] = 1;
    }
  }
}

/** Without points on a straight line between their neighbours, nor one point twice; closed. */
function tidy(ring: Ring): Ring {
  const open = ring.slice(0, -1).filter(([x, y], i, all) => {
    const before = all.at(i - 1)!;
    return before[0] !== x || before[1] !== y;
  });
  const kept = open.filter(([x, y], i, all) => {
    const [bx, by] = all.at(i - 1)!;
    const [nx, ny] = all[(i + 1) % all.length]!;
    const turn = (x - bx) * (ny - y) - (y - by) * (nx - x);
    return Math.abs(turn) > 1 / (STEPS_PER_DEGREE * STEPS_PER_DEGREE);
  });
  return [...kept, kept[0]!];
}

/** Twice the area would do as well: only sign and rough size matter. Counter-clockwise is positive. */
function signedArea(ring: readonly (readonly number[])[]): number {
  let area = 0;
  for (let i = 1; i < ring.length; i++)
    area += (ring[i - 1]![0]! * ring[i]![1]! - ring[i]![0]! * ring[i - 1]![1]!) / 2;
  return area;
}

function wound(ring: Ring, isOuter: boolean): Ring {
  return signedArea(ring) > 0 === isOuter ? ring : ring.reverse();
}

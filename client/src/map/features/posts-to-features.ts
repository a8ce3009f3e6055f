import type { FeatureCollection, Geometry } from 'geojson';
import { collection, feature } from './collection.js';

export interface PostInput {
  id: string;
  kind: string;
  name?: string | null;
  location?: Geometry | null;
  jurisdiction?: Geometry | null;
}

/** Posts that have a place, as points {id, kind, name}. */
export function postsToFeatures(posts: readonly PostInput[]): FeatureCollection {
  return collection(
    posts.flatMap(({ id, kind, name, location }) =>
      location ? [feature(location, { id, kind, name })] : [],
    ),
  );
}

/** Jurisdictions, as areas {id, kind, name} of the post they belong to. */
export function jurisdictionsToFeatures(posts: readonly PostInput[]): FeatureCollection {
  return collection(
    posts.flatMap(({ id, kind, name, jurisdiction }) =>
      jurisdiction ? [feature(jurisdiction, { id, kind, name })] : [],
    ),
  );
}

import type { FeatureCollection, Geometry } from 'geojson';
import { collection, feature } from './collection.js';

export interface IncidentInput {
  id: string;
  kind: string;
  kindInfo: { category: string };
  priority: number;
  reportedAt: string;
  location?: Geometry | null;
  simulated?: boolean;
  /** Shown at grid level only: the place is a point of the grid. */
  coarsened?: boolean;
}

/** Incidents reported at or after `sinceMilliseconds` (epoch): what the tiles may not hold yet. */
export function selectLiveIncidents<T extends IncidentInput>(
  incidents: readonly T[],
  sinceMilliseconds: number,
): T[] {
  return incidents.filter(
    ({ location, reportedAt }) => location && Date.parse(reportedAt) >= sinceMilliseconds,
  );
}

/** Incidents with a place, with the same properties as in the tiles {id, kind, category, priority,
 * reported_at: epoch s, simulated, sensitive}. */
export function incidentsToFeatures(incidents: readonly IncidentInput[]): FeatureCollection {
  return collection(
    incidents.flatMap(({ id, kind, kindInfo, priority, reportedAt, location, simulated, coarsened }) => {
      if (!location) return [];
      const { category } = kindInfo;
      const reported_at = Math.floor(Date.parse(reportedAt) / 1000);
      return [
        feature(location, { id, kind, category, priority, reported_at, simulated, sensitive: coarsened }),
      ];
    }),
  );
}

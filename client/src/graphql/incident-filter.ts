export interface IncidentLike {
  id: string;
  kind: string;
  source: string;
  status: string;
  priority: number;
  reportedAt: string;
  location?: { type: string; coordinates?: unknown } | null;
  grid?: { id: string } | null;
}

/** The arguments of `incidents(filter:)` that can be judged here. */
export interface IncidentFilterLike {
  bbox?: readonly number[] | null;
  from?: string | null;
  to?: string | null;
  kinds?: readonly string[] | null;
  statuses?: readonly string[] | null;
  sources?: readonly string[] | null;
  priorities?: readonly number[] | null;
  gridId?: string | null;
  located?: boolean | null;
  text?: string | null;
}

/**
 * Whether an incident belongs in a list with this filter, as the server would decide. A text search is the
 * server's business alone: never here, the list gets the incident when it asks again.
 */
export function matchesIncidentFilter(incident: IncidentLike, filter: IncidentFilterLike): boolean {
  const reported = Date.parse(incident.reportedAt);
  if (filter.text) return false;
  if (filter.from && reported < Date.parse(filter.from)) return false;
  if (filter.to && reported >= Date.parse(filter.to)) return false;
  if (filter.kinds && !filter.kinds.includes(incident.kind)) return false;
  if (filter.statuses && !filter.statuses.includes(incident.status)) return false;
  if (filter.sources && !filter.sources.includes(incident.source)) return false;
  if (filter.priorities && !filter.priorities.includes(incident.priority)) return false;
  if (filter.gridId && incident.grid?.id !== filter.gridId) return false;
  if (
    filter.located !== null &&
    filter.located !== undefined &&
    filter.located !== Boolean(incident.location)
  )
    return false;
  return !filter.bbox || isInside(incident.location, filter.bbox);
}

function isInside(location: IncidentLike['location'], bbox: readonly number[]): boolean {
  if (location?.type !== 'Point') return false;
  const [longitude, latitude] = location.coordinates as [number, number];
  const [west, south, east, north] = bbox as [number, number, number, number];
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}

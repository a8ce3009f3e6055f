import { v7 as uuidv7 } from 'uuid';
import type { CountyRow } from '../county/county.service.js';
import { toEwkb } from '../database/ewkb.js';
import type { Session } from '../database/index.js';
import type { IncidentSource, IncidentStatus, OccurredPrecision, Sensitivity } from '../database/prisma/enums.js';
import type { GridFinder } from '../territory/grid-finder.js';

/** An incident of a bulk load: checked, masked, its kind in the catalogue. */
export interface BulkIncident {
  number: string;
  kind: string;
  sensitivity: Sensitivity;
  source: IncidentSource;
  status: IncidentStatus;
  priority: number;
  /** Milliseconds since 1970. */
  reportedAt: number;
  occurredAt: number;
  occurredPrecision: OccurredPrecision;
  longitude: number | null;
  latitude: number | null;
  address: string | null;
  description: string | null;
}

const INSERT_IDENTITIES = `INSERT INTO incident_identity (id, reported_at, number)
  SELECT * FROM unnest($1::uuid[], $2::timestamptz[], $3::text[])`;

const INSERT_INCIDENTS = `INSERT INTO incident (id, reported_at, number, kind, sensitivity, source, status, priority, occurred_at,
    occurred_precision, place, grid_anchor, address, description, grid_id, grid_version_id, police_grid_id, police_grid_version_id,
    community_id, police_area_id, county_id, simulated, import_run_id)
  SELECT id, reported_at, number, kind, sensitivity, source, status, priority, occurred_at, occurred_precision, place::geometry,
    anchor::geometry, address, description, grid_id, grid_version_id, police_grid_id, police_grid_version_id, community_id,
    police_area_id, $21::uuid, $22::boolean, $23::uuid
  FROM unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::sensitivity[], $6::incident_source[],
    $7::incident_status[], $8::smallint[], $9::timestamptz[], $10::occurred_precision[], $11::text[], $12::text[], $13::text[],
    $14::text[], $15::uuid[], $16::uuid[], $17::uuid[], $18::uuid[], $19::uuid[], $20::uuid[])
    AS t (id, reported_at, number, kind, sensitivity, source, status, priority, occurred_at, occurred_precision, place, anchor,
      address, description, grid_id, grid_version_id, police_grid_id, police_grid_version_id, community_id, police_area_id)`;

export interface BulkOrigin {
  county: CountyRow;
  simulated: boolean;
  importRunId: string | null;
}

/** Stores many incidents with the grids they fell in. Their months must have partitions, their numbers be unused. */
export async function storeIncidents(
  session: Session,
  incidents: BulkIncident[],
  finder: GridFinder,
  { county, simulated, importRunId }: BulkOrigin,
): Promise<void> {
  const rows = incidents.map((incident) => attributed(incident, finder));
  const column = <T>(read: (row: (typeof rows)[number]) => T) => rows.map(read) as never[];
  const ids = column((row) => row.id);
  const reported = column((row) => row.reportedAt);
  const numbers = column((row) => row.number);
  await session.execute(INSERT_IDENTITIES, [ids, reported, numbers]);
  await session.execute(INSERT_INCIDENTS, [
    ids,
    reported,
    numbers,
    column((row) => row.kind),
    column((row) => row.sensitivity),
    column((row) => row.source),
    column((row) => row.status),
    column((row) => row.priority),
    column((row) => row.occurredAt),
    column((row) => row.occurredPrecision),
    column((row) => row.place),
    column((row) => row.anchor),
    column((row) => row.address),
    column((row) => row.description),
    column((row) => row.social?.territoryId ?? null),
    column((row) => row.social?.versionId ?? null),
    column((row) => row.police?.territoryId ?? null),
    column((row) => row.police?.versionId ?? null),
    column((row) => row.social?.communityId ?? null),
    column((row) => row.police?.policeAreaId ?? null),
    county.id,
    simulated,
    importRunId,
  ]);
}

function attributed(incident: BulkIncident, finder: GridFinder) {
  const { longitude, latitude, occurredAt, reportedAt } = incident;
  const place = longitude === null || latitude === null ? null : [longitude, latitude];
  const social = place ? finder.find('SOCIAL', place, occurredAt) : undefined;
  const police = place ? finder.find('POLICE', place, occurredAt) : undefined;
  const anchor = (social ?? police)?.anchor;
  return {
    ...incident,
    id: uuidv7({ msecs: reportedAt }),
    reportedAt: new Date(reportedAt).toISOString(),
    occurredAt: new Date(occurredAt).toISOString(),
    place: place && toEwkb({ type: 'Point', coordinates: place }),
    anchor: anchor ? toEwkb({ type: 'Point', coordinates: anchor }) : null,
    social,
    police,
  };
}

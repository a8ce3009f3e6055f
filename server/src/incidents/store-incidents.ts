import { randomBytes } from 'node:crypto';
import type { Position } from 'geojson';
import { v7 as uuidv7 } from 'uuid';
import type { CountyRow } from '../county/county.service.js';
import { toEwkb } from '../database/ewkb.js';
import type { Session } from '../database/index.js';
import type {
  IncidentSource,
  IncidentStatus,
  OccurredPrecision,
  Sensitivity,
  TerritoryPartition,
} from '../database/prisma/enums.js';
import type { GridFinder } from '../territory/grid-finder.js';

/** When the first help was there; milliseconds since 1970, between the report and now. */
export interface Arrival {
  dispatchedAt: number | null;
  arrivedAt: number;
}

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
  /** Absent where nobody recorded one. */
  arrival?: Arrival | null;
  /** Grid versions it fell in, where they are known already. */
  versions?: { social: string | null; police: string | null };
}

// One statement, so that each column is read once; what follows from a grid comes from its row, not with each incident.
const INSERT = `WITH input AS MATERIALIZED (
    SELECT * FROM unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::sensitivity[], $6::incident_source[],
      $7::incident_status[], $8::smallint[], $9::timestamptz[], $10::occurred_precision[], $11::text[], $12::text[], $13::text[],
      $14::uuid[], $15::uuid[], $16::timestamptz[], $17::timestamptz[])
      AS t (id, reported_at, number, kind, sensitivity, source, status, priority, occurred_at, occurred_precision, place, address,
        description, social_id, police_id, dispatched_at, arrived_at)),
  identities AS (INSERT INTO incident_identity (id, reported_at, number) SELECT id, reported_at, number FROM input),
  stored AS (INSERT INTO incident (id, reported_at, number, kind, sensitivity, source, status, priority, occurred_at,
      occurred_precision, place, grid_anchor, address, description, grid_id, grid_version_id, police_grid_id, police_grid_version_id,
      community_id, police_area_id, county_id, simulated, import_run_id)
    SELECT i.id, i.reported_at, i.number, i.kind, i.sensitivity, i.source, i.status, i.priority, i.occurred_at,
      i.occurred_precision, i.place::geometry, coalesce(s.anchor, p.anchor), i.address, i.description, s.territory_id, s.id,
      p.territory_id, p.id, s.community_id, p.police_area_id, $18::uuid, $19::boolean, $20::uuid
    FROM input i LEFT JOIN territory_version s ON s.id = i.social_id LEFT JOIN territory_version p ON p.id = i.police_id
    RETURNING 1),
  arrivals AS (INSERT INTO incident_arrival (incident_id, reported_at, county_id, dispatched_at, arrived_at, simulated, import_run_id)
    SELECT id, reported_at, $18::uuid, dispatched_at, arrived_at, $19::boolean, $20::uuid FROM input WHERE arrived_at IS NOT NULL)
  SELECT count(*) AS stored FROM stored`;

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
  const instants = incidents.map(({ occurredAt }) => occurredAt);
  const places = incidents.map(({ longitude, latitude }) =>
    longitude === null || latitude === null ? null : [longitude, latitude],
  );
  const versions = incidents.map(
    ({ versions }, i) => versions ?? findVersions(finder, places[i] ?? null, instants[i]!),
  );
  const column = (read: (incident: BulkIncident) => string | number) => plainArray(incidents.map(read));
  await session.query(INSERT, [
    plainArray(newIds(incidents)),
    column(({ reportedAt }) => new Date(reportedAt).toISOString()),
    incidents.map(({ number }) => number),
    column(({ kind }) => kind),
    column(({ sensitivity }) => sensitivity),
    column(({ source }) => source),
    column(({ status }) => status),
    column(({ priority }) => priority),
    column(({ occurredAt }) => new Date(occurredAt).toISOString()),
    column(({ occurredPrecision }) => occurredPrecision),
    plainArray(places.map((place) => place && toEwkb({ type: 'Point', coordinates: place }))),
    incidents.map(({ address }) => address),
    incidents.map(({ description }) => description),
    plainArray(versions.map(({ social }) => social)),
    plainArray(versions.map(({ police }) => police)),
    plainArray(incidents.map(({ arrival }) => instantText(arrival?.dispatchedAt))),
    plainArray(incidents.map(({ arrival }) => instantText(arrival?.arrivedAt))),
    county.id,
    simulated,
    importRunId,
  ]);
}

function findVersions(finder: GridFinder, place: Position | null, instant: number) {
  const find = (partition: TerritoryPartition) =>
    (place && finder.find(partition, place, instant)?.versionId) ?? null;
  return { social: find('SOCIAL'), police: find('POLICE') };
}

/** An array in PostgreSQL's text form, for values that never need quoting: ids, numbers, codes, instants. */
function plainArray(values: readonly (string | number | null | undefined)[]): string {
  return `{${values.map((value) => value ?? 'NULL').join(',')}}`;
}

const instantText = (at: number | null | undefined) => (at == null ? null : new Date(at).toISOString());

/** Random bytes are drawn at once: one by one they cost more than the rest of an id. */
function newIds(incidents: readonly BulkIncident[]): string[] {
  const random = randomBytes(incidents.length * 16);
  return incidents.map(({ reportedAt }, i) =>
    uuidv7({ msecs: reportedAt, random: random.subarray(i * 16, i * 16 + 16) }),
  );
}

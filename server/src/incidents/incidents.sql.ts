import type { Relation, Selection } from '../database/look-ahead.js';
import { envelope, geoJson, type Parameters } from '../database/statement.js';
import { gridSelection } from '../territory/territory.sql.js';
import type { IncidentFilter } from './incidents.inputs.js';

const kindSelection: Selection = {
  types: ['IncidentKind'],
  fields: {
    code: (k) => `${k}.code`,
    name: (k) => `${k}.name`,
    nameEn: (k) => `${k}.name_en`,
    category: (k) => `${k}.category`,
    priority: (k) => `${k}.priority`,
    sensitivity: (k) => `${k}.sensitivity`,
    policeMatter: (k) => `${k}.police_matter`,
  },
};

/** The version the incident was attributed to, not the one in force today. */
const attributed = (column: string): Relation => ({
  selection: () => gridSelection,
  from: (i, g) => `FROM territory_version ${g} WHERE ${g}.id = ${i}.${column}`,
});

/** Reads from `incident_shown`, never from `incident`: the view coarsens what is sensitive. */
export const incidentSelection: Selection = {
  types: ['Incident'],
  fields: {
    id: (i) => `${i}.id`,
    number: (i) => `${i}.number`,
    kind: (i) => `${i}.kind`,
    kindInfo: {
      selection: () => kindSelection,
      from: (i, k) => `FROM incident_kind ${k} WHERE ${k}.code = ${i}.kind`,
    },
    source: (i) => `${i}.source`,
    status: (i) => `${i}.status`,
    priority: (i) => `${i}.priority`,
    occurredAt: (i) => `${i}.occurred_at`,
    occurredPrecision: (i) => `${i}.occurred_precision`,
    reportedAt: (i) => `${i}.reported_at`,
    firstArrivedAt: (i) =>
      `(SELECT min(came.arrived_at) FROM incident_arrival came WHERE came.incident_id = ${i}.id)`,
    location: (i) => geoJson(`${i}.location`),
    address: (i) => `${i}.address`,
    description: (i) => `${i}.description`,
    grid: attributed('grid_version_id'),
    policeGrid: attributed('police_grid_version_id'),
    simulated: (i) => `${i}.simulated`,
    coarsened: (i) => `${i}.coarsened`,
  },
};

export { kindSelection };

/** Conditions on `incident_shown i`. */
export function incidentWhere(filter: IncidentFilter, parameters: Parameters): string[] {
  const where: string[] = [];
  if (filter.bbox) where.push(`i.location && ${envelope(filter.bbox, parameters)}`);
  if (filter.from) where.push(`i.reported_at >= ${parameters.add(filter.from, 'timestamptz')}`);
  if (filter.to) where.push(`i.reported_at < ${parameters.add(filter.to, 'timestamptz')}`);
  if (filter.kinds) where.push(`i.kind = ANY(${parameters.add(filter.kinds, 'text[]')})`);
  if (filter.statuses) where.push(`i.status = ANY(${parameters.add(filter.statuses, 'incident_status[]')})`);
  if (filter.sources) where.push(`i.source = ANY(${parameters.add(filter.sources, 'incident_source[]')})`);
  if (filter.priorities) where.push(`i.priority = ANY(${parameters.add(filter.priorities, 'smallint[]')})`);
  if (filter.gridId) {
    const grid = parameters.add(filter.gridId, 'uuid');
    where.push(`(i.grid_id = ${grid} OR i.police_grid_id = ${grid})`);
  }
  if (filter.located != null)
    where.push(`(i.location IS NOT NULL) = ${parameters.add(filter.located, 'boolean')}`);
  if (filter.text) where.push(`starts_with(i.number, ${parameters.add(filter.text, 'text')})`);
  return where;
}

/**
 * Columns of one partition's grid in force at a place and instant: id, version, anchor and scope.
 * On a border, the lowest code. `place` and `at` are SQL expressions.
 */
export const gridInForce = (partition: 'SOCIAL' | 'POLICE', place: string, at: string) =>
  `SELECT v.territory_id, v.id AS version_id, v.anchor, v.community_id, v.police_area_id
   FROM territory_version v
   WHERE v.partition = '${partition}' AND v.is_leaf AND lies_in(${place}, v.boundary)
     AND (v.valid_from IS NULL OR v.valid_from <= ${at}) AND (v.valid_to IS NULL OR v.valid_to > ${at})
   ORDER BY v.code LIMIT 1`;

export const FIND_KIND = `SELECT priority, sensitivity, police_matter AS "policeMatter" FROM incident_kind WHERE code = $1`;

export const FIND_BY_CLIENT_KEY = `SELECT id FROM incident_identity WHERE client_key = $1`;

export const NEXT_IN_DAY = `INSERT INTO incident_counter (day, last)
  VALUES (($1::timestamptz AT TIME ZONE $2::text)::date, 1)
  ON CONFLICT (day) DO UPDATE SET last = incident_counter.last + 1
  RETURNING to_char(day, 'YYYYMMDD') AS day, last`;

export const CLAIM_IDENTITY = `INSERT INTO incident_identity (id, reported_at, number, client_key)
  VALUES ($1, $2, $3, $4) ON CONFLICT (client_key) DO NOTHING RETURNING id`;

/** id, reported_at, number, kind, sensitivity, source, status, priority, occurred_at, longitude, latitude, address, description, county, simulated. */
export const INSERT_INCIDENT = `WITH given AS (
    SELECT ST_SetSRID(ST_MakePoint($10::float8, $11::float8), 4326) AS place, $9::timestamptz AS occurred_at
  )
  INSERT INTO incident (id, reported_at, number, kind, sensitivity, source, status, priority, occurred_at, place, address,
    description, county_id, simulated, grid_id, grid_version_id, grid_anchor, community_id, police_grid_id,
    police_grid_version_id, police_area_id)
  SELECT $1, $2, $3, $4, $5::sensitivity, $6::incident_source, $7::incident_status, $8::smallint, given.occurred_at, given.place,
    $12::text, $13::text, $14, $15::boolean, social.territory_id, social.version_id, coalesce(social.anchor, police.anchor),
    social.community_id, police.territory_id, police.version_id, police.police_area_id
  FROM given
  LEFT JOIN LATERAL (${gridInForce('SOCIAL', 'given.place', 'given.occurred_at')}) social ON true
  LEFT JOIN LATERAL (${gridInForce('POLICE', 'given.place', 'given.occurred_at')}) police ON true
  RETURNING id, community_id AS "communityId", police_area_id AS "policeAreaId"`;

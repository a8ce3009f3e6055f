import type { Selection } from '../database/look-ahead.js';
import { containing, geoJson, type Parameters } from '../database/statement.js';
import { postSelection } from '../posts/posts.sql.js';
import type { UnitFilter } from './units.inputs.js';

export const positionSelection: Selection = {
  types: ['UnitPosition'],
  fields: {
    unitId: (p) => `${p}.unit_id`,
    location: (p) => geoJson(`${p}.location`),
    headingDegrees: (p) => `${p}.heading_degrees`,
    speedMetresPerSecond: (p) => `${p}.speed_metres_per_second`,
    recordedAt: (p) => `${p}.recorded_at`,
    simulated: (p) => `${p}.simulated`,
  },
};

/** A unit off duty has no position to show: its track ended with the shift. */
const ON_DUTY = `state <> 'OFF_DUTY'`;

export const unitSelection: Selection = {
  types: ['Unit'],
  fields: {
    id: (u) => `${u}.id`,
    callSign: (u) => `${u}.call_sign`,
    kind: (u) => `${u}.kind`,
    state: (u) => `${u}.state`,
    homePost: {
      selection: () => postSelection,
      from: (u, p) => `FROM post ${p} WHERE ${p}.id = ${u}.home_post_id`,
    },
    position: {
      selection: () => positionSelection,
      from: (u, p) => `FROM unit_position ${p} WHERE ${p}.unit_id = ${u}.id AND ${u}.${ON_DUTY}`,
    },
  },
};

export const shiftSelection: Selection = {
  types: ['Shift'],
  fields: {
    id: (s) => `${s}.id`,
    unit: { selection: () => unitSelection, from: (s, u) => `FROM unit ${u} WHERE ${u}.id = ${s}.unit_id` },
    startsAt: (s) => `${s}.on_duty_at`,
    endsAt: (s) => `${s}.off_duty_at`,
  },
};

/** Shifts that lasted at some time of a period, by call sign. */
export const shiftRows = (from: Date, to: Date, parameters: Parameters) =>
  `FROM shift r JOIN unit u ON u.id = r.unit_id
   WHERE tstzrange(r.on_duty_at, r.off_duty_at) && tstzrange(${parameters.add(from, 'timestamptz')}, ${parameters.add(to, 'timestamptz')})
   ORDER BY u.call_sign, r.on_duty_at`;

export const FROM_POSITIONS_ON_DUTY = `FROM unit_position r JOIN unit u ON u.id = r.unit_id WHERE u.${ON_DUTY} ORDER BY u.call_sign`;

export function unitWhere(filter: UnitFilter, parameters: Parameters): string[] {
  const where: string[] = [];
  if (filter.kinds) where.push(`u.kind = ANY(${parameters.add(filter.kinds, 'unit_kind[]')})`);
  if (filter.states) where.push(`u.state = ANY(${parameters.add(filter.states, 'unit_state[]')})`);
  if (filter.text) where.push(`u.call_sign ILIKE ${parameters.add(containing(filter.text), 'text')}`);
  return where;
}

/** Units of a batch with their open shift. */
export const FIND_SHIFTS = `SELECT u.id AS "unitId", u.county_id AS "countyId", s.id AS "shiftId"
  FROM unit u LEFT JOIN shift s ON s.unit_id = u.id AND s.off_duty_at IS NULL
  WHERE u.id = ANY($1::uuid[])`;

export const STORE_TRACK = `INSERT INTO unit_track (unit_id, shift_id, county_id, recorded_at, location)
  SELECT unit_id, shift_id, county_id, recorded_at, ST_SetSRID(ST_MakePoint(longitude, latitude), 4326)
  FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::float8[], $5::float8[], $6::timestamptz[])
    AS batch (unit_id, shift_id, county_id, longitude, latitude, recorded_at)
  ON CONFLICT DO NOTHING`;

export const STORE_LATEST = `INSERT INTO unit_position (unit_id, county_id, location, heading_degrees, speed_metres_per_second, recorded_at, simulated)
  SELECT DISTINCT ON (unit_id) unit_id, county_id, ST_SetSRID(ST_MakePoint(longitude, latitude), 4326), heading, speed, recorded_at, simulated
  FROM unnest($1::uuid[], $2::uuid[], $3::float8[], $4::float8[], $5::timestamptz[], $6::real[], $7::real[], $8::boolean[])
    AS batch (unit_id, county_id, longitude, latitude, recorded_at, heading, speed, simulated)
  ORDER BY unit_id, recorded_at DESC
  ON CONFLICT (unit_id) DO UPDATE SET location = excluded.location, heading_degrees = excluded.heading_degrees,
    speed_metres_per_second = excluded.speed_metres_per_second, recorded_at = excluded.recorded_at, simulated = excluded.simulated
  WHERE unit_position.recorded_at < excluded.recorded_at`;

/** Both partitions' grids in force now that the batch's places lie in were seen at the latest of their instants. */
export const STORE_SIGHTINGS = `INSERT INTO grid_sighting (territory_id, county_id, last_seen_at)
  SELECT v.territory_id, v.county_id, max(batch.recorded_at)
  FROM unnest($1::float8[], $2::float8[], $3::timestamptz[]) AS batch (longitude, latitude, recorded_at)
  JOIN territory_now v ON v.is_leaf AND ST_Intersects(v.boundary, ST_SetSRID(ST_MakePoint(longitude, latitude), 4326))
  GROUP BY v.territory_id, v.county_id ORDER BY v.territory_id
  ON CONFLICT (territory_id) DO UPDATE SET last_seen_at = excluded.last_seen_at
  WHERE grid_sighting.last_seen_at < excluded.last_seen_at`;

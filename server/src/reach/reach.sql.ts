import { COUNTY_TIME_ZONE } from '../county/county.sql.js';

/** The hour of an instant ($1, null: now) on the county's clock. */
export const COUNTY_HOUR = `SELECT extract(hour FROM coalesce($1::timestamptz, now()) AT TIME ZONE ${COUNTY_TIME_ZONE})::int AS hour`;

/** Posts and units by id with the place they would start from: a unit's is its latest position. */
export const FIND_ORIGINS = `
  SELECT id, name, ST_X(place) AS longitude, ST_Y(place) AS latitude FROM (
    SELECT p.id, p.name, p.location AS place FROM post p WHERE p.id = ANY($1::uuid[]) AND p.ended_at IS NULL
    UNION ALL
    SELECT u.id, u.call_sign, q.location FROM unit u
      LEFT JOIN unit_position q ON q.unit_id = u.id AND u.state <> 'OFF_DUTY' WHERE u.id = ANY($1::uuid[])) origin`;

/** Units on duty where they were last heard from. */
export const FIND_UNITS_ON_DUTY = `
  SELECT u.id, u.call_sign AS "callSign", u.kind, u.state, ST_X(q.location) AS longitude, ST_Y(q.location) AS latitude,
    greatest(0, extract(epoch FROM now() - q.recorded_at))::int AS "fixAgeSeconds"
  FROM unit u JOIN unit_position q ON q.unit_id = u.id WHERE u.state <> 'OFF_DUTY' ORDER BY u.call_sign`;

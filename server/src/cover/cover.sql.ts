import { COUNTY_TIME_ZONE } from '../county/county.sql.js';

/** Posts with place and hours. */
export const FIND_POSTS = `
  SELECT p.id, p.name, p.kind, ST_X(p.location) AS longitude, ST_Y(p.location) AS latitude,
    p.opens_at_minute AS opens, p.closes_at_minute AS closes
  FROM post p WHERE p.ended_at IS NULL ORDER BY p.name, p.id`;

/** Units with the place they would set out from: their home posts, or live ($1) where they were last heard from. */
export const FIND_UNITS = `
  SELECT u.id, u.call_sign AS name, u.kind, u.home_post_id AS "postId", ST_X(place) AS longitude, ST_Y(place) AS latitude
  FROM unit u LEFT JOIN post p ON p.id = u.home_post_id AND p.ended_at IS NULL LEFT JOIN unit_position q ON q.unit_id = u.id
  CROSS JOIN LATERAL (SELECT CASE WHEN $1 THEN q.location ELSE p.location END AS place) origin
  WHERE NOT $1 OR u.state IN ('STANDBY', 'PATROLLING', 'RETURNING') ORDER BY u.call_sign, u.id`;

/**
 * First arrivals at incidents of the last days ($1) with a place that may be shown: seconds from dispatch, or from the
 * report where the dispatch is not on record; the hour is the county's.
 */
export const FIND_ARRIVALS = `
  SELECT ST_X(i.place) AS longitude, ST_Y(i.place) AS latitude, i.grid_id AS "gridId", i.police_grid_id AS "policeGridId",
    extract(hour FROM i.reported_at AT TIME ZONE ${COUNTY_TIME_ZONE})::int AS hour,
    extract(epoch FROM a.arrived_at - coalesce(a.dispatched_at, i.reported_at))::float8 AS seconds
  FROM incident i CROSS JOIN LATERAL (
    SELECT arrived_at, dispatched_at FROM incident_arrival a
    WHERE a.incident_id = i.id AND a.reported_at = i.reported_at ORDER BY arrived_at LIMIT 1) a
  WHERE i.reported_at >= now() - make_interval(days => $1::int) AND i.place IS NOT NULL AND i.sensitivity = 'OPEN'
  ORDER BY i.reported_at DESC LIMIT 50000`;

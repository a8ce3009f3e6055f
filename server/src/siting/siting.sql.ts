/** Posts of some kinds ($1) that have a place. */
export const FIND_PREMISES = `
  SELECT p.name, ST_X(p.location) AS longitude, ST_Y(p.location) AS latitude FROM post p
  WHERE p.ended_at IS NULL AND p.location IS NOT NULL AND p.kind = ANY($1::post_kind[]) ORDER BY p.name, p.id LIMIT 2001`;

/** Places of the incidents of the last days ($1) that may be shown. */
export const FIND_INCIDENT_PLACES = `
  SELECT ST_X(i.place) AS longitude, ST_Y(i.place) AS latitude FROM incident i
  WHERE i.reported_at >= now() - make_interval(days => $1::int) AND i.place IS NOT NULL AND i.sensitivity = 'OPEN'
  ORDER BY i.reported_at DESC LIMIT 100000`;

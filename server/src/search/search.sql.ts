const box = (geometry: string) =>
  `json_build_array(ST_XMin(${geometry}), ST_YMin(${geometry}), ST_XMax(${geometry}), ST_YMax(${geometry}))`;

/** How well a name in small letters fits $1: 0 it is the text, 1 it begins with it, 3 it has it somewhere. */
const writtenRank = (written: string) =>
  `CASE WHEN ${written} = lower($1) THEN 0 WHEN starts_with(${written}, lower($1)) THEN 1 ELSE 3 END`;

/**
 * Names that fit, written or read; 2: by initials or begun syllables as a whole, 2.5: from the beginning.
 * $1 the text, $2 the text as a LIKE pattern in small letters, $4 a pattern over readings or null, $5 the same in letters or
 * null, $6 its letters as a LIKE pattern, which costs a tenth and leaves little for the other.
 */
const KNOWN = `SELECT name, min(CASE WHEN pinyin = $5::text THEN 0 WHEN starts_with(pinyin, $5::text) THEN least(1, own)
      WHEN units ~ ('^' || $4::text || '$') THEN least(2, own) WHEN units ~ ('^' || $4::text) THEN least(2.5, own)
      ELSE own END)::float8 AS rank
    FROM (SELECT *, ${writtenRank('written')} AS own FROM place_name WHERE written LIKE $2 OR (units LIKE $6::text AND units ~ $4::text)) fitting
    GROUP BY name`;

const fits = (name: string) => `(${name} = ANY(ARRAY(SELECT name FROM known)) OR lower(${name}) LIKE $2)`;
const known = (name: string) => `LEFT JOIN known k ON k.name = ${name}`;
const rank = (name: string) => `least(k.rank, ${writtenRank(`lower(${name})`)})`;

/** Pieces of one name this far apart (degrees, some 300 m) are one street or place; beyond they are namesakes. */
const ONE_PLACE = 0.003;

/**
 * $1, $2, $4 to $6 as in `KNOWN`, $3 how many. Whole matches first, then beginnings, initials and the rest; then by kind of
 * record and length. Each kind contributes at most $3. A place of the base map that is a record too is that record.
 */
export const SEARCH = `
  WITH known AS MATERIALIZED (SELECT * FROM (${KNOWN}) k ORDER BY rank, length(name), name LIMIT 100),
  records AS (
    (SELECT v.territory_id::text AS id, 'TERRITORY' AS kind, v.name, v.code AS detail, v.anchor AS location,
        ${box('v.boundary')} AS bounds, CASE WHEN v.code = $1 THEN 0 WHEN starts_with(v.code, $1) THEN 1 ELSE ${rank('v.name')} END AS rank,
        1 AS far
      FROM territory_now v ${known('v.name')} WHERE ${fits('v.name')} OR starts_with(v.code, $1)
      ORDER BY rank, v.level, v.code LIMIT $3)
    UNION ALL
    (SELECT p.id::text, 'POST', p.name, p.address, p.location, NULL, ${rank('p.name')} AS rank, 1
      FROM post p ${known('p.name')} WHERE p.ended_at IS NULL AND ${fits('p.name')} ORDER BY rank, length(p.name), p.name LIMIT $3)
    UNION ALL
    (SELECT r.id::text, 'RISK_POINT', r.name, coalesce(r.address, r.code), ST_PointOnSurface(r.location), ${box('r.location')},
        CASE WHEN r.code = $1 THEN 0 ELSE ${rank('r.name')} END AS rank, 2
      FROM risk_point r ${known('r.name')} WHERE ${fits('r.name')} OR r.code = $1 ORDER BY rank, length(r.name), r.name LIMIT $3)
    UNION ALL
    (SELECT u.id::text, 'UNIT', u.call_sign, NULL, q.location, NULL, ${rank('u.call_sign')} AS rank, 1
      FROM unit u LEFT JOIN unit_position q ON q.unit_id = u.id AND u.state <> 'OFF_DUTY' ${known('u.call_sign')}
      WHERE ${fits('u.call_sign')} ORDER BY rank, length(u.call_sign), u.call_sign LIMIT $3)
    UNION ALL
    (SELECT i.id::text, 'INCIDENT', i.number, i.address, i.location, NULL, 0, 0
      FROM incident_identity n JOIN incident_shown i ON i.id = n.id AND i.reported_at = n.reported_at WHERE n.number = $1 LIMIT $3)
  ),
  pieces AS (
    SELECT b.id, b.layer = 'street' AS is_street, b.name, b.geom, k.rank,
      ST_ClusterDBSCAN(b.geom, ${ONE_PLACE}, 1) OVER (PARTITION BY b.name, b.layer = 'street') AS place
    FROM (SELECT * FROM known ORDER BY rank, length(name), name LIMIT 3 * $3) k
    JOIN base_feature b ON b.name = k.name JOIN dataset d ON d.id = b.dataset_id AND d.published
    WHERE b.layer = 'street' OR NOT EXISTS (SELECT FROM records r WHERE r.name = b.name AND r.kind IN ('TERRITORY', 'POST'))
  ),
  found AS (
    SELECT * FROM records UNION ALL
    (SELECT min(id)::text, CASE WHEN is_street THEN 'STREET' ELSE 'PLACE' END, name, NULL,
        ST_ClosestPoint(ST_Collect(geom), ST_Centroid(ST_Collect(geom))), ${box('ST_Extent(geom)')}, min(rank), CASE WHEN is_street THEN 3 ELSE 4 END
      FROM pieces GROUP BY name, is_street, place)
  ),
  best AS (SELECT * FROM found ORDER BY rank, far, length(name), name, id LIMIT $3)
  SELECT id, kind, name, rank,
    coalesce(detail, CASE WHEN kind IN ('STREET', 'PLACE') THEN (SELECT t.name FROM territory_now t
      WHERE t.level = 'TOWN' AND ST_Intersects(t.boundary, best.location) ORDER BY t.code LIMIT 1) END) AS detail,
    ST_AsGeoJSON(location, 7)::json AS location, bounds
  FROM best ORDER BY rank, far, length(name), name, id`;

/** The number that follows the street $name in an address. */
const numberIn = (address: string) =>
  `substring(substr(${address}, strpos(${address}, k.name) + length(k.name)) FROM '^[ ,，]*(?:nº|n\\.?º|No\\.? ?)?([0-9]{1,5})(?![0-9])')::int`;

/**
 * Addresses on a street, by name as in `KNOWN`, and nearest to a number: one for each of the best streets.
 * $3 the number, $7 how badly a street may fit.
 */
export const SEARCH_ADDRESSES = `
  WITH known AS MATERIALIZED (SELECT * FROM (${KNOWN}) k WHERE rank <= $7::float8 ORDER BY rank, length(name), name LIMIT 5),
  streets AS MATERIALIZED (
    SELECT k.name, k.rank, ST_Expand(ST_Extent(b.geom)::geometry, CASE WHEN bool_or(b.layer = 'street') THEN 0.002 ELSE 0.01 END) AS around
    FROM known k JOIN base_feature b ON b.name = k.name JOIN dataset d ON d.id = b.dataset_id AND d.published GROUP BY k.name, k.rank
  ),
  numbered AS (
    SELECT 'b' || b.id AS id, k.name AS street, k.rank, b.address, b.geom, ${numberIn('b.address')} AS number
    FROM streets k JOIN base_feature b ON b.geom && ST_SetSRID(k.around, 4326) AND strpos(b.address, k.name) > 0
    JOIN dataset d ON d.id = b.dataset_id AND d.published
    UNION ALL
    SELECT 'p' || p.id, k.name, k.rank, p.address, p.location, ${numberIn('p.address')}
    FROM known k JOIN post p ON strpos(p.address, k.name) > 0 AND p.location IS NOT NULL AND p.ended_at IS NULL
    UNION ALL
    SELECT 'r' || r.id, k.name, k.rank, r.address, r.location, ${numberIn('r.address')}
    FROM known k JOIN risk_point r ON strpos(r.address, k.name) > 0
  )
  SELECT DISTINCT ON (rank, street) id, street, address, number, rank, ST_AsGeoJSON(ST_PointOnSurface(geom), 7)::json AS location
  FROM numbered WHERE number IS NOT NULL
  ORDER BY rank, street, abs(number - $3::int), number % 2 <> $3::int % 2, length(address), id`;

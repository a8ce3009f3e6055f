const box = (geometry: string) =>
  `json_build_array(ST_XMin(${geometry}), ST_YMin(${geometry}), ST_XMax(${geometry}), ST_YMax(${geometry}))`;

/**
 * $1 the text, $2 the text as an ILIKE pattern, $3 how many. Whole matches first, then beginnings, then the rest;
 * each kind of record contributes at most $3.
 */
export const SEARCH = `
  WITH found AS (
    (SELECT v.territory_id::text AS id, 'TERRITORY' AS kind, v.name, v.code AS detail, v.anchor AS location,
        ${box('v.boundary')} AS bounds, CASE WHEN v.code = $1 THEN 0 ELSE 1 END AS far
      FROM territory_now v WHERE v.name ILIKE $2 OR starts_with(v.code, $1)
      ORDER BY v.name <> $1, NOT starts_with(v.name, $1), v.level, v.code LIMIT $3)
    UNION ALL
    (SELECT p.id::text, 'POST', p.name, p.address, p.location, NULL, 1
      FROM post p WHERE p.ended_at IS NULL AND p.name ILIKE $2 ORDER BY p.name <> $1, NOT starts_with(p.name, $1), p.name LIMIT $3)
    UNION ALL
    (SELECT r.id::text, 'RISK_POINT', r.name, coalesce(r.address, r.code), ST_PointOnSurface(r.location), ${box('r.location')}, 2
      FROM risk_point r WHERE r.name ILIKE $2 OR r.code = $1 ORDER BY r.name <> $1, NOT starts_with(r.name, $1), r.name LIMIT $3)
    UNION ALL
    (SELECT u.id::text, 'UNIT', u.call_sign, NULL, q.location, NULL, 1
      FROM unit u LEFT JOIN unit_position q ON q.unit_id = u.id AND u.state <> 'OFF_DUTY'
      WHERE u.call_sign ILIKE $2 ORDER BY u.call_sign LIMIT $3)
    UNION ALL
    (SELECT i.id::text, 'INCIDENT', i.number, i.address, i.location, NULL, 0
      FROM incident_identity n JOIN incident_shown i ON i.id = n.id AND i.reported_at = n.reported_at WHERE n.number = $1 LIMIT $3)
    UNION ALL
    (SELECT min(b.id)::text, 'STREET', b.name, NULL, ST_Centroid(ST_Collect(b.geom)), ${box('ST_Extent(b.geom)')}, 3
      FROM base_feature b JOIN dataset d ON d.id = b.dataset_id AND d.published
      WHERE b.layer = 'street' AND b.name ILIKE $2 GROUP BY b.name ORDER BY b.name <> $1, NOT starts_with(b.name, $1), b.name LIMIT $3)
  )
  SELECT id, kind, name, detail, ST_AsGeoJSON(location, 7)::json AS location, bounds
  FROM found ORDER BY name <> $1, NOT starts_with(name, $1), far, length(name), name LIMIT $3`;

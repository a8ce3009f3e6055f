/** Published plans whose date has come and of which nobody was told yet, in order. */
export const FIND_DUE = `SELECT id, county_id AS "countyId", partition FROM boundary_plan
  WHERE state = 'PUBLISHED' AND NOT took_effect AND effective_at <= now() ORDER BY effective_at`;

/** Plans that were in force in a county ($2) and partition ($3) before one ($1) that comes into force now. */
export const FIND_FORMER = `SELECT id FROM boundary_plan
  WHERE id <> $1 AND county_id = $2 AND partition = $3::territory_partition AND state = 'PUBLISHED' AND took_effect`;

export const NEXT_DATE = `SELECT extract(epoch FROM min(effective_at) - clock_timestamp())::float8 AS seconds FROM boundary_plan
  WHERE state = 'PUBLISHED' AND NOT took_effect`;

/**
 * Leaves in force now that hold places of \`placed\` (id, place), of each partition the one with the lowest code. Joined, not
 * looked up one by one: a look-up in order of codes reads half the county each time.
 */
const HOLDING = `SELECT DISTINCT ON (placed.id, v.partition) placed.id, v.partition, v.territory_id, v.community_id, v.police_area_id
  FROM placed JOIN territory_version v ON v.is_leaf AND lies_in(placed.place, v.boundary)
    AND (v.valid_from IS NULL OR v.valid_from <= now()) AND (v.valid_to IS NULL OR v.valid_to > now())
  ORDER BY placed.id, v.partition, v.code`;

/** Risk points of a county ($1) belong to the grids they lie in now. */
export const ATTRIBUTE_RISK_POINTS = `
  UPDATE risk_point r SET grid_id = n.grid_id, police_grid_id = n.police_grid_id, community_id = n.community_id, police_area_id = n.police_area_id
  FROM (
    WITH placed AS MATERIALIZED (SELECT id, ST_GeometryN(ST_Points(location), 1) AS place FROM risk_point WHERE county_id = $1),
      holding AS MATERIALIZED (${HOLDING})
    SELECT placed.id, social.territory_id AS grid_id, police.territory_id AS police_grid_id, social.community_id, police.police_area_id
    FROM placed LEFT JOIN holding social ON social.id = placed.id AND social.partition = 'SOCIAL'
      LEFT JOIN holding police ON police.id = placed.id AND police.partition = 'POLICE') n
  WHERE r.id = n.id AND (r.grid_id, r.police_grid_id, r.community_id, r.police_area_id)
    IS DISTINCT FROM (n.grid_id, n.police_grid_id, n.community_id, n.police_area_id)`;

/** So do posts to the community and police area they stand in. */
export const ATTRIBUTE_POSTS = `
  UPDATE post p SET community_id = n.community_id, police_area_id = n.police_area_id
  FROM (
    WITH placed AS MATERIALIZED (SELECT id, location AS place FROM post WHERE county_id = $1 AND location IS NOT NULL),
      holding AS MATERIALIZED (${HOLDING})
    SELECT placed.id, social.community_id, police.police_area_id
    FROM placed LEFT JOIN holding social ON social.id = placed.id AND social.partition = 'SOCIAL'
      LEFT JOIN holding police ON police.id = placed.id AND police.partition = 'POLICE') n
  WHERE p.id = n.id AND (p.community_id, p.police_area_id) IS DISTINCT FROM (n.community_id, n.police_area_id)`;

export const STORE_DESCENT = `
  INSERT INTO territory_descent (child_id, parent_id, at, plan_id, share, share_of_parent)
  SELECT t.child, t.parent, $5::timestamptz, $6::uuid, t.share, t.of_parent
  FROM unnest($1::uuid[], $2::uuid[], $3::float8[], $4::float8[]) AS t (child, parent, share, of_parent)`;

const inForce = (t: string, at: string) => `tstzrange(${t}.valid_from, ${t}.valid_to) @> ${at}`;

/**
 * Children ($1) get the posts of their parents ($2) at an instant ($4): of each kind the one whose grids give most land
 * ($3). What a child has of a kind stays.
 */
export const INHERIT_POSTS = `
  INSERT INTO post_grid (post_id, territory_id, county_id, valid_from)
  SELECT post_id, child, county_id, $4::timestamptz FROM (
    SELECT DISTINCT ON (t.child, p.kind) t.child, p.kind, g.post_id, g.county_id
    FROM unnest($1::uuid[], $2::uuid[], $3::float8[]) AS t (child, parent, land)
    JOIN post_grid g ON g.territory_id = t.parent AND ${inForce('g', '$4::timestamptz')}
    JOIN post p ON p.id = g.post_id AND (p.ended_at IS NULL OR p.ended_at > $4::timestamptz)
    WHERE NOT EXISTS (SELECT FROM post_grid own JOIN post o ON o.id = own.post_id
      WHERE own.territory_id = t.child AND o.kind = p.kind AND tstzrange(own.valid_from, own.valid_to) && tstzrange($4::timestamptz, NULL))
    ORDER BY t.child, p.kind, sum(t.land) OVER (PARTITION BY t.child, g.post_id) DESC, g.post_id) inherited`;

/**
 * Staff of ended parents ($2) that children ($1) took in whole (shares $3, at least $5) at an instant ($4), added to what
 * the children have themselves. After a split nobody knows who serves where: staff is set anew.
 */
export const FIND_JOINED_STAFF = `
  SELECT taken.child, taken.role, taken.county_id AS "countyId", taken.count + coalesce(own.count, 0) AS count, own.id AS "ownId",
    CASE WHEN own.id IS NULL OR own.source = taken.source THEN taken.source END AS source, least(taken.as_of, own.as_of) AS "asOf"
  FROM (SELECT t.child, s.role, sum(s.count)::int AS count, min(s.county_id::text) AS county_id,
      CASE WHEN count(DISTINCT s.source) = 1 THEN min(s.source) END AS source, min(s.as_of) AS as_of
    FROM unnest($1::uuid[], $2::uuid[], $3::float8[]) AS t (child, parent, of_parent)
    JOIN territory ended ON ended.id = t.parent AND ended.ended_at IS NOT NULL
    JOIN grid_staff s ON s.territory_id = t.parent AND ${inForce('s', '$4::timestamptz')}
    WHERE t.of_parent >= $5::float8 GROUP BY t.child, s.role) taken
  LEFT JOIN grid_staff own ON own.territory_id = taken.child AND own.role = taken.role AND ${inForce('own', '$4::timestamptz')}`;

export const CLOSE_STAFF = 'UPDATE grid_staff SET valid_to = $2::timestamptz WHERE id = ANY($1::uuid[])';

export const OPEN_STAFF = `
  INSERT INTO grid_staff (territory_id, county_id, role, count, source, as_of, valid_from)
  SELECT t.child, t.county_id, t.role, t.count, t.source, t.as_of::date, $7::timestamptz
  FROM unnest($1::uuid[], $2::uuid[], $3::staff_role[], $4::int[], $5::text[], $6::text[]) AS t (child, county_id, role, count, source, as_of)`;

const letGo = (table: 'post_grid' | 'grid_staff') => [
  // What was to begin later never does.
  `DELETE FROM ${table} WHERE territory_id = ANY($1::uuid[]) AND valid_from >= $2::timestamptz`,
  `UPDATE ${table} SET valid_to = $2::timestamptz
   WHERE territory_id = ANY($1::uuid[]) AND (valid_to IS NULL OR valid_to > $2::timestamptz)`,
];

export const LET_POSTS_GO = letGo('post_grid');
export const END_STAFF = letGo('grid_staff');

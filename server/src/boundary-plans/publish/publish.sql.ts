/** Identities of new leaves ($1, codes $2) of a partition ($3) of a county ($4), at the level of those that are there. */
export const OPEN_IDENTITIES = `
  INSERT INTO territory (id, partition, level, code, county_id, created_at)
  SELECT t.id, $3::territory_partition,
    CASE WHEN $3 = 'SOCIAL' THEN 'GRID'::territory_level ELSE 'POLICE_GRID'::territory_level END, t.code, $4::uuid, least(now(), $5::timestamptz)
  FROM unnest($1::uuid[], $2::text[]) AS t (id, code)`;

/** Versions of territories ($1) in force until further notice end at an instant ($2). */
export const CLOSE_VERSIONS = `
  UPDATE territory_version SET valid_to = $2::timestamptz WHERE territory_id = ANY($1::uuid[]) AND valid_to IS NULL`;

export const END_IDENTITIES = 'UPDATE territory SET ended_at = $2::timestamptz WHERE id = ANY($1::uuid[])';

/**
 * New versions of leaves from an instant ($13) on. Without a boundary of its own a leaf keeps that of the version that
 * ends then.
 */
export const OPEN_LEAVES = `
  INSERT INTO territory_version (id, territory_id, county_id, community_id, police_area_id, parent_id, partition, level, code, name, kind,
    is_leaf, boundary, anchor, area_square_metres, households, households_source, households_as_of, border_words, valid_from)
  SELECT n.id, n.territory_id, $14::uuid, n.community_id, n.police_area_id, n.parent_id, $15::territory_partition, t.level, n.code, n.name, n.kind, true,
    n.boundary, n.anchor, n.area, n.households, n.source, n.as_of, n.words, $13::timestamptz
  FROM (SELECT g.id, g.territory_id, g.community_id, g.police_area_id, g.parent_id, g.code, g.name, g.kind, coalesce(ST_Multi(g.boundary::geometry), was.boundary) AS boundary,
      coalesce(g.anchor::geometry, was.anchor) AS anchor, coalesce(g.area, was.area_square_metres) AS area, g.households, g.source, g.as_of::date, g.words::jsonb
    FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::grid_kind[], $7::text[], $8::text[], $9::int[], $10::text[],
      $11::timestamptz[], $12::text[], $16::float8[], $17::uuid[], $18::uuid[])
      AS g (id, territory_id, parent_id, code, name, kind, boundary, anchor, households, source, as_of, words, area, community_id, police_area_id)
    LEFT JOIN territory_version was ON was.territory_id = g.territory_id AND was.valid_to = $13::timestamptz) n
  JOIN territory t ON t.id = n.territory_id`;

/** New versions of upper levels from an instant ($6) on, with another extent, another sum of households, or both. */
export const OPEN_UPPERS = `
  INSERT INTO territory_version (id, territory_id, county_id, community_id, police_area_id, parent_id, partition, level, code, name, kind,
    is_leaf, boundary, anchor, area_square_metres, households, households_source, households_as_of, valid_from)
  SELECT u.id, was.territory_id, was.county_id, was.community_id, was.police_area_id, was.parent_id, was.partition, was.level, was.code,
    was.name, was.kind, false, coalesce(ST_Multi(u.boundary::geometry), was.boundary), coalesce(u.anchor::geometry, was.anchor),
    CASE WHEN u.boundary IS NULL THEN was.area_square_metres ELSE ST_Area(u.boundary::geometry::geography) END,
    u.households, was.households_source, was.households_as_of, $6::timestamptz
  FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::int[]) AS u (id, territory_id, boundary, anchor, households)
  JOIN territory_version was ON was.territory_id = u.territory_id AND was.valid_to = $6::timestamptz`;

const at = (v: string) =>
  `(${v}.valid_from IS NULL OR ${v}.valid_from <= $2::timestamptz) AND (${v}.valid_to IS NULL OR ${v}.valid_to > $2::timestamptz)`;

/**
 * For leaves of \`of\` the upper territory of a level they lie in at the instant ($2): their parent, or by their anchor, as
 * imports link them. Upper by upper, so that the index of each boundary is made once.
 */
const linked = (level: 'COMMUNITY' | 'POLICE_AREA') =>
  `SELECT DISTINCT ON (of.id) of.id, u.territory_id FROM (SELECT territory_id, code, boundary FROM territory_version u
      WHERE u.level = '${level}' AND u.county_id = $3::uuid AND ${at('u')}) u
    JOIN of ON ST_Intersects(u.boundary, of.anchor) ORDER BY of.id, u.territory_id = of.parent_id DESC, u.code`;

const links = (of: string) =>
  `WITH of AS MATERIALIZED (${of}), community AS MATERIALIZED (${linked('COMMUNITY')}), area AS MATERIALIZED (${linked('POLICE_AREA')})
    SELECT of.id, of.community_id, of.police_area_id, community.territory_id AS "communityId", area.territory_id AS "policeAreaId"
    FROM of LEFT JOIN community ON community.id = of.id LEFT JOIN area ON area.id = of.id`;

/** Links from an instant ($2) on of leaves ($1) with these parents ($4) and anchors ($5; null: the present one's). */
export const FIND_LINKS = links(`SELECT t.id, t.parent_id, coalesce(t.anchor::geometry, was.anchor) AS anchor,
      NULL::uuid AS community_id, NULL::uuid AS police_area_id
    FROM unnest($1::uuid[], $4::uuid[], $5::text[]) AS t (id, parent_id, anchor)
    LEFT JOIN territory_version was ON was.territory_id = t.id AND was.valid_to = $2::timestamptz`);

/**
 * Leaves that a plan (of the partition $1) leaves as they are, but which lie in another community or police area from the
 * instant ($2) on.
 */
export const FIND_RELINKED = `
  SELECT * FROM (${links(`SELECT id, parent_id, anchor, community_id, police_area_id FROM territory_version v
      WHERE v.county_id = $3::uuid AND v.is_leaf AND v.partition <> $1::territory_partition AND v.valid_to IS NULL
      AND (v.valid_from IS NULL OR v.valid_from < $2::timestamptz)`)}) other
  WHERE (community_id, police_area_id) IS DISTINCT FROM ("communityId", "policeAreaId")`;

export const CLOSE_BY_ID =
  'UPDATE territory_version SET valid_to = $2::timestamptz WHERE id = ANY($1::uuid[])';

/** Versions like those that end ($1) at an instant ($4), with other links. */
export const OPEN_RELINKED = `
  INSERT INTO territory_version (id, territory_id, county_id, community_id, police_area_id, parent_id, partition, level, code, name, kind, is_leaf,
    boundary, anchor, area_square_metres, households, households_source, households_as_of, border_words, valid_from)
  SELECT gen_random_uuid(), v.territory_id, v.county_id, t.community_id, t.police_area_id, v.parent_id, v.partition, v.level, v.code, v.name, v.kind,
    v.is_leaf, v.boundary, v.anchor, v.area_square_metres, v.households, v.households_source, v.households_as_of, v.border_words, $4::timestamptz
  FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS t (id, community_id, police_area_id) JOIN territory_version v ON v.id = t.id`;

/** Grids of a plan's base ($1) and those it makes, by id ($2). */
export const NAME_GRIDS = `
  SELECT v.territory_id AS id, v.code, v.name FROM boundary_plan_base b JOIN territory_version v ON v.id = b.version_id
    WHERE b.plan_id = $1 AND v.territory_id = ANY($2::uuid[])
  UNION ALL
  SELECT grid_id, code, name FROM reserved_grid_code WHERE plan_id = $1 AND grid_id = ANY($2::uuid[])`;

/** Ids ($2) that stand for a grid outside the plan ($1). */
export const FIND_TAKEN_IDS = `
  SELECT t.id FROM territory t WHERE t.id = ANY($2::uuid[])
    AND NOT EXISTS (SELECT FROM boundary_plan_base b JOIN territory_version v ON v.id = b.version_id
      WHERE b.plan_id = $1 AND v.territory_id = t.id)
  UNION ALL
  SELECT grid_id FROM reserved_grid_code WHERE grid_id = ANY($2::uuid[]) AND plan_id <> $1`;

/** Codes of a partition ($1) that begin so ($2), given to whomever and whenever. */
export const FIND_CODES = `
  SELECT code FROM territory WHERE partition = $1::territory_partition AND starts_with(code, $2)
  UNION ALL
  SELECT code FROM reserved_grid_code WHERE partition = $1::territory_partition AND starts_with(code, $2)`;

export const RESERVE_CODES = `
  INSERT INTO reserved_grid_code (partition, code, plan_id, edit_id, grid_id, name)
  SELECT $1::territory_partition, t.code, $2::uuid, t.edit_id, t.grid_id, t.name
  FROM unnest($3::text[], $4::uuid[], $5::uuid[], $6::text[]) AS t (code, edit_id, grid_id, name)`;

/** Grids of a plan's base, and those with a code in it already. */
export const FIND_KNOWN_GRIDS = `
  SELECT v.territory_id AS id, v.name, v.parent_id AS "parentId" FROM boundary_plan_base b JOIN territory_version v ON v.id = b.version_id
    WHERE b.plan_id = $1
  UNION ALL
  SELECT grid_id, name, NULL FROM reserved_grid_code WHERE plan_id = $1`;

/** What is said about grids in edits in effect, in order. */
export const FIND_DESCRIBES = `
  SELECT c.value AS change, e.at FROM boundary_plan_edit e CROSS JOIN LATERAL jsonb_array_elements(e.body -> 'changes') WITH ORDINALITY AS c (value, n)
  WHERE e.plan_id = $1 AND NOT e.is_undone AND c.value ->> 'kind' = 'describe' ORDER BY e.sequence, c.n`;

/** Upper territories ($2) that a leaf of the partition ($1) may belong to, as they stand until further notice. */
export const FIND_PARENTS = `
  SELECT v.territory_id AS id, v.code, v.name FROM territory_version v
  WHERE v.partition = $1::territory_partition AND NOT v.is_leaf AND v.valid_to IS NULL AND v.territory_id = ANY($2::uuid[])`;

import type { Selection } from '../database/look-ahead.js';
import type { Parameters } from '../database/statement.js';
import { GRID_LEVELS, gridSelectionAt, inForce, postOfGrid } from '../territory/territory.sql.js';

/** Reads from rows of `territory_version`, as of an instant; without one, now. `problems` are worked out elsewhere. */
export const assignmentSelection = (at: Date | undefined): Selection => ({
  types: ['GridAssignment'],
  fields: {
    grid: {
      selection: () => gridSelectionAt(at),
      from: (t, grid) => `FROM territory_version ${grid} WHERE ${grid}.id = ${t}.id`,
    },
    station: postOfGrid('STATION', at),
    office: postOfGrid('OFFICE', at),
    liaisonStation: postOfGrid('LIAISON_STATION', at),
    staff: (t, parameters) => staffOf(t, at, parameters),
  },
});

const staffOf = (t: string, at: Date | undefined, parameters: Parameters) =>
  `(SELECT coalesce(json_agg(json_build_object('role', staff.role, 'count', staff.count, 'source', staff.source,
      'asOf', staff.as_of::timestamptz) ORDER BY staff.role), '[]')
    FROM grid_staff staff WHERE staff.territory_id = ${t}.territory_id AND ${inForce('staff', at, parameters)})`;

/** Grids in force, of a partition or those named, as `FROM … WHERE …` for the alias `r`. */
export const gridsInForce = (
  { partition, ids, at }: { partition?: string; ids?: readonly string[]; at: Date | undefined },
  parameters: Parameters,
) =>
  `FROM territory_version r WHERE r.level IN ${GRID_LEVELS} AND ${inForce('r', at, parameters)}` +
  (partition ? ` AND r.partition = ${parameters.add(partition, 'territory_partition')}` : '') +
  (ids ? ` AND r.territory_id = ANY(${parameters.add(ids, 'uuid[]')})` : '');

/** What the norms are held against: one row per grid of the partition ($1) in force at an instant ($2). */
export const GRID_FACTS = `
  SELECT g.territory_id AS id, g.partition, g.kind, g.households, g.parent_id AS "parentId", parent.name AS "parentName",
    coalesce((SELECT json_object_agg(s.role, s.count) FROM grid_staff s
      WHERE s.territory_id = g.territory_id AND tstzrange(s.valid_from, s.valid_to) @> $2::timestamptz), '{}') AS staff,
    EXISTS (SELECT FROM post_grid link JOIN post p ON p.id = link.post_id WHERE link.territory_id = g.territory_id
      AND p.kind IN ('STATION', 'OFFICE') AND (p.ended_at IS NULL OR p.ended_at > $2::timestamptz)
      AND tstzrange(link.valid_from, link.valid_to) @> $2::timestamptz) AS "hasPost"
  FROM territory_version g
  LEFT JOIN territory_version parent ON parent.territory_id = g.parent_id
    AND tstzrange(parent.valid_from, parent.valid_to) @> $2::timestamptz
  WHERE g.partition = $1::territory_partition AND g.level IN ${GRID_LEVELS}
    AND tstzrange(g.valid_from, g.valid_to) @> $2::timestamptz`;

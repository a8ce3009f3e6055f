import type { AssignmentFragment, PostKind, StaffRole } from '../../graphql/generated/studio/graphql.js';

/** Counted roles, in the order of a duty roster. */
export const roles = ['OFFICER', 'AUXILIARY', 'GRID_LEAD', 'GRID_WORKER'] as const satisfies StaffRole[];

/** Kinds of post that answer for a grid, one of each at most. */
export const assignedKinds = ['STATION', 'OFFICE', 'LIAISON_STATION'] as const satisfies PostKind[];
export type AssignedKind = (typeof assignedKinds)[number];

const fields = { STATION: 'station', OFFICE: 'office', LIAISON_STATION: 'liaisonStation' } as const;

/** The post of a kind that answers for the grid. */
export function getPost(assignment: AssignmentFragment, kind: AssignedKind): AssignmentFragment['station'] {
  return assignment[fields[kind]];
}

/** How many of a role the grid has; null: never said. */
export function getCount({ staff }: AssignmentFragment, role: StaffRole): number | null {
  return staff.find((each) => each.role === role)?.count ?? null;
}

/** One post's set of grids. */
export interface PostSet {
  /** Null: the grids that have none of the kind. */
  post: { id: string; name: string } | null;
  assignments: AssignmentFragment[];
  households: number;
  /** Stations whose land it holds: a liaison station's set may cross their lines. */
  stations: string[];
}

/** Grids by the post of a kind that answers for them: every post there is, by name, then those without. */
export function groupByPost(
  assignments: readonly AssignmentFragment[],
  posts: readonly { id: string; name: string }[],
  kind: AssignedKind,
): PostSet[] {
  const sets = new Map<string | null, PostSet>();
  const open = (post: { id: string; name: string } | null): PostSet => {
    const key = post?.id ?? null;
    const known = sets.get(key);
    if (known) return known;
    const set: PostSet = { post, assignments: [], households: 0, stations: [] };
    sets.set(key, set);
    return set;
  };
  posts.forEach(open);
  for (const assignment of assignments) {
    const set = open(getPost(assignment, kind) ?? null);
    set.assignments.push(assignment);
    set.households += assignment.grid.households ?? 0;
    const station = assignment.station?.name;
    if (station && !set.stations.includes(station)) set.stations.push(station);
  }
  const collator = new Intl.Collator('zh-CN', { numeric: true });
  return [...sets.values()].sort((a, b) =>
    a.post && b.post ? collator.compare(a.post.name, b.post.name) : Number(!a.post) - Number(!b.post),
  );
}

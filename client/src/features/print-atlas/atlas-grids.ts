import type {
  AssignmentFragment,
  AtlasPlanQuery,
  GridShapesQuery,
} from '../../graphql/generated/studio/graphql.js';
import type { GridShape } from '../../map/paper/grid-shapes.js';

type PlanGrid = NonNullable<AtlasPlanQuery['boundaryPlan']>['grids'][number];
type ForceGrid = GridShapesQuery['grids']['edges'][number]['node'];

/** A grid as a page shows it. */
export interface AtlasGrid extends GridShape {
  kind: 'BASIC' | 'DEDICATED';
  areaSquareMetres: number;
  households: number | null;
  householdsSource: string | null;
  householdsAsOf: string | null;
  /** Names of the posts that answer for it. */
  station: string | null;
  office: string | null;
  liaisonStation: string | null;
  /** By role; null: not set, as in a grid that a plan makes. */
  staff: Readonly<Record<string, number>> | null;
}

const fieldsOf = (grid: PlanGrid | ForceGrid) => ({
  id: grid.id,
  code: grid.code,
  name: grid.name,
  kind: grid.kind,
  boundary: grid.boundary as GridShape['boundary'],
  areaSquareMetres: grid.areaSquareMetres,
  households: grid.households,
  householdsSource: grid.householdsSource,
  householdsAsOf: grid.householdsAsOf,
});

/** By code; grids that have none yet after them, by name. */
const byCode = (a: AtlasGrid, b: AtlasGrid): number =>
  Number(!a.code) - Number(!b.code) ||
  (a.code < b.code ? -1 : a.code > b.code ? 1 : a.name < b.name ? -1 : 1);

/** The grids in force, with who answers for them. */
export function fromForce(
  grids: readonly ForceGrid[],
  assignments: readonly AssignmentFragment[],
): AtlasGrid[] {
  const byId = new Map(assignments.map((assignment) => [assignment.grid.id, assignment]));
  return grids
    .map((grid) => ({
      ...fieldsOf(grid),
      parentId: grid.parent?.id ?? null,
      parentName: grid.parent?.name ?? null,
      ...describe(byId.get(grid.id) ? [byId.get(grid.id)!] : [], false),
    }))
    .sort(byCode);
}

/** A plan's grids: those it makes have the posts that the grids they come from agree on, and nobody yet. */
export function fromPlan(
  grids: readonly PlanGrid[],
  assignments: readonly AssignmentFragment[],
): AtlasGrid[] {
  const byId = new Map(assignments.map((assignment) => [assignment.grid.id, assignment]));
  return grids
    .map((grid) => ({
      ...fieldsOf(grid),
      parentId: grid.parentId,
      parentName: grid.parentName,
      ...describe(
        (grid.isNew ? grid.from : [grid.id]).flatMap((id) => byId.get(id) ?? []),
        grid.isNew,
      ),
    }))
    .sort(byCode);
}

function describe(
  assignments: readonly AssignmentFragment[],
  isNew: boolean,
): Pick<AtlasGrid, 'station' | 'office' | 'liaisonStation' | 'staff'> {
  const agreed = (pick: (assignment: AssignmentFragment) => { name: string } | null): string | null => {
    const names = new Set(assignments.map((assignment) => pick(assignment)?.name ?? null));
    return names.size === 1 ? [...names][0]! : null;
  };
  const [only] = assignments;
  return {
    station: agreed(({ station }) => station),
    office: agreed(({ office }) => office),
    liaisonStation: agreed(({ liaisonStation }) => liaisonStation),
    staff:
      isNew || !only ? null : Object.fromEntries(only.staff.map(({ role, count }) => [role, count] as const)),
  };
}

/** Which of the grids get a page. */
export type AtlasScope =
  { kind: 'all' } | { kind: 'parent'; id: string } | { kind: 'chosen'; ids: readonly string[] };

export function listPages(grids: readonly AtlasGrid[], scope: AtlasScope): AtlasGrid[] {
  if (scope.kind === 'all') return [...grids];
  if (scope.kind === 'parent') return grids.filter(({ parentId }) => parentId === scope.id);
  const ids = new Set(scope.ids);
  return grids.filter(({ id }) => ids.has(id));
}

/** A list cut into pages of so many; none of them empty. */
export function cutIntoPages<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, page) =>
    items.slice(page * size, (page + 1) * size),
  );
}

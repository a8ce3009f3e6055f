import type { DistrictingInput, KeptBorders } from '../../graphql/generated/studio/graphql.js';
import type { Partition } from '../../state/overlays.js';

/** What may be asked for, as the form holds it. */
export interface DrawForm {
  /** Which grids are drawn anew: those chosen on the map, those under a community or town (`area`), or all. */
  scope: 'chosen' | 'area' | 'all';
  /** The community, police area, town or station; '' none yet. */
  areaId: string;
  /** How many new grids; null: as many as there are now. */
  districts: number | null;
  householdWeight: number;
  incidentWeight: number;
  streetWeight: number;
  areaWeight: number;
  keepBorders: KeptBorders;
  /** Grids of the scope that stay as they are. */
  keepGridIds: readonly string[];
  tolerancePercent: number;
  proposals: number;
  days: number;
  seconds: number;
}

export const defaultForm: DrawForm = {
  scope: 'chosen',
  areaId: '',
  districts: null,
  householdWeight: 1,
  incidentWeight: 0,
  streetWeight: 0,
  areaWeight: 0,
  keepBorders: 'COMMUNITY',
  keepGridIds: [],
  tolerancePercent: 10,
  proposals: 3,
  days: 90,
  seconds: 20,
};

export const weights = [
  ['householdWeight', 10],
  ['incidentWeight', 10],
  ['streetWeight', 10],
  ['areaWeight', 10],
] as const;

/** A grid with what it belongs to, two levels up. */
export interface ScopeGrid {
  id: string;
  parentId: string | null;
  upperId: string | null;
}

/** The grids that are to be drawn anew; those kept as they are included. */
export function listScope(
  { scope, areaId }: DrawForm,
  grids: readonly ScopeGrid[],
  chosenIds: readonly string[],
): string[] {
  if (scope === 'all') return grids.map(({ id }) => id);
  if (scope === 'area')
    return grids
      .filter(({ parentId, upperId }) => areaId !== '' && (parentId === areaId || upperId === areaId))
      .map(({ id }) => id);
  const known = new Set(grids.map(({ id }) => id));
  return chosenIds.filter((id) => known.has(id));
}

/** What keeps the question from being asked; a key of the catalogue, null when it can be. */
export function findProblem(
  form: DrawForm,
  scopeIds: readonly string[],
): 'noScope' | 'allKept' | 'noWeight' | null {
  if (scopeIds.length === 0) return 'noScope';
  if (scopeIds.every((id) => form.keepGridIds.includes(id))) return 'allKept';
  return weights.every(([key]) => form[key] === 0) ? 'noWeight' : null;
}

/** The form as the server takes it. `now`: epoch milliseconds. */
export function toInput(
  form: DrawForm,
  partition: Partition,
  scopeIds: readonly string[],
  now: number,
): DistrictingInput {
  const { scope, keepBorders, householdWeight, incidentWeight, streetWeight, areaWeight } = form;
  const kept = form.keepGridIds.filter((id) => scopeIds.includes(id));
  return {
    partition,
    gridIds: scope === 'all' ? null : [...scopeIds],
    districts: form.districts ?? scopeIds.length - kept.length,
    keepGridIds: kept,
    keepBorders,
    householdWeight,
    incidentWeight,
    streetWeight,
    areaWeight,
    from: new Date(now - form.days * 86_400_000).toISOString(),
    to: null,
    tolerance: form.tolerancePercent / 100,
    proposals: form.proposals,
    seconds: form.seconds,
  };
}

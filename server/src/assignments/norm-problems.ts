import type { GridKind, StaffRole, TerritoryPartition } from '../database/prisma/enums.js';
import { render, type Language, type MessageCode } from '../messages/index.js';
import type { NormProblem, NormProblemKind, StaffingNorms } from './assignments.types.js';

/** A grid as the norms see it. */
export interface GridFacts {
  id: string;
  partition: TerritoryPartition;
  kind: GridKind;
  households: number | null;
  parentId: string | null;
  parentName: string | null;
  staff: Partial<Record<StaffRole, number>>;
  /** A station or an office answers for it. */
  hasPost: boolean;
}

/** 村 and 社区 have norms of their own; the name tells them apart, as the statistical code does not everywhere. */
const isVillage = (name: string) => /村(民?委员?会)?$/.test(name);

/**
 * Where norms are missed, by grid. Officers and auxiliaries of a community or village count over all its grids, so the
 * whole of a partition is needed; what it lacks is said of each of its grids.
 */
export function findNormProblems(
  grids: readonly GridFacts[],
  norms: StaffingNorms,
  language: Language,
): Map<string, NormProblem[]> {
  const serving = sumByParent(grids);
  const problems = new Map<string, NormProblem[]>();
  for (const grid of grids) {
    const found: NormProblem[] = [];
    const add = (kind: NormProblemKind, code: MessageCode, expected?: number, actual?: number) => {
      const parameters = { name: grid.parentName ?? '', expected: expected ?? '', actual: actual ?? '' };
      const message = render(code, parameters, language);
      found.push({ kind, message, expected: expected ?? null, actual: actual ?? null });
    };
    const lacks = (kind: NormProblemKind, code: MessageCode, expected: number, actual = 0) => {
      if (actual < expected) add(kind, code, expected, actual);
    };
    const { staff } = grid;
    if (!grid.hasPost) add('NO_POST', 'normNoPost');
    if (grid.partition === 'POLICE')
      lacks('TOO_FEW_OFFICERS', 'normPoliceOfficers', norms.officersPerPoliceGrid, staff.OFFICER);
    else {
      checkSize(grid, norms, add);
      lacks('TOO_FEW_LEADS', 'normLeads', norms.leadsPerGrid, staff.GRID_LEAD);
      lacks('TOO_FEW_WORKERS', 'normWorkers', norms.workersPerGrid, staff.GRID_WORKER);
      if (grid.parentId !== null && grid.parentName !== null) {
        const { OFFICER: officers, AUXILIARY: auxiliaries } = serving.get(grid.parentId)!;
        const village = isVillage(grid.parentName);
        if (!village) lacks('TOO_FEW_OFFICERS', 'normOfficers', norms.officersPerCommunity, officers);
        const wanted = village ? norms.auxiliariesPerVillage : norms.auxiliariesPerCommunity;
        lacks('TOO_FEW_AUXILIARIES', 'normAuxiliaries', wanted, auxiliaries);
      }
    }
    problems.set(grid.id, found);
  }
  return problems;
}

/** A dedicated grid (an industrial park, a school) is cut by its use, not by households. */
function checkSize(
  { kind, households }: GridFacts,
  { householdsLow, householdsHigh }: StaffingNorms,
  add: (kind: NormProblemKind, code: MessageCode, expected?: number, actual?: number) => void,
): void {
  if (kind === 'DEDICATED') return;
  if (households === null) add('HOUSEHOLDS_UNKNOWN', 'normHouseholdsUnknown');
  else if (households < householdsLow)
    add('HOUSEHOLDS_BELOW', 'normHouseholdsBelow', householdsLow, households);
  else if (households > householdsHigh)
    add('HOUSEHOLDS_ABOVE', 'normHouseholdsAbove', householdsHigh, households);
}

function sumByParent(grids: readonly GridFacts[]): Map<string, { OFFICER: number; AUXILIARY: number }> {
  const sums = new Map<string, { OFFICER: number; AUXILIARY: number }>();
  for (const { parentId, staff } of grids) {
    if (parentId === null) continue;
    const sum = sums.get(parentId) ?? { OFFICER: 0, AUXILIARY: 0 };
    sum.OFFICER += staff.OFFICER ?? 0;
    sum.AUXILIARY += staff.AUXILIARY ?? 0;
    sums.set(parentId, sum);
  }
  return sums;
}

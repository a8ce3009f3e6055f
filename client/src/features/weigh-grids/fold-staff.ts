import type { PlanBody } from '../edit-grids/document/plan-body.js';

/** Posts filled in a grid, by role. */
export type Staff = Readonly<Record<'OFFICER' | 'AUXILIARY' | 'GRID_LEAD' | 'GRID_WORKER', number>>;

export const nobody: Staff = { OFFICER: 0, AUXILIARY: 0, GRID_LEAD: 0, GRID_WORKER: 0 };

/**
 * Who the plan would leave where, as publishing passes them on: grids that become one keep all; a new grid has nobody
 * until somebody is assigned.
 */
export function foldStaff(
  now: ReadonlyMap<string, Staff>,
  bodies: readonly PlanBody[],
): ReadonlyMap<string, Staff> {
  const staff = new Map(now);
  for (const change of bodies.flatMap(({ changes }) => changes))
    if (change.kind === 'merge') {
      const all = change.grids.map((id) => staff.get(id) ?? nobody).reduce(add, nobody);
      change.grids.forEach((id) => staff.delete(id));
      staff.set(change.into, all);
    } else if (change.kind === 'replace') change.remove.forEach((id) => staff.delete(id));
  return staff;
}

function add(a: Staff, b: Staff): Staff {
  return {
    OFFICER: a.OFFICER + b.OFFICER,
    AUXILIARY: a.AUXILIARY + b.AUXILIARY,
    GRID_LEAD: a.GRID_LEAD + b.GRID_LEAD,
    GRID_WORKER: a.GRID_WORKER + b.GRID_WORKER,
  };
}

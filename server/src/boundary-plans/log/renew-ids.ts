import { v7 as uuidv7 } from 'uuid';
import type { PlanChange, PlanEditBody } from './body.types.js';

/** The same edits with other ids for the grids they make; those of the base keep theirs. */
export function renewIds(bodies: readonly PlanEditBody[], base: ReadonlySet<string>): PlanEditBody[] {
  const renewed = new Map<string, string>();
  const idOf = (id: string): string => {
    if (base.has(id)) return id;
    const fresh = renewed.get(id) ?? uuidv7();
    renewed.set(id, fresh);
    return fresh;
  };
  return bodies.map(({ label, changes }) => ({
    label,
    changes: changes.map((change) => renew(change, idOf)),
  }));
}

function renew(change: PlanChange, idOf: (id: string) => string): PlanChange {
  switch (change.kind) {
    case 'split':
      return { ...change, grid: idOf(change.grid), into: [idOf(change.into[0]), idOf(change.into[1])] };
    case 'merge':
      return { ...change, grids: change.grids.map(idOf), into: idOf(change.into) };
    case 'carve':
      return { ...change, into: idOf(change.into), ...(change.from ? { from: change.from.map(idOf) } : {}) };
    case 'replace':
      return {
        ...change,
        remove: change.remove.map(idOf),
        add: change.add.map(({ id, parts }) => ({ id: idOf(id), parts })),
      };
    case 'describe':
      return { ...change, grid: idOf(change.grid) };
    default:
      return change;
  }
}

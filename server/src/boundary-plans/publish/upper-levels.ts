import type { Step } from '@maplebridge/engine/topology/tiling.types';
import type { MultiPolygon } from 'geojson';
import type { Context } from '../../context.js';
import type { ComposedPlan } from '../compose/compose-plan.js';
import type { UpperGroup } from '../worker/protocol.js';

/** An upper territory that is not what it was: another extent, another sum of households, or both. */
export interface ChangedUpper {
  id: string;
  /** Null: as before. */
  boundary: MultiPolygon | null;
  middle: Step | null;
  households: number | null;
}

interface UpperRow {
  id: string;
  parentId: string | null;
  households: number | null;
}

interface Tally {
  before: string[];
  after: string[];
  householdsBefore: number | null;
  householdsAfter: number | null;
  isTouched: boolean;
}

const LIST_UPPERS = `
  SELECT territory_id AS id, parent_id AS "parentId", households FROM territory_version
  WHERE county_id = $1 AND partition = $2::territory_partition AND NOT is_leaf AND valid_to IS NULL`;

/** What a plan makes of the levels above its grids. */
export async function planUppers(
  { database, viewer, plans }: Context,
  { plan, base, grids, removed }: ComposedPlan,
): Promise<ChangedUpper[]> {
  const rows = await database.read(viewer, (session) =>
    session.query<UpperRow>(LIST_UPPERS, [plan.countyId, plan.partition]),
  );
  const upperOf = new Map(rows.map((row) => [row.id, row]));
  const tallies = new Map<string, Tally>();
  const above = (parentId: string | null): Tally[] => {
    const found: Tally[] = [];
    // A tree is a few levels high; a loop in it must not hang us.
    for (let id = parentId, level = 0; id !== null && level < 10; level++) {
      const upper = upperOf.get(id);
      if (!upper) break;
      const tally = tallies.get(id) ?? {
        before: [],
        after: [],
        householdsBefore: null,
        householdsAfter: null,
        isTouched: false,
      };
      tallies.set(id, tally);
      found.push(tally);
      id = upper.parentId;
    }
    return found;
  };
  const gone = new Set(removed);
  for (const { id, parentId, households } of base)
    for (const tally of above(parentId)) {
      tally.before.push(id);
      tally.householdsBefore = plus(tally.householdsBefore, households);
      if (gone.has(id)) tally.isTouched = true;
    }
  const parentBefore = new Map(base.map(({ id, parentId }) => [id, parentId]));
  for (const { id, parentId, households, isNew, shape } of grids) {
    const isMoved = parentBefore.get(id) !== parentId;
    for (const tally of above(parentId)) {
      tally.after.push(id);
      tally.householdsAfter = plus(tally.householdsAfter, households);
      if (isNew || shape || isMoved) tally.isTouched = true;
    }
    if (isMoved && !isNew) for (const tally of above(parentBefore.get(id)!)) tally.isTouched = true;
  }
  const groups: UpperGroup[] = [...tallies]
    .filter(([, { isTouched, after }]) => isTouched && after.length > 0)
    .map(([id, { before, after }]) => ({ id, before, after }));
  const dissolved = groups.length > 0 ? await plans.ask(plan.id, 'dissolve', { groups }) : [];
  const shapeOf = new Map(dissolved.map((shape) => [shape.id, shape]));
  return [...tallies].flatMap(([id, { householdsBefore, householdsAfter }]) => {
    const shape = shapeOf.get(id);
    if (!shape && householdsBefore === householdsAfter) return [];
    return [
      {
        id,
        boundary: shape?.boundary ?? null,
        middle: shape?.middle ?? null,
        households: householdsBefore === householdsAfter ? upperOf.get(id)!.households : householdsAfter,
      },
    ];
  });
}

const plus = (sum: number | null, more: number | null) => (more === null ? sum : (sum ?? 0) + more);

import { measureShape } from '@maplebridge/engine/tally/measures';
import { PointSums } from '@maplebridge/engine/tally/point-sums';
import { overlay } from '@maplebridge/engine/topology/overlay/overlay';
import type { MultiPolygon } from 'geojson';
import { OpenPlan } from './open-plan.js';
import type { CallName, PlanCalls, Sync, WeightedPoints } from './protocol.js';

type Answers = {
  [N in CallName]: (request: Parameters<PlanCalls[N]>[0]) => ReturnType<PlanCalls[N]>;
};

const plans = new Map<string, OpenPlan>();
let buildings: { key: string; sums: PointSums | null } = { key: '', sums: null };

export const answers: Answers = {
  edit({ sync, edits }) {
    const plan = brought(sync);
    const outcomes = [];
    for (const edit of edits) {
      const outcome = plan.edit(edit);
      outcomes.push(outcome);
      if (!outcome.ok) break;
    }
    return outcomes;
  },
  replay({ sync, edits }) {
    const plan = brought(sync);
    return edits.map((edit) => plan.edit(edit));
  },
  shape: ({ sync }) => brought(sync).shape(buildings.sums),
  check: ({ sync }) => brought(sync).check(),
  dissolve: ({ sync, groups }) => brought(sync).dissolve(groups),
  takePoints({ key, households }) {
    buildings = { key, sums: households.length > 0 ? new PointSums(households, 1) : null };
  },
  measure({ areas, points }) {
    const sums = points.map(sumsOf);
    return areas.map(({ id, boundary }) => {
      const { areaSquareMetres, compactness, parts } = measureShape(boundary);
      return { id, areaSquareMetres, compactness, parts, sums: sumAll(sums, boundary) };
    });
  },
  compare({ left, right, points }) {
    const sums = points.map(sumsOf);
    return overlay(left, right)
      .filter(({ a, b }) => a !== b)
      .map(({ a, b, boundary, areaSquareMetres }) => ({
        from: a,
        to: b,
        boundary,
        areaSquareMetres,
        sums: sumAll(sums, boundary),
      }));
  },
  forget({ key }) {
    plans.delete(key);
  },
};

/** The plan at the place in its log that is asked for. */
function brought({ key, base, keep, add }: Sync): OpenPlan {
  if (base) plans.set(key, new OpenPlan(base));
  const plan = plans.get(key);
  if (!plan) throw new Error(`The plan ${key} is not open.`);
  plan.keep(keep);
  for (const edit of add) {
    const outcome = plan.edit(edit);
    // What was accepted once fits again: the log alone decides what a plan is.
    if (!outcome.ok) throw new Error(`Edit ${edit.id} of plan ${key}: ${outcome.refusal.reason}.`);
  }
  return plan;
}

const sumsOf = ({ points, columns }: WeightedPoints) => new PointSums(points, columns);
const sumAll = (sums: PointSums[], boundary: MultiPolygon) =>
  sums.map((set) => Array.from(set.sumIn(boundary)));

import { balanceOf, workloadsOf } from '@maplebridge/engine/tally/workload';
import type { MultiPolygon } from 'geojson';
import { findNormProblems } from '../../assignments/norm-problems.js';
import { readNorms } from '../../assignments/staffing-norms.js';
import type { StaffingNorms } from '../../assignments/assignments.types.js';
import type { Context } from '../../context.js';
import { Refusal } from '../../errors.js';
import type {
  GridChange,
  GridFigures,
  PlanBalance,
  PlanComparison,
  PlanComparisonRow,
  PlanParcel,
} from './comparison.types.js';
import { composePlan } from '../compose/compose-plan.js';
import type { Measured, WeightedPoints } from '../worker/protocol.js';
import { loadTallied, type Tallied } from './plan-points.js';
import { openOtherSide, openPlanSide, type Side, type SideGrid } from './side.js';

/** Smaller pieces come of rounding. */
const LEAST_SQUARE_METRES = 1;
const MOST_PARCELS = 5000;

export interface ComparisonRequest {
  left: string | null;
  right: string | null;
  from?: Date | null | undefined;
  to?: Date | null | undefined;
}

/** What a plan changes, against the boundaries in force or another plan. */
export async function comparePlans(
  context: Context,
  { left: leftId, right: rightId, from, to }: ComparisonRequest,
): Promise<PlanComparison> {
  const [was, is] = [await openPlan(context, leftId), await openPlan(context, rightId)];
  const partition = (was ?? is)?.plan.partition ?? 'SOCIAL';
  const left = was ? await openPlanSide(context, was) : await openOtherSide(context, is, partition);
  const right = is ? await openPlanSide(context, is) : await openOtherSide(context, was, partition);
  if (left.partition !== right.partition) throw new Refusal('BAD_USER_INPUT', 'planOtherPartition');
  const tallied = await loadTallied(context, from, to);
  const norms = await context.database.read(context.viewer, readNorms);
  const [before, after] = [
    await measureSide(context, left, tallied, norms),
    await measureSide(context, right, tallied, norms),
  ];
  const parcels = await findParcels(context, left, right, tallied);
  return {
    rows: rowsOf(left, right, before.figures, after.figures, parcels),
    parcels: parcels.slice(0, MOST_PARCELS),
    before: before.balance,
    after: after.balance,
  };
}

const openPlan = (context: Context, id: string | null) => (id === null ? null : composePlan(context, id));

/** Households, those reached and those of which it is known; incidents; risk points. */
function pointSets({ households, incidents, riskPoints }: Tallied): WeightedPoints[] {
  const weighted: number[] = [];
  for (let i = 0; i < households.length; i += 4) {
    const [count, covered] = [households[i + 2]!, households[i + 3]!];
    weighted.push(
      households[i]!,
      households[i + 1]!,
      count,
      covered === 1 ? count : 0,
      covered >= 0 ? count : 0,
    );
  }
  const places: number[] = [];
  for (let i = 0; i < riskPoints.length; i += 3) places.push(riskPoints[i]!, riskPoints[i + 1]!);
  return [
    { points: weighted, columns: 3 },
    { points: incidents, columns: 0 },
    { points: places, columns: 0 },
  ];
}

async function measureSide(
  { plans, language }: Context,
  { partition, grids }: Side,
  tallied: Tallied,
  norms: StaffingNorms,
): Promise<{ figures: Map<string, GridFigures>; balance: PlanBalance }> {
  const measured = await plans.measure({
    areas: grids.map(({ id, boundary }) => ({ id, boundary: boundary as MultiPolygon })),
    points: pointSets(tallied),
  });
  const loads = grids.map(({ households }, i) => {
    const [[built], [incidents], [riskPoints]] = measured[i]!.sums as [number[], number[], number[]];
    return { households: households ?? built!, incidents: incidents!, riskPoints: riskPoints! };
  });
  const workloads = workloadsOf(loads, {
    households: norms.workloadHouseholds,
    incidents: norms.workloadIncidents,
    riskPoints: norms.workloadRiskPoints,
  });
  const figures = grids.map((grid, i) => figuresOf(grid, measured[i]!, workloads[i]!));
  const problems = findNormProblems(
    grids.map((grid) => ({ ...grid, partition, hasPost: true })),
    norms,
    language,
  );
  const kinds = [...problems.values()].map((found) => found.map(({ kind }) => kind));
  const { mean, largestDeviation, coefficientOfVariation } = balanceOf(workloads);
  return {
    figures: new Map(grids.map(({ id }, i) => [id, figures[i]!])),
    balance: {
      grids: grids.length,
      meanWorkload: mean,
      largestDeviation,
      coefficientOfVariation,
      meanCompactness:
        figures.reduce((sum, { compactness }) => sum + compactness, 0) / Math.max(1, grids.length),
      outOfSize: kinds.filter((of) => of.includes('HOUSEHOLDS_BELOW') || of.includes('HOUSEHOLDS_ABOVE'))
        .length,
      understaffed: kinds.filter((of) => of.some((kind) => kind.startsWith('TOO_FEW'))).length,
    },
  };
}

function figuresOf(
  { households, staff }: SideGrid,
  { areaSquareMetres, compactness, parts, sums }: Measured,
  workload: number,
): GridFigures {
  const [[built, reached, known], [incidents], [riskPoints]] = sums as [number[], number[], number[]];
  return {
    households: households ?? (built! > 0 ? Math.round(built!) : null),
    incidents: incidents!,
    riskPoints: riskPoints!,
    areaSquareMetres,
    compactness,
    parts,
    coverShare: known! > 0 ? reached! / known! : null,
    officers: staff.OFFICER ?? 0,
    auxiliaries: staff.AUXILIARY ?? 0,
    gridWorkers: staff.GRID_WORKER ?? 0,
    workload,
  };
}

function rowsOf(
  left: Side,
  right: Side,
  before: ReadonlyMap<string, GridFigures>,
  after: ReadonlyMap<string, GridFigures>,
  parcels: PlanParcel[],
): PlanComparisonRow[] {
  const moved = new Set(parcels.flatMap(({ fromGridId, toGridId }) => [fromGridId, toGridId]));
  const was = new Map(left.grids.map((grid) => [grid.id, grid]));
  const is = new Map(right.grids.map((grid) => [grid.id, grid]));
  const rows = [...left.grids, ...right.grids.filter(({ id }) => !was.has(id))].map(({ id }) => {
    const { code, name } = (is.get(id) ?? was.get(id))!;
    return {
      gridId: id,
      code,
      name,
      change: changeOf(was.get(id), is.get(id), moved.has(id)),
      before: before.get(id) ?? null,
      after: after.get(id) ?? null,
    };
  });
  return rows.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}

function changeOf(was: SideGrid | undefined, is: SideGrid | undefined, isMoved: boolean): GridChange {
  if (!was) return 'NEW';
  if (!is) return 'ENDED';
  const isSame =
    was.name === is.name &&
    was.kind === is.kind &&
    was.parentId === is.parentId &&
    was.households === is.households &&
    !isMoved;
  return isSame ? 'UNCHANGED' : 'CHANGED';
}

/** Land that is another grid's on the right; only grids written otherwise are laid over each other. */
async function findParcels(
  { plans }: Context,
  left: Side,
  right: Side,
  tallied: Tallied,
): Promise<PlanParcel[]> {
  const writtenOn = (side: Side) =>
    new Map(side.grids.map(({ id, boundary }) => [id, JSON.stringify(boundary)]));
  const [was, is] = [writtenOn(left), writtenOn(right)];
  const shapes = ({ grids }: Side) =>
    grids
      .filter(({ id }) => was.get(id) !== is.get(id))
      .map(({ id, boundary }) => ({ id, boundary: boundary as MultiPolygon }));
  const [before, after] = [shapes(left), shapes(right)];
  if (before.length + after.length === 0) return [];
  const moved = await plans.compare({ left: before, right: after, points: pointSets(tallied) });
  const nameOn = (side: Side) => new Map(side.grids.map(({ id, name }) => [id, name]));
  const [names, newNames] = [nameOn(left), nameOn(right)];
  return moved
    .filter(({ areaSquareMetres }) => areaSquareMetres >= LEAST_SQUARE_METRES)
    .sort((a, b) => b.areaSquareMetres - a.areaSquareMetres)
    .map(({ from, to, boundary, areaSquareMetres, sums }) => ({
      fromGridId: from,
      toGridId: to,
      fromName: from === null ? null : (names.get(from) ?? null),
      toName: to === null ? null : (newNames.get(to) ?? null),
      boundary,
      areaSquareMetres,
      households: Math.round(sums[0]![0]!),
      incidents: sums[1]![0]!,
      riskPoints: sums[2]![0]!,
    }));
}

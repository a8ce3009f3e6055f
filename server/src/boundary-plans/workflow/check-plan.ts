import { STEPS_PER_DEGREE } from '@maplebridge/engine/coordinates/round';
import type { TilingFault } from '@maplebridge/engine/topology/tiling.types';
import type { Point } from 'geojson';
import { findNormProblems } from '../../assignments/norm-problems.js';
import { readNorms } from '../../assignments/staffing-norms.js';
import type { StaffingNorms } from '../../assignments/assignments.types.js';
import type { Context } from '../../context.js';
import { render, type MessageCode, type MessageParameters } from '../../messages/index.js';
import type { PlanCheck, PlanFault } from '../boundary-plans.types.js';
import { openBaseSide, openPlanSide, type Side } from '../compare/side.js';
import { composePlan, type ComposedGrid, type ComposedPlan } from '../compose/compose-plan.js';
import { readScheme } from '../log/code-scheme.js';
import { LIST_PARENT_CODES } from './workflow.sql.js';

const LEAST_COMPACTNESS = 0.15;
const MOST_TOLD = 500;

const words: Record<TilingFault['kind'], MessageCode> = {
  GAP: 'planFaultGap',
  OVERLAP: 'planFaultOverlap',
  CROSSING: 'planFaultCrossing',
  IN_PIECES: 'planFaultInPieces',
  UNMATCHED_EDGE: 'planFaultUnmatchedEdge',
  INVALID_RING: 'planFaultInvalidRing',
};

type Tell = (
  kind: string,
  message: MessageCode,
  grids: readonly ComposedGrid[],
  parameters?: MessageParameters,
) => PlanFault;

/** What forbids a plan to go on, and what a reviewer should look at. */
export async function checkPlan(
  context: Context,
  planId: string,
): Promise<PlanCheck & { changed: number; composed: ComposedPlan }> {
  const { database, viewer, plans, language } = context;
  const found = await plans.ask(planId, 'check', {});
  const composed = await composePlan(context, planId);
  const { norms, parents } = await database.read(viewer, async (session) => ({
    norms: await readNorms(session),
    parents: new Map(
      (
        await session.query<{ id: string; code: string }>(LIST_PARENT_CODES, [
          [...new Set(composed.grids.map(({ parentId }) => parentId))].filter((id) => id !== null),
        ])
      ).map(({ id, code }) => [id, code]),
    ),
  }));
  const gridOf = new Map(composed.grids.map((grid) => [grid.id, grid]));
  const tell: Tell = (kind, message, grids, parameters = {}) => ({
    kind,
    message: render(message, { grids: nameThem(grids), at: '', ...parameters }, language),
    gridIds: grids.map(({ id }) => id),
    location: grids[0]?.shape ? pointAt(grids[0].shape.middle) : null,
    areaSquareMetres: null,
  });
  const faults = [
    ...found.slice(0, MOST_TOLD).map((fault): PlanFault => {
      const grids = fault.grids.flatMap((id) => gridOf.get(id) ?? []);
      const location = pointAt(fault.at);
      const at = ` (${location.coordinates.map((degrees) => degrees.toFixed(5)).join(', ')})`;
      return {
        ...tell(fault.kind, words[fault.kind], grids, { at }),
        gridIds: fault.grids,
        location,
        areaSquareMetres: fault.areaSquareMetres,
      };
    }),
    ...nameFaults(composed, tell),
    ...upperFaults(composed, tell),
  ].slice(0, MOST_TOLD);
  const tooFew = await staffWarnings(context, composed, norms, tell);
  const warnings = composed.grids
    .filter(({ isChanged }) => isChanged)
    .flatMap((grid) => [
      ...sizeWarnings(grid, composed, norms, tell),
      ...shapeWarnings(grid, tell),
      ...codeWarnings(grid, composed, norms, parents, tell),
      ...(tooFew.get(grid.id) ?? []),
    ])
    .slice(0, MOST_TOLD);
  const changed = composed.grids.filter(({ isChanged }) => isChanged).length + composed.removed.length;
  return { isSound: faults.length === 0, faults, warnings, changed, composed };
}

/** Upper territories that would lose their last grid, and with it their land. */
function upperFaults({ base, grids, names }: ComposedPlan, tell: Tell): PlanFault[] {
  const kept = new Set(grids.map(({ parentId }) => parentId));
  const before = new Set(base.map(({ parentId }) => parentId));
  return [...before]
    .filter((id) => id !== null && !kept.has(id))
    .map((id) => tell('UPPER_EMPTY', 'planFaultUpperEmpty', [], { name: names.get(id!) ?? '' }));
}

/** Only what the plan has touched: nobody has to put right what others left. */
function nameFaults({ grids, base, names }: ComposedPlan, tell: Tell): PlanFault[] {
  const changed = grids.filter(({ isChanged }) => isChanged);
  const hadNoParent = new Set(base.filter(({ parentId }) => parentId === null).map(({ id }) => id));
  const byName = new Map<string, ComposedGrid[]>();
  for (const grid of grids) {
    const key = `${grid.parentId} ${grid.name}`;
    byName.set(key, [...(byName.get(key) ?? []), grid]);
  }
  return [
    ...changed
      .filter(({ name }) => name.trim() === '')
      .map((grid) => tell('NAME_MISSING', 'planFaultNameMissing', [grid])),
    ...[...byName.values()]
      .filter((same) => same.length > 1 && same.some(({ isChanged }) => isChanged) && same[0]!.name !== '')
      .map((same) =>
        tell('NAME_TWICE', 'planFaultNameTwice', same, {
          name: same[0]!.name,
          parent: names.get(same[0]!.parentId ?? '') ?? '',
        }),
      ),
    ...changed
      .filter(
        ({ id, parentId, from }) =>
          parentId === null && ![id, from[0]?.id ?? ''].some((one) => hadNoParent.has(one)),
      )
      .map((grid) => tell('NO_PARENT', 'planFaultNoParent', [grid])),
  ];
}

function sizeWarnings(
  grid: ComposedGrid,
  { plan }: ComposedPlan,
  { householdsLow: low, householdsHigh: high }: StaffingNorms,
  tell: Tell,
): PlanFault[] {
  const { households, kind, reckoned } = grid;
  const warnings: PlanFault[] = [];
  if (reckoned === 'AREA') warnings.push(tell('HOUSEHOLDS_ESTIMATED', 'planWarnHouseholdsEstimated', [grid]));
  if (plan.partition !== 'SOCIAL' || kind !== 'BASIC') return warnings;
  if (households === null) warnings.push(tell('HOUSEHOLDS_UNKNOWN', 'planWarnHouseholdsUnknown', [grid]));
  else if (households < low)
    warnings.push(tell('HOUSEHOLDS_BELOW', 'planWarnHouseholdsBelow', [grid], { households, low }));
  else if (households > high)
    warnings.push(tell('HOUSEHOLDS_ABOVE', 'planWarnHouseholdsAbove', [grid], { households, high }));
  return warnings;
}

function shapeWarnings(grid: ComposedGrid, tell: Tell): PlanFault[] {
  const { shape } = grid;
  if (!shape?.isMoved) return [];
  const warnings: PlanFault[] = [];
  if (shape.compactness < LEAST_COMPACTNESS)
    warnings.push(
      tell('COMPACTNESS', 'planWarnCompactness', [grid], { value: shape.compactness.toFixed(2) }),
    );
  if (shape.parts > 1) warnings.push(tell('IN_PARTS', 'planWarnInParts', [grid], { parts: shape.parts }));
  return warnings;
}

/** Norms that grids will miss, with the staff that they keep or are handed on, where that is the plan's doing. */
async function staffWarnings(
  context: Context,
  composed: ComposedPlan,
  norms: StaffingNorms,
  tell: Tell,
): Promise<Map<string, PlanFault[]>> {
  const problemsOn = ({ partition, grids }: Side) =>
    findNormProblems(
      grids.map((grid) => ({ ...grid, partition, hasPost: true })),
      norms,
      context.language,
    );
  const before = problemsOn(await openBaseSide(context, composed));
  const after = problemsOn(await openPlanSide(context, composed));
  return new Map(
    composed.grids
      .filter(({ shape, isNew }) => isNew || shape?.isMoved)
      .map((grid) => {
        const missedBefore = before.get(grid.isNew ? (grid.from[0]?.id ?? '') : grid.id) ?? [];
        const known = new Set(missedBefore.map(({ kind }) => kind));
        const missed = (after.get(grid.id) ?? []).filter(
          ({ kind }) => kind.startsWith('TOO_FEW') && !known.has(kind),
        );
        return [
          grid.id,
          missed.map(({ kind, message }) => tell(kind, 'planWarnNorm', [grid], { problem: message })),
        ];
      }),
  );
}

function codeWarnings(
  grid: ComposedGrid,
  { plan, base, names }: ComposedPlan,
  { socialCode, policeCode }: StaffingNorms,
  parents: ReadonlyMap<string, string>,
  tell: Tell,
): PlanFault[] {
  const parentCode = grid.parentId === null ? undefined : parents.get(grid.parentId);
  const isMoved = grid.isNew || base.find(({ id }) => id === grid.id)?.parentId !== grid.parentId;
  if (parentCode === undefined || !isMoved) return [];
  const prefix = readScheme(plan.partition === 'SOCIAL' ? socialCode : policeCode).prefix(parentCode);
  return grid.code.startsWith(prefix)
    ? []
    : [
        tell('CODE_OFF_SCHEME', 'planWarnCodeOffScheme', [grid], {
          parent: names.get(grid.parentId!) ?? parentCode,
        }),
      ];
}

const nameThem = (grids: readonly ComposedGrid[]) =>
  grids
    .slice(0, 10)
    .map(({ name, code }) => name || code)
    .join('、') || '—';

const pointAt = ([x, y]: readonly [number, number]): Point => ({
  type: 'Point',
  coordinates: [x / STEPS_PER_DEGREE, y / STEPS_PER_DEGREE],
});

import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { CELL, ORIGIN } from './seed.js';
import type { TestApi } from './server.js';

export interface PlanGrid {
  id: string;
  code: string;
  name: string;
  kind: string;
  parentId: string | null;
  boundary: { coordinates: number[][][][] };
  areaSquareMetres: number;
  households: number | null;
  householdsSource: string | null;
  isNew: boolean;
  isChanged: boolean;
  from: string[];
}
export interface Plan {
  id: string;
  number: string;
  state: string;
  version: number;
  stale: boolean;
  isInForce: boolean;
  effectiveAt: string | null;
  editCount: number;
  undoneCount: number;
}
export interface PlanEdit {
  id: string;
  sequence: number;
  label: string;
  body: { label: string; changes: object[] };
  isUndone: boolean;
  codes: { gridId: string; code: string; name: string }[];
}

const PLAN = 'id number state version stale isInForce effectiveAt editCount undoneCount';
const EDIT = 'id sequence label body isUndone codes { gridId code name }';

/** A place of the seeded county in columns and rows, in whole steps. */
export const at = (column: number, row: number): [number, number] => [
  Math.round((ORIGIN.longitude + column * CELL) * 1e7),
  Math.round((ORIGIN.latitude + row * CELL) * 1e7),
];

/** A new id as a client makes it. */
export const newId = (): string => randomUUID();

/** What people do to plans, over the API. */
export function planActions(api: TestApi) {
  const refusalOf = async (document: string, variables: object) => {
    const { errors } = await api.execute(document, variables);
    expect(errors, JSON.stringify(errors)).toHaveLength(1);
    return `${errors![0]!.extensions.code} ${errors![0]!.message}`;
  };
  const editing = (verb: string, type: string) =>
    `mutation ($input: ${type}!) { ${verb}(input: $input) { plan { ${PLAN} } edits { ${EDIT} } } }`;
  const documents = {
    create: `mutation ($input: CreateBoundaryPlanInput!) { createBoundaryPlan(input: $input) { ${PLAN} } }`,
    edit: editing('editBoundaryPlan', 'EditBoundaryPlanInput'),
    undo: editing('undoPlanEdit', 'PlanVersionInput'),
    redo: editing('redoPlanEdit', 'PlanVersionInput'),
    step: `mutation ($input: ChangePlanStateInput!) { changePlanState(input: $input) { ${PLAN} } }`,
    rebase: `mutation ($input: PlanVersionInput!) { rebaseBoundaryPlan(input: $input) { plan { ${PLAN} } dropped { reason edit { label } } } }`,
  };
  type Payload = { plan: Plan; edits: PlanEdit[] };
  const editInput = (plan: Plan, changes: object[], more: object = {}) => ({
    input: {
      planId: plan.id,
      version: plan.version,
      clientKey: newId(),
      by: '网格管理岗',
      bodies: [{ label: '调整', changes }],
      ...more,
    },
  });
  const actions = {
    documents,
    refusalOf,
    editInput,
    async create(input: object = {}): Promise<Plan> {
      const data = await api.query<{ createBoundaryPlan: Plan }>(documents.create, {
        input: { name: '调整方案', partition: 'SOCIAL', by: '网格管理岗', ...input },
      });
      return data.createBoundaryPlan;
    },
    async edit(plan: Plan, changes: object[], more: object = {}): Promise<Payload> {
      const data = await api.query<{ editBoundaryPlan: Payload }>(
        documents.edit,
        editInput(plan, changes, more),
      );
      return data.editBoundaryPlan;
    },
    editRefusal: (plan: Plan, changes: object[], more: object = {}) =>
      refusalOf(documents.edit, editInput(plan, changes, more)),
    async undo({ id, version }: Plan): Promise<Payload> {
      const data = await api.query<{ undoPlanEdit: Payload }>(documents.undo, {
        input: { planId: id, version },
      });
      return data.undoPlanEdit;
    },
    async redo({ id, version }: Plan): Promise<Payload> {
      const data = await api.query<{ redoPlanEdit: Payload }>(documents.redo, {
        input: { planId: id, version },
      });
      return data.redoPlanEdit;
    },
    async step(plan: Plan, to: string, more: object = {}): Promise<Plan> {
      const data = await api.query<{ changePlanState: Plan }>(documents.step, {
        input: { planId: plan.id, version: plan.version, to, by: '审核岗', ...more },
      });
      return data.changePlanState;
    },
    stepRefusal: (plan: Plan, to: string, more: object = {}) =>
      refusalOf(documents.step, { input: { planId: plan.id, version: plan.version, to, ...more } }),
    /** From draft to approved. */
    async approve(plan: Plan): Promise<Plan> {
      const submitted = await actions.step(plan, 'SUBMITTED');
      const publicised = await actions.step(submitted, 'PUBLICISED', {
        publicisedFrom: '2026-11-01T00:00:00Z',
        publicisedTo: '2026-11-08T00:00:00Z',
      });
      return actions.step(publicised, 'APPROVED', { documentNumber: '测政〔2026〕1号' });
    },
    async publish(plan: Plan, effectiveAt: string | null = null): Promise<Plan> {
      return actions.step(await actions.approve(plan), 'PUBLISHED', { effectiveAt });
    },
    async grids(planId: string): Promise<PlanGrid[]> {
      const data = await api.query<{ boundaryPlan: { grids: PlanGrid[] } }>(
        `query ($id: ID!) { boundaryPlan(id: $id) { grids { id code name kind parentId boundary areaSquareMetres households
           householdsSource isNew isChanged from } } }`,
        { id: planId },
      );
      return data.boundaryPlan.grids;
    },
    async plan(id: string): Promise<Plan> {
      const data = await api.query<{ boundaryPlan: Plan }>(
        `query ($id: ID!) { boundaryPlan(id: $id) { ${PLAN} } }`,
        { id },
      );
      return data.boundaryPlan;
    },
    async edits(id: string): Promise<PlanEdit[]> {
      const data = await api.query<{ boundaryPlan: { edits: PlanEdit[] } }>(
        `query ($id: ID!) { boundaryPlan(id: $id) { edits { ${EDIT} } } }`,
        { id },
      );
      return data.boundaryPlan.edits;
    },
    /** The code of the grid at a place in columns and rows. */
    async codeAt(column: number, row: number, instant: string | null = null, partition = 'SOCIAL') {
      const data = await api.query<{ gridAt: { id: string; code: string } | null }>(
        `query ($x: Float!, $y: Float!, $at: DateTime, $partition: Partition!) {
           gridAt(longitude: $x, latitude: $y, at: $at, partition: $partition) { id code } }`,
        {
          x: ORIGIN.longitude + column * CELL,
          y: ORIGIN.latitude + row * CELL,
          at: instant,
          partition,
        },
      );
      return data.gridAt?.code ?? null;
    },
  };
  return actions;
}

/** A cut of a cell from south to north in its middle: the western half keeps the id. */
export const splitDown = (grid: string, column: number, row: number, into: string) => ({
  kind: 'split',
  grid,
  line: [at(column + 0.5, row - 0.1), at(column + 0.5, row + 1.1)],
  into: [grid, into],
});

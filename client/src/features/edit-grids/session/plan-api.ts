import type { Client, CombinedError } from 'urql';
import {
  EditPlanDocument,
  RedoPlanEditDocument,
  StudioPlanDocument,
  StudioPlanHeadDocument,
  StudioPlanLogDocument,
  UndoPlanEditDocument,
  type StudioEditPartsFragment,
  type StudioPlanPartsFragment,
  type StudioPlanQuery,
} from '../../../graphql/generated/studio/graphql.js';
import type { StudioPlan } from '../../../state/studio-store.js';
import type { PlanBody } from '../document/plan-body.js';
import type { BaseGrid } from '../document/plan-document.js';
import type { LoggedEdit, PendingOp } from '../document/plan-log.js';

export interface CodedEdit extends LoggedEdit {
  codes: readonly { gridId: string; code: string; name: string }[];
}

export interface PlanLog {
  plan: StudioPlan;
  edits: CodedEdit[];
}

/** What asking the server came to: an answer, nothing at all, or a refusal in its words. */
export type Answer<T> =
  { kind: 'ok'; value: T } | { kind: 'silent' } | { kind: 'refused'; isConflict: boolean; problem: string };

const newest = { requestPolicy: 'network-only' as const };

/** The plan with the grids it began on; null: there is none of that id. */
export async function fetchPlan(
  client: Client,
  id: string,
): Promise<Answer<(PlanLog & { base: BaseGrid[] }) | null>> {
  const { data, error } = await client.query(StudioPlanDocument, { id }, newest).toPromise();
  if (!data) return toFailure(error);
  const plan = data.boundaryPlan;
  return {
    kind: 'ok',
    value: plan && { plan: toPlan(plan), edits: plan.edits.map(toEdit), base: plan.baseGrids.map(toBase) },
  };
}

/** How the plan stands, without its log. */
export async function fetchHead(client: Client, id: string): Promise<Answer<StudioPlan>> {
  const { data, error } = await client.query(StudioPlanHeadDocument, { id }, newest).toPromise();
  const plan = data?.boundaryPlan;
  return plan ? { kind: 'ok', value: toPlan(plan) } : toFailure(error);
}

/** The plan's log as it is now. */
export async function fetchLog(client: Client, id: string): Promise<Answer<PlanLog>> {
  const { data, error } = await client.query(StudioPlanLogDocument, { id }, newest).toPromise();
  const plan = data?.boundaryPlan;
  if (!plan) return toFailure(error);
  return { kind: 'ok', value: { plan: toPlan(plan), edits: plan.edits.map(toEdit) } };
}

/** Has the server do what was done here, on the version this browser stands on. */
export async function sendOp(client: Client, plan: StudioPlan, op: PendingOp): Promise<Answer<PlanLog>> {
  const at = { planId: plan.id, version: plan.version, by: op.by || null };
  if (op.kind === 'edit') {
    const input = { ...at, clientKey: op.key, bodies: [op.body] };
    const { data, error } = await client.mutation(EditPlanDocument, { input }).toPromise();
    return toAnswer(data?.editBoundaryPlan, error);
  }
  if (op.kind === 'undo') {
    const { data, error } = await client.mutation(UndoPlanEditDocument, { input: at }).toPromise();
    return toAnswer(data?.undoPlanEdit, error);
  }
  const { data, error } = await client.mutation(RedoPlanEditDocument, { input: at }).toPromise();
  return toAnswer(data?.redoPlanEdit, error);
}

interface Payload {
  plan: StudioPlanPartsFragment;
  edits: readonly StudioEditPartsFragment[];
}

function toAnswer(payload: Payload | undefined, error: CombinedError | undefined): Answer<PlanLog> {
  if (!payload) return toFailure(error);
  return { kind: 'ok', value: { plan: toPlan(payload.plan), edits: payload.edits.map(toEdit) } };
}

function toFailure(error: CombinedError | undefined): Answer<never> {
  const [first] = error?.graphQLErrors ?? [];
  if (!first) return { kind: 'silent' };
  return { kind: 'refused', isConflict: first.extensions.code === 'CONFLICT', problem: first.message };
}

function toPlan({ stale, ...plan }: StudioPlanPartsFragment): StudioPlan {
  const isEditable = plan.state === 'DRAFT' || plan.state === 'SENT_BACK';
  const { id, number, name, partition, state, version } = plan;
  return { id, number, name, partition, state, version, isEditable, isStale: stale };
}

function toEdit({ id, body, by, at, isUndone, codes }: StudioEditPartsFragment): CodedEdit {
  return { id, body: body as PlanBody, by: by ?? null, at, isUndone, codes };
}

type WireGrid = NonNullable<StudioPlanQuery['boundaryPlan']>['baseGrids'][number];

function toBase(grid: WireGrid): BaseGrid {
  const { id, code, name, kind, parentId, parentName, boundary, ...rest } = grid;
  return {
    id,
    code,
    name,
    kind,
    parentId: parentId ?? null,
    parentName: parentName ?? null,
    households: rest.households ?? null,
    householdsSource: rest.householdsSource ?? null,
    householdsAsOf: rest.householdsAsOf ?? null,
    isNew: false,
    isChanged: false,
    boundary: boundary as BaseGrid['boundary'],
  };
}

import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.js';
import { readConnection, type Connection, type Page } from '../database/connection.js';
import { requestedFields, under, type Requested } from '../database/look-ahead.js';
import type { PlanState, TerritoryPartition } from '../database/prisma/enums.js';
import { readRecord } from '../database/record.js';
import { Refusal } from '../errors.js';
import { LIST_COMMENTS, LIST_EDITS, LIST_STEPS, planSelection } from './boundary-plans.sql.js';
import type {
  BoundaryPlan,
  PlanComment,
  PlanEdit,
  PlanEditPayload,
  PlanStep,
} from './boundary-plans.types.js';
import { findEdits, type Edited } from './edit-plan.js';

export function listPlans(
  { database, viewer }: Context,
  info: GraphQLResolveInfo,
  page: Page,
  partition?: TerritoryPartition,
  states?: PlanState[],
): Promise<Connection<BoundaryPlan>> {
  return database.read(viewer, (session) =>
    readConnection<BoundaryPlan>(session, info, page, (parameters) => ({
      selection: planSelection,
      from: 'boundary_plan p',
      alias: 'p',
      where: [
        ...(partition ? [`p.partition = ${parameters.add(partition, 'territory_partition')}`] : []),
        ...(states ? [`p.state = ANY(${parameters.add(states, 'plan_state[]')})`] : []),
      ],
      order: [
        { sql: 'p.updated_at', type: 'timestamptz', direction: 'DESC' },
        { sql: 'p.id', type: 'uuid', direction: 'DESC' },
      ],
    })),
  );
}

export function findPlan(
  { database, viewer }: Context,
  requested: Requested,
  id: string,
): Promise<BoundaryPlan | null> {
  return database.read(viewer, (session) =>
    readRecord<BoundaryPlan>(
      session,
      requested,
      planSelection,
      (parameters) => `FROM boundary_plan r WHERE r.id = ${parameters.add(id, 'uuid')}`,
    ),
  );
}

/** @throws Refusal NOT_FOUND */
export async function showPlan(
  context: Context,
  info: GraphQLResolveInfo,
  id: string,
): Promise<BoundaryPlan> {
  return found(await findPlan(context, requestedFields(info), id));
}

/** A plan after a change, as the payload of `typeName` asks for it. */
export async function planOf(
  context: Context,
  info: GraphQLResolveInfo,
  typeName: string,
  id: string,
): Promise<BoundaryPlan> {
  return found(await findPlan(context, under(requestedFields(info), typeName, 'plan'), id));
}

export async function showEdited(
  context: Context,
  info: GraphQLResolveInfo,
  { id, edits }: Edited,
): Promise<PlanEditPayload> {
  return {
    plan: await planOf(context, info, 'PlanEditPayload', id),
    edits: await context.database.read(context.viewer, (session) => findEdits(session, edits)),
  };
}

function found(plan: BoundaryPlan | null): BoundaryPlan {
  if (!plan) throw new Refusal('NOT_FOUND', 'planUnknown');
  return plan;
}

export const listEdits = ({ database, viewer }: Context, planId: string): Promise<PlanEdit[]> =>
  database.read(viewer, (session) => session.query<PlanEdit>(LIST_EDITS, [planId]));

export const listSteps = ({ database, viewer }: Context, planId: string): Promise<PlanStep[]> =>
  database.read(viewer, (session) => session.query<PlanStep>(LIST_STEPS, [planId]));

export const listComments = ({ database, viewer }: Context, planId: string): Promise<PlanComment[]> =>
  database.read(viewer, (session) => session.query<PlanComment>(LIST_COMMENTS, [planId]));

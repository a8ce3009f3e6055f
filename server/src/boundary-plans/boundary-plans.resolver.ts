import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { requestedFields, valueOf } from '../database/look-ahead.js';
import { PlanState, TerritoryPartition } from '../database/prisma/enums.js';
import { PageArgs } from '../relay.js';
import { DateTimeScalar } from '../scalars.js';
import {
  ChangePlanStateInput,
  CommentOnPlanInput,
  CreateBoundaryPlanInput,
  DescribeBoundaryPlanInput,
  EditBoundaryPlanInput,
  PlanVersionInput,
} from './boundary-plans.inputs.js';
import {
  BoundaryPlan,
  BoundaryPlanConnection,
  PlanCheck,
  PlanComment,
  PlanEdit,
  PlanEditPayload,
  PlanGrid,
  PlanRebase,
  PlanStep,
} from './boundary-plans.types.js';
import {
  findPlan,
  listComments,
  listEdits,
  listPlans,
  listSteps,
  planOf,
  showEdited,
  showPlan,
} from './boundary-plans.service.js';
import { commentOnPlan, resolveComment } from './comments.js';
import { comparePlans } from './compare/compare-plans.js';
import { planPoints } from './compare/plan-points.js';
import { PlanComparison, PlanPoints } from './compare/comparison.types.js';
import { createPlan, describePlan } from './create-plan.js';
import { editPlan, redoEdit, undoEdit } from './edit-plan.js';
import { rebasePlan } from './log/rebase-plan.js';
import { baseGrids, countChanged, planGrid, planGrids } from './compose/plan-grids.js';
import { changeState } from './workflow/change-state.js';
import { checkPlan } from './workflow/check-plan.js';

/** Plans on top of the boundaries in force. */
@Resolver(() => BoundaryPlan)
export class BoundaryPlansResolver {
  @Query(() => BoundaryPlanConnection, { description: 'Latest change first.' })
  boundaryPlans(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('partition', () => TerritoryPartition, { nullable: true }) partition?: TerritoryPartition,
    @Arg('states', () => [PlanState], { nullable: true }) states?: PlanState[],
  ) {
    return listPlans(context, info, page, partition, states);
  }

  @Query(() => BoundaryPlan, { nullable: true })
  boundaryPlan(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string) {
    return findPlan(context, requestedFields(info), id);
  }

  @Query(() => PlanGrid, { nullable: true, description: 'One grid as the plan has it.' })
  planGrid(
    @Ctx() context: Context,
    @Arg('planId', () => ID) planId: string,
    @Arg('gridId', () => ID) gridId: string,
  ) {
    return planGrid(context, planId, gridId);
  }

  @Query(() => PlanPoints, {
    description:
      'Points for figures that follow the hand, over the plan’s land; 30 days of incidents by default, at most 366.',
  })
  planPoints(
    @Ctx() context: Context,
    @Arg('planId', () => ID) planId: string,
    @Arg('from', () => DateTimeScalar, { nullable: true }) from?: Date,
    @Arg('to', () => DateTimeScalar, { nullable: true }) to?: Date,
  ) {
    return planPoints(context, planId, from, to);
  }

  @Query(() => PlanComparison, {
    description:
      'Of two plans of one partition; left or right null: the boundaries in force, or those that a published plan replaced.',
  })
  planComparison(
    @Ctx() context: Context,
    @Arg('left', () => ID, { nullable: true }) left?: string,
    @Arg('right', () => ID, { nullable: true }) right?: string,
    @Arg('from', () => DateTimeScalar, { nullable: true }) from?: Date,
    @Arg('to', () => DateTimeScalar, { nullable: true }) to?: Date,
  ) {
    return comparePlans(context, { left: left ?? null, right: right ?? null, from, to });
  }

  @FieldResolver(() => Int, { description: 'Grids that are new, changed or gone.' })
  changedGridCount(@Ctx() context: Context, @Root() plan: BoundaryPlan, @Info() info: GraphQLResolveInfo) {
    return countChanged(context, valueOf<string>(plan, info));
  }

  @FieldResolver(() => [PlanGrid], { description: 'As they were at `baseAt`, by code.' })
  baseGrids(@Ctx() context: Context, @Root() plan: BoundaryPlan, @Info() info: GraphQLResolveInfo) {
    return baseGrids(context, valueOf<string>(plan, info));
  }

  @FieldResolver(() => [PlanGrid], { description: 'As the plan has them, by code.' })
  grids(@Ctx() context: Context, @Root() plan: BoundaryPlan, @Info() info: GraphQLResolveInfo) {
    return planGrids(context, valueOf<string>(plan, info));
  }

  @FieldResolver(() => [PlanEdit], { description: 'In order, undone ones last.' })
  edits(@Ctx() context: Context, @Root() plan: BoundaryPlan, @Info() info: GraphQLResolveInfo) {
    return listEdits(context, valueOf<string>(plan, info));
  }

  @FieldResolver(() => [PlanStep], { description: 'Oldest first.' })
  steps(@Ctx() context: Context, @Root() plan: BoundaryPlan, @Info() info: GraphQLResolveInfo) {
    return listSteps(context, valueOf<string>(plan, info));
  }

  @FieldResolver(() => [PlanComment], { description: 'Oldest first.' })
  comments(@Ctx() context: Context, @Root() plan: BoundaryPlan, @Info() info: GraphQLResolveInfo) {
    return listComments(context, valueOf<string>(plan, info));
  }

  @FieldResolver(() => PlanCheck)
  check(@Ctx() context: Context, @Root() plan: BoundaryPlan, @Info() info: GraphQLResolveInfo) {
    return checkPlan(context, valueOf<string>(plan, info));
  }

  @Mutation(() => BoundaryPlan)
  async createBoundaryPlan(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => CreateBoundaryPlanInput) input: CreateBoundaryPlanInput,
  ): Promise<BoundaryPlan> {
    const { id } = await createPlan(context, input);
    return showPlan(context, info, id);
  }

  @Mutation(() => BoundaryPlan)
  async describeBoundaryPlan(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => DescribeBoundaryPlanInput) input: DescribeBoundaryPlanInput,
  ): Promise<BoundaryPlan> {
    await describePlan(context, input);
    return showPlan(context, info, input.planId);
  }

  @Mutation(() => PlanEditPayload, {
    description: 'Appends edits, dropping what was undone. CONFLICT when `version` is not the latest.',
  })
  async editBoundaryPlan(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => EditBoundaryPlanInput) input: EditBoundaryPlanInput,
  ): Promise<PlanEditPayload> {
    return showEdited(context, info, await editPlan(context, input, input.bodies));
  }

  @Mutation(() => PlanEditPayload)
  async undoPlanEdit(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => PlanVersionInput) input: PlanVersionInput,
  ): Promise<PlanEditPayload> {
    return showEdited(context, info, await undoEdit(context, input));
  }

  @Mutation(() => PlanEditPayload)
  async redoPlanEdit(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => PlanVersionInput) input: PlanVersionInput,
  ): Promise<PlanEditPayload> {
    return showEdited(context, info, await redoEdit(context, input));
  }

  @Mutation(() => BoundaryPlan)
  async changePlanState(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ChangePlanStateInput) input: ChangePlanStateInput,
  ): Promise<BoundaryPlan> {
    await changeState(context, input);
    return showPlan(context, info, input.planId);
  }

  @Mutation(() => PlanRebase, {
    description:
      'Replays the log on the boundaries now in force; edits that no longer fit are dropped and told.',
  })
  async rebaseBoundaryPlan(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => PlanVersionInput) input: PlanVersionInput,
  ): Promise<PlanRebase> {
    const dropped = await rebasePlan(context, input);
    return { plan: await planOf(context, info, 'PlanRebase', input.planId), dropped };
  }

  @Mutation(() => PlanComment)
  commentOnPlan(@Ctx() context: Context, @Arg('input', () => CommentOnPlanInput) input: CommentOnPlanInput) {
    return commentOnPlan(context, input);
  }

  @Mutation(() => PlanComment)
  resolvePlanComment(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('by', () => String, { nullable: true }) by?: string,
  ) {
    return resolveComment(context, id, by);
  }
}

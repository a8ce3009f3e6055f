import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { TerritoryPartition } from '../database/prisma/enums.js';
import { DateTimeScalar } from '../scalars.js';
import {
  AssignGridsInput,
  SetGridHouseholdsInput,
  SetGridStaffInput,
  StaffingNormsInput,
} from './assignments.inputs.js';
import { assignGrids, listAssignments, setGridHouseholds, setGridStaff } from './assignments.service.js';
import { AssignmentCheck, GridAssignment, StaffingNorms } from './assignments.types.js';
import { applyRows, checkRows } from './pasted-rows.js';
import { setNorms, showNorms } from './staffing-norms.js';

/** Who answers for each grid: posts, and staff as counts per role. */
@Resolver()
export class AssignmentsResolver {
  @Query(() => [GridAssignment], { description: 'Every grid of a partition in force, lowest code first.' })
  gridAssignments(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('partition', () => TerritoryPartition) partition: TerritoryPartition,
    @Arg('at', () => DateTimeScalar, { nullable: true }) at?: Date,
  ) {
    return listAssignments(context, info, partition, at);
  }

  @Query(() => StaffingNorms)
  staffingNorms(@Ctx() context: Context) {
    return showNorms(context);
  }

  @Query(() => AssignmentCheck, {
    description:
      'What a table pasted from a spreadsheet would change: columns by tab or comma, a heading first, at most ' +
      '5,000 lines and 1 MB. Columns of names, numbers or telephones of people are dropped unread.',
  })
  checkAssignmentRows(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('text') text: string,
    @Arg('partition', () => TerritoryPartition) partition: TerritoryPartition,
  ) {
    return checkRows(context, info, text, partition);
  }

  @Mutation(() => [GridAssignment], {
    description: 'Takes every line or, when one is refused, none. Answers the grids it changed.',
  })
  applyAssignmentRows(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('text') text: string,
    @Arg('partition', () => TerritoryPartition) partition: TerritoryPartition,
    @Arg('effectiveAt', () => DateTimeScalar, { nullable: true }) effectiveAt?: Date,
  ) {
    return applyRows(context, info, { text, partition, effectiveAt: effectiveAt ?? null });
  }

  @Mutation(() => [GridAssignment], {
    description: 'Gives grids to a post; of one kind a grid has at most one. Answers as of `effectiveAt`.',
  })
  assignGrids(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => AssignGridsInput) input: AssignGridsInput,
  ) {
    return assignGrids(context, info, input);
  }

  @Mutation(() => [GridAssignment])
  setGridStaff(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => SetGridStaffInput) input: SetGridStaffInput,
  ) {
    return setGridStaff(context, info, input);
  }

  @Mutation(() => [GridAssignment], {
    description: 'Corrects the figure of the version in force; upper levels are summed anew.',
  })
  setGridHouseholds(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => SetGridHouseholdsInput) input: SetGridHouseholdsInput,
  ) {
    return setGridHouseholds(context, info, input);
  }

  @Mutation(() => StaffingNorms)
  setStaffingNorms(
    @Ctx() context: Context,
    @Arg('input', () => StaffingNormsInput) input: StaffingNormsInput,
  ) {
    return setNorms(context, input);
  }
}

import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { UnitState } from '../database/prisma/enums.js';
import { PageArgs } from '../relay.js';
import { DateTimeScalar } from '../scalars.js';
import { reportPositions } from './report-positions.js';
import { PositionInput, UnitFilter } from './units.inputs.js';
import { findUnit, listPositions, listShifts, listUnits, setUnitState } from './units.service.js';
import { ReportPositionsPayload, Shift, Unit, UnitConnection, UnitPosition } from './units.types.js';

@Resolver(() => Unit)
export class UnitsResolver {
  @Query(() => UnitConnection)
  units(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => UnitFilter, { nullable: true }) filter?: UnitFilter,
  ) {
    return listUnits(context, info, filter ?? {}, page);
  }

  @Query(() => Unit, { nullable: true })
  unit(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string) {
    return findUnit(context, info, id);
  }

  @Query(() => [UnitPosition], { description: 'The latest position of each unit on duty.' })
  unitPositions(@Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return listPositions(context, info);
  }

  @Query(() => [Shift], {
    description: 'Shifts that lasted at some time of a period of at most 7 days, by call sign.',
  })
  shifts(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('from', () => DateTimeScalar) from: Date,
    @Arg('to', () => DateTimeScalar) to: Date,
  ) {
    return listShifts(context, info, from, to);
  }

  @Mutation(() => ReportPositionsPayload, { description: 'At most 5,000 at a time.' })
  reportPositions(
    @Ctx() context: Context,
    @Arg('input', () => [PositionInput]) input: PositionInput[],
  ): Promise<ReportPositionsPayload> {
    return reportPositions(context, input);
  }

  @Mutation(() => Unit, { description: 'Leaving OFF_DUTY opens a shift, returning to it closes the shift.' })
  setUnitState(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('unitId', () => ID) unitId: string,
    @Arg('state', () => UnitState) state: UnitState,
  ) {
    return setUnitState(context, info, unitId, state);
  }
}

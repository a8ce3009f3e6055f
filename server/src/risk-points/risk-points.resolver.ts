import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { PageArgs } from '../relay.js';
import { RiskPointFilter } from './risk-points.inputs.js';
import { findRiskPoint, listRiskPoints } from './risk-points.service.js';
import { RiskPoint, RiskPointConnection } from './risk-points.types.js';

@Resolver(() => RiskPoint)
export class RiskPointsResolver {
  @Query(() => RiskPointConnection)
  riskPoints(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => RiskPointFilter, { nullable: true }) filter?: RiskPointFilter,
  ) {
    return listRiskPoints(context, info, filter ?? {}, page);
  }

  @Query(() => RiskPoint, { nullable: true })
  riskPoint(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string) {
    return findRiskPoint(context, info, id);
  }
}

import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import { BoundaryPlan } from '../boundary-plans/boundary-plans.types.js';
import type { Context } from '../context.js';
import { DistrictingInput } from './districting.inputs.js';
import {
  cancelDistricting,
  showDistricting,
  startDistricting,
  takeDistricting,
} from './districting.service.js';
import { DistrictingJob } from './districting.types.js';

/** Proposes new grids of even weight. */
@Resolver()
export class DistrictingResolver {
  @Query(() => DistrictingJob, {
    nullable: true,
    description: 'Null when it is no longer known: jobs are kept for an hour.',
  })
  districtingJob(@Ctx() context: Context, @Arg('id', () => ID) id: string) {
    return showDistricting(context, id);
  }

  @Mutation(() => DistrictingJob, {
    description: 'Runs in the background; ask `districtingJob` how it goes. Two at a time.',
  })
  startDistricting(@Ctx() context: Context, @Arg('input', () => DistrictingInput) input: DistrictingInput) {
    return startDistricting(context, input);
  }

  @Mutation(() => DistrictingJob)
  cancelDistricting(@Ctx() context: Context, @Arg('id', () => ID) id: string) {
    return cancelDistricting(context, id);
  }

  @Mutation(() => BoundaryPlan, { description: 'A draft plan with the proposal as its first edit.' })
  takeDistricting(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID) id: string,
    @Arg('proposal', () => Int, { description: 'Its number.' }) proposal: number,
    @Arg('name') name: string,
    @Arg('by', () => String, { nullable: true }) by: string | null,
  ) {
    return takeDistricting(context, info, { id, proposal, name, by });
  }
}

import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { DateTimeScalar } from '../scalars.js';
import { listCrosswalk } from './crosswalk.service.js';
import { CrosswalkRow } from './crosswalk.types.js';

@Resolver()
export class CrosswalkResolver {
  @Query(() => [CrosswalkRow], {
    description:
      'Which police grid covers how much of which social grid, by code. Incidents of the period, default 30 days.',
  })
  partitionCrosswalk(
    @Ctx() context: Context,
    @Arg('at', () => DateTimeScalar, { nullable: true }) at?: Date,
    @Arg('from', () => DateTimeScalar, { nullable: true }) from?: Date,
    @Arg('to', () => DateTimeScalar, { nullable: true }) to?: Date,
  ) {
    return listCrosswalk(context, { at, from, to });
  }
}

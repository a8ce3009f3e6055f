import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Float, ID, Info, Int, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { asksFor, requestedFields } from '../database/look-ahead.js';
import { TravelProfile } from '../streets/streets.types.js';
import { findNearestUnits } from './nearest-units.js';
import { PlaceInput } from './reach.inputs.js';
import { findReach } from './reach.service.js';
import { Reach, UnitCandidate } from './reach.types.js';

/** What can be reached along the streets, and who is nearest. */
@Resolver()
export class ReachResolver {
  @Query(() => [Reach], {
    description:
      'Streets reached from posts, units (by their latest position) and points, one answer per number of seconds ' +
      '(1 to 3,600; at most 10 of them; at most 2,000 origins). `hour` of the county’s clock: speeds of that hour; null: of now.',
  })
  reach(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('origins', () => [ID]) origins: string[],
    @Arg('seconds', () => [Int]) seconds: number[],
    @Arg('points', () => [PlaceInput], { nullable: true }) points?: PlaceInput[] | null,
    @Arg('profile', () => TravelProfile, { nullable: true }) profile?: TravelProfile | null,
    @Arg('hour', () => Int, { nullable: true }) hour?: number | null,
  ) {
    const withArea = asksFor(requestedFields(info), 'Reach', 'area');
    return findReach(context, {
      origins,
      seconds,
      points: points ?? [],
      profile: profile ?? 'DRIVING',
      hour,
      withArea,
    });
  }

  @Query(() => [UnitCandidate], {
    description:
      'Units on duty by travel time from their latest positions: those that are free first. At most 20; nobody farther than 30 minutes.',
  })
  nearestUnits(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('longitude', () => Float) longitude: number,
    @Arg('latitude', () => Float) latitude: number,
    @Arg('first', () => Int, { defaultValue: 5 }) first: number,
  ) {
    return findNearestUnits(context, info, { longitude, latitude }, first);
  }
}

import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Int, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { TerritoryPartition } from '../database/prisma/enums.js';
import { IncidentFilter } from '../incidents/incidents.inputs.js';
import { DateTimeScalar } from '../scalars.js';
import { countByHourOfWeek, countByTime, tallyIncidents } from './statistics.service.js';
import { countByGrid } from './grid-statistics.js';
import {
  GridStatistic,
  HourOfWeekTally,
  IncidentBucket,
  IncidentDimension,
  IncidentTally,
  StatisticsBasis,
} from './statistics.types.js';

/** Figures over incidents, by time of report: the filter's `from` is required, `to` is now where it is missing. */
@Resolver()
export class StatisticsResolver {
  @Query(() => [IncidentBucket], {
    description:
      'Counts over time in equal round steps, empty ones included: about `buckets` (1 to 500) of them, at most two ' +
      'more where the ends of the period cut into a step. The filter needs `from`; at most 400 days.',
  })
  incidentHistogram(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => IncidentFilter) filter: IncidentFilter,
    @Arg('buckets', () => Int, { defaultValue: 60 }) buckets: number,
  ) {
    return countByTime(context, info, filter, buckets);
  }

  @Query(() => [IncidentTally], {
    description:
      'Counts by a dimension, highest first, `first` (1 to 100) of them. The filter needs `from`; at most 400 days.',
  })
  incidentTallies(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => IncidentFilter) filter: IncidentFilter,
    @Arg('by', () => IncidentDimension) by: IncidentDimension,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
  ) {
    return tallyIncidents(context, info, { filter, by, first });
  }

  @Query(() => [HourOfWeekTally], {
    description:
      'All 168 hours of a week, Monday 0:00 first. Without incidents whose time of day is not known. Whole weeks ' +
      'compare fairly. The filter needs `from`; at most 400 days.',
  })
  incidentsByHourOfWeek(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => IncidentFilter) filter: IncidentFilter,
  ) {
    return countByHourOfWeek(context, info, filter);
  }

  @Query(() => [GridStatistic], {
    description:
      'Incidents per grid, by code, on the boundaries of then (default) or of `at` (default now). At most 400 days.',
  })
  gridStatistics(
    @Ctx() context: Context,
    @Arg('partition', () => TerritoryPartition) partition: TerritoryPartition,
    @Arg('from', () => DateTimeScalar) from: Date,
    @Arg('to', () => DateTimeScalar, { nullable: true }) to?: Date,
    @Arg('at', () => DateTimeScalar, { nullable: true }) at?: Date,
    @Arg('basis', () => StatisticsBasis, { nullable: true }) basis?: StatisticsBasis,
  ) {
    return countByGrid(context, { partition, from, to, at, basis: basis ?? 'THEN' });
  }
}

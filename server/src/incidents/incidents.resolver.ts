import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { requestedFields, under } from '../database/look-ahead.js';
import { PageArgs } from '../relay.js';
import { IncidentFilter, ReportIncidentInput } from './incidents.inputs.js';
import { findIncident, listIncidentKinds, listIncidents } from './incidents.service.js';
import { Incident, IncidentConnection, IncidentKind, ReportIncidentPayload } from './incidents.types.js';
import { reportIncident } from './report-incident.js';

@Resolver(() => Incident)
export class IncidentsResolver {
  @Query(() => IncidentConnection, { description: 'Newest report first.' })
  incidents(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => IncidentFilter, { nullable: true }) filter?: IncidentFilter,
  ) {
    return listIncidents(context, info, filter ?? {}, page);
  }

  @Query(() => Incident, { nullable: true })
  incident(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string) {
    return findIncident(context, info, id);
  }

  @Query(() => [IncidentKind])
  incidentKinds(@Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return listIncidentKinds(context, info);
  }

  @Mutation(() => ReportIncidentPayload)
  async reportIncident(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ReportIncidentInput) input: ReportIncidentInput,
  ): Promise<ReportIncidentPayload> {
    const requested = under(requestedFields(info), 'ReportIncidentPayload', 'incident');
    return { incident: await reportIncident(context, input, requested) };
  }
}

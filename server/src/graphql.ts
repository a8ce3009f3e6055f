import 'reflect-metadata';
import { assertInterfaceType, type GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { AssignmentsResolver } from './assignments/assignments.resolver.js';
import { BoundaryPlansResolver } from './boundary-plans/boundary-plans.resolver.js';
import { CountyResolver } from './county/county.resolver.js';
import { CoverResolver } from './cover/cover.resolver.js';
import { CrosswalkResolver } from './crosswalk/crosswalk.resolver.js';
import { DistrictingResolver } from './districting/districting.resolver.js';
import { EventsResolver, eventTypes } from './events/events.resolver.js';
import { TYPE_OF_TOPIC, type Event } from './events/events.types.js';
import { IncidentsResolver } from './incidents/incidents.resolver.js';
import { PostsResolver } from './posts/posts.resolver.js';
import { ReachResolver } from './reach/reach.resolver.js';
import { RiskPointsResolver } from './risk-points/risk-points.resolver.js';
import { DateTimeScalar } from './scalars.js';
import { SearchResolver } from './search/search.resolver.js';
import { SitingResolver } from './siting/siting.resolver.js';
import { StatisticsResolver } from './statistics/statistics.resolver.js';
import { StreetsResolver } from './streets/streets.resolver.js';
import { TerritoryResolver } from './territory/territory.resolver.js';
import { UnitsResolver } from './units/units.resolver.js';

/** The whole schema, one resolver class per noun. */
export function buildGraphQLSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [
      CountyResolver,
      TerritoryResolver,
      BoundaryPlansResolver,
      PostsResolver,
      RiskPointsResolver,
      IncidentsResolver,
      StatisticsResolver,
      UnitsResolver,
      SearchResolver,
      StreetsResolver,
      ReachResolver,
      CoverResolver,
      SitingResolver,
      DistrictingResolver,
      AssignmentsResolver,
      CrosswalkResolver,
      EventsResolver,
    ],
    orphanedTypes: eventTypes,
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
    // Subscriptions read the event log themselves; the library asks for a hub all the same.
    pubSub: {
      publish: () => undefined,
      subscribe: () => {
        throw new Error('Subscriptions follow the event log.');
      },
    },
    validate: { forbidUnknownValues: false },
  });
  // type-graphql wraps resolveType in a promise, which graphql-jit does not wait for.
  assertInterfaceType(schema.getType('Event')).resolveType = (event: Event) => TYPE_OF_TOPIC[event.topic];
  return schema;
}

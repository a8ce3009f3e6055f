import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Int, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../context.js';
import { requestedFields, under, type Requested } from '../database/look-ahead.js';
import { EventTopic } from '../database/prisma/enums.js';
import { readEvents } from './events.service.js';
import {
  BoundaryEvent,
  DisputeEvent,
  EventBatch,
  IncidentEvent,
  PatrolEvent,
  RiskPointEvent,
  UnitEvent,
} from './events.types.js';

interface EventArguments {
  after?: string;
  topics?: EventTopic[];
}

const BATCH = 200;

@Resolver(() => EventBatch)
export class EventsResolver {
  @Query(() => EventBatch, { description: 'Without `after`: no events, and the cursor of this moment.' })
  events(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('first', () => Int, { defaultValue: BATCH }) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
    @Arg('topics', () => [EventTopic], { nullable: true }) topics?: EventTopic[],
  ) {
    return readEvents(context, after, topics, first, under(requestedFields(info), 'EventBatch', 'events'));
  }

  @Subscription(() => EventBatch, {
    name: 'events',
    description: 'Begins with one batch that carries the cursor; afterwards a batch whenever there is news.',
    subscribe: ({ args, context, info }) =>
      follow(
        context as Context,
        args as EventArguments,
        under(requestedFields(info as GraphQLResolveInfo), 'EventBatch', 'events'),
      ),
  })
  followEvents(
    @Root() batch: EventBatch,
    @Arg('after', () => String, { nullable: true }) _after?: string,
    @Arg('topics', () => [EventTopic], { nullable: true }) _topics?: EventTopic[],
  ): EventBatch {
    return batch;
  }
}

async function* follow(context: Context, { after, topics }: EventArguments, requested: Requested) {
  const ended = new AbortController();
  try {
    let batch = await readEvents(context, after, topics, BATCH, requested);
    yield batch;
    for (;;) {
      // A full batch means there may be more already.
      if (batch.events.length < BATCH) await context.pulse.next(ended.signal);
      batch = await readEvents(context, batch.cursor, topics, BATCH, requested);
      if (batch.events.length > 0 || batch.reset) yield batch;
    }
  } finally {
    ended.abort();
  }
}

/** Types that only appear behind the Event interface, for the schema to include. */
export const eventTypes = [
  IncidentEvent,
  UnitEvent,
  RiskPointEvent,
  BoundaryEvent,
  PatrolEvent,
  DisputeEvent,
];

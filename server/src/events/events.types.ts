import { Field, ID, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';
import { EventTopic } from '../database/prisma/enums.js';
import { Incident } from '../incidents/incidents.types.js';
import { RiskPoint } from '../risk-points/risk-points.types.js';
import { DateTimeScalar } from '../scalars.js';
import { Unit } from '../units/units.types.js';

registerEnumType(EventTopic, { name: 'EventTopic' });

/** Exhaustive on purpose: a new topic does not compile without its type. */
export const TYPE_OF_TOPIC: Record<EventTopic, string> = {
  INCIDENT: 'IncidentEvent',
  UNIT: 'UnitEvent',
  BOUNDARY: 'BoundaryEvent',
  PATROL: 'PatrolEvent',
  RISK_POINT: 'RiskPointEvent',
  DISPUTE: 'DisputeEvent',
};

export const EVENT_TYPES = ['Event', ...Object.values(TYPE_OF_TOPIC)];

/** Something changed. Delivered at least once; deduplicate by `id`. */
@InterfaceType()
export abstract class Event {
  @Field(() => ID, { simple: true }) id!: string;
  @Field(() => EventTopic, { simple: true }) topic!: EventTopic;
  @Field(() => DateTimeScalar, { simple: true }) occurredAt!: Date;
  @Field(() => ID, { simple: true }) subjectId!: string;
}

@ObjectType({ implements: Event, simpleResolvers: true })
export class IncidentEvent extends Event {
  @Field(() => Incident, {
    nullable: true,
    description: 'Null: many changed at once (an import); ask again.',
  })
  incident!: Incident | null;
}

@ObjectType({ implements: Event, simpleResolvers: true })
export class UnitEvent extends Event {
  @Field(() => Unit, { nullable: true }) unit!: Unit | null;
}

@ObjectType({ implements: Event, simpleResolvers: true })
export class RiskPointEvent extends Event {
  @Field(() => RiskPoint, { nullable: true }) riskPoint!: RiskPoint | null;
}

@ObjectType({ implements: Event, simpleResolvers: true })
export class BoundaryEvent extends Event {
  @Field(() => ID, {
    nullable: true,
    description: 'The plan that changed; null: boundaries in force changed, and `subjectId` is the county.',
  })
  planId!: string | null;
}

@ObjectType({ implements: Event, simpleResolvers: true })
export class PatrolEvent extends Event {}

@ObjectType({ implements: Event, simpleResolvers: true })
export class DisputeEvent extends Event {}

@ObjectType({ simpleResolvers: true })
export class EventBatch {
  @Field({ description: 'Pass as `after` to go on from here.' }) cursor!: string;
  @Field({
    description: 'The log no longer reaches back to `after`: load everything anew, then go on from `cursor`.',
  })
  reset!: boolean;
  @Field(() => [Event]) events!: Event[];
}

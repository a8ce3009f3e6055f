import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { GridMention } from '../reach/reach.types.js';
import { DateTimeScalar } from '../scalars.js';

/** What incidents can be tallied by. */
export const IncidentDimension = {
  KIND: 'KIND',
  CATEGORY: 'CATEGORY',
  GRID: 'GRID',
  SOURCE: 'SOURCE',
  PRIORITY: 'PRIORITY',
  STATUS: 'STATUS',
} as const;
export type IncidentDimension = keyof typeof IncidentDimension;
registerEnumType(IncidentDimension, { name: 'IncidentDimension' });

/** How many were reported in one step of time. Describes what was reported; predicts nothing. */
@ObjectType({ simpleResolvers: true })
export class IncidentBucket {
  @Field(() => DateTimeScalar, {
    description: 'On a round time of the county’s clock; that of the first bucket may lie before the period.',
  })
  from!: Date;
  @Field(() => Int, {
    description: 'Until the next bucket. A day on which clocks change is longer or shorter.',
  })
  seconds!: number;
  @Field(() => Int) count!: number;
  @Field(() => Int, { description: 'Of them priority 1 特急.' }) urgent!: number;
}

@ObjectType({ simpleResolvers: true })
export class IncidentTally {
  @Field(() => String, {
    nullable: true,
    description: 'Code of the kind, id of the grid, or the value; null: in no grid.',
  })
  key!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'The record’s name, in the caller’s language where it has one; null where `key` is a value.',
  })
  label!: string | null;
  @Field(() => Int) count!: number;
  @Field(() => Int, { description: 'In the equally long period just before: 环比.' }) previousCount!: number;
}

@ObjectType({ simpleResolvers: true })
export class HourOfWeekTally {
  @Field(() => Int, { description: 'Monday 1 to Sunday 7, on the county’s clock.' }) weekday!: number;
  @Field(() => Int, { description: '0 to 23, on the county’s clock.' }) hour!: number;
  @Field(() => Int) count!: number;
}

/** Whose boundaries a figure counts on. */
export const StatisticsBasis = { THEN: 'THEN', NOW: 'NOW' } as const;
export type StatisticsBasis = keyof typeof StatisticsBasis;
registerEnumType(StatisticsBasis, {
  name: 'StatisticsBasis',
  valuesConfig: {
    THEN: { description: 'An incident counts for the grid in force when and where it happened.' },
    NOW: { description: 'By its place, for the grid in the boundaries asked for.' },
  },
});

@ObjectType({ simpleResolvers: true })
export class GridStatistic {
  @Field(() => GridMention) grid!: GridMention;
  @Field({ description: 'In force at the instant asked for; others counted in the period and ended.' })
  isInForce!: boolean;
  @Field(() => Int) incidents!: number;
  @Field(() => Int, { description: 'Of them priority 1 特急.' }) urgent!: number;
  @Field(() => Int) riskPoints!: number;
  @Field(() => Int, { nullable: true }) households!: number | null;
  @Field(() => Float) areaSquareMetres!: number;
}

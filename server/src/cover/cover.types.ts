import type { Point } from 'geojson';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PostKind } from '../database/prisma/enums.js';
import { GridMention, GridReach } from '../reach/reach.types.js';
import { DateTimeScalar, GeoJsonScalar } from '../scalars.js';

export const CoverReading = { BY_TIER: 'BY_TIER', BY_IMPORTANCE: 'BY_IMPORTANCE' } as const;
export type CoverReading = keyof typeof CoverReading;
registerEnumType(CoverReading, {
  name: 'CoverReading',
  valuesConfig: {
    BY_TIER: { description: 'Each tier of responders within its own time.' },
    BY_IMPORTANCE: {
      description:
        'Any responder: within tier 1’s time at core places (red), tier 2’s at key places (orange, yellow), tier 3’s elsewhere.',
    },
  },
});

export const PostChangeAction = { ADD: 'ADD', MOVE: 'MOVE', CLOSE: 'CLOSE', HOURS: 'HOURS' } as const;
export type PostChangeAction = keyof typeof PostChangeAction;
registerEnumType(PostChangeAction, { name: 'PostChangeAction' });

/** One step of a what-if: a post added, moved, closed, or with other hours. */
@ObjectType({ simpleResolvers: true })
export class PostChange {
  @Field(() => PostChangeAction) action!: PostChangeAction;
  @Field(() => ID, { nullable: true }) postId!: string | null;
  @Field(() => PostKind, { nullable: true }) kind!: PostKind | null;
  @Field(() => String, { nullable: true }) name!: string | null;
  @Field(() => Float, { nullable: true }) longitude!: number | null;
  @Field(() => Float, { nullable: true }) latitude!: number | null;
  @Field(() => Int, { nullable: true }) opensAtMinute!: number | null;
  @Field(() => Int, { nullable: true }) closesAtMinute!: number | null;
}

@ObjectType({ simpleResolvers: true })
export class CoverScenario {
  @Field(() => ID) id!: string;
  @Field() name!: string;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => Int, { description: 'Goes up by one with each change.' }) version!: number;
  @Field(() => [PostChange]) changes!: PostChange[];
  @Field(() => DateTimeScalar) updatedAt!: Date;
}

/** What one tier covers, out of what there is. */
@ObjectType({ simpleResolvers: true })
export class CoverTier {
  @Field(() => Int) tier!: number;
  @Field(() => Int) seconds!: number;
  @Field(() => Int, { description: 'On duty at this hour.' }) responders!: number;
  @Field(() => Int, { description: 'Closed at this hour.' }) closedResponders!: number;
  @Field(() => Float) roadMetres!: number;
  @Field(() => Float) roadMetresTotal!: number;
  @Field(() => Int) households!: number;
  @Field(() => Int) householdsTotal!: number;
  @Field(() => Int) riskPoints!: number;
  @Field(() => Int) riskPointsTotal!: number;
  @Field(() => [GridReach], { description: 'Every grid with streets or households.' }) grids!: GridReach[];
}

@ObjectType({ simpleResolvers: true })
export class UnplacedResponder {
  @Field(() => ID) id!: string;
  @Field() name!: string;
  @Field({ description: 'In the caller’s language.' }) reason!: string;
}

@ObjectType({ simpleResolvers: true })
export class CoverHour {
  @Field(() => Int) hour!: number;
  @Field(() => [Float], { description: 'Per tier: share of households, or of streets where none are known.' })
  shares!: number[];
  @Field(() => [Int], { description: 'Per tier: responders on duty.' }) responders!: number[];
}

/** What a tier leaves open in one grid. */
@ObjectType({ simpleResolvers: true })
export class CoverGap {
  @Field(() => GridMention) grid!: GridMention;
  @Field(() => Int) households!: number;
  @Field(() => Int) riskPoints!: number;
  @Field(() => Float) roadMetres!: number;
  @Field(() => GeoJsonScalar, { description: 'The open place that takes longest to reach.' })
  location!: Point;
  @Field(() => String, { nullable: true, description: 'Who is soonest there.' }) nearestName!: string | null;
  @Field(() => Int, { nullable: true, description: 'Null beyond an hour.' }) nearestSeconds!: number | null;
}

@ObjectType({ simpleResolvers: true })
export class ArrivalTier {
  @Field(() => Int) tier!: number;
  @Field(() => Int) seconds!: number;
  @Field(() => Float, { nullable: true, description: 'Share of arrivals within the time, as recorded.' })
  measuredShare!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'The same incidents, by travel time from whoever was open.',
  })
  modelledShare!: number | null;
}

@ObjectType({ simpleResolvers: true })
export class GridArrivals {
  @Field(() => GridMention) grid!: GridMention;
  @Field(() => Int) count!: number;
  @Field(() => Int) medianSeconds!: number;
  @Field(() => Int) p90Seconds!: number;
  @Field(() => Int, { nullable: true, description: 'Median modelled.' }) modelledSeconds!: number | null;
}

/** Arrivals as recorded, beside what the model says for the same places and hours. */
@ObjectType({ simpleResolvers: true })
export class CoverArrivals {
  @Field(() => Int) days!: number;
  @Field(() => Int, { description: 'Incidents with a place, a recorded first arrival and a street nearby.' })
  count!: number;
  @Field(() => [ArrivalTier]) tiers!: ArrivalTier[];
  @Field(() => [GridArrivals], { description: 'Most arrivals first.' }) grids!: GridArrivals[];
}

/** The 1-3-5 board: who covers what at an hour, with or without changes. */
@ObjectType()
export class CoverBoard {
  @Field(() => CoverReading) reading!: CoverReading;
  @Field(() => Int) hour!: number;
  @Field() networkVersion!: string;
  @Field(() => [CoverTier]) tiers!: CoverTier[];
  @Field(() => [UnplacedResponder]) unplaced!: UnplacedResponder[];
  @Field({ description: 'For `/tiles/reach/{z}/{x}/{y}.mvt?view=…`.' }) tileView!: string;
}

import type { Point } from 'geojson';
import { Field, Float, ID, ObjectType, registerEnumType } from 'type-graphql';
import { PostChange } from '../cover/cover.types.js';
import { GeoJsonScalar } from '../scalars.js';

export const SitingCandidates = { JUNCTIONS: 'JUNCTIONS', PREMISES: 'PREMISES', DRAWN: 'DRAWN' } as const;
export type SitingCandidates = keyof typeof SitingCandidates;
registerEnumType(SitingCandidates, {
  name: 'SitingCandidates',
  valuesConfig: {
    JUNCTIONS: { description: 'Street junctions, spread over where the demand is.' },
    PREMISES: { description: 'Posts of other kinds that could become one.' },
  },
});

export const SitingState = {
  RUNNING: 'RUNNING',
  PROVING: 'PROVING',
  DONE: 'DONE',
  CANCELLED: 'CANCELLED',
  FAILED: 'FAILED',
} as const;
export type SitingState = keyof typeof SitingState;
registerEnumType(SitingState, {
  name: 'SitingState',
  valuesConfig: {
    PROVING: { description: 'The answer stands; how good it is at best is being proven.' },
    CANCELLED: { description: 'The best answer so far stays.' },
  },
});

@ObjectType({ simpleResolvers: true })
export class SitingSite {
  @Field({ description: 'The streets that meet there, or the premises’ name.' }) name!: string;
  @Field(() => GeoJsonScalar) location!: Point;
  @Field(() => Float, { description: 'Demand it adds after the sites before it.' }) addedDemand!: number;
}

/** The search for the best places of new liaison stations. */
@ObjectType({ simpleResolvers: true })
export class SitingJob {
  @Field(() => ID) id!: string;
  @Field(() => SitingState) state!: SitingState;
  @Field(() => Float, { description: '0 to 1, of the step under way.' }) progress!: number;
  @Field({ description: 'What is being done, in the caller’s language.' }) step!: string;
  @Field(() => String, { nullable: true, description: 'Why it failed or has no proof.' }) problem!:
    string | null;
  @Field(() => Float) demandTotal!: number;
  @Field(() => Float, { description: 'By the stations there are.' }) coveredBefore!: number;
  @Field(() => Float, { description: 'With the new sites; at most `demandTotal`.' }) covered!: number;
  @Field(() => Float, { description: 'By two stations or more.' }) coveredTwiceBefore!: number;
  @Field(() => Float) coveredTwice!: number;
  @Field(() => Float, {
    description:
      'What is made as large as can be: what is covered, and half of what is covered twice where backup counts.',
  })
  worth!: number;
  @Field(() => Float, { nullable: true, description: 'No choice of sites is worth more.' }) bound!:
    number | null;
  @Field({ description: 'No other choice is worth more.' }) proven!: boolean;
  @Field(() => [SitingSite]) sites!: SitingSite[];
  @Field(() => [PostChange], { description: 'The sites as changes to try on the board.' })
  changes!: PostChange[];
  @Field(() => Float) elapsedSeconds!: number;
}

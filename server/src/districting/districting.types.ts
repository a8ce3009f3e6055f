import type { Geometry } from 'geojson';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { GeoJsonScalar } from '../scalars.js';

export const DistrictingState = {
  RUNNING: 'RUNNING',
  DONE: 'DONE',
  CANCELLED: 'CANCELLED',
  FAILED: 'FAILED',
} as const;
export type DistrictingState = keyof typeof DistrictingState;
registerEnumType(DistrictingState, {
  name: 'DistrictingState',
  valuesConfig: { CANCELLED: { description: 'Proposals found before stay.' } },
});

export const KeptBorders = { NONE: 'NONE', COMMUNITY: 'COMMUNITY', STATION: 'STATION' } as const;
export type KeptBorders = keyof typeof KeptBorders;
registerEnumType(KeptBorders, {
  name: 'KeptBorders',
  description: 'Borders no new grid may cross.',
  valuesConfig: {
    COMMUNITY: { description: 'Of the grid’s parent: communities, or police areas for police grids.' },
    STATION: { description: 'One level further up: towns, or police stations for police grids.' },
  },
});

export const DistrictingGoal = {
  EVEN: 'EVEN',
  COMPACT: 'COMPACT',
  STREETS: 'STREETS',
  FAMILIAR: 'FAMILIAR',
} as const;
export type DistrictingGoal = keyof typeof DistrictingGoal;
registerEnumType(DistrictingGoal, {
  name: 'DistrictingGoal',
  description: 'What a proposal was made for, once the limits are kept.',
  valuesConfig: {
    EVEN: { description: 'Grids as even as can be.' },
    COMPACT: { description: 'Borders as short as can be.' },
    STREETS: { description: 'Borders on streets.' },
    FAMILIAR: { description: 'As few households as can be change their grid.' },
  },
});

/** What one new grid would hold. */
@ObjectType({ simpleResolvers: true })
export class ProposedDistrict {
  @Field(() => GeoJsonScalar) boundary!: Geometry;
  @Field(() => Int) households!: number;
  @Field(() => Int) incidents!: number;
  @Field(() => Float) streetMetres!: number;
  @Field(() => Float) areaSquareMetres!: number;
  @Field(() => Float, { description: 'The chosen weights mixed; 1 is the mean of the proposal’s grids.' })
  weight!: number;
  @Field(() => Float, { description: 'Polsby–Popper: 1 is a circle.' }) compactness!: number;
}

@ObjectType({ simpleResolvers: true })
export class DistrictingProposal {
  @Field(() => Int, { description: 'From 1.' }) number!: number;
  @Field(() => DistrictingGoal) goal!: DistrictingGoal;
  @Field({ description: 'False: within the limits asked for none was found; this is the nearest.' })
  withinTolerance!: boolean;
  @Field(() => Float, { description: 'Of a grid’s weight from the mean, as a share: 0.05 is 5 %.' })
  largestDeviation!: number;
  @Field(() => Float, { description: 'Mean Polsby–Popper.' }) meanCompactness!: number;
  @Field(() => Float, { description: 'Between the new grids.' }) borderMetres!: number;
  @Field(() => Float, { description: 'Share of that on streets, 0 to 1.' })
  borderOnStreetsShare!: number;
  @Field(() => Int, {
    description: 'Households that come into another grid than the one most of its own were in.',
  })
  householdsMoved!: number;
  @Field(() => [ProposedDistrict]) districts!: ProposedDistrict[];
}

/** The search for new grids of even weight. */
@ObjectType({ simpleResolvers: true })
export class DistrictingJob {
  @Field(() => ID) id!: string;
  @Field(() => DistrictingState) state!: DistrictingState;
  @Field(() => Float, { description: '0 to 1.' }) progress!: number;
  @Field({ description: 'What is being done, in the caller’s language.' }) step!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Why it failed, or what is to be known of the answer.',
  })
  problem!: string | null;
  @Field(() => Int, { description: 'Blocks that were put together.' }) blocks!: number;
  @Field(() => [DistrictingProposal]) proposals!: DistrictingProposal[];
  @Field(() => Float) elapsedSeconds!: number;
}

import type { Geometry } from 'geojson';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { GeoJsonScalar } from '../../scalars.js';
import { NumberListScalar } from '../plan-scalars.js';

export const GridChange = {
  UNCHANGED: 'UNCHANGED',
  CHANGED: 'CHANGED',
  NEW: 'NEW',
  ENDED: 'ENDED',
} as const;
export type GridChange = keyof typeof GridChange;
registerEnumType(GridChange, { name: 'GridChange' });

/** Points to add up per grid while somebody draws, in whole steps of 1e-7°. */
@ObjectType({ simpleResolvers: true })
export class PlanPoints {
  @Field(() => NumberListScalar, {
    description:
      'x, y, households, covered (1: a unit reaches it in 3 minutes, 0: none does, -1: not known) …',
  })
  households!: ArrayLike<number>;
  @Field(() => NumberListScalar, {
    description: 'x, y … of incidents; sensitive kinds at their grid’s anchor.',
  })
  incidents!: ArrayLike<number>;
  @Field(() => NumberListScalar, { description: 'x, y, level (1 red … 4 blue) …' })
  riskPoints!: ArrayLike<number>;
  @Field({ description: 'False: no building of the county has households.' }) hasHouseholdPoints!: boolean;
  @Field({ description: 'False: there are no streets to reckon cover on.' }) hasCover!: boolean;
}

@ObjectType({ simpleResolvers: true })
export class GridFigures {
  @Field(() => Int, { nullable: true }) households!: number | null;
  @Field(() => Int) incidents!: number;
  @Field(() => Int) riskPoints!: number;
  @Field(() => Float) areaSquareMetres!: number;
  @Field(() => Float, { description: 'Polsby–Popper: 1 for a circle.' }) compactness!: number;
  @Field(() => Int) parts!: number;
  @Field(() => Float, { nullable: true, description: 'Of its households, reached by a unit in 3 minutes.' })
  coverShare!: number | null;
  @Field(() => Int) officers!: number;
  @Field(() => Int) auxiliaries!: number;
  @Field(() => Int) gridWorkers!: number;
  @Field(() => Float, { description: '1: the mean of all grids, weighted as the norms say.' })
  workload!: number;
}

@ObjectType({ simpleResolvers: true })
export class PlanBalance {
  @Field(() => Int) grids!: number;
  @Field(() => Float) meanWorkload!: number;
  @Field(() => Float, { description: 'Of a grid’s workload from the mean, as a share of the mean.' })
  largestDeviation!: number;
  @Field(() => Float) coefficientOfVariation!: number;
  @Field(() => Float) meanCompactness!: number;
  @Field(() => Int, { description: 'Basic grids with fewer or more households than the norm.' })
  outOfSize!: number;
  @Field(() => Int) understaffed!: number;
}

/** A piece of land that changes hands. */
@ObjectType({ simpleResolvers: true })
export class PlanParcel {
  @Field(() => ID, { nullable: true }) fromGridId!: string | null;
  @Field(() => ID, { nullable: true }) toGridId!: string | null;
  @Field(() => String, { nullable: true }) fromName!: string | null;
  @Field(() => String, { nullable: true }) toName!: string | null;
  @Field(() => GeoJsonScalar) boundary!: Geometry;
  @Field(() => Float) areaSquareMetres!: number;
  @Field(() => Int) households!: number;
  @Field(() => Int) incidents!: number;
  @Field(() => Int) riskPoints!: number;
}

@ObjectType({ simpleResolvers: true })
export class PlanComparisonRow {
  @Field(() => ID) gridId!: string;
  @Field() code!: string;
  @Field() name!: string;
  @Field(() => GridChange) change!: GridChange;
  @Field(() => GridFigures, { nullable: true }) before!: GridFigures | null;
  @Field(() => GridFigures, { nullable: true }) after!: GridFigures | null;
}

@ObjectType({ simpleResolvers: true })
export class PlanComparison {
  @Field(() => [PlanParcel], { description: 'Land that changes hands, the largest first.' })
  parcels!: PlanParcel[];
  @Field(() => [PlanComparisonRow], { description: 'Every grid of either side, by code.' })
  rows!: PlanComparisonRow[];
  @Field(() => PlanBalance) before!: PlanBalance;
  @Field(() => PlanBalance) after!: PlanBalance;
}

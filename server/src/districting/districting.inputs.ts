import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { TerritoryPartition } from '../database/prisma/enums.js';
import { KeptBorders } from './districting.types.js';

@InputType()
export class DistrictingInput {
  @Field(() => TerritoryPartition) partition!: TerritoryPartition;
  @Field(() => [ID], { nullable: true, description: 'The grids to be drawn anew; null: all.' })
  gridIds?: string[] | null;
  @Field(() => Int, { description: 'How many new grids, 1 to 300.' }) districts!: number;
  @Field(() => [ID], { nullable: true, description: 'Grids among them that stay as they are: none.' })
  keepGridIds?: string[] | null;
  @Field(() => KeptBorders, { nullable: true, description: 'COMMUNITY.' }) keepBorders?: KeptBorders | null;
  @Field(() => Float, { nullable: true, description: '0 to 1,000, against the other weights: 1.' })
  householdWeight?: number | null;
  @Field(() => Float, { nullable: true, description: '0.' }) incidentWeight?: number | null;
  @Field(() => Float, { nullable: true, description: '0.' }) streetWeight?: number | null;
  @Field(() => Float, { nullable: true, description: '0.' }) areaWeight?: number | null;
  @Field(() => Date, { nullable: true, description: 'Incidents reported from then: 90 days ago.' })
  from?: Date | null;
  @Field(() => Date, { nullable: true, description: 'Until then: now.' }) to?: Date | null;
  @Field(() => Float, {
    nullable: true,
    description: 'How far a grid’s weight may lie from the mean, 0.005 to 1: 0.1.',
  })
  tolerance?: number | null;
  @Field(() => Int, { nullable: true, description: 'How many to choose from, 1 to 4: 4.' })
  proposals?: number | null;
  @Field(() => Float, { nullable: true, description: 'Of searching altogether, 1 to 120: 20.' })
  seconds?: number | null;
}

import { ArrayMaxSize, Length, MaxLength } from 'class-validator';
import { Field, Float, ID, InputType } from 'type-graphql';
import { GridKind, TerritoryLevel, TerritoryPartition } from '../database/prisma/enums.js';
import { DateTimeScalar } from '../scalars.js';

@InputType()
export class TerritoryFilter {
  @Field(() => TerritoryPartition, { nullable: true }) partition?: TerritoryPartition;
  @Field(() => [TerritoryLevel], { nullable: true }) levels?: TerritoryLevel[];
  @Field(() => String, { nullable: true, description: 'Part of the name, or how the code begins.' })
  @MaxLength(100)
  text?: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Boundaries in force then; default now.' })
  at?: Date;
}

@InputType()
export class GridFilter {
  @Field(() => TerritoryPartition, { nullable: true }) partition?: TerritoryPartition;
  @Field(() => [GridKind], { nullable: true }) kinds?: GridKind[];
  @Field(() => String, { nullable: true, description: 'Part of the name, or how the code begins.' })
  @Length(0, 100)
  text?: string;
  @Field(() => [Float], { nullable: true, description: '[west, south, east, north] in degrees.' })
  bbox?: number[];
  @Field(() => [ID], { nullable: true })
  @ArrayMaxSize(1000)
  ids?: string[];
  @Field(() => ID, { nullable: true }) communityId?: string;
  @Field(() => ID, { nullable: true }) policeAreaId?: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Boundaries in force then; default now.' })
  at?: Date;
}

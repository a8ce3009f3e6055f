import { ArrayMaxSize, Length, MaxLength } from 'class-validator';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { IncidentSource, IncidentStatus } from '../database/prisma/enums.js';
import { DateTimeScalar } from '../scalars.js';

@InputType()
export class IncidentFilter {
  @Field(() => [Float], { nullable: true, description: '[west, south, east, north] in degrees.' })
  bbox?: number[];
  @Field(() => DateTimeScalar, { nullable: true, description: 'Reported at or after.' }) from?: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Reported before.' }) to?: Date;
  @Field(() => [String], { nullable: true })
  @ArrayMaxSize(200)
  kinds?: string[];
  @Field(() => [IncidentStatus], { nullable: true }) statuses?: IncidentStatus[];
  @Field(() => [IncidentSource], { nullable: true }) sources?: IncidentSource[];
  @Field(() => [Int], { nullable: true }) priorities?: number[];
  @Field(() => ID, { nullable: true, description: 'A grid of either partition.' }) gridId?: string;
  @Field(() => Boolean, { nullable: true, description: 'Only those with, or only those without a place.' })
  located?: boolean;
  @Field(() => String, { nullable: true, description: 'How the number begins.' })
  @MaxLength(100)
  text?: string;
}

@InputType()
export class ReportIncidentInput {
  @Field({ description: 'Chosen by the caller; the same key again returns the same incident.' })
  @Length(1, 200)
  clientKey!: string;
  @Field({ description: 'A code of `incidentKinds`.' })
  @Length(1, 60)
  kind!: string;
  @Field(() => IncidentSource) source!: IncidentSource;
  @Field(() => Float) longitude!: number;
  @Field(() => Float) latitude!: number;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Default: now.' }) occurredAt?: Date;
  @Field(() => String, {
    nullable: true,
    description: 'Identity, card, mobile and plate numbers are covered on the way in.',
  })
  @MaxLength(2000)
  description?: string;
  @Field(() => String, { nullable: true })
  @MaxLength(200)
  address?: string;
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'From a simulator, to be marked as such on screen.',
  })
  simulated!: boolean;
}

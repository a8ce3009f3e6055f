import { MaxLength } from 'class-validator';
import { Field, Float, ID, InputType } from 'type-graphql';
import { RiskKind, RiskLevel } from '../database/prisma/enums.js';

@InputType()
export class RiskPointFilter {
  @Field(() => [RiskKind], { nullable: true }) kinds?: RiskKind[];
  @Field(() => [RiskLevel], { nullable: true }) levels?: RiskLevel[];
  @Field(() => String, { nullable: true, description: 'Part of the name.' })
  @MaxLength(100)
  text?: string;
  @Field(() => [Float], { nullable: true, description: '[west, south, east, north] in degrees.' })
  bbox?: number[];
  @Field(() => ID, { nullable: true }) gridId?: string;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those whose inspection is overdue, or only those in time.',
  })
  overdue?: boolean;
}

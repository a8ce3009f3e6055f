import { MaxLength } from 'class-validator';
import { Field, Float, ID, InputType } from 'type-graphql';
import { UnitKind, UnitState } from '../database/prisma/enums.js';
import { DateTimeScalar } from '../scalars.js';

@InputType()
export class UnitFilter {
  @Field(() => [UnitKind], { nullable: true }) kinds?: UnitKind[];
  @Field(() => [UnitState], { nullable: true }) states?: UnitState[];
  @Field(() => String, { nullable: true, description: 'Part of the call sign.' })
  @MaxLength(60)
  text?: string;
}

@InputType()
export class PositionInput {
  @Field(() => ID) unitId!: string;
  @Field(() => Float) longitude!: number;
  @Field(() => Float) latitude!: number;
  @Field(() => DateTimeScalar) recordedAt!: Date;
  @Field(() => Float, { nullable: true, description: 'Clockwise from north, 0 to 360.' })
  headingDegrees?: number;
  @Field(() => Float, { nullable: true }) speedMetresPerSecond?: number;
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'From a simulator, to be marked as such on screen.',
  })
  simulated!: boolean;
}

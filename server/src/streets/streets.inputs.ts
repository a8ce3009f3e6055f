import { Field, Float, InputType, Int } from 'type-graphql';
import { PostKind } from '../database/prisma/enums.js';
import { TravelProfile } from './streets.types.js';

@InputType()
export class ClassSpeedInput {
  @Field(() => TravelProfile) profile!: TravelProfile;
  @Field() streetClass!: string;
  @Field(() => Float) kilometresPerHour!: number;
}

@InputType()
export class SpeedSlotInput {
  @Field(() => Int) fromHour!: number;
  @Field(() => Int) toHour!: number;
  @Field(() => Float) factor!: number;
}

@InputType()
export class TierSettingInput {
  @Field(() => Int) tier!: number;
  @Field(() => Int) seconds!: number;
  @Field(() => [PostKind]) postKinds!: PostKind[];
  @Field(() => Boolean) units!: boolean;
  @Field(() => TravelProfile) profile!: TravelProfile;
}

@InputType()
export class TurnSecondsInput {
  @Field(() => Float) right!: number;
  @Field(() => Float) left!: number;
  @Field(() => Float) uTurn!: number;
  @Field(() => Float) signal!: number;
}

/** What is left out stays as it is. */
@InputType()
export class TravelSettingsInput {
  @Field(() => [ClassSpeedInput], { nullable: true, description: 'Only the classes to change.' })
  speeds?: ClassSpeedInput[] | null;
  @Field(() => [SpeedSlotInput], { nullable: true, description: 'All of them.' }) slots?:
    SpeedSlotInput[] | null;
  @Field(() => [TierSettingInput], { nullable: true, description: 'All three.' }) tiers?:
    TierSettingInput[] | null;
  @Field(() => TurnSecondsInput, { nullable: true }) turnSeconds?: TurnSecondsInput | null;
  @Field(() => Float, { nullable: true }) snapMetres?: number | null;
  @Field(() => Int, { nullable: true }) staleFixSeconds?: number | null;
  @Field(() => Int, { nullable: true }) handlingMinutes?: number | null;
  @Field(() => Float, { nullable: true }) coveredShare?: number | null;
}

import { ArrayMaxSize, ArrayMinSize, MaxLength } from 'class-validator';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { PlanState, TerritoryPartition } from '../database/prisma/enums.js';
import { DateTimeScalar } from '../scalars.js';
import { PlanEditBodyScalar } from './plan-scalars.js';

const MAX_NAME = 100;
const MAX_REASON = 1000;
const MAX_BY = 60;
/** Edits in one call. */
const MAX_BODIES = 20;

@InputType()
export class CreateBoundaryPlanInput {
  @Field()
  @MaxLength(MAX_NAME)
  name!: string;
  @Field(() => TerritoryPartition) partition!: TerritoryPartition;
  @Field(() => String, { nullable: true })
  @MaxLength(MAX_REASON)
  reason?: string | null;
  @Field(() => String, { nullable: true, description: 'A post or a role, not a person.' })
  @MaxLength(MAX_BY)
  by?: string | null;
  @Field(() => ID, { nullable: true, description: 'Begin with the edits of another plan.' })
  copyOf?: string | null;
}

@InputType()
export class DescribeBoundaryPlanInput {
  @Field(() => ID) planId!: string;
  @Field(() => Int) version!: number;
  @Field()
  @MaxLength(MAX_NAME)
  name!: string;
  @Field(() => String, { nullable: true })
  @MaxLength(MAX_REASON)
  reason?: string | null;
  @Field(() => String, { nullable: true })
  @MaxLength(MAX_BY)
  by?: string | null;
}

@InputType()
export class PlanVersionInput {
  @Field(() => ID) planId!: string;
  @Field(() => Int, { description: 'The version that was read; with another in force nothing changes.' })
  version!: number;
  @Field(() => String, { nullable: true })
  @MaxLength(MAX_BY)
  by?: string | null;
}

@InputType()
export class EditBoundaryPlanInput extends PlanVersionInput {
  @Field({ description: 'Chosen by the caller; the same key again is answered, not done twice.' })
  @MaxLength(100)
  clientKey!: string;
  @Field(() => [PlanEditBodyScalar], { description: 'Edits to append in order, all or none; at most 20.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_BODIES)
  bodies!: unknown[];
}

@InputType()
export class ChangePlanStateInput extends PlanVersionInput {
  @Field(() => PlanState) to!: PlanState;
  @Field(() => String, { nullable: true })
  @MaxLength(500)
  note?: string | null;
  @Field(() => String, { nullable: true, description: '批文号; needed for APPROVED.' })
  @MaxLength(100)
  documentNumber?: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Needed for PUBLICISED.' })
  publicisedFrom?: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Needed for PUBLICISED.' })
  publicisedTo?: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'For PUBLISHED; null: at once.' })
  effectiveAt?: Date | null;
}

@InputType()
export class CommentOnPlanInput {
  @Field(() => ID) planId!: string;
  @Field(() => Float) longitude!: number;
  @Field(() => Float) latitude!: number;
  @Field(() => ID, { nullable: true }) gridId?: string | null;
  @Field()
  @MaxLength(500)
  body!: string;
  @Field(() => String, { nullable: true })
  @MaxLength(MAX_BY)
  by?: string | null;
}

import { ArrayMaxSize, MaxLength } from 'class-validator';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { PostKind, StaffRole } from '../database/prisma/enums.js';
import { DateTimeScalar } from '../scalars.js';
import { MAX_ROWS } from './limits.js';

@InputType()
export class AssignGridsInput {
  @Field(() => [ID]) @ArrayMaxSize(MAX_ROWS) gridIds!: string[];
  @Field(() => PostKind) postKind!: PostKind;
  @Field(() => ID, { nullable: true, description: 'Null: no post of that kind.' }) postId?: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Default now; may lie ahead.' })
  effectiveAt?: Date | null;
}

@InputType()
export class GridStaffRow {
  @Field(() => ID) gridId!: string;
  @Field(() => StaffRole) role!: StaffRole;
  @Field(() => Int, { description: '0 to 10,000.' }) count!: number;
}

@InputType()
export class SetGridStaffInput {
  @Field(() => [GridStaffRow]) @ArrayMaxSize(MAX_ROWS) rows!: GridStaffRow[];
  @Field(() => String, { nullable: true }) @MaxLength(200) source?: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) asOf?: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Default now; may lie ahead.' })
  effectiveAt?: Date | null;
}

@InputType()
export class GridHouseholdsRow {
  @Field(() => ID) gridId!: string;
  @Field(() => Int, { nullable: true, description: 'Null: not known.' }) households?: number | null;
}

@InputType()
export class SetGridHouseholdsInput {
  @Field(() => [GridHouseholdsRow]) @ArrayMaxSize(MAX_ROWS) rows!: GridHouseholdsRow[];
  @Field(() => String, { nullable: true }) @MaxLength(200) source?: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) asOf?: Date | null;
}

/** Changes what is given. */
@InputType()
export class StaffingNormsInput {
  @Field(() => Int, { nullable: true }) householdsLow?: number | null;
  @Field(() => Int, { nullable: true }) householdsHigh?: number | null;
  @Field(() => Float, { nullable: true }) officersPerPoliceGrid?: number | null;
  @Field(() => Float, { nullable: true }) officersPerCommunity?: number | null;
  @Field(() => Float, { nullable: true }) auxiliariesPerCommunity?: number | null;
  @Field(() => Float, { nullable: true }) auxiliariesPerVillage?: number | null;
  @Field(() => Float, { nullable: true }) leadsPerGrid?: number | null;
  @Field(() => Float, { nullable: true }) workersPerGrid?: number | null;
  @Field(() => String, { nullable: true }) @MaxLength(60) socialCode?: string | null;
  @Field(() => String, { nullable: true }) @MaxLength(60) policeCode?: string | null;
  @Field(() => Float, { nullable: true }) workloadHouseholds?: number | null;
  @Field(() => Float, { nullable: true }) workloadIncidents?: number | null;
  @Field(() => Float, { nullable: true }) workloadRiskPoints?: number | null;
}

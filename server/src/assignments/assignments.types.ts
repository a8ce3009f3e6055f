import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { StaffRole } from '../database/prisma/enums.js';
import { Post } from '../posts/posts.types.js';
import { GridMention } from '../reach/reach.types.js';
import { DateTimeScalar } from '../scalars.js';
import { Grid } from '../territory/territory.types.js';

registerEnumType(StaffRole, {
  name: 'StaffRole',
  valuesConfig: {
    OFFICER: { description: '民警' },
    AUXILIARY: { description: '辅警' },
    GRID_LEAD: { description: '网格长' },
    GRID_WORKER: { description: '网格员' },
  },
});

/** How many serve in a role. Counts, never persons. */
@ObjectType({ simpleResolvers: true })
export class StaffCount {
  @Field(() => StaffRole) role!: StaffRole;
  @Field(() => Int) count!: number;
  @Field(() => String, { nullable: true }) source!: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) asOf!: Date | null;
}

export const NormProblemKind = {
  HOUSEHOLDS_UNKNOWN: 'HOUSEHOLDS_UNKNOWN',
  HOUSEHOLDS_BELOW: 'HOUSEHOLDS_BELOW',
  HOUSEHOLDS_ABOVE: 'HOUSEHOLDS_ABOVE',
  NO_POST: 'NO_POST',
  TOO_FEW_OFFICERS: 'TOO_FEW_OFFICERS',
  TOO_FEW_AUXILIARIES: 'TOO_FEW_AUXILIARIES',
  TOO_FEW_LEADS: 'TOO_FEW_LEADS',
  TOO_FEW_WORKERS: 'TOO_FEW_WORKERS',
} as const;
export type NormProblemKind = keyof typeof NormProblemKind;

@ObjectType({ simpleResolvers: true })
export class NormProblem {
  @Field(() => String, { description: Object.keys(NormProblemKind).join(', ') }) kind!: NormProblemKind;
  @Field({ description: 'In the caller’s language.' }) message!: string;
  @Field(() => Float, { nullable: true }) expected!: number | null;
  @Field(() => Float, { nullable: true }) actual!: number | null;
}

/** A grid with all who answer for it. */
@ObjectType({ simpleResolvers: true })
export class GridAssignment {
  @Field(() => Grid) grid!: unknown;
  @Field(() => Post, { nullable: true, description: '派出所' }) station!: unknown;
  @Field(() => Post, { nullable: true, description: '警务室' }) office!: unknown;
  @Field(() => Post, { nullable: true, description: '联勤警务站' }) liaisonStation!: unknown;
  @Field(() => [StaffCount]) staff!: StaffCount[];
  @Field(() => [NormProblem], { description: 'Where a norm is missed.' }) problems!: NormProblem[];
}

/** What a grid ought to have. */
@ObjectType({ simpleResolvers: true })
export class StaffingNorms {
  @Field(() => Int) householdsLow!: number;
  @Field(() => Int) householdsHigh!: number;
  @Field(() => Float, { description: '一格一警' }) officersPerPoliceGrid!: number;
  @Field(() => Float, { description: '一社区一民警两辅警' }) officersPerCommunity!: number;
  @Field(() => Float) auxiliariesPerCommunity!: number;
  @Field(() => Float, { description: '一村一辅警' }) auxiliariesPerVillage!: number;
  @Field(() => Float) leadsPerGrid!: number;
  @Field(() => Float) workersPerGrid!: number;
  @Field({
    description:
      'Scheme of a social grid’s code: {parent}, or {parent:10} for its first ten characters, and as many # as its number has digits.',
  })
  socialCode!: string;
  @Field({ description: 'Of a police grid’s.' }) policeCode!: string;
  @Field(() => Float, { description: 'Workload of one household.' }) workloadHouseholds!: number;
  @Field(() => Float, { description: 'Of one incident.' }) workloadIncidents!: number;
  @Field(() => Float, { description: 'Of one risk point.' }) workloadRiskPoints!: number;
}

@ObjectType({ simpleResolvers: true })
export class AssignedPost {
  @Field(() => String, { description: 'STATION, OFFICE or LIAISON_STATION.' }) kind!: string;
  @Field(() => Post, { nullable: true, description: 'Null: the grid is to have none.' }) post!: unknown;
}

/** One line of a pasted table, understood. */
@ObjectType({ simpleResolvers: true })
export class AssignmentRow {
  @Field(() => Int, { description: 'Line of the text, the heading being 1.' }) line!: number;
  @Field(() => GridMention) grid!: GridMention;
  @Field(() => [AssignedPost], { description: 'Only those the line names.' }) posts!: AssignedPost[];
  @Field(() => [StaffCount], { description: 'Only those the line names.' }) staff!: StaffCount[];
  @Field(() => Int, { nullable: true }) households!: number | null;
  @Field(() => String, { nullable: true }) source!: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) asOf!: Date | null;
}

@ObjectType({ simpleResolvers: true })
export class RefusedRow {
  @Field(() => Int) line!: number;
  @Field({ description: 'In the caller’s language.' }) reason!: string;
}

@ObjectType({ simpleResolvers: true })
export class AssignmentCheck {
  @Field(() => [AssignmentRow]) rows!: AssignmentRow[];
  @Field(() => [RefusedRow]) refused!: RefusedRow[];
  @Field(() => [String], { description: 'Headings of identity columns: dropped unread.' })
  droppedColumns!: string[];
  @Field(() => [String], { description: 'Headings that mean nothing here.' }) unknownColumns!: string[];
}

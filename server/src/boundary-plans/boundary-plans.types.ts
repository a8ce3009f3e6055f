import type { Geometry, Point } from 'geojson';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { GridKind, PlanState, TerritoryPartition } from '../database/prisma/enums.js';
import { connectionOf } from '../relay.js';
import { DateTimeScalar, GeoJsonScalar } from '../scalars.js';
import { BorderWords } from './border-words.types.js';
import { PlanEditBodyScalar } from './plan-scalars.js';

registerEnumType(PlanState, { name: 'PlanState' });

/** A grid adjustment plan 网格调整方案: a log of edits on top of the boundaries as they stood at `baseAt`. */
@ObjectType()
export class BoundaryPlan {
  @Field(() => ID, { simple: true }) id!: string;
  @Field({ simple: true, description: 'E.g. WG2026-001; never used twice.' }) number!: string;
  @Field({ simple: true }) name!: string;
  @Field(() => String, { nullable: true, simple: true }) reason!: string | null;
  @Field(() => TerritoryPartition, { simple: true }) partition!: TerritoryPartition;
  @Field(() => PlanState, { simple: true }) state!: PlanState;
  @Field(() => Int, { simple: true, description: 'Goes up by one with each change of the plan.' })
  version!: number;
  @Field(() => DateTimeScalar, { simple: true }) baseAt!: Date;
  @Field(() => Boolean, {
    simple: true,
    description: 'The boundaries it was drawn on have been replaced since: rebase it before it goes on.',
  })
  stale!: boolean;
  @Field(() => String, { nullable: true, simple: true, description: 'A post or a role, not a person.' })
  author!: string | null;
  @Field(() => String, { nullable: true, simple: true, description: '批文号.' })
  documentNumber!: string | null;
  @Field(() => DateTimeScalar, { nullable: true, simple: true }) publicisedFrom!: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, simple: true }) publicisedTo!: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, simple: true }) effectiveAt!: Date | null;
  @Field(() => Boolean, {
    simple: true,
    description: 'Published, its date has come, and none has come since.',
  })
  isInForce!: boolean;
  @Field(() => DateTimeScalar, { simple: true }) createdAt!: Date;
  @Field(() => DateTimeScalar, { simple: true }) updatedAt!: Date;
  @Field(() => Int, { simple: true, description: 'Edits in effect.' }) editCount!: number;
  @Field(() => Int, { simple: true, description: 'Edits that can be redone.' }) undoneCount!: number;
}

/** A grid as a plan has it, or as its base had it. */
@ObjectType({ simpleResolvers: true })
export class PlanGrid {
  @Field(() => ID) id!: string;
  @Field() code!: string;
  @Field() name!: string;
  @Field(() => GridKind) kind!: GridKind;
  @Field(() => ID, { nullable: true }) parentId!: string | null;
  @Field(() => String, { nullable: true }) parentName!: string | null;
  @Field(() => GeoJsonScalar) boundary!: Geometry;
  @Field(() => Float) areaSquareMetres!: number;
  @Field(() => Int, { nullable: true }) households!: number | null;
  @Field(() => String, { nullable: true }) householdsSource!: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) householdsAsOf!: Date | string | null;
  @Field({ description: 'Made by the plan.' }) isNew!: boolean;
  @Field({ description: 'New, or its boundary or description differs from the base.' }) isChanged!: boolean;
  @Field(() => [ID], { description: 'Base grids whose land it holds, most land first.' }) from!: string[];
  @Field(() => BorderWords) borders!: BorderWords;
}

@ObjectType({ simpleResolvers: true })
export class GridCode {
  @Field(() => ID) gridId!: string;
  @Field() code!: string;
  @Field() name!: string;
}

/** One entry of a plan's log. */
@ObjectType({ simpleResolvers: true })
export class PlanEdit {
  @Field(() => ID) id!: string;
  @Field(() => Int) sequence!: number;
  @Field() label!: string;
  @Field(() => PlanEditBodyScalar) body!: object;
  @Field(() => String, { nullable: true }) by!: string | null;
  @Field(() => DateTimeScalar) at!: Date;
  @Field() isUndone!: boolean;
  @Field(() => [GridCode], { description: 'Handed out to the grids it makes.' }) codes!: GridCode[];
}

@ObjectType({ simpleResolvers: true })
export class PlanStep {
  @Field(() => DateTimeScalar) at!: Date;
  @Field(() => String, { nullable: true }) by!: string | null;
  @Field(() => PlanState, { nullable: true }) from!: PlanState | null;
  @Field(() => PlanState) to!: PlanState;
  @Field(() => String, { nullable: true }) note!: string | null;
}

/** A reviewer's remark, pinned to a place. */
@ObjectType({ simpleResolvers: true })
export class PlanComment {
  @Field(() => ID) id!: string;
  @Field(() => GeoJsonScalar) location!: Point;
  @Field(() => ID, { nullable: true }) gridId!: string | null;
  @Field() body!: string;
  @Field(() => String, { nullable: true }) by!: string | null;
  @Field(() => DateTimeScalar) at!: Date;
  @Field(() => DateTimeScalar, { nullable: true }) resolvedAt!: Date | null;
  @Field(() => String, { nullable: true }) resolvedBy!: string | null;
}

@ObjectType({ simpleResolvers: true })
export class PlanFault {
  @Field({ description: 'E.g. GAP, OVERLAP, IN_PIECES, NAME_TWICE, TOO_LARGE.' }) kind!: string;
  @Field({ description: 'In the caller’s language.' }) message!: string;
  @Field(() => [ID]) gridIds!: string[];
  @Field(() => GeoJsonScalar, { nullable: true }) location!: Point | null;
  @Field(() => Float, { nullable: true }) areaSquareMetres!: number | null;
}

@ObjectType({ simpleResolvers: true })
export class PlanCheck {
  @Field() isSound!: boolean;
  @Field(() => [PlanFault], { description: 'What forbids submission.' }) faults!: PlanFault[];
  @Field(() => [PlanFault], { description: 'What a reviewer should look at: size, staffing, compactness.' })
  warnings!: PlanFault[];
}

@ObjectType()
export class PlanEditPayload {
  @Field(() => BoundaryPlan, { simple: true }) plan!: BoundaryPlan;
  @Field(() => [PlanEdit], { simple: true, description: 'Taken in, undone or redone.' }) edits!: PlanEdit[];
}

/** An edit that no longer fits the boundaries now in force. */
@ObjectType({ simpleResolvers: true })
export class DroppedEdit {
  @Field(() => PlanEdit) edit!: PlanEdit;
  @Field({ description: 'In the caller’s language.' }) reason!: string;
}

@ObjectType()
export class PlanRebase {
  @Field(() => BoundaryPlan, { simple: true }) plan!: BoundaryPlan;
  @Field(() => [DroppedEdit], { simple: true }) dropped!: DroppedEdit[];
}

@ObjectType()
export class BoundaryPlanConnection extends connectionOf(BoundaryPlan, 'BoundaryPlan') {}

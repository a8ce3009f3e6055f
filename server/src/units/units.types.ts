import type { Geometry } from 'geojson';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { UnitKind, UnitState } from '../database/prisma/enums.js';
import { Post } from '../posts/posts.types.js';
import { connectionOf } from '../relay.js';
import { DateTimeScalar, GeoJsonScalar } from '../scalars.js';

registerEnumType(UnitKind, { name: 'UnitKind' });
registerEnumType(UnitState, { name: 'UnitState' });

/** The latest position of a unit on a shift; never of a person. */
@ObjectType({ simpleResolvers: true })
export class UnitPosition {
  @Field(() => ID) unitId!: string;
  @Field(() => GeoJsonScalar) location!: Geometry;
  @Field(() => Float, { nullable: true, description: 'Clockwise from north.' }) headingDegrees!:
    number | null;
  @Field(() => Float, { nullable: true }) speedMetresPerSecond!: number | null;
  @Field(() => DateTimeScalar) recordedAt!: Date;
  @Field() simulated!: boolean;
}

/** A patrol unit: car, motorbike, bicycle or foot team. */
@ObjectType({ simpleResolvers: true })
export class Unit {
  @Field(() => ID) id!: string;
  @Field() callSign!: string;
  @Field(() => UnitKind) kind!: UnitKind;
  @Field(() => UnitState) state!: UnitState;
  @Field(() => Post, { nullable: true }) homePost!: Post | null;
  @Field(() => UnitPosition, { nullable: true, description: 'Null when off duty or never heard from.' })
  position!: UnitPosition | null;
}

/** From going on duty to going off: of a unit, never of its crew. */
@ObjectType({ simpleResolvers: true })
export class Shift {
  @Field(() => ID) id!: string;
  @Field(() => Unit) unit!: Unit;
  @Field(() => DateTimeScalar) startsAt!: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Null while it lasts.' }) endsAt!: Date | null;
}

@ObjectType()
export class UnitConnection extends connectionOf(Unit, 'Unit') {}

@ObjectType({ simpleResolvers: true })
export class PositionRefusal {
  @Field(() => ID) unitId!: string;
  @Field() code!: string;
  @Field() message!: string;
}

@ObjectType({ simpleResolvers: true })
export class ReportPositionsPayload {
  @Field(() => Int) accepted!: number;
  @Field(() => [PositionRefusal]) refused!: PositionRefusal[];
}

import type { Geometry } from 'geojson';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { RiskKind, RiskLevel } from '../database/prisma/enums.js';
import { connectionOf } from '../relay.js';
import { DateTimeScalar, GeoJsonScalar } from '../scalars.js';
import { Grid } from '../territory/territory.types.js';

registerEnumType(RiskKind, { name: 'RiskKind' });
registerEnumType(RiskLevel, { name: 'RiskLevel' });

/** A place that can hurt people; never a person. */
@ObjectType({ simpleResolvers: true })
export class RiskPoint {
  @Field(() => ID) id!: string;
  @Field() code!: string;
  @Field() name!: string;
  @Field(() => RiskKind) kind!: RiskKind;
  @Field(() => RiskLevel) level!: RiskLevel;
  @Field(() => GeoJsonScalar, { description: 'Point, line or area.' }) location!: Geometry;
  @Field(() => String, { nullable: true }) address!: string | null;
  @Field(() => String, { nullable: true }) ownerOrganisation!: string | null;
  @Field(() => Grid, { nullable: true, description: 'The responsible grid.' }) grid!: Grid | null;
  @Field(() => Int) inspectionCycleDays!: number;
  @Field(() => DateTimeScalar, { nullable: true }) lastInspectedAt!: Date | null;
  @Field(() => DateTimeScalar, { nullable: true }) inspectionDueAt!: Date | null;
}

@ObjectType()
export class RiskPointConnection extends connectionOf(RiskPoint, 'RiskPoint') {}

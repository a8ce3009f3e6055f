import type { Geometry } from 'geojson';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import {
  IncidentCategory,
  IncidentSource,
  IncidentStatus,
  OccurredPrecision,
  Sensitivity,
} from '../database/prisma/enums.js';
import { connectionOf } from '../relay.js';
import { DateTimeScalar, GeoJsonScalar } from '../scalars.js';
import { Grid } from '../territory/territory.types.js';

registerEnumType(IncidentCategory, { name: 'IncidentCategory' });
registerEnumType(IncidentSource, { name: 'IncidentSource' });
registerEnumType(IncidentStatus, { name: 'IncidentStatus' });
registerEnumType(OccurredPrecision, {
  name: 'OccurredPrecision',
  description: 'How well the time of occurrence is known: to the instant, to the day, or not at all.',
});
registerEnumType(Sensitivity, {
  name: 'Sensitivity',
  description: 'GRID_ONLY kinds show at grid level and no closer.',
});

/** What happened; never a class of person. */
@ObjectType({ simpleResolvers: true })
export class IncidentKind {
  @Field() code!: string;
  @Field() name!: string;
  @Field() nameEn!: string;
  @Field(() => IncidentCategory) category!: IncidentCategory;
  @Field(() => Int) priority!: number;
  @Field(() => Sensitivity) sensitivity!: Sensitivity;
  @Field({ description: 'Whether police answer for it, or it is referred to whoever does.' })
  policeMatter!: boolean;
}

@ObjectType({ simpleResolvers: true })
export class Incident {
  @Field(() => ID) id!: string;
  @Field() number!: string;
  @Field({ description: 'Code of the reported kind.' }) kind!: string;
  @Field(() => IncidentKind) kindInfo!: IncidentKind;
  @Field(() => IncidentSource) source!: IncidentSource;
  @Field(() => IncidentStatus) status!: IncidentStatus;
  @Field(() => Int, { description: '1 特急, 2 紧急, 3 一般.' }) priority!: number;
  @Field(() => DateTimeScalar) occurredAt!: Date;
  @Field(() => OccurredPrecision) occurredPrecision!: OccurredPrecision;
  @Field(() => DateTimeScalar) reportedAt!: Date;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the first unit or team was there. Null where nobody recorded it.',
  })
  firstArrivedAt!: Date | null;
  @Field(() => GeoJsonScalar, {
    nullable: true,
    description: 'Null when reported without a place. Sensitive kinds show a point of their grid.',
  })
  location!: Geometry | null;
  @Field(() => String, { nullable: true }) address!: string | null;
  @Field(() => String, { nullable: true }) description!: string | null;
  @Field(() => Grid, { nullable: true, description: 'As in force when and where it happened.' })
  grid!: Grid | null;
  @Field(() => Grid, { nullable: true }) policeGrid!: Grid | null;
  @Field({ description: 'Made by the demo’s simulator.' }) simulated!: boolean;
  @Field({ description: 'Shown at grid level only, because its kind is sensitive.' }) coarsened!: boolean;
}

@ObjectType()
export class IncidentConnection extends connectionOf(Incident, 'Incident') {}

@ObjectType({ simpleResolvers: true })
export class ReportIncidentPayload {
  @Field(() => Incident) incident!: Incident;
}

import type { LineString } from 'geojson';
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PostKind } from '../database/prisma/enums.js';
import { DateTimeScalar, GeoJsonScalar } from '../scalars.js';

/** How somebody travels. */
export const TravelProfile = { DRIVING: 'DRIVING', CYCLING: 'CYCLING', WALKING: 'WALKING' } as const;
export type TravelProfile = keyof typeof TravelProfile;
registerEnumType(TravelProfile, { name: 'TravelProfile' });

export const StreetNetworkState = { BUILDING: 'BUILDING', READY: 'READY', FAILED: 'FAILED' } as const;
export type StreetNetworkState = keyof typeof StreetNetworkState;
registerEnumType(StreetNetworkState, {
  name: 'StreetNetworkState',
  valuesConfig: {
    BUILDING: { description: 'A newer one is being built; answers still come from this one.' },
    FAILED: { description: 'A newer one could not be built: `problem` says why. This one stays in service.' },
  },
});

/** The streets that travel times are computed on. */
@ObjectType({ simpleResolvers: true })
export class StreetNetwork {
  @Field() version!: string;
  @Field(() => DateTimeScalar) builtAt!: Date | string;
  @Field(() => StreetNetworkState) state!: StreetNetworkState;
  @Field(() => String, { nullable: true }) problem!: string | null;
  @Field(() => Float, { description: 'Of every class, each street once.' }) roadMetres!: number;
  @Field(() => Int, { description: 'Pieces of street between two junctions.' }) segments!: number;
  @Field(() => Int) junctions!: number;
  @Field(() => Int, { description: 'Parts of the network with no street between them.' }) pieces!: number;
  @Field(() => Float, { description: 'Share of the length that hangs together with the largest piece.' })
  largestPieceShare!: number;
  @Field(() => Int) turnRestrictions!: number;
  @Field(() => [String], { description: 'Names of the datasets it was built from.' }) sources!: string[];
  @Field(() => Int, {
    description: 'Households’ buildings and risk points too far from any street to count.',
  })
  demandUnplaced!: number;
}

@ObjectType({ simpleResolvers: true })
export class ClassSpeed {
  @Field(() => TravelProfile) profile!: TravelProfile;
  @Field({ description: 'motorway, trunk, primary … footway, steps.' }) streetClass!: string;
  @Field(() => Float) kilometresPerHour!: number;
}

@ObjectType({ simpleResolvers: true })
export class SpeedSlot {
  @Field(() => Int, { description: '0 to 23, on the county’s clock.' }) fromHour!: number;
  @Field(() => Int, { description: '1 to 24, not included; at or below `fromHour` it lies on the next day.' })
  toHour!: number;
  @Field(() => Float, { description: 'On travel seconds of motor vehicles: 1.35 takes 35 % longer.' })
  factor!: number;
}

/** Who answers within how many seconds: 1分钟自救, 3分钟互救, 5分钟专业救. */
@ObjectType({ simpleResolvers: true })
export class TierSetting {
  @Field(() => Int) tier!: number;
  @Field(() => Int) seconds!: number;
  @Field(() => [PostKind]) postKinds!: PostKind[];
  @Field({ description: 'Whether patrol units answer in this tier.' }) units!: boolean;
  @Field(() => TravelProfile, { description: 'How the posts’ people travel; units by their own kind.' })
  profile!: TravelProfile;
}

@ObjectType({ simpleResolvers: true })
export class TurnSeconds {
  @Field(() => Float) right!: number;
  @Field(() => Float) left!: number;
  @Field(() => Float) uTurn!: number;
  @Field(() => Float, { description: 'Mean wait at a traffic signal.' }) signal!: number;
}

@ObjectType({ simpleResolvers: true })
export class TravelSettings {
  @Field(() => [ClassSpeed]) speeds!: ClassSpeed[];
  @Field(() => [SpeedSlot], { description: 'Hours in none of them count 1.' }) slots!: SpeedSlot[];
  @Field(() => [TierSetting]) tiers!: TierSetting[];
  @Field(() => TurnSeconds, { description: 'For motor vehicles.' }) turnSeconds!: TurnSeconds;
  @Field(() => Float, { description: 'What lies farther from any street is not counted.' })
  snapMetres!: number;
  @Field(() => Int, { description: 'A position older than this is called stale.' }) staleFixSeconds!: number;
  @Field(() => Int, { description: 'How long a unit stays at an incident.' }) handlingMinutes!: number;
  @Field(() => Float, { description: 'Share from which a grid counts as covered.' }) coveredShare!: number;
}

@ObjectType({ simpleResolvers: true })
export class StreetLine {
  @Field(() => GeoJsonScalar, { description: 'LineString.' }) line!: LineString;
  @Field(() => Float) metres!: number;
}

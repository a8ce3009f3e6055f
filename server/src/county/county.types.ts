import { Field, Float, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../scalars.js';

/** The county (or city) this console serves. */
@ObjectType({ simpleResolvers: true })
export class County {
  @Field(() => ID) id!: string;
  @Field() code!: string;
  @Field() name!: string;
  @Field(() => String, { nullable: true }) nameEn!: string | null;
  @Field({ description: 'IANA name; days and hours are cut in it.' }) timeZone!: string;
  @Field(() => [Float], { description: '[west, south, east, north] in degrees.' }) bounds!: number[];
  @Field({ description: 'The fictitious demo county.' }) demo!: boolean;
  @Field({ description: 'A simulator feeds units and incidents; to be marked on screen.' })
  simulated!: boolean;
  @Field(() => DateTimeScalar) serverTime!: Date;
}

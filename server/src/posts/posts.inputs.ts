import { MaxLength } from 'class-validator';
import { Field, Float, InputType } from 'type-graphql';
import { PostKind } from '../database/prisma/enums.js';
import { DateTimeScalar } from '../scalars.js';

@InputType()
export class PostFilter {
  @Field(() => [PostKind], { nullable: true }) kinds?: PostKind[];
  @Field(() => String, { nullable: true, description: 'Part of the name.' })
  @MaxLength(100)
  text?: string;
  @Field(() => [Float], { nullable: true, description: '[west, south, east, north] in degrees.' })
  bbox?: number[];
  @Field(() => DateTimeScalar, { nullable: true, description: 'Jurisdictions of then; default now.' })
  at?: Date;
}

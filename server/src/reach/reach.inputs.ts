import { MaxLength } from 'class-validator';
import { Field, Float, InputType } from 'type-graphql';

@InputType()
export class PlaceInput {
  @Field(() => Float) longitude!: number;
  @Field(() => Float) latitude!: number;
  @Field(() => String, { nullable: true })
  @MaxLength(60)
  name?: string | null;
}

import type { Geometry } from 'geojson';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PostKind } from '../database/prisma/enums.js';
import { connectionOf } from '../relay.js';
import { GeoJsonScalar } from '../scalars.js';

registerEnumType(PostKind, { name: 'PostKind' });

/**
 * A place from which people serve: police station, office, liaison station, governance centre and the like; a
 * volunteer team or a smallest response unit.
 */
@ObjectType({ simpleResolvers: true })
export class Post {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true }) code!: string | null;
  @Field(() => PostKind) kind!: PostKind;
  @Field() name!: string;
  @Field(() => GeoJsonScalar, { nullable: true }) location!: Geometry | null;
  @Field(() => GeoJsonScalar, { nullable: true, description: 'Dissolved from the grids it answers for.' })
  jurisdiction!: Geometry | null;
  @Field(() => String, { nullable: true }) address!: string | null;
  @Field() openAroundTheClock!: boolean;
  @Field(() => Int, {
    nullable: true,
    description: 'Minute of the county’s day it is staffed from; hours may pass midnight. Null: always.',
  })
  opensAtMinute!: number | null;
  @Field(() => Int, { nullable: true }) closesAtMinute!: number | null;
}

@ObjectType()
export class PostConnection extends connectionOf(Post, 'Post') {}

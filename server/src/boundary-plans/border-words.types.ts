import { Field, ObjectType } from 'type-graphql';

/** A grid's borders in words (四至). */
@ObjectType({ simpleResolvers: true })
export class BorderWords {
  @Field() north!: string;
  @Field() east!: string;
  @Field() south!: string;
  @Field() west!: string;
  @Field({
    description: 'Written by hand; otherwise generated from the streets and waters along the border.',
  })
  isEdited!: boolean;
}

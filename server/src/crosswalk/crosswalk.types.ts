import { Field, Float, Int, ObjectType } from 'type-graphql';
import { GridMention } from '../reach/reach.types.js';

/** The land a police grid and a social grid have in common: 警格+网格融合. */
@ObjectType({ simpleResolvers: true })
export class CrosswalkRow {
  @Field(() => GridMention) policeGrid!: GridMention;
  @Field(() => GridMention) socialGrid!: GridMention;
  @Field(() => Float, { description: 'On the ellipsoid.' }) areaSquareMetres!: number;
  @Field(() => Float, { description: 'Of the police grid’s area, 0 to 1.' }) shareOfPolice!: number;
  @Field(() => Float, { description: 'Of the social grid’s area, 0 to 1.' }) shareOfSocial!: number;
  @Field(() => Int, {
    description: 'By the households of its buildings; where a grid has none on the map, by its area.',
  })
  households!: number;
  @Field(() => Int, { description: 'Reported in the period.' }) incidents!: number;
}

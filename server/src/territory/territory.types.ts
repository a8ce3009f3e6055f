import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Geometry } from 'geojson';
import { GridKind, TerritoryLevel, TerritoryPartition } from '../database/prisma/enums.js';
import { Post } from '../posts/posts.types.js';
import { connectionOf } from '../relay.js';
import { DateTimeScalar, GeoJsonScalar } from '../scalars.js';

registerEnumType(TerritoryPartition, {
  name: 'Partition',
  description: 'Two trees over one land: the society’s and the police’s.',
});
registerEnumType(TerritoryLevel, { name: 'TerritoryLevel' });
registerEnumType(GridKind, { name: 'GridKind' });

/** A unit of either tree at any level, with the boundary in force at the instant asked for. */
@ObjectType({ simpleResolvers: true })
export class Territory {
  @Field(() => ID) id!: string;
  @Field() code!: string;
  @Field() name!: string;
  @Field(() => TerritoryPartition) partition!: TerritoryPartition;
  @Field(() => TerritoryLevel) level!: TerritoryLevel;
  @Field(() => Territory, { nullable: true }) parent!: unknown;
  @Field(() => GeoJsonScalar) boundary!: Geometry;
  @Field(() => GeoJsonScalar) anchor!: Geometry;
  @Field(() => Float) areaSquareMetres!: number;
  @Field(() => Int, { nullable: true, description: 'For upper levels the sum of the grids below.' })
  households!: number | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Null: since records began.' })
  validFrom!: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Null: until further notice.' })
  validTo!: Date | null;
}

/** A grid of either partition: the smallest unit that has a border of its own. */
@ObjectType({ simpleResolvers: true })
export class Grid {
  @Field(() => ID) id!: string;
  @Field() code!: string;
  @Field() name!: string;
  @Field(() => TerritoryPartition) partition!: TerritoryPartition;
  @Field(() => TerritoryLevel) level!: TerritoryLevel;
  @Field(() => GridKind) kind!: GridKind;
  @Field(() => GeoJsonScalar) boundary!: Geometry;
  @Field(() => GeoJsonScalar, { description: 'A point inside, where a label stands.' }) anchor!: Geometry;
  @Field(() => Float, { description: 'On the ellipsoid.' }) areaSquareMetres!: number;
  @Field(() => Int, { nullable: true }) households!: number | null;
  @Field(() => String, { nullable: true }) householdsSource!: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) householdsAsOf!: Date | null;
  @Field(() => Territory, { nullable: true, description: 'Community 社区 or police area 警务区.' })
  parent!: unknown;
  @Field(() => Post, { nullable: true, description: 'The office, or else the station, that answers for it.' })
  post!: Post | null;
  @Field(() => Post, { nullable: true }) liaisonStation!: Post | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When a unit on duty was last inside.' })
  lastSeenAt!: Date | null;
  @Field(() => Int, { nullable: true }) minutesSinceSeen!: number | null;
  @Field(() => DateTimeScalar, { nullable: true }) validFrom!: Date | null;
  @Field(() => DateTimeScalar, { nullable: true }) validTo!: Date | null;
}

/** Another grid in a line of descent. */
@ObjectType({ simpleResolvers: true })
export class GridLink {
  @Field(() => ID) id!: string;
  @Field() code!: string;
  @Field() name!: string;
  @Field(() => DateTimeScalar, { description: 'When the land changed hands.' }) at!: Date;
  @Field(() => String, { nullable: true, description: 'Number of the plan that did it.' })
  planNumber!: string | null;
  @Field(() => ID, { nullable: true }) planId!: string | null;
  @Field(() => Float, { description: 'Of the land of the grid asked for, 0 to 1.' }) share!: number;
}

@ObjectType({ simpleResolvers: true })
export class GridHistory {
  @Field(() => [Grid], { description: 'Newest first.' }) versions!: unknown[];
  @Field(() => [GridLink], { description: 'Grids it was made from.' }) from!: GridLink[];
  @Field(() => [GridLink], { description: 'Grids made from it.' }) into!: GridLink[];
}

/** An instant at which boundaries in force changed. */
@ObjectType({ simpleResolvers: true })
export class BoundaryDate {
  @Field(() => DateTimeScalar) at!: Date;
  @Field(() => TerritoryPartition) partition!: TerritoryPartition;
  @Field(() => Int, { description: 'Grids that began, changed or ended then.' }) grids!: number;
  @Field(() => ID, { nullable: true }) planId!: string | null;
  @Field(() => String, { nullable: true }) planNumber!: string | null;
  @Field(() => String, { nullable: true }) planName!: string | null;
}

@ObjectType()
export class TerritoryConnection extends connectionOf(Territory, 'Territory') {}
@ObjectType()
export class GridConnection extends connectionOf(Grid, 'Grid') {}

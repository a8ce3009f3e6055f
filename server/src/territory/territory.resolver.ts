import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Float, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { valueOf } from '../database/look-ahead.js';
import { TerritoryPartition } from '../database/prisma/enums.js';
import { PageArgs } from '../relay.js';
import { DateTimeScalar } from '../scalars.js';
import { GridFilter, TerritoryFilter } from './territory.inputs.js';
import { findGrid, findGridAt, listGrids, listTerritories } from './territory.service.js';
import { Grid, GridConnection, TerritoryConnection } from './territory.types.js';

@Resolver(() => Grid)
export class TerritoryResolver {
  @Query(() => TerritoryConnection)
  territories(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => TerritoryFilter, { nullable: true }) filter?: TerritoryFilter,
  ) {
    return listTerritories(context, info, filter ?? {}, page);
  }

  @Query(() => GridConnection)
  grids(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => GridFilter, { nullable: true }) filter?: GridFilter,
  ) {
    return listGrids(context, info, filter ?? {}, page);
  }

  @Query(() => Grid, { nullable: true })
  grid(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID) id: string,
    @Arg('at', () => DateTimeScalar, { nullable: true }) at?: Date,
  ) {
    return findGrid(context, info, id, at);
  }

  @Query(() => Grid, {
    nullable: true,
    description: 'The grid a place lies in; on a border, the lowest code.',
  })
  gridAt(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('longitude', () => Float) longitude: number,
    @Arg('latitude', () => Float) latitude: number,
    @Arg('partition', () => TerritoryPartition, { defaultValue: TerritoryPartition.SOCIAL })
    partition: TerritoryPartition,
    @Arg('at', () => DateTimeScalar, { nullable: true }) at?: Date,
  ) {
    return findGridAt(context, info, { longitude, latitude }, partition, at);
  }

  @FieldResolver(() => Int, { description: 'Incidents reported in the period.' })
  incidentCount(
    @Root() grid: Grid,
    @Info() info: GraphQLResolveInfo,
    @Arg('from', () => DateTimeScalar, { nullable: true }) _from?: Date,
    @Arg('to', () => DateTimeScalar, { nullable: true }) _to?: Date,
  ): number {
    return valueOf<number>(grid, info);
  }
}

import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Float, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { BorderWords } from '../boundary-plans/border-words.types.js';
import type { Context } from '../context.js';
import { valueOf } from '../database/look-ahead.js';
import { TerritoryPartition } from '../database/prisma/enums.js';
import { PageArgs } from '../relay.js';
import { DateTimeScalar } from '../scalars.js';
import { GridFilter, TerritoryFilter } from './territory.inputs.js';
import { findGrid, findGridAt, listGrids, listTerritories } from './territory.service.js';
import { showBorderWords } from './border-words.js';
import { listBoundaryDates, showHistory } from './grid-history.js';
import { BoundaryDate, Grid, GridConnection, GridHistory, TerritoryConnection } from './territory.types.js';

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

  @Query(() => GridHistory, {
    description: 'All versions of a grid and its line of descent; of one that ended too.',
  })
  gridHistory(@Ctx() context: Context, @Info() info: GraphQLResolveInfo, @Arg('id', () => ID) id: string) {
    return showHistory(context, info, id);
  }

  @Query(() => [BoundaryDate], {
    description: 'Instants at which boundaries changed or will change, newest first; at most 500.',
  })
  boundaryDates(
    @Ctx() context: Context,
    @Arg('partition', () => TerritoryPartition, { nullable: true }) partition?: TerritoryPartition,
  ) {
    return listBoundaryDates(context, partition);
  }

  @Query(() => BorderWords, { description: 'A grid’s borders in words: 四至.' })
  borderWords(
    @Ctx() context: Context,
    @Arg('gridId', () => ID) gridId: string,
    @Arg('at', () => DateTimeScalar, { nullable: true }) at?: Date,
  ) {
    return showBorderWords(context, gridId, at);
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

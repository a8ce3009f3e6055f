import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { boardArrivals } from './arrivals.service.js';
import { CoverBoardInput, CoverScenarioInput } from './cover.inputs.js';
import { boardByHour, boardGaps, showBoard, type OpenBoard } from './cover.service.js';
import { CoverArrivals, CoverBoard, CoverGap, CoverHour, CoverScenario } from './cover.types.js';
import { deleteScenario, findScenario, listScenarios, saveScenario } from './scenarios.js';

/** The 1-3-5 board, and scenarios to try on it. */
@Resolver(() => CoverBoard)
export class CoverResolver {
  @Query(() => CoverBoard)
  coverBoard(@Ctx() context: Context, @Arg('input', () => CoverBoardInput) input: CoverBoardInput) {
    return showBoard(context, input);
  }

  @FieldResolver(() => [CoverHour], { description: 'All 24 hours.' })
  byHour(@Ctx() context: Context, @Root() board: OpenBoard) {
    return boardByHour(context, board);
  }

  @FieldResolver(() => [CoverGap], {
    description: 'Grids left open by a tier, most households first; at most 200.',
  })
  gaps(
    @Ctx() context: Context,
    @Root() board: OpenBoard,
    @Arg('tier', () => Int) tier: number,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
  ) {
    return boardGaps(context, board, tier, first);
  }

  @FieldResolver(() => CoverArrivals, { description: 'Over the last days, 1 to 90.' })
  arrivals(
    @Ctx() context: Context,
    @Root() board: OpenBoard,
    @Arg('days', () => Int, { defaultValue: 30 }) days: number,
  ) {
    return boardArrivals(context, board, days);
  }

  @Query(() => [CoverScenario], { description: 'Latest change first.' })
  coverScenarios(@Ctx() context: Context) {
    return listScenarios(context);
  }

  @Query(() => CoverScenario, { nullable: true })
  coverScenario(@Ctx() context: Context, @Arg('id', () => ID) id: string) {
    return findScenario(context, id);
  }

  @Mutation(() => CoverScenario, {
    description: 'With an id it replaces that one: CONFLICT when `version` is not the latest.',
  })
  saveCoverScenario(
    @Ctx() context: Context,
    @Arg('input', () => CoverScenarioInput) input: CoverScenarioInput,
  ) {
    return saveScenario(context, input);
  }

  @Mutation(() => Boolean, { description: 'False when there was none.' })
  deleteCoverScenario(@Ctx() context: Context, @Arg('id', () => ID) id: string) {
    return deleteScenario(context, id);
  }
}

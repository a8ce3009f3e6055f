import type { Context } from '../context.js';
import { Refusal } from '../errors.js';
import { render } from '../messages/index.js';
import { gridMentions } from '../reach/grid-mentions.js';
import type { World } from '../reach/reach-engine.js';
import { requireHour } from '../reach/reach.service.js';
import type { BoardRequest, GridShare } from '../reach/worker/protocol.js';
import type { CoverBoardInput } from './cover.inputs.js';
import type { CoverBoard, CoverGap, CoverHour, CoverReading, UnplacedResponder } from './cover.types.js';
import { applyChanges, checkChanges } from './post-changes.js';
import { findResponders } from './responders.js';
import { readScenario } from './scenarios.js';

const MAX_GAPS = 200;

/** A board on its way to the caller: what its further fields are worked out from. */
export interface OpenBoard extends CoverBoard {
  world: World;
  request: BoardRequest;
}

/** Who covers what at an hour, with the changes of a scenario and of the input. */
export async function showBoard(context: Context, input: CoverBoardInput): Promise<OpenBoard> {
  const world = await context.reach.world();
  const { settings, leaves, streets } = world;
  const { database, viewer, language } = context;
  const { onRecord, changes, hour } = await database.read(viewer, async (session) => {
    const scenario = input.scenarioId ? await readScenario(session, input.scenarioId) : null;
    if (input.scenarioId && !scenario) throw new Refusal('NOT_FOUND', 'scenarioUnknown');
    return {
      onRecord: await findResponders(session, settings, input.live ?? false),
      changes: [...(scenario?.changes ?? []), ...checkChanges(input.changes ?? [])],
      hour: await requireHour(session, input.hour),
    };
  });
  const reading: CoverReading = input.reading ?? 'BY_TIER';
  const { responders, posts, placeless } = onRecord;
  const request: BoardRequest = {
    reading,
    hour,
    responders: applyChanges(responders, changes, posts, settings),
    before: changes.length > 0 ? responders : null,
  };
  const answer = await world.ask('board', request, context.signal);
  const grids = await database.read(viewer, (session) => gridMentions(session, leaves, leaves.keys()));
  const named = ({ grid, ...shares }: GridShare) => ({ grid: grids.get(grid)!, ...shares });
  const far = answer.unplaced.map(({ id, name, metres }): UnplacedResponder => {
    const code = metres === null ? 'responderNoStreets' : 'responderFar';
    const parameters = { metres: Math.round(metres ?? 0), max: settings.snapMetres };
    return { id, name, reason: render(code, parameters, language) };
  });
  return {
    reading,
    hour,
    networkVersion: streets.graph.version,
    tiers: answer.tiers.map((tier, i) => ({
      ...tier,
      tier: i + 1,
      seconds: settings.tiers[i]!.seconds,
      grids: tier.grids.map(named),
    })),
    unplaced: [
      ...far,
      ...placeless.map(({ id, name, reason }) => ({ id, name, reason: render(reason, {}, language) })),
    ],
    tileView: answer.view,
    world,
    request,
  };
}

/** All 24 hours of the board's day. */
export function boardByHour({ signal }: Context, { world, request }: OpenBoard): Promise<CoverHour[]> {
  return world.ask('hours', request, signal);
}

/** What a tier leaves open, by grid, the worst first. */
export async function boardGaps(
  { database, viewer, signal }: Context,
  { world, request }: OpenBoard,
  tier: number,
  first: number,
): Promise<CoverGap[]> {
  if (tier < 1 || tier > world.settings.tiers.length)
    throw new Refusal('BAD_USER_INPUT', 'tierUnknown', { tier });
  if (first < 1 || first > MAX_GAPS) throw new Refusal('BAD_USER_INPUT', 'pageSize', { max: MAX_GAPS });
  const gaps = await world.ask('gaps', { ...request, tier, first }, signal);
  const grids = await database.read(viewer, (session) =>
    gridMentions(
      session,
      world.leaves,
      gaps.map(({ grid }) => grid),
    ),
  );
  return gaps.map((gap) => ({ ...gap, grid: grids.get(gap.grid)! }));
}

import { findArrivals } from './arrivals.js';
import { Board } from './board.js';
import type { Breath } from './breath.js';
import { drawTile } from './draw-tile.js';
import { findNearest } from './find-nearest.js';
import { findReach } from './find-reach.js';
import { findGaps } from './gaps.js';
import { findStreetLine } from './find-street-line.js';
import type { CallName, ReachCalls } from './protocol.js';
import { makeSitingInstance } from './siting-instance.js';
import { ViewStore } from './views.js';
import type { World } from './world.js';

type Answers = {
  [N in CallName]: (
    request: Parameters<ReachCalls[N]>[0],
    breathe: Breath,
  ) => Promise<ReturnType<ReachCalls[N]>> | ReturnType<ReachCalls[N]>;
};

/** What the worker answers, over one world. */
export function answersOver(world: World): Answers {
  const views = new ViewStore();
  const board = new Board(world, views);
  return {
    reach: (request, breathe) => findReach(world, views, request, breathe),
    nearest: (request, breathe) => findNearest(world, request, breathe),
    board: (request, breathe) => board.show(request, breathe),
    hours: (request, breathe) => board.hours(request, breathe),
    gaps: (request, breathe) => findGaps(world, board, request, breathe),
    arrivals: (request, breathe) => findArrivals(world, request, breathe),
    siting: (request, breathe) => makeSitingInstance(world, request, breathe),
    streetLine: (request) => findStreetLine(world, request),
    tile({ view, ...tile }) {
      const found = views.find(view);
      return found ? drawTile(world, tile, (segment) => found.stretchesOf(segment)) : null;
    },
  };
}

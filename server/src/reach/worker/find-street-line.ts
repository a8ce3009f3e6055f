import { lineOfPath } from '@maplebridge/engine/reach/path';
import { shortestLine } from '@maplebridge/engine/reach/shortest-line';
import type { StreetLineAnswer, StreetLineRequest } from './protocol.js';
import type { World } from './world.js';

/** A border that means to follow a street is drawn near it. */
const WITHIN_METRES = 60;
const LONGEST_METRES = 60_000;

/** The shortest line along streets between two places near them, whoever may travel there. */
export function findStreetLine(world: World, { from, to }: StreetLineRequest): StreetLineAnswer {
  const start = world.nearestStreet(from, WITHIN_METRES);
  if (!start) return { problem: 'FROM_FAR', within: WITHIN_METRES };
  const end = world.nearestStreet(to, WITHIN_METRES);
  if (!end) return { problem: 'TO_FAR', within: WITHIN_METRES };
  const path = shortestLine(world.graph, start, end, LONGEST_METRES);
  if (!path) return { problem: 'NOT_JOINED', within: LONGEST_METRES };
  const coordinates = lineOfPath(world.graph, path).map((point) => [...point]);
  const metres = path.reduce(
    (sum, piece) => sum + Math.abs(piece.to - piece.from) * world.graph.lengths[piece.segment]!,
    0,
  );
  return { line: { type: 'LineString', coordinates }, metres };
}

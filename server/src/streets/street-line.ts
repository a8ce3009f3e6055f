import type { Position } from 'geojson';
import type { Context } from '../context.js';
import { Refusal } from '../errors.js';
import { requirePosition } from '../position.js';
import type { PlaceInput } from '../reach/reach.inputs.js';
import type { StreetLine } from './streets.types.js';

const REFUSALS = { FROM_FAR: 'lineStartFar', TO_FAR: 'lineEndFar', NOT_JOINED: 'lineNotJoined' } as const;

/** The shortest line along streets from place to place. @throws Refusal where no street is near, or none joins them */
export async function findStreetLine(
  context: Context,
  from: PlaceInput,
  to: PlaceInput,
): Promise<StreetLine> {
  const places = { from: positionOf(from), to: positionOf(to) };
  const world = await context.reach.world();
  const answer = await world.ask('streetLine', places, context.signal);
  if ('problem' in answer)
    throw new Refusal('BAD_USER_INPUT', REFUSALS[answer.problem], { within: answer.within });
  return answer;
}

function positionOf(place: PlaceInput): Position {
  const { longitude, latitude } = requirePosition(place.longitude, place.latitude);
  return [longitude, latitude];
}

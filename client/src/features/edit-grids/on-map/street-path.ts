import type { Step } from '@maplebridge/engine/topology/tiling.types';
import type { LineString } from 'geojson';
import type { Client } from 'urql';
import { StreetLineDocument } from '../../../graphql/generated/studio/graphql.js';
import { distance, toDegrees, toStep } from '../../../map/modes/drawing/steps.js';

/** What lies this near an end of the border is that end, steps: about two metres. */
const endSteps = 200;

/**
 * The way along the streets between two places of a border, its ends left out. null: no street is near, or none joins
 * them; 'silent': the server does not answer.
 */
export async function findStreetPath(
  client: Client,
  from: Step,
  to: Step,
): Promise<Step[] | null | 'silent'> {
  const { data, error } = await client
    .query(StreetLineDocument, { from: toPlace(from), to: toPlace(to) })
    .toPromise();
  if (!data) return error?.graphQLErrors.length ? null : 'silent';
  const places = (data.streetLine.line as LineString).coordinates.map(([x, y]) => toStep(x!, y!));
  return trimPath(places, from, to);
}

/** A path without what lies at its ends, and without places that come twice in a row. */
function trimPath(places: readonly Step[], from: Step, to: Step): Step[] {
  const isEnd = (place: Step): boolean =>
    distance(place, from) <= endSteps || distance(place, to) <= endSteps;
  return places.filter((place, i) => !isEnd(place) && (i === 0 || place.join() !== places[i - 1]!.join()));
}

function toPlace(step: Step) {
  const [longitude, latitude] = toDegrees(step);
  return { longitude, latitude };
}

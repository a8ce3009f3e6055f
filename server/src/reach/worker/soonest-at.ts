import { soonestTo } from '@maplebridge/engine/reach/cover';
import type { StreetPlace } from '@maplebridge/engine/reach/search';
import type { PlacedResponder } from './place-responders.js';
import type { World } from './world.js';

export interface Soonest {
  seconds: number;
  responder: PlacedResponder;
}

/** Looks farther than anybody should have to come. */
export const FARTHEST_SECONDS = 3600;

/**
 * Who among responders is soonest at each of some places, within an hour: one search for all who travel alike.
 *
 * @returns undefined for a place nobody reaches
 */
export async function soonestAt(
  world: World,
  responders: readonly PlacedResponder[],
  hour: number,
  places: readonly StreetPlace[],
): Promise<(Soonest | undefined)[]> {
  const found = new Array<Soonest | undefined>(places.length).fill(undefined);
  for (const profile of new Set(responders.map((responder) => responder.profile))) {
    const alike = responders.filter((responder) => responder.profile === profile);
    const network = world.network(profile, world.factorAt(profile, hour));
    await world.withSearch(network, async (search) => {
      search.run(
        alike.map(({ at }) => at),
        FARTHEST_SECONDS,
      );
      places.forEach((place, i) => {
        const { seconds, origin } = soonestTo(search, place);
        if (seconds < (found[i]?.seconds ?? FARTHEST_SECONDS))
          found[i] = { seconds, responder: alike[origin]! };
      });
    });
  }
  return found;
}

import type { Search, StreetPlace } from '@maplebridge/engine/reach/search';
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
        const { seconds, origin } = arrivalAt(search, place);
        if (seconds < (found[i]?.seconds ?? FARTHEST_SECONDS))
          found[i] = { seconds, responder: alike[origin]! };
      });
    });
  }
  return found;
}

/** When the last search's soonest origin is at a place, and which one that is. */
function arrivalAt(search: Search, { segment, share }: StreetPlace): { seconds: number; origin: number } {
  const times = search.network.seconds;
  let best = { seconds: Infinity, origin: -1 };
  search.origins.forEach(({ segment: home, share: at }, origin) => {
    if (home !== segment) return;
    const seconds =
      at === share ? 0 : Math.abs(share - at) * times[share > at ? 2 * segment : 2 * segment + 1]!;
    if (seconds < best.seconds) best = { seconds, origin };
  });
  for (const [edge, part] of [
    [2 * segment, share],
    [2 * segment + 1, 1 - share],
  ] as const) {
    const seconds = search.entrySeconds(edge) + (part === 0 ? 0 : part * times[edge]!);
    if (seconds < best.seconds) best = { seconds, origin: search.ownerOf(edge) };
  }
  return best;
}

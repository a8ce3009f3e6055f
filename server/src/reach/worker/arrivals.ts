import type { StreetPlace } from '@maplebridge/engine/reach/search';
import type { Breath } from './breath.js';
import { isOpenAt, placeResponders } from './place-responders.js';
import type { ArrivalsRequest } from './protocol.js';
import { soonestAt } from './soonest-at.js';
import type { World } from './world.js';

/** How soon somebody on duty at the hour would have been at each place; NaN where no street is near. */
export async function findArrivals(
  world: World,
  { responders, places, hours }: ArrivalsRequest,
  breathe: Breath,
): Promise<Float64Array> {
  const { placed } = placeResponders(world, responders);
  const seconds = new Float64Array(places.length).fill(NaN);
  for (let hour = 0; hour < 24; hour++) {
    await breathe();
    const numbers: number[] = [];
    const located: StreetPlace[] = [];
    places.forEach((place, number) => {
      if (hours[number] !== hour) return;
      const found = world.tryLocate(place, 'DRIVING');
      if (!found) return;
      numbers.push(number);
      located.push(found);
    });
    if (numbers.length === 0) continue;
    const onDuty = placed.filter((responder) => isOpenAt(responder, hour));
    const soonest = await soonestAt(world, onDuty, hour, located);
    numbers.forEach((number, i) => (seconds[number] = soonest[i]?.seconds ?? Infinity));
  }
  return seconds;
}

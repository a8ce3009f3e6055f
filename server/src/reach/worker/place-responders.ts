import type { StreetPlace } from '@maplebridge/engine/reach/search';
import type { Responder } from './protocol.js';
import type { World } from './world.js';

/** A responder with its place on the streets. */
export interface PlacedResponder extends Responder {
  at: StreetPlace;
  /** The same place, traveller and name: the same key. */
  key: string;
}

export interface PlacedResponders {
  placed: PlacedResponder[];
  unplaced: Responder[];
}

/** Puts responders on the streets; those with none nearby are named apart. */
export function placeResponders(world: World, responders: readonly Responder[]): PlacedResponders {
  const placed: PlacedResponder[] = [];
  const unplaced: Responder[] = [];
  for (const responder of responders) {
    const at = world.tryLocate(responder.place, responder.profile);
    if (!at) unplaced.push(responder);
    else
      placed.push({
        ...responder,
        at: { segment: at.segment, share: at.share },
        key: `${responder.id} ${responder.profile} ${at.segment} ${at.share}`,
      });
  }
  return { placed, unplaced };
}

/** Whether somebody is on duty at some time of an hour's first minute. Hours may pass midnight. */
export function isOpenAt({ open }: Pick<Responder, 'open'>, hour: number): boolean {
  if (!open) return true;
  const [opens, closes] = open;
  const minute = hour * 60;
  return opens < closes ? minute >= opens && minute < closes : minute >= opens || minute < closes;
}

import { buildNetwork, type Network } from '@maplebridge/engine/roads/network/network';
import { reverseNetwork } from '@maplebridge/engine/roads/network/reverse-network';
import { classNumber } from '@maplebridge/engine/roads/graph/street-class';
import { accessFlag, type StreetGraph } from '@maplebridge/engine/roads/graph/street-graph';
import { StreetLocator, type Located } from '@maplebridge/engine/roads/locate';
import { totalsOfDemand, type CoverTotals } from '@maplebridge/engine/reach/cover-totals';
import type { Demand } from '@maplebridge/engine/reach/demand';
import { createSearch } from '@maplebridge/engine/reach/create-search';
import type { Search } from '@maplebridge/engine/reach/search';
import type { Position } from 'geojson';
import { engineProfile, profileName, slowdownAt } from '../../streets/travel-settings.js';
import type { TravelProfile, TravelSettings } from '../../streets/streets.types.js';
import { FarFromStreetsError } from './breath.js';
import { placeDemand, type PlacedDemand } from './place-demand.js';
import type { WorldData } from './protocol.js';

export interface WorldDemand {
  demand: Demand;
  /** All of it. */
  totals: CoverTotals;
}

/** Streets as travelled, and what lies along them; everything the worker's answers come from. */
export interface World {
  graph: StreetGraph;
  settings: TravelSettings;
  placed: PlacedDemand;
  /** Whether any grid is known; where none is, all streets count. */
  hasGrids: boolean;
  /** What there is to be covered, streets a profile may use among it. */
  demandFor(profile: TravelProfile): WorldDemand;
  /** Where a place meets the streets that a profile uses. @throws FarFromStreetsError naming it by its number */
  locate(place: Position, profile: TravelProfile, number?: number, withinMetres?: number): Located;
  /** As `locate`; null where no street is near enough. */
  tryLocate(place: Position, profile: TravelProfile, withinMetres?: number): Located | null;
  /** The nearest street of any kind; null where there is none near enough. */
  nearestStreet(place: Position, withinMetres: number): Located | null;
  /** To the nearest street a profile uses; null where there is none within 20 km. */
  metresToStreet(place: Position, profile: TravelProfile): number | null;
  /** Segments whose box touches one in degrees. */
  segmentsIn(west: number, south: number, east: number, north: number): Iterable<number>;
  network(profile: TravelProfile, factor: number): Network;
  /** Travel seconds as they are at an hour: factor for motor vehicles; the others are never slowed down. */
  factorAt(profile: TravelProfile, hour: number | null): number;
  /** Lends a search that nobody else uses meanwhile. */
  withSearch<T>(network: Network, use: (search: Search) => Promise<T>): Promise<T>;
  withReverseSearch<T>(network: Network, use: (search: Search) => Promise<T>): Promise<T>;
}

/** How far to look for the street to name in a refusal. */
const TELL_WITHIN_METRES = 20_000;
/** Places whose street is remembered: posts stay where they are, and so do most units for a while. */
const MOST_LOCATED = 50_000;

export function buildWorld(data: WorldData): World {
  const { graph, settings } = data;
  const locator = new StreetLocator(graph);
  const isUsable = usableBy(graph, settings);
  const networks = networkStore(graph, settings);
  const placed = placeDemand(data, ([longitude, latitude]) =>
    locator.nearest([longitude!, latitude!], settings.snapMetres, isUsable.DRIVING),
  );
  const demands = new Map<TravelProfile, WorldDemand>();

  const located = new Map<string, Located | null>();

  function tryLocate(
    [longitude, latitude]: Position,
    profile: TravelProfile,
    withinMetres = settings.snapMetres,
  ): Located | null {
    const key = `${longitude} ${latitude} ${profile} ${withinMetres}`;
    let found = located.get(key);
    if (found === undefined) {
      found = locator.nearest([longitude!, latitude!], withinMetres, isUsable[profile]);
      if (located.size >= MOST_LOCATED) located.clear();
      located.set(key, found);
    }
    return found;
  }

  function metresToStreet(place: Position, profile: TravelProfile): number | null {
    const found = locator.nearest(place as [number, number], TELL_WITHIN_METRES, isUsable[profile]);
    return found?.distanceMetres ?? null;
  }

  return {
    graph,
    settings,
    placed,
    hasGrids: data.leaves.length > 0,
    demandFor(profile) {
      let found = demands.get(profile);
      if (!found) {
        const demand = placed.on(isUsable[profile]);
        found = { demand, totals: totalsOfDemand(demand, graph.lengths) };
        demands.set(profile, found);
      }
      return found;
    },
    tryLocate,
    locate(place, profile, number = 0, within = settings.snapMetres) {
      const found = tryLocate(place, profile, within);
      if (found) return found;
      throw new FarFromStreetsError({ place: number, metres: metresToStreet(place, profile), within });
    },
    nearestStreet: (place, within) => locator.nearest(place as [number, number], within, () => true),
    metresToStreet,
    segmentsIn: (west, south, east, north) => locator.segmentsIn(west, south, east, north),
    factorAt: (profile, hour) => (profile === 'DRIVING' && hour !== null ? slowdownAt(settings, hour) : 1),
    ...networks,
  };
}

/** Which segments each profile may use at all, in either direction. */
function usableBy(
  { access, classes }: StreetGraph,
  settings: TravelSettings,
): Record<TravelProfile, (segment: number) => boolean> {
  const usable = (profile: TravelProfile) => {
    const flag = accessFlag[profileName[profile]] * 0x11;
    const hasSpeed = speedByClass(settings, profile);
    return (segment: number) => (access[segment]! & flag) !== 0 && hasSpeed[classes[segment]!] === true;
  };
  return { DRIVING: usable('DRIVING'), CYCLING: usable('CYCLING'), WALKING: usable('WALKING') };
}

function speedByClass(settings: TravelSettings, profile: TravelProfile): boolean[] {
  const { speeds } = engineProfile(settings, profile);
  const has: boolean[] = [];
  for (const name of Object.keys(speeds)) has[classNumber[name as keyof typeof classNumber]] = true;
  return has;
}

/** Networks by profile and factor, made when first asked for, and the searches on them. */
function networkStore(graph: StreetGraph, settings: TravelSettings) {
  const free = new Map<TravelProfile, Network>();
  const slowed = new Map<string, Network>();
  const reversed = new Map<Network, Network>();
  const idle = new Map<Network, Search[]>();

  function freeNetwork(profile: TravelProfile): Network {
    const known = free.get(profile) ?? buildNetwork(graph, engineProfile(settings, profile));
    free.set(profile, known);
    return known;
  }

  async function lend<T>(network: Network, use: (search: Search) => Promise<T>): Promise<T> {
    const stock = idle.get(network) ?? [];
    idle.set(network, stock);
    const search = stock.pop() ?? createSearch(network);
    try {
      return await use(search);
    } finally {
      stock.push(search);
    }
  }

  return {
    network(profile: TravelProfile, factor: number): Network {
      if (factor === 1) return freeNetwork(profile);
      const key = `${profile} ${factor}`;
      const base = freeNetwork(profile);
      // Turns cost the same at any hour: only the edges' seconds are its own.
      const known = slowed.get(key) ?? { ...base, seconds: base.seconds.map((seconds) => seconds * factor) };
      slowed.set(key, known);
      return known;
    },
    withSearch: lend,
    withReverseSearch<T>(network: Network, use: (search: Search) => Promise<T>): Promise<T> {
      const backward = reversed.get(network) ?? reverseNetwork(network);
      reversed.set(network, backward);
      return lend(backward, use);
    },
  };
}

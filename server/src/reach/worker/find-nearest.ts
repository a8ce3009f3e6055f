import { CoverIndex } from '@maplebridge/engine/reach/cover-index';
import { collectCover } from '@maplebridge/engine/reach/coverage';
import { findNearest as nearestPlaces } from '@maplebridge/engine/reach/nearest';
import type { StreetPlace } from '@maplebridge/engine/reach/search';
import { lineOfPath, pathTo, reversedPath } from '@maplebridge/engine/reach/path';
import { STEPS_PER_DEGREE } from '@maplebridge/engine/coordinates/round';
import { localMetres } from '@maplebridge/engine/roads/graph/local-metres';
import type { Located } from '@maplebridge/engine/roads/locate';
import type { LineString, Position } from 'geojson';
import type { TravelProfile } from '../../streets/streets.types.js';
import type { Breath } from './breath.js';
import { gridShares, shareOfGrid } from './grid-shares.js';
import type { GridShare, NearestAnswer, NearestRequest } from './protocol.js';
import type { World } from './world.js';

/** Help walks the last part to a place off the streets; farther than this it is not said who would be there first. */
const FARTHEST_METRES = 2000;
/** Faster than any limit is signed. */
const FASTEST_METRES_PER_SECOND = 150 / 3.6;
/** So many units are looked at first. */
const FIRST_LOOK = 32;

type CoverLost = NearestAnswer['arrivals'][number]['coverLost'];

interface Arrival {
  unit: number;
  travelSeconds: number;
  route: LineString | null;
}

/** The units soonest at a place along the streets, and the cover that each would take away. */
export async function findNearest(
  world: World,
  request: NearestRequest,
  breathe: Breath,
): Promise<NearestAnswer> {
  const { units, first, available } = request;
  const arrivals: Arrival[] = [];
  const target = world.locate(request.place, 'DRIVING', 0, FARTHEST_METRES);
  for (const profile of new Set(units.map((unit) => unit.profile))) {
    await breathe();
    arrivals.push(...(await soonest(world, request, profile)));
  }
  arrivals.sort((a, b) => a.travelSeconds - b.travelSeconds);
  // Those that may be sent are named even when many that may not are nearer.
  const isAvailable = new Set(available);
  const shown = [
    ...arrivals.filter(({ unit }) => isAvailable.has(unit)).slice(0, first),
    ...arrivals.filter(({ unit }) => !isAvailable.has(unit)).slice(0, first),
  ];
  const lost = await coverLost(world, request, shown, breathe);
  return {
    arrivals: shown.map((arrival) => ({ ...arrival, coverLost: lost.get(arrival.unit) ?? [] })),
    offStreetMetres: target.distanceMetres,
  };
}

async function soonest(
  world: World,
  { place, units, available, first, limitSeconds, hour, withRoutes }: NearestRequest,
  profile: TravelProfile,
): Promise<Arrival[]> {
  const target = world.tryLocate(place, profile, FARTHEST_METRES);
  if (!target) return [];
  const isAvailable = new Set(available);
  const factor = world.factorAt(profile, hour);
  const byDistance = units
    .map((unit, number) => ({ number, place: unit.place, metres: straightMetres(unit.place, place), unit }))
    .filter(({ unit }) => unit.profile === profile)
    .sort((a, b) => a.metres - b.metres);
  return world.withReverseSearch(world.network(profile, factor), async (search) =>
    [true, false].flatMap((wanted) => {
      const alike = byDistance.filter(({ number }) => isAvailable.has(number) === wanted);
      const look = (near: StreetPlace[]) => nearestPlaces(search, target, near, first, limitSeconds);
      const { near, found } = lookOutwards(world, profile, factor, alike, first, limitSeconds, look);
      return found.map(({ candidate, travelSeconds }): Arrival => {
        const { number, at } = near[candidate]!;
        const path = withRoutes ? pathTo(search, at) : null;
        const route = path && lineString(lineOfPath(world.graph, reversedPath(path)));
        return { unit: number, travelSeconds, route };
      });
    }),
  );
}

/**
 * Looks at the nearest few as the crow flies, then at more of them while one farther off could still be sooner: nobody is
 * there before straight and at full speed.
 */
function lookOutwards(
  world: World,
  profile: TravelProfile,
  factor: number,
  alike: readonly { number: number; place: Position; metres: number }[],
  first: number,
  limitSeconds: number,
  look: (near: StreetPlace[]) => { candidate: number; travelSeconds: number }[],
) {
  for (let count = FIRST_LOOK; ; count *= 4) {
    const near = alike.slice(0, count).flatMap(({ number, place }) => {
      const at = world.tryLocate(place, profile);
      return at ? [{ number, at }] : [];
    });
    const found = near.length > 0 ? look(near.map(({ at }) => at)) : [];
    const latest = found.length < first ? limitSeconds : found.at(-1)!.travelSeconds;
    const next = alike[count];
    if (!next || (next.metres / FASTEST_METRES_PER_SECOND) * Math.min(1, factor) >= latest)
      return { near, found };
  }
}

/** A line needs two points; a unit already there has one. */
function lineString(coordinates: (readonly [number, number])[]): LineString {
  const points = coordinates.map((point) => [...point]);
  return { type: 'LineString', coordinates: points.length > 1 ? points : [points[0]!, points[0]!] };
}

/** Grids of which a unit's leaving takes the cover below the share from which they count as covered. */
async function coverLost(
  world: World,
  request: NearestRequest,
  shown: Arrival[],
  breathe: Breath,
): Promise<Map<number, CoverLost>> {
  const lost = new Map<number, CoverLost>();
  if (request.coverSeconds === null) return lost;
  const present = request.available.filter((unit) => locate(world, request, unit));
  const before = await sharesCoveredBy(world, request, present, breathe);
  const { coveredShare } = world.settings;
  for (const { unit } of shown) {
    if (!present.includes(unit)) continue;
    const others = present.filter((other) => other !== unit);
    const after = await sharesCoveredBy(world, request, others, breathe);
    lost.set(
      unit,
      before.flatMap((share, i) => {
        const [shareBefore, shareAfter] = [shareOfGrid(share), shareOfGrid(after[i]!)];
        return shareBefore >= coveredShare && shareAfter < coveredShare
          ? [{ grid: share.grid, shareBefore, shareAfter }]
          : [];
      }),
    );
  }
  return lost;
}

const locate = (world: World, { units }: NearestRequest, number: number): Located | null =>
  world.tryLocate(units[number]!.place, units[number]!.profile);

/** What some units together cover of each grid: one search for all who travel alike, however many they are. */
async function sharesCoveredBy(
  world: World,
  request: NearestRequest,
  numbers: readonly number[],
  breathe: Breath,
): Promise<GridShare[]> {
  const { units, hour, coverSeconds } = request;
  const { demand, totals } = world.demandFor('DRIVING');
  const index = new CoverIndex<TravelProfile>(world.graph.lengths, demand);
  for (const profile of new Set(numbers.map((number) => units[number]!.profile))) {
    await breathe();
    const places = numbers
      .filter((number) => units[number]!.profile === profile)
      .map((number) => locate(world, request, number)!);
    const network = world.network(profile, world.factorAt(profile, hour));
    await world.withSearch(network, async (search) => {
      search.run(places, coverSeconds!);
      index.add(profile, collectCover(search));
    });
  }
  return gridShares(index.totals, totals);
}

function straightMetres(from: Position, to: Position): number {
  const [x0, y0, x1, y1] = [...from, ...to].map((degrees) => degrees * STEPS_PER_DEGREE) as [
    number,
    number,
    number,
    number,
  ];
  return localMetres(x0, y0, x1, y1);
}

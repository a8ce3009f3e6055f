import { coverOf } from '@maplebridge/engine/reach/cover';
import type { DemandPoint } from '@maplebridge/engine/reach/demand';
import type { Search, StreetPlace } from '@maplebridge/engine/reach/search';
import { STEPS_PER_DEGREE } from '@maplebridge/engine/coordinates/round';
import { classNumber } from '@maplebridge/engine/roads/graph/street-class';
import type { Position } from 'geojson';
import type { Breath } from './breath.js';
import type { SitingInstance, SitingRequest } from './protocol.js';
import type { World } from './world.js';

/** Who covers which demand within the seconds: what the search for sites works on. */
export async function makeSitingInstance(
  world: World,
  request: SitingRequest,
  breathe: Breath,
): Promise<SitingInstance> {
  const { points, unplaced } = listDemand(world, request);
  const bySegment = new Map<number, number[]>();
  points.forEach(({ segment }, number) => {
    const list = bySegment.get(segment);
    if (list) list.push(number);
    else bySegment.set(segment, [number]);
  });
  const baseCover = new Uint8Array(points.length);
  const candidates =
    request.candidates === 'JUNCTIONS'
      ? chooseJunctions(world, points, request.limit)
      : placeDrawn(world, request.candidates);
  const network = world.network('DRIVING', world.factorAt('DRIVING', request.hour));
  const lists: Uint32Array[] = [];
  await world.withSearch(network, async (search) => {
    for (const place of request.existing) {
      const at = world.tryLocate(place, 'DRIVING');
      if (!at) continue;
      await breathe();
      search.run([at], request.seconds);
      for (const number of demandWithin(search, points, bySegment))
        baseCover[number] = Math.min(2, baseCover[number]! + 1);
    }
    for (const { at } of candidates) {
      await breathe();
      search.run([at], request.seconds);
      lists.push(Uint32Array.from(demandWithin(search, points, bySegment)));
    }
  });
  const first = new Uint32Array(lists.length + 1);
  lists.forEach((list, j) => (first[j + 1] = first[j]! + list.length));
  const covered = new Uint32Array(first.at(-1)!);
  lists.forEach((list, j) => covered.set(list, first[j]));
  return {
    places: candidates.map(({ place }) => place),
    names: candidates.map(({ name }) => name),
    first,
    covered,
    weights: Float64Array.from(points, ({ weight }) => weight),
    baseCover,
    demandUnplaced: unplaced,
  };
}

interface Candidate {
  at: StreetPlace;
  place: Position;
  name: string;
}

function listDemand(world: World, { weights, incidents }: SitingRequest) {
  const points: DemandPoint[] = [];
  let unplaced = 0;
  for (const point of world.placed.points) {
    const weight = point.weight * (point.kind === 0 ? weights.households : weights.riskPoints);
    if (weight > 0) points.push({ ...point, weight });
  }
  if (weights.incident > 0)
    for (const place of incidents) {
      const at = world.tryLocate(place, 'DRIVING');
      if (at)
        points.push({ segment: at.segment, share: at.share, weight: weights.incident, grid: -1, kind: 0 });
      else unplaced++;
    }
  return { points, unplaced };
}

function* demandWithin(
  search: Search,
  points: readonly DemandPoint[],
  bySegment: ReadonlyMap<number, readonly number[]>,
): Generator<number> {
  const { segments, count } = search.endCover(search.limitSeconds);
  const reached = segments.slice(0, count);
  for (const segment of reached) {
    const numbers = bySegment.get(segment);
    if (!numbers) continue;
    const stretches = coverOf(search, segment);
    for (const number of numbers)
      if (stretches.some(([from, to]) => from <= points[number]!.share && points[number]!.share <= to))
        yield number;
  }
}

function placeDrawn(world: World, places: readonly Position[]): Candidate[] {
  return places.map((place, number) => {
    const at = world.locate(place, 'DRIVING', number);
    return { at, place, name: cornerName(world, nearestEnd(world, at)) };
  });
}

/**
 * Junctions spread over where the demand is: the land is cut into squares so that about `limit` hold both; each gives the
 * junction with most demand on the streets that meet there.
 */
function chooseJunctions(world: World, points: readonly DemandPoint[], limit: number): Candidate[] {
  const { graph } = world;
  const { vertexCount, firstOut, outEdges, classes, places } = graph;
  const onSegment = new Float64Array(graph.segmentCount);
  for (const { segment, weight } of points) onSegment[segment]! += weight;
  const junctions: { vertex: number; demand: number }[] = [];
  for (let vertex = 0; vertex < vertexCount; vertex++) {
    const edges = outEdges.subarray(firstOut[vertex], firstOut[vertex + 1]);
    const drivable = edges.filter((edge) => classes[edge >> 1]! <= classNumber.livingStreet);
    if (drivable.length < 3) continue;
    const demand = drivable.reduce((sum, edge) => sum + onSegment[edge >> 1]!, 0);
    junctions.push({ vertex, demand });
  }
  for (let cell = 0.001; ; cell *= 1.25) {
    const best = new Map<string, { vertex: number; demand: number }>();
    for (const junction of junctions) {
      const key = `${Math.floor(places[2 * junction.vertex]! / STEPS_PER_DEGREE / cell)} ${Math.floor(places[2 * junction.vertex + 1]! / STEPS_PER_DEGREE / cell)}`;
      const there = best.get(key);
      if (!there || there.demand < junction.demand) best.set(key, junction);
    }
    if (best.size > limit) continue;
    return [...best.values()].flatMap(({ vertex }) => {
      const place = [places[2 * vertex]! / STEPS_PER_DEGREE, places[2 * vertex + 1]! / STEPS_PER_DEGREE];
      if (world.placed.gridOf(place) < 0 && world.hasGrids) return [];
      const edge = outEdges[firstOut[vertex]!]!;
      return [{ at: { segment: edge >> 1, share: edge & 1 }, place, name: cornerName(world, vertex) }];
    });
  }
}

/** The end of a segment that is nearer to a place on it. */
const nearestEnd = ({ graph }: World, { segment, share }: StreetPlace) =>
  graph.ends[2 * segment + (share < 0.5 ? 0 : 1)]!;

/** The names of the streets that meet at a vertex, the most important first; where none has one, those a little farther. */
function cornerName({ graph }: World, vertex: number): string {
  const { firstOut, outEdges, classes, nameOf, names } = graph;
  const around = [...outEdges.subarray(firstOut[vertex], firstOut[vertex + 1])].sort(
    (a, b) => classes[a >> 1]! - classes[b >> 1]!,
  );
  const own = [...new Set(around.map((edge) => names[nameOf[edge >> 1]!]!).filter((name) => name !== ''))];
  return own.slice(0, 2).join(' / ');
}

import type { CoverIndex } from '@maplebridge/engine/reach/cover-index';
import { lineOfStretch } from '@maplebridge/engine/reach/path';
import type { StreetPlace } from '@maplebridge/engine/reach/search';
import type { Board } from './board.js';
import type { Breath } from './breath.js';
import { demandKinds, type GapAnswer, type GapsRequest } from './protocol.js';
import { FARTHEST_SECONDS, soonestAt } from './soonest-at.js';
import type { World } from './world.js';

interface Gap {
  grid: number;
  households: number;
  riskPoints: number;
  roadMetres: number;
  /** What is not covered: where people or risks are; where there are none, middles of street. */
  places: StreetPlace[];
}

/** Streets shorter than this between two covered ones are no gap worth naming. */
const LEAST_METRES = 50;

/** What a tier leaves open, by grid: most households first, then most risk points, then most street. */
export async function findGaps(
  world: World,
  board: Board,
  request: GapsRequest,
  breathe: Breath,
): Promise<GapAnswer[]> {
  const { tiers } = await board.open(request, breathe);
  const { index, members } = tiers[request.tier - 1]!;
  await breathe();
  const gaps = listGaps(world, index)
    .filter(
      ({ households, riskPoints, roadMetres }) => households + riskPoints > 0 || roadMetres >= LEAST_METRES,
    )
    .sort((a, b) => b.households - a.households || b.riskPoints - a.riskPoints || b.roadMetres - a.roadMetres)
    .slice(0, request.first);
  const places = gaps.flatMap((gap) => gap.places);
  const soonest = await soonestAt(world, members, request.hour, places);
  let from = 0;
  return gaps.map(({ grid, households, riskPoints, roadMetres, places: own }) => {
    let worst = from;
    for (let i = from; i < from + own.length; i++)
      if ((soonest[i]?.seconds ?? Infinity) > (soonest[worst]?.seconds ?? Infinity)) worst = i;
    from += own.length;
    const { segment, share } = places[worst]!;
    const found = soonest[worst];
    return {
      grid,
      households,
      riskPoints,
      roadMetres,
      location: { type: 'Point', coordinates: pointAt(world, segment, share) },
      nearestName: found?.responder.name ?? null,
      nearestSeconds: found && found.seconds < FARTHEST_SECONDS ? Math.round(found.seconds) : null,
    };
  });
}

function listGaps(world: World, index: CoverIndex): Gap[] {
  const { demand } = world.demandFor('DRIVING');
  const { points, pieces } = demand;
  const gaps = new Map<number, Gap & { middles: StreetPlace[] }>();
  const gapOf = (grid: number) => {
    const gap = gaps.get(grid) ?? {
      grid,
      households: 0,
      riskPoints: 0,
      roadMetres: 0,
      places: [],
      middles: [],
    };
    gaps.set(grid, gap);
    return gap;
  };
  for (let segment = 0; segment < demand.segmentCount; segment++) {
    const tally = index.tallyOf(segment);
    for (let i = points.first[segment]!; i < points.first[segment + 1]!; i++) {
      if (points.grids[i]! < 0 || tally.countAt(points.shares[i]!) > 0) continue;
      const gap = gapOf(points.grids[i]!);
      if (demandKinds[points.kinds[i]!] === 'households') gap.households += points.weights[i]!;
      else gap.riskPoints += points.weights[i]!;
      gap.places.push({ segment, share: points.shares[i]! });
    }
    for (let i = pieces.first[segment]!; i < pieces.first[segment + 1]!; i++) {
      const [from, to] = [pieces.from[i]!, pieces.to[i]!];
      const open = to - from - tally.coveredWithin(from, to);
      if (pieces.grids[i]! < 0 || open <= 0) continue;
      const gap = gapOf(pieces.grids[i]!);
      gap.roadMetres += open * world.graph.lengths[segment]!;
      const middle = (from + to) / 2;
      if (tally.countAt(middle) === 0) gap.middles.push({ segment, share: middle });
    }
  }
  return [...gaps.values()].flatMap(({ middles, ...gap }) => {
    const places = gap.places.length > 0 ? gap.places : middles;
    return places.length > 0 ? [{ ...gap, places }] : [];
  });
}

function pointAt({ graph }: World, segment: number, share: number): [number, number] {
  const [longitude, latitude] = lineOfStretch(graph, segment, share, 1)[0]!;
  return [longitude, latitude];
}

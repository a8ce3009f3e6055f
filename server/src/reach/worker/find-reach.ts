import { areaAround, type ReachedStretch } from '@maplebridge/engine/reach/area';
import { CoverIndex } from '@maplebridge/engine/reach/cover-index';
import { totalsOfCover } from '@maplebridge/engine/reach/cover-totals';
import { collectCover, type OriginCover } from '@maplebridge/engine/reach/coverage';
import { collectOwners, tallyOwners } from '@maplebridge/engine/reach/owners';
import type { Search } from '@maplebridge/engine/reach/search';
import { ShareLists } from '@maplebridge/engine/reach/share-lists';
import type { MultiPolygon } from 'geojson';
import { householdsOf, riskPointsOf } from './board.js';
import type { Breath } from './breath.js';
import { gridShares } from './grid-shares.js';
import type { LimitAnswer, ReachAnswer, ReachRequest } from './protocol.js';
import { reachView, type ViewStore } from './views.js';
import type { World } from './world.js';

interface Limit {
  seconds: number;
  index: CoverIndex<number>;
  /** Put into the index together: that counts each segment once. */
  covers: OriginCover[];
  byOrigin: LimitAnswer['byOrigin'];
  segments: Set<number>;
}

/** What is reached from some places within each of some limits. */
export async function findReach(
  world: World,
  views: ViewStore,
  request: ReachRequest,
  breathe: Breath,
): Promise<ReachAnswer> {
  const { places, profile, hour } = request;
  const located = places.map((place, number) => world.locate(place, profile, number));
  const network = world.network(profile, world.factorAt(profile, hour));
  const { demand } = world.demandFor(profile);
  const limits = [...new Set(request.seconds)]
    .sort((a, b) => a - b)
    .map((seconds): Limit => ({
      seconds,
      index: new CoverIndex<number>(world.graph.lengths, demand),
      covers: [],
      byOrigin: [],
      segments: new Set(),
    }));
  const longest = limits.at(-1)!;
  const answers = await world.withSearch(network, async (search) => {
    for (const place of located) {
      await breathe();
      search.run([place], longest.seconds);
      for (const limit of limits) addOrigin(limit, search);
    }
    for (const { index, covers } of limits) {
      await breathe();
      index.apply({ add: covers.entries() });
    }
    search.run(located, longest.seconds);
    // Owners of the last limit are drawn; those of the others are only counted.
    return limits.map((limit) => {
      const owned = collectOwners(search, limit.seconds);
      const first = tallyOwners(owned, located.length, world.graph.lengths, demand);
      first.forEach(({ metres, weightByKind }, number) =>
        Object.assign(limit.byOrigin[number]!, {
          firstRoadMetres: metres,
          firstHouseholds: weightByKind[0]!,
        }),
      );
      return { limit, owned };
    });
  });
  const owned = answers.at(-1)!.owned;
  const lists = new ShareLists<number>(
    limits.map(({ index }) => index),
    owned,
  );
  const bySeconds = new Map<number, LimitAnswer>();
  for (const limit of limits) {
    await breathe();
    bySeconds.set(limit.seconds, answerOf(world, request, limit));
  }
  return {
    outside: places.flatMap((place, number) =>
      world.hasGrids && world.placed.gridOf(place) < 0 ? [number] : [],
    ),
    snapMetres: located.map(({ distanceMetres }) => distanceMetres),
    limits: request.seconds.map((seconds) => bySeconds.get(seconds)!),
    view: views.open(reachView(lists)),
  };
}

function addOrigin({ seconds, index, covers, byOrigin, segments }: Limit, search: Search): void {
  const cover = collectCover(search, seconds);
  for (const segment of cover.segments) segments.add(segment);
  covers.push(cover);
  const alone = totalsOfCover(cover, index.lengths, index.demand);
  byOrigin.push({
    roadMetres: alone.pieceMetres,
    households: householdsOf(alone),
    firstRoadMetres: 0,
    firstHouseholds: 0,
  });
}

function answerOf(world: World, { profile, withArea }: ReachRequest, limit: Limit): LimitAnswer {
  const { totals } = limit.index;
  const all = world.demandFor(profile).totals;
  const share = (part: number, whole: number) => (whole > 0 ? part / whole : null);
  return {
    roadMetres: totals.pieceMetres,
    shareOfRoad: share(totals.pieceMetres, all.pieceMetres) ?? 0,
    households: householdsOf(totals),
    shareOfHouseholds: share(householdsOf(totals), householdsOf(all)),
    riskPoints: riskPointsOf(totals),
    shareOfRiskPoints: share(riskPointsOf(totals), riskPointsOf(all)),
    grids: gridShares(totals, all).filter(
      ({ shareOfRoad, shareOfHouseholds }) => shareOfRoad > 0 || (shareOfHouseholds ?? 0) > 0,
    ),
    roadMetresByCount: [...totals.metresByCount],
    area: withArea ? areaOf(world, limit) : null,
    byOrigin: limit.byOrigin,
  };
}

function areaOf({ graph }: World, { index, segments }: Limit): MultiPolygon | null {
  const coordinates = areaAround(graph, reachedStretches(index, segments));
  return coordinates && { type: 'MultiPolygon', coordinates };
}

function* reachedStretches(index: CoverIndex<number>, segments: Iterable<number>): Generator<ReachedStretch> {
  const lists = new ShareLists([index]);
  for (const segment of segments)
    for (const { from, to, band } of lists.stretchesOf(segment)) if (band > 0) yield { segment, from, to };
}

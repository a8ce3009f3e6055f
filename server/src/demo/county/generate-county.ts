import type { DemoCounty, DemoPlace, DemoRailway } from './county.types.js';
import { addressBuildings } from './fabric/addresses.js';
import { makeAreas } from './fabric/land-cover.js';
import { makeFabric, type Fabric } from './fabric/make-fabric.js';
import { makeStreets, makeWaterways, metresOf, positions, stretches } from './fabric/streets.js';
import { centroid, toPosition, type Point } from './geometry/plane.js';
import { makePosts } from './inventory/posts.js';
import { createPremises } from './inventory/premises.js';
import { makeResponders } from './inventory/responders.js';
import { makeRiskPoints } from './inventory/risk-points.js';
import { makeUnits } from './inventory/units.js';
import { layPlan, type Plan } from './plan/lay-plan.js';
import { createNoise, createRandom } from './random.js';
import { COMMUNITIES, TOWNS } from './territory/regions.js';
import { COUNTY_CODE, makeTerritory, type Territory } from './territory/make-territory.js';

/**
 * The fictitious county 枫溪县, whole and always the same for a seed: territory, streets, buildings, posts, risk points, units.
 * Pure; about a second of computing. Coordinates are degrees WGS84, multiples of 1e-7.
 */
export function generateCounty(seed = 990121): DemoCounty {
  const random = createRandom(seed);
  const noise = createNoise(random.fork('noise'));
  const plan = layPlan(random.fork('plan'), noise);
  const fabric = makeFabric(plan, noise, random.fork('fabric'));
  const territory = makeTerritory(plan, fabric.blocks, fabric.drafts);
  const buildings = addressBuildings(
    plan,
    fabric.blocks,
    fabric.drafts,
    territory.communityOf,
    territory.households,
  );
  const streets = makeStreets(plan);
  const places = makePlaces(plan, fabric, territory);
  const scene = { plan, fabric, territory, buildings, streets };
  const premises = createPremises(scene);
  const posts = [...makePosts(scene, premises), ...makeResponders(scene, premises)];
  const county: DemoCounty = {
    code: COUNTY_CODE,
    name: '枫溪县',
    nameEn: 'Fengxi County',
    timeZone: 'Asia/Shanghai',
    bounds: boundsOf(plan.waters.outline),
    divisions: territory.divisions,
    grids: territory.grids,
    streets,
    areas: makeAreas(plan, fabric.blocks, fabric.drafts, noise, random.fork('areas')),
    waterways: makeWaterways(plan),
    railways: railways(plan),
    buildings,
    places,
    posts,
    riskPoints: makeRiskPoints(scene, random.fork('risks')),
    units: makeUnits(posts),
  };
  return county;
}

function boundsOf(outline: readonly Point[]): DemoCounty['bounds'] {
  const xs = outline.map((p) => p[0]);
  const ys = outline.map((p) => p[1]);
  const [west, south] = toPosition([Math.min(...xs), Math.min(...ys)]);
  const [east, north] = toPosition([Math.max(...xs), Math.max(...ys)]);
  return [west, south, east, north];
}

function railways(plan: Plan): DemoRailway[] {
  return plan.lines.flatMap((line, index) =>
    line.kind === 'rail'
      ? stretches(plan, index)
          .filter((run) => metresOf(plan, run) > 1)
          .map((run) => ({ name: line.name, line: positions(plan, run) }))
      : [],
  );
}

function makePlaces(plan: Plan, { blocks, drafts }: Fabric, { communityOf }: Territory): DemoPlace[] {
  const town = plan.frames.fengcheng;
  const places: DemoPlace[] = [
    { kind: 'county', name: '枫溪县', rank: 1, point: toPosition(town(0, 420)) },
    { kind: 'town', name: TOWNS[0].name, rank: 2, point: toPosition(town(0, -520)) },
    { kind: 'town', name: TOWNS[1].name, rank: 2, point: toPosition(plan.frames.baishi(0, 330)) },
    {
      kind: 'town',
      name: TOWNS[2].name,
      rank: 2,
      point: toPosition([plan.villages[0]!.centre[0], plan.villages[0]!.centre[1] + 330]),
    },
  ];
  COMMUNITIES.forEach(({ name }, community) => {
    if (plan.villages.some((village) => village.name === name)) return;
    const own = drafts.filter((draft) => communityOf[draft.block] === community && draft.village < 0);
    const x = own.reduce((sum, draft) => sum + draft.centre[0], 0) / own.length;
    const y = own.reduce((sum, draft) => sum + draft.centre[1], 0) / own.length;
    places.push({ kind: 'community', name, rank: 3, point: toPosition([x, y]) });
  });
  for (const { name, centre, rank } of plan.villages) {
    places.push({ kind: 'village', name, rank: rank === 'MAIN' ? 3 : 4, point: toPosition(centre) });
  }
  const seen = new Set<string>();
  for (const block of blocks) {
    if (!block.landmark || seen.has(block.landmark.name)) continue;
    seen.add(block.landmark.name);
    const rank = block.landmark.dedicated ? 4 : 5;
    const at = block.landmark.box
      ? plan.frames[block.landmark.frame](...block.landmark.at)
      : centroid(block.polygon);
    places.push({ kind: 'poi', name: block.landmark.name, rank, point: toPosition(at) });
  }
  places.push({ kind: 'poi', name: '云岭水库', rank: 4, point: toPosition(centroid(plan.waters.reservoir)) });
  return places;
}

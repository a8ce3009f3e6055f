import type { DemoDivision, DemoGrid } from '../county.types.js';
import type { Draft } from '../fabric/place-buildings.js';
import type { Block } from '../fabric/blocks.js';
import { centroid, toRing, type Point } from '../geometry/plane.js';
import type { Plan } from '../plan/lay-plan.js';
import { createDiscs, type Discs } from './disc.js';
import { growLabels, partition } from './partition.js';
import { numbered } from '../../../territory/numbered.js';
import { policeGrids } from './police-grids.js';
import { COMMUNITIES, distanceToRegion, POLICE_AREAS, STATIONS, TOWNS } from './regions.js';
import { shareHouseholds } from './share-households.js';

export const COUNTY_CODE = '990121';
const BUREAU_CODE = '990121000000';
const SOCIAL_GRIDS = 100;

export interface Territory {
  divisions: DemoDivision[];
  grids: DemoGrid[];
  /** Index into COMMUNITIES by face. */
  communityOf: Int32Array;
  /** Index into `grids` by face, for each partition. */
  socialGridOf: Int32Array;
  policeGridOf: Int32Array;
  /** Households by draft building; sums by grid are the grids' figures. */
  households: Int32Array;
}

interface Group {
  faces: number[];
  dedicated: string | null;
  middle: Point;
}

export function makeTerritory(plan: Plan, blocks: readonly Block[], drafts: readonly Draft[]): Territory {
  const discs = createDiscs(plan.subdivision);
  const natural = new Float64Array(blocks.length);
  for (const draft of drafts) natural[draft.block]! += draft.households;
  const dedicatedOf = (face: number): string | null =>
    blocks[face]!.use === 'WATER' ? '云岭水库' : (blocks[face]!.landmark?.dedicated ?? null);
  const communityOf = growCommunities(plan, blocks, discs, dedicatedOf);
  const weight = (face: number): number => natural[face]! + (blocks[face]!.squareMetres * 9) / 1e6;

  const social: Group[][] = socialGroups(plan, discs, communityOf, dedicatedOf, natural, weight);
  const grids: DemoGrid[] = [];
  const socialGridOf = new Int32Array(blocks.length);
  social.forEach((groups, community) => {
    const { code, name } = COMMUNITIES[community]!;
    // Dedicated grids come after the basic ones, as they are usually cut out later.
    const order = [
      ...numbered(groups.filter(({ dedicated }) => !dedicated)),
      ...numbered(groups.filter(({ dedicated }) => dedicated)),
    ];
    order.forEach((group, i) => {
      const serial = i + 1;
      for (const face of group.faces) socialGridOf[face] = grids.length;
      grids.push({
        code: code + String(serial).padStart(3, '0'),
        name: group.dedicated
          ? `${group.dedicated}专属网格`
          : `${name}第${String(serial).padStart(2, '0')}网格`,
        partition: 'SOCIAL',
        kind: group.dedicated ? 'DEDICATED' : 'BASIC',
        parentCode: code,
        boundary: [toRing(discs.outline(group.faces).map((node) => plan.arrangement.points[node]!))],
        households: 0,
      });
    });
  });
  const policeGridOf = policeGrids(plan, discs, grids, socialGridOf, weight);
  const households = shareHouseholds(
    grids,
    drafts.map(({ block, households: n }) => ({ grid: socialGridOf[block]!, natural: n })),
  );
  drafts.forEach(({ block }, i) => {
    grids[socialGridOf[block]!]!.households += households[i]!;
    grids[policeGridOf[block]!]!.households += households[i]!;
  });
  return { divisions: divisions(), grids, communityOf, socialGridOf, policeGridOf, households };
}

function growCommunities(
  plan: Plan,
  blocks: readonly Block[],
  discs: Discs,
  dedicatedOf: (face: number) => string | null,
): Int32Array {
  const reach = COMMUNITIES.map((community) => distanceToRegion(community, plan.frames));
  const wholes = new Map<string, number>();
  const costs = blocks.map((block) => reach.map((metres) => metres(block.inner)));
  blocks.forEach((_, face) => {
    const whole = dedicatedOf(face);
    if (whole && !wholes.has(whole)) wholes.set(whole, costs[face]!.indexOf(Math.min(...costs[face]!)));
    if (whole)
      costs[face] = costs[face]!.map((metres, label) =>
        label === wholes.get(whole) ? metres : 1e5 + metres,
      );
  });
  return growLabels(plan.subdivision, discs, COMMUNITIES.length, (face, label) => costs[face]![label]!);
}

function socialGroups(
  plan: Plan,
  discs: Discs,
  communityOf: Int32Array,
  dedicatedOf: (face: number) => string | null,
  natural: Float64Array,
  weight: (face: number) => number,
): Group[][] {
  const { faces, arcs } = plan.subdivision;
  const middleOf = (members: readonly number[]): Point =>
    centroid(discs.outline(members).map((node) => plan.arrangement.points[node]!));
  const dedicated: Group[][] = COMMUNITIES.map(() => []);
  const loose: number[][] = COMMUNITIES.map(() => []);
  COMMUNITIES.forEach((_, community) => {
    const wholes = new Map<string, number[]>();
    faces.forEach((_face, face) => {
      if (communityOf[face] !== community) return;
      const whole = dedicatedOf(face);
      if (whole) wholes.set(whole, [...(wholes.get(whole) ?? []), face]);
      else loose[community]!.push(face);
    });
    for (const [name, members] of wholes) {
      if (discs.isDisc(members))
        dedicated[community]!.push({ faces: members, dedicated: name, middle: middleOf(members) });
      else loose[community]!.push(...members);
    }
  });
  const basic = SOCIAL_GRIDS - dedicated.flat().length;
  const counts = apportion(
    loose.map((members) => members.reduce((sum, face) => sum + natural[face]!, 0)),
    basic,
  );
  return COMMUNITIES.map((_, community) => {
    const parts = partition(plan.subdivision, discs, {
      groups: loose[community]!.map((face) => [face]),
      count: counts[community]!,
      weight: (face) => weight(face) / 413,
      arcCost: (arc) => arcs[arc]!.metres - arcs[arc]!.followedMetres,
    });
    return [
      ...dedicated[community]!,
      ...parts.map((members) => ({ faces: members, dedicated: null, middle: middleOf(members) })),
    ];
  });
}

/** Whole numbers in proportion to the weights, at least 2 each, with the given sum (largest remainders). */
function apportion(weights: readonly number[], total: number): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (weight / sum) * total);
  const result = exact.map((share) => Math.max(2, Math.floor(share)));
  for (let given = result.reduce((a, b) => a + b, 0); given !== total;) {
    const step = given < total ? 1 : -1;
    let best = -1;
    result.forEach((count, i) => {
      if (step < 0 && count <= 2) return;
      if (best < 0 || step * (exact[i]! - count) > step * (exact[best]! - result[best]!)) best = i;
    });
    result[best]! += step;
    given += step;
  }
  return result;
}

function divisions(): DemoDivision[] {
  return [
    { code: COUNTY_CODE, name: '枫溪县', level: 'COUNTY', parentCode: null },
    ...TOWNS.map(({ code, name }): DemoDivision => ({ code, name, level: 'TOWN', parentCode: COUNTY_CODE })),
    ...COMMUNITIES.map(({ code, name, town }): DemoDivision => ({
      code,
      name,
      level: 'COMMUNITY',
      parentCode: town,
    })),
    { code: BUREAU_CODE, name: '枫溪县公安局', level: 'COUNTY_BUREAU', parentCode: null },
    ...STATIONS.map(({ code, name }): DemoDivision => ({
      code,
      name,
      level: 'STATION',
      parentCode: BUREAU_CODE,
    })),
    ...POLICE_AREAS.map((area): DemoDivision => {
      const station = STATIONS[area.station]!;
      return {
        code: station.code.slice(0, 8) + area.name.slice(0, 2) + '00',
        name: station.short + area.name,
        level: 'POLICE_AREA',
        parentCode: station.code,
      };
    }),
  ];
}

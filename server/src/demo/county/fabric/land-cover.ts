import type { DemoArea } from '../county.types.js';
import { blob, rounded } from '../geometry/curves.js';
import { contains, distance, distanceToSegment, signedArea, toRing, type Point } from '../geometry/plane.js';
import type { Plan } from '../plan/lay-plan.js';
import { riverSurface } from '../plan/waters.js';
import type { Noise, Random } from '../random.js';
import type { Block } from './blocks.js';
import { contours } from './contours.js';
import type { Draft } from './place-buildings.js';
import { pitchOf } from './pitch.js';
import { stretches } from './streets.js';

const LAND_USE: Partial<Record<Block['use'], [layer: DemoArea['layer'], kind: string]>> = {
  APARTMENTS: ['landuse', 'residential'],
  OLD: ['landuse', 'residential'],
  TERRACE: ['landuse', 'residential'],
  SHOPS: ['landuse', 'commercial'],
  MARKET: ['landuse', 'commercial'],
  SQUARE: ['landuse', 'commercial'],
  PUBLIC: ['landuse', 'commercial'],
  SITE: ['landuse', 'industrial'],
  INDUSTRY: ['landuse', 'industrial'],
  SCHOOL: ['landuse', 'school'],
  HOSPITAL: ['landuse', 'hospital'],
  STATION: ['landuse', 'station'],
  PARK: ['green', 'park'],
  BANK: ['green', 'park'],
  FARMLAND: ['green', 'farmland'],
  FOREST: ['green', 'farmland'],
};

/** Areas in drawing order: fields, woods, orchards, town blocks, villages, water. */
export function makeAreas(
  plan: Plan,
  blocks: readonly Block[],
  drafts: readonly Draft[],
  noise: Noise,
  random: Random,
): DemoArea[] {
  const area = (
    layer: DemoArea['layer'],
    kind: string,
    name: string | null,
    ring: readonly Point[],
  ): DemoArea => ({
    layer,
    kind,
    name,
    polygon: [toRing(ring)],
  });
  const fields: DemoArea[] = [];
  const town: DemoArea[] = [];
  for (const block of blocks) {
    const [layer, kind] = LAND_USE[block.use] ?? [];
    if (!layer || !kind) continue;
    const target = kind === 'farmland' ? fields : town;
    if (block.use === 'FARMLAND' && block.settled !== 'COUNTRY')
      target.push(area('green', 'grass', null, block.polygon));
    else target.push(area(layer, kind, block.name, block.polygon));
    if (block.use === 'SCHOOL') {
      const pitch = pitchOf(block);
      if (pitch) town.push(area('green', 'grass', null, rounded(rounded(pitch))));
    }
  }
  const villages = plan.villages.map((village, i) =>
    area(
      'landuse',
      'residential',
      null,
      blob(village.centre, 36, (angle) => {
        const edge = 0.98 + 0.22 * noise(Math.cos(angle) * 1.4 + i, Math.sin(angle) * 1.4);
        return village.radius * edge;
      }),
    ),
  );
  const woods = contours(plan.waters.outline, woodedness(plan, noise)).map((polygon): DemoArea => ({
    layer: 'green',
    kind: 'forest',
    name: null,
    polygon: polygon.map((ring) => toRing(rounded(ring))),
  }));
  return [
    ...fields,
    ...woods,
    ...orchards(plan, noise, random).map((ring) => area('green', 'orchard', null, ring)),
    ...town,
    ...villages,
    ...water(plan, blocks, drafts, noise, random),
  ];
}

/** Positive where trees stand: on hills, not around villages and towns. */
function woodedness(plan: Plan, noise: Noise): (point: Point) => number {
  const { hill } = plan.waters;
  return (point) => {
    let value = hill(point) - 0.42;
    if (value < -0.4) return value;
    // Fields around a village, wider here and narrower there.
    const ragged = 70 + 90 * noise(point[0] / 210, point[1] / 210);
    for (const village of plan.villages) {
      value = Math.min(value, (distance(point, village.centre) - village.radius - ragged) / 400);
    }
    if (plan.settled(point) !== 'COUNTRY') value = Math.min(value, -0.3);
    return value;
  };
}

function orchards(plan: Plan, noise: Noise, random: Random): Point[][] {
  const result: Point[][] = [];
  for (const village of random.shuffle(plan.villages)) {
    if (result.length >= 34) break;
    const angle = random.between(0, 2 * Math.PI);
    const reach = village.radius + random.between(120, 260);
    const centre: Point = [
      village.centre[0] + reach * Math.cos(angle),
      village.centre[1] + reach * Math.sin(angle),
    ];
    const height = plan.waters.hill(centre);
    if (height < -0.25 || height > 0.7 || plan.settled(centre) !== 'COUNTRY') continue;
    const size = random.between(60, 130);
    result.push(blob(centre, 26, (a) => size * (1 + 0.35 * noise(Math.cos(a) * 2 + reach, Math.sin(a) * 2))));
  }
  return result;
}

function water(
  plan: Plan,
  blocks: readonly Block[],
  drafts: readonly Draft[],
  noise: Noise,
  random: Random,
): DemoArea[] {
  const areas: DemoArea[] = [];
  const { points, paths } = plan.arrangement;
  plan.lines.forEach((line, index) => {
    if (line.kind !== 'river') return;
    const shared = new Set(paths.flatMap((path, other) => (other === index ? [] : path)));
    const bends = new Set(paths[index]!.filter((node) => !shared.has(node)));
    for (const run of stretches(plan, index)) {
      const path = paths[index]!;
      const first = path.indexOf(run[0]!);
      let chainage = 0;
      for (let i = 1; i <= first; i++) chainage += distance(points[path[i - 1]!]!, points[path[i]!]!);
      // The banks are drawn from evenly spaced stations: nodes crowded at a bridge would make them jagged.
      const even = run
        .filter((node, i) => i === 0 || i === run.length - 1 || bends.has(node))
        .map((node) => points[node]!);
      areas.push({
        layer: 'water',
        kind: 'river',
        name: line.name,
        polygon: [toRing(riverSurface(even, chainage, plan.waters.riverHalfWidth))],
      });
    }
  });
  areas.push({
    layer: 'water',
    kind: 'reservoir',
    name: '云岭水库',
    polygon: [toRing(plan.waters.reservoir)],
  });
  const built = new Map<number, Draft[]>();
  for (const draft of drafts) built.set(draft.block, [...(built.get(draft.block) ?? []), draft]);
  blocks.forEach((block, index) => {
    const wet = block.use === 'FARMLAND' && block.settled === 'COUNTRY' ? 3 : block.use === 'PARK' ? 1 : 0;
    for (let k = 0; k < wet; k++) {
      const size = block.use === 'PARK' ? Math.sqrt(block.squareMetres) * 0.16 : random.between(16, 46);
      const xs = block.polygon.map((p) => p[0]);
      const ys = block.polygon.map((p) => p[1]);
      const centre: Point =
        block.use === 'PARK'
          ? block.inner
          : [
              random.between(Math.min(...xs), Math.max(...xs)),
              random.between(Math.min(...ys), Math.max(...ys)),
            ];
      const free =
        contains(block.polygon, centre) &&
        block.sides.every(
          (side) => distanceToSegment(centre, side.from, side.to) > size * 1.4 + side.setback,
        ) &&
        (built.get(index) ?? []).every((draft) => distance(draft.centre, centre) > size * 1.4 + 16);
      if (!free) continue;
      const turn = random.between(0, Math.PI);
      const ring = blob(
        centre,
        22,
        (a) =>
          (size * (1 + 0.35 * noise(Math.cos(a) * 1.7 + index, Math.sin(a) * 1.7 + k))) /
          Math.hypot(1, 0.5 * Math.sin(a - turn)),
      );
      if (signedArea(ring) > 300)
        areas.push({ layer: 'water', kind: 'pond', name: null, polygon: [toRing(ring)] });
    }
  });
  return areas;
}

import { rectangle } from '../geometry/curves.js';
import { along, distance, distanceToSegment, left, type Point } from '../geometry/plane.js';
import { SETBACK } from '../plan/plan.types.js';
import type { Village } from '../plan/villages.js';
import type { Noise, Random } from '../random.js';
import type { Block, BlockSide } from './blocks.js';
import type { Locator } from './locator.js';
import { fitIn } from './fit.js';
import type { Draft } from './place-buildings.js';

/** Houses of a village: loose rows that follow its road, thinning out towards the edge. */
export function buildVillage(
  village: Village,
  index: number,
  { blockAt, insideBlock }: Locator,
  blocks: readonly Block[],
  noise: Noise,
  random: Random,
): Draft[] {
  const { centre, direction, radius } = village;
  const side = left(direction);
  const laneSides = village.lanes.flatMap(({ points }) =>
    points.slice(1).map((to, i): BlockSide => ({ from: points[i]!, to, setback: SETBACK.service, line: -1 })),
  );
  const nearSides = new Map<number, BlockSide[]>();
  const sidesNear = (block: number): BlockSide[] => {
    const known = nearSides.get(block);
    if (known) return known;
    const near = blocks[block]!.sides.filter(
      ({ from, to }) => distanceToSegment(centre, from, to) < radius + 110,
    );
    nearSides.set(block, [...near, ...laneSides]);
    return nearSides.get(block)!;
  };
  const drafts: Draft[] = [];
  for (let v = -radius; v < radius; v += random.between(17, 21)) {
    for (let u = -radius * 1.2 + random.between(0, 9); u < radius * 1.2;) {
      const length = random.between(9, 14);
      const depth = random.between(9, 12);
      const place = along(along(centre, direction, u), side, v + random.normal() * 2.2);
      u += length + (random.chance(0.3) ? random.between(5, 12) : random.between(1.5, 4));
      const edge = 0.72 + 0.3 * noise(place[0] / 70, place[1] / 70 + index);
      const far = Math.hypot((distance(place, centre) / radius) * 0.95);
      if (far > edge || random.chance(0.1)) continue;
      const angle = 0.12 * noise(place[0] / 120, place[1] / 120);
      const turned: Point = [direction[0] - side[0] * angle, direction[1] - side[1] * angle];
      const size = Math.hypot(turned[0], turned[1]);
      const corners = rectangle(place, [turned[0] / size, turned[1] / size], length, depth);
      const block = blockAt(place);
      if (block < 0 || blocks[block]!.settled !== 'COUNTRY') continue;
      if (!fitIn((point) => insideBlock(block, point), sidesNear(block))(corners)) continue;
      const households = random.chance(0.5) ? 2 : 1;
      drafts.push({
        kind: 'house',
        name: null,
        block,
        village: index,
        corners,
        centre: place,
        households,
        serial: drafts.length + 1,
      });
    }
  }
  return drafts;
}

import type { Noise, Random } from '../random.js';
import type { Point } from '../geometry/plane.js';
import type { Plan } from '../plan/lay-plan.js';
import { makeBlocks, type Block } from './blocks.js';
import { createLocator } from './locator.js';
import { createNamer } from './names.js';
import { buildBlock, type Draft } from './place-buildings.js';
import { buildVillage } from './village-houses.js';

export interface Fabric {
  blocks: Block[];
  drafts: Draft[];
  blockAt(point: Point): number;
}

/** What stands on the blocks. */
export function makeFabric(plan: Plan, noise: Noise, random: Random): Fabric {
  const blocks = makeBlocks(plan, random.fork('uses'));
  const place = createLocator(blocks);
  const namer = createNamer(random.fork('names'));
  const houses = random.fork('buildings');
  const drafts: Draft[] = [];
  blocks.forEach((block, index) => {
    if (!block.name && block.use === 'APARTMENTS') block.name = namer.compound();
    if (!block.name && block.use === 'INDUSTRY') block.name = namer.firm();
    if (!block.name && block.use === 'SHOPS') block.name = namer.shops();
    const built = buildBlock(block, index, houses);
    const main = built.find((draft) => draft.serial > 0);
    if (main && block.name && block.use !== 'APARTMENTS') main.name = block.name;
    drafts.push(...built);
  });
  plan.villages.forEach((village, index) => {
    drafts.push(...buildVillage(village, index, place, blocks, noise, houses));
  });
  return { blocks, drafts, blockAt: place.blockAt };
}

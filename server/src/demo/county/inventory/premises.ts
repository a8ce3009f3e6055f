import { distance, type Point } from '../geometry/plane.js';
import { COMMUNITIES } from '../territory/regions.js';
import type { Scene } from './scene.js';

/** The county's buildings as those see them who look for rooms: each is given out once. */
export interface Premises {
  /** Index of the free building nearest to a place; public and commercial houses are worth a detour over dwellings. */
  take(place: Point): number;
}

export function createPremises({ buildings, fabric }: Scene): Premises {
  const taken = new Set<number>();
  return {
    take(place) {
      let best = -1;
      let least = Infinity;
      fabric.drafts.forEach(({ centre }, index) => {
        const { kind } = buildings[index]!;
        if (taken.has(index) || kind === 'school' || kind === 'apartments') return;
        const detour = kind === 'public' ? -60 : kind === 'commercial' ? 0 : kind === 'house' ? 150 : 40;
        const metres = distance(centre, place) + detour;
        if (metres < least) [least, best] = [metres, index];
      });
      taken.add(best);
      return best;
    },
  };
}

/** Codes such as `JWS-03`, counted for each beginning. */
export function numberer(): (beginning: string) => string {
  const serials = new Map<string, number>();
  return (beginning) => {
    const serial = (serials.get(beginning) ?? 0) + 1;
    serials.set(beginning, serial);
    return `${beginning}-${String(serial).padStart(2, '0')}`;
  };
}

/** Where a community is at home: its main village, else the middle of its houses. */
export function communityMiddle({ plan, fabric, territory }: Scene, name: string, code: string): Point {
  const main = plan.villages.find((village) => village.name === name);
  if (main) return main.centre;
  const community = COMMUNITIES.findIndex((seed) => seed.code === code);
  const own = fabric.drafts.filter(
    (draft) => territory.communityOf[draft.block] === community && draft.village < 0,
  );
  const mean = (axis: 0 | 1): number => own.reduce((sum, draft) => sum + draft.centre[axis], 0) / own.length;
  return [mean(0), mean(1)];
}

/** Social grids nearest to a place, by their nearest block. */
export function gridsAround({ fabric, territory }: Scene, place: Point, count: number): string[] {
  const metres = new Map<number, number>();
  fabric.blocks.forEach((block, face) => {
    const grid = territory.socialGridOf[face]!;
    metres.set(grid, Math.min(metres.get(grid) ?? Infinity, distance(block.inner, place)));
  });
  return [...metres]
    .sort((a, b) => a[1] - b[1])
    .slice(0, count)
    .map(([grid]) => territory.grids[grid]!.code);
}

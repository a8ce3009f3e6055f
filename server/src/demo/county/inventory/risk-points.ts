import type { DemoRiskPoint } from '../county.types.js';
import type { Random } from '../random.js';
import { findSpots } from './risk-spots.js';
import type { Scene } from './scene.js';

type Kind = DemoRiskPoint['kind'];
/** How many of each kind; 150 in all. */
const STOCK: Record<Kind, number> = {
  FIRE_LOAD: 26,
  EBIKE_CHARGING: 20,
  CHEMICALS: 7,
  LPG: 10,
  CROWDED_VENUE: 11,
  CONSTRUCTION: 8,
  FLOOD: 12,
  LANDSLIDE: 10,
  ACCIDENT_SPOT: 14,
  SCHOOL_GATE: 12,
  OLD_BUILDING: 12,
  WATER: 8,
};

const LEVELS: Record<Kind, [red: number, orange: number, yellow: number, blue: number]> = {
  FIRE_LOAD: [1, 3, 8, 8],
  EBIKE_CHARGING: [0, 2, 7, 9],
  CHEMICALS: [3, 4, 2, 0],
  LPG: [1, 4, 4, 1],
  CROWDED_VENUE: [1, 3, 5, 2],
  CONSTRUCTION: [0, 3, 4, 1],
  FLOOD: [1, 3, 5, 3],
  LANDSLIDE: [2, 3, 4, 1],
  ACCIDENT_SPOT: [1, 4, 5, 4],
  SCHOOL_GATE: [0, 1, 5, 6],
  OLD_BUILDING: [1, 3, 5, 3],
  WATER: [0, 2, 4, 3],
};

const CYCLE_DAYS = { RED: 7, ORANGE: 15, YELLOW: 30, BLUE: 90 };

export function makeRiskPoints(scene: Scene, random: Random): DemoRiskPoint[] {
  let serial = 0;
  // Charging points come last and are many: they make up for a kind that finds too few places.
  let missing = 0;
  const kinds = (Object.keys(STOCK) as Kind[]).sort(
    (a, b) => Number(a === 'EBIKE_CHARGING') - Number(b === 'EBIKE_CHARGING'),
  );
  return kinds.flatMap((kind) => {
    const wanted = STOCK[kind] + (kind === 'EBIKE_CHARGING' ? missing : 0);
    const spots = random.shuffle(findSpots(scene, kind, random)).slice(0, wanted);
    missing += STOCK[kind] - spots.length;
    return spots.map((spot): DemoRiskPoint => {
      const level = (['RED', 'ORANGE', 'YELLOW', 'BLUE'] as const)[random.weighted(LEVELS[kind])]!;
      const cycle = CYCLE_DAYS[level];
      return {
        code: `FX${String(++serial).padStart(4, '0')}`,
        name: spot.name,
        kind,
        level,
        address: spot.address,
        ownerOrganisation: spot.owner,
        inspectionCycleDays: cycle,
        lastInspectedDaysAgo: Math.floor(
          random.chance(0.14) ? cycle * random.between(1.1, 2) : cycle * random.between(0, 0.98),
        ),
        geometry: spot.geometry,
      };
    });
  });
}

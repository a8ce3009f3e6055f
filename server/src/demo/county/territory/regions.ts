import { distance, type Point } from '../geometry/plane.js';
import type { TownFrames } from '../plan/town-streets.js';

type Box = [frame: keyof TownFrames, x0: number, d0: number, x1: number, d1: number];

export interface Region {
  name: string;
  boxes: Box[];
  points: Point[];
}

export interface CommunitySeed extends Region {
  code: string;
  town: string;
}

export const TOWNS = [
  { code: '990121001', name: '枫城街道' },
  { code: '990121002', name: '白石镇' },
  { code: '990121003', name: '云岭乡' },
] as const;

// prettier-ignore
export const COMMUNITIES: CommunitySeed[] = [
  { code: '990121001001', town: '990121001', name: '东门社区', boxes: [['fengcheng', 170, 0, 2250, 1650]], points: [[2900, 1700]] },
  { code: '990121001002', town: '990121001', name: '文昌社区', boxes: [['fengcheng', -1050, 0, 170, 1650]], points: [[-600, 2400]] },
  { code: '990121001003', town: '990121001', name: '滨溪社区', boxes: [['fengcheng', -2300, -1030, -240, 0], ['fengcheng', -1050, -1330, -240, -1030]], points: [[-2900, -500]] },
  { code: '990121001004', town: '990121001', name: '车站社区', boxes: [['fengcheng', -240, -1490, 2250, 0]], points: [[2700, -1400]] },
  { code: '990121001005', town: '990121001', name: '新枫社区', boxes: [['fengcheng', -2300, 0, -1050, 1650]], points: [[-2900, 1300]] },
  { code: '990121002001', town: '990121002', name: '白石街社区', boxes: [['baishi', -900, -640, 900, 880]], points: [[4700, -5900]] },
  { code: '990121002002', town: '990121002', name: '梅家埠村', boxes: [], points: [[6100, -2150], [5000, -600], [4400, -1500], [6200, 600], [7200, -3000]] },
  { code: '990121002003', town: '990121002', name: '石塘村', boxes: [], points: [[900, -5900], [-800, -5500], [-2300, -5400], [-1300, -7200], [300, -4000], [-4300, -5200], [2500, -7000]] },
  { code: '990121002004', town: '990121002', name: '新区社区', boxes: [['park', -1500, -430, 1050, 420]], points: [[2800, -2900]] },
  { code: '990121003001', town: '990121003', name: '云岭村', boxes: [], points: [[-3900, 4150], [-2850, 5500], [-5000, 6400], [-1700, 5600], [-2300, 3500]] },
  { code: '990121003002', town: '990121003', name: '竹坞村', boxes: [], points: [[-5200, 2850], [-6200, 4300], [-5300, 700], [-5600, -1400], [-5500, -3100]] },
  { code: '990121003003', town: '990121003', name: '茶亭村', boxes: [], points: [[900, 4950], [500, 3300], [900, 6800], [3300, 4400], [5500, 4300], [5800, 2500]] },
];

export interface PoliceAreaSeed extends Region {
  station: number;
  /** Police grids in it. */
  grids: number;
}

export const STATIONS = [
  { code: '990121510000', name: '枫城派出所', short: '枫城所' },
  { code: '990121520000', name: '白石派出所', short: '白石所' },
  { code: '990121530000', name: '云岭派出所', short: '云岭所' },
] as const;

/** Police areas do not keep to the communities: the first reaches over 解放路, the third over the river, the sixth into 车站's fields. */
// prettier-ignore
export const POLICE_AREAS: PoliceAreaSeed[] = [
  { station: 0, grids: 3, name: '01警务区', boxes: [['fengcheng', 560, 0, 2250, 1650]], points: [[2900, 1700]] },
  { station: 0, grids: 3, name: '02警务区', boxes: [['fengcheng', -640, 0, 560, 1650]], points: [[-300, 2400]] },
  { station: 0, grids: 3, name: '03警务区', boxes: [['fengcheng', -2300, -1030, -640, 1650]], points: [[-2900, 700], [-2900, -500]] },
  { station: 0, grids: 3, name: '04警务区', boxes: [['fengcheng', -640, -1490, 2250, 0]], points: [[2300, -1400]] },
  { station: 1, grids: 2, name: '01警务区', boxes: [['baishi', -900, -640, 900, 880]], points: [[4700, -5900], [900, -5900], [-800, -5500], [-1300, -7200], [300, -4000], [2500, -7000], [200, -2700]] },
  { station: 1, grids: 2, name: '02警务区', boxes: [['park', -1500, -430, 1050, 420]], points: [[6100, -2150], [5000, -600], [3600, -1500], [2800, -2700], [6200, 300], [7200, -3000]] },
  { station: 2, grids: 2, name: '01警务区', boxes: [], points: [[-3900, 4150], [-2850, 5500], [-5000, 6400], [-5200, 2850], [-6200, 4300], [-5300, 700], [-5500, -2500], [-4300, -5200]] },
  { station: 2, grids: 2, name: '02警务区', boxes: [], points: [[900, 4950], [500, 3000], [900, 6800], [-1500, 4800], [3300, 4400], [5500, 4300], [5800, 2500]] },
];

/** Metres from a place to the nearest of a region's anchors. */
export function distanceToRegion({ boxes, points }: Region, frames: TownFrames): (place: Point) => number {
  const anchors: Point[] = [...points];
  for (const [frame, x0, d0, x1, d1] of boxes) {
    const columns = Math.round((x1 - x0) / 190);
    const rows = Math.round((d1 - d0) / 190);
    for (let i = 0; i < columns; i++) {
      for (let j = 0; j < rows; j++) {
        anchors.push(
          frames[frame](x0 + ((i + 0.5) * (x1 - x0)) / columns, d0 + ((j + 0.5) * (d1 - d0)) / rows),
        );
      }
    }
  }
  const penalty = boxes.length > 0 ? 0 : -250;
  return (place) => {
    let best = Infinity;
    for (const anchor of anchors) best = Math.min(best, distance(anchor, place));
    return best + penalty;
  };
}

import type { StreetClass } from '../county.types.js';
import { curveThrough, meander } from '../geometry/curves.js';
import { distance, type Point } from '../geometry/plane.js';
import type { Noise } from '../random.js';
import type { TownFrames } from './town-streets.js';
import type { PlanLine } from './plan.types.js';

type Road = [name: string, ref: string | null, cls: StreetClass, swing: number, controls: Point[]];

/** Roads between the towns and villages; those that leave the county run on past its outline and are cut there. */
export function countryRoads(frames: TownFrames, townLines: readonly PlanLine[], noise: Noise): PlanLine[] {
  const town = frames.fengcheng;
  const baishi = frames.baishi;
  const park = frames.park;
  const YUNLING: Point = [-3900, 4150];
  const CHATING: Point = [900, 4950];
  const ZHUWU: Point = [-5200, 2850];
  const SHITANG: Point = [900, -5900];
  const MEIJIABU: Point = [6150, -2150];
  const westBridgeSouth: Point = [-5150, -1350];
  // prettier-ignore
  const roads: Road[] = [
    ['枫婺公路', 'S217', 'trunk', 40, [town(-2300, -1030), [-3300, -1250], westBridgeSouth, [-6400, -1500], [-10000, -2500]]],
    ['枫梅线', 'S217', 'trunk', 40, [town(2250, -1030), [3300, -1250], [4400, -1950], [5300, -2200], MEIJIABU, [7400, -2600], [10000, -3500]]],
    ['枫白公路', 'X201', 'secondary', 40, [town(1370, -1330), [1450, -2100], [2150, -3100], [2250, -3850], baishi(-900, 560)]],
    ['工业大道', null, 'primary', 20, [town(2250, -1030), [2650, -1900], [3250, -2550], [3850, -3080], park(-900, 0)]],
    ['园区连接线', null, 'secondary', 25, [park(-240, -430), [4400, -3950], baishi(270, 880)]],
    ['石塘线', 'X205', 'tertiary', 70, [baishi(-620, -380), [2600, -5300], SHITANG, [-800, -5500], [-2300, -4500], [-3300, -3000], [-3600, -1300]]],
    ['石南线', 'X207', 'tertiary', 110, [[-800, -5500], [-1300, -6600], [-900, -7400], [-1500, -9800]]],
    ['白南线', 'X209', 'tertiary', 80, [baishi(270, -640), [4700, -5900], [5300, -7000], [5200, -9800]]],
    ['白东线', 'X211', 'tertiary', 60, [baishi(900, 260), [5900, -4750], [7200, -5000], [10000, -4900]]],
    ['石岭线', null, 'tertiary', 90, [SHITANG, [1500, -6900], [3000, -7100], [4700, -5900]]],
    ['云岭线', 'X203', 'tertiary', 170, [town(-1480, 1650), [-1750, 2300], [-2150, 2900], [-2200, 3500], [-3000, 3750], YUNLING, [-4350, 4800], [-4150, 5600], [-4800, 6200], [-4700, 7000], [-5600, 9500]]],
    ['竹坞线', 'X213', 'tertiary', 90, [town(-2300, 1650), [-3400, 2150], [-4300, 2300], ZHUWU, [-6100, 3500], [-6900, 4400], [-10000, 5200]]],
    ['茶亭线', 'X215', 'tertiary', 110, [town(170, 1650), [500, 2600], [250, 3500], [700, 4250], CHATING, [650, 6000], [1100, 7000], [700, 9500]]],
    ['云茶线', 'X217', 'tertiary', 110, [YUNLING, [-3000, 4350], [-1900, 4350], [-800, 4700], CHATING]],
    ['枫东线', 'X219', 'tertiary', 80, [town(2250, 1650), [3400, 2500], [4300, 3500], [5600, 4300], [9500, 6700]]],
    ['东茶线', null, 'tertiary', 110, [CHATING, [2100, 4850], [3200, 4500], [4300, 3500]]],
    ['东江路', 'X221', 'tertiary', 50, [town(2250, 400), [3600, 700], [4700, 350], [6000, -350], [10000, -900]]],
    ['溪东线', null, 'tertiary', 80, [[4300, 3500], [4800, 2200], [4700, 350]]],
    ['梅埠桥路', null, 'tertiary', 20, [[6000, -350], [6080, -1200], MEIJIABU]],
    ['梅南路', null, 'tertiary', 60, [MEIJIABU, [7050, -3300], [7300, -4200], [7200, -5000]]],
    ['竹西路', null, 'tertiary', 60, [ZHUWU, [-5350, 2100], [-5230, 1250], [-5300, 100], westBridgeSouth]],
    ['西山路', null, 'tertiary', 90, [westBridgeSouth, [-5600, -2700], [-4600, -4200], [-3400, -4600], [-2300, -4500]]],
    ['西南路', null, 'tertiary', 100, [[-4600, -4200], [-5300, -5200], [-4300, -6300], [-2700, -6500], [-1300, -6600]]],
    ['库西路', null, 'residential', 120, [[-4150, 5600], [-3700, 6900], [-2100, 7200], [-1000, 6600], [650, 6000]]],
    ['东山路', null, 'tertiary', 80, [[5600, 4300], [6600, 3000], [6900, 1500], [6000, -350]]],
    ['枫西路', null, 'tertiary', 50, [town(-2300, 400), [-3200, 900], [-4200, 1300], [-5250, 1750]]],
    ['北山路', null, 'residential', 100, [[500, 2600], [1500, 2500], [2400, 3300], [3200, 4500]]],
    ['岭脚路', null, 'residential', 100, [[-2150, 2900], [-1200, 3050], [250, 3500]]],
    ['铁路南路', null, 'tertiary', 40, [[-3300, -3000], [-1600, -2500], [0, -2300], [1480, -2250], [2650, -2350], [3300, -2500]]],
    ['田心路', null, 'residential', 60, [[0, -2300], [100, -3500], [600, -4600], SHITANG]],
    ['石白路', null, 'residential', 60, [[100, -3500], [1300, -3800], [2200, -3100]]],
  ];
  const laid: PlanLine[] = [...townLines];
  for (const [name, ref, cls, swing, controls] of roads) {
    const points = meander(
      curveThrough(controls, cls === 'trunk' || cls === 'primary' ? 35 : 28),
      noise,
      swing,
      520,
    );
    const joined = joinStart(joinStart(points, laid).reverse(), laid).reverse();
    laid.push({ kind: 'street', name, ...(ref ? { ref } : {}), class: cls, points: joined });
  }
  return laid.slice(townLines.length);
}

/** Leads the first vertex to the nearest vertex of the streets already there, when one is near. */
function joinStart(points: readonly Point[], laid: readonly PlanLine[]): Point[] {
  let target: Point | null = null;
  let nearest = 260;
  for (const { points: line } of laid) {
    for (const vertex of line) {
      const d = distance(points[0]!, vertex);
      if (d < nearest) [nearest, target] = [d, vertex];
    }
  }
  if (!target) return [...points];
  const rest = points.filter((point, i) => i > 0 && distance(points[0]!, point) > nearest + 15);
  return [target, ...rest];
}

/** The line through 枫城's station, named as railways are. */
export function railway(frames: TownFrames): PlanLine {
  const town = frames.fengcheng;
  const controls: Point[] = [
    [-10000, -4300],
    [-6500, -3600],
    [-3900, -2450],
    town(-1900, -1640),
    ...[-600, -240, 165, 570].map((x) => town(x, -1490)),
    town(1700, -1640),
    [3300, -2050],
    [5600, -2800],
    [7600, -3700],
    [10000, -4300],
  ];
  return { kind: 'rail', name: '枫溪铁路', points: curveThrough(controls, 40) };
}

import type { StreetClass } from '../county.types.js';
import type { Point } from '../geometry/plane.js';
import { draw, type Frame } from './town-frame.js';
import type { PlanLine } from './plan.types.js';

type Row = [name: string, cls: StreetClass, from: Point, to: Point];

/** 枫城's named streets in river coordinates (see riverFrame); parts of one street carry their own names, as 人民中路 does. */
const FENGCHENG: Row[] = [
  ['枫江路', 'secondary', [-2300, 92], [2250, 92]],
  ['人民西路', 'primary', [-2300, 400], [-1050, 400]],
  ['人民中路', 'primary', [-1050, 400], [930, 400]],
  ['人民东路', 'primary', [930, 400], [2260, 400]],
  ['文昌街', 'secondary', [-1900, 720], [930, 720]],
  ['东门横街', 'tertiary', [930, 690], [2260, 690]],
  ['学府路', 'secondary', [-2300, 1040], [2260, 1040]],
  ['育才路', 'tertiary', [-1900, 1340], [1780, 1340]],
  ['北环路', 'secondary', [-2300, 1650], [2260, 1650]],
  ['溪滨路', 'secondary', [-2300, -92], [2250, -92]],
  ['南门路', 'tertiary', [-2300, -370], [2250, -370]],
  ['建设路', 'secondary', [-2300, -690], [2250, -690]],
  ['枫城大道', 'trunk', [-2300, -1030], [2250, -1030]],
  ['站前路', 'tertiary', [-1050, -1330], [1780, -1330]],

  ['西环路', 'secondary', [-2300, 1650], [-2300, -1030]],
  ['新枫路', 'tertiary', [-1900, 1650], [-1900, 92]],
  ['枫林路', 'tertiary', [-1480, 1650], [-1480, 92]],
  ['望枫路', 'secondary', [-1050, 1650], [-1050, -1330]],
  ['学士路', 'tertiary', [-640, 1650], [-640, 92]],
  ['府前街', 'tertiary', [-240, 1340], [-240, 92]],
  ['解放路', 'primary', [170, 1650], [170, -92]],
  ['车站路', 'primary', [170, -92], [170, -1400]],
  ['仓桥路', 'tertiary', [560, 1650], [560, 92]],
  ['东门直街', 'tertiary', [930, 1040], [930, 92]],
  ['环城东路', 'tertiary', [1330, 1650], [1330, 92]],
  ['东湖路', 'tertiary', [1780, 1650], [1780, 92]],
  ['东环路', 'secondary', [2250, 1650], [2250, -1030]],
  ['站西路', 'residential', [-240, -1330], [-240, -1492]],
  ['站东路', 'residential', [570, -1330], [570, -1492]],
  ['梅园路', 'tertiary', [-1850, -92], [-1850, -1030]],
  ['滨园路', 'tertiary', [-1450, -92], [-1450, -1030]],
  ['南街', 'tertiary', [-640, -92], [-640, -1330]],
  ['工人路', 'tertiary', [-240, -92], [-240, -1330]],
  ['水门路', 'tertiary', [570, -92], [570, -1330]],
  ['轻纺路', 'tertiary', [960, -92], [960, -1330]],
  ['物资路', 'tertiary', [1370, -92], [1370, -1330]],
  ['临江路', 'tertiary', [1800, -92], [1800, -1330]],
];

const BAISHI: Row[] = [
  ['白石老街', 'pedestrian', [-520, -60], [420, 60]],
  ['白石大道', 'secondary', [-900, 260], [900, 260]],
  ['镇南路', 'tertiary', [-620, -380], [620, -380]],
  ['石坊路', 'tertiary', [-900, 560], [620, 560]],
  ['溪东路', 'tertiary', [-120, 880], [-120, -640]],
  ['镇西路', 'tertiary', [-620, 880], [-620, -640]],
  ['集贤路', 'tertiary', [270, 880], [270, -640]],
  ['镇东路', 'tertiary', [620, 880], [620, -640]],
  ['石桥路', 'residential', [-900, 880], [620, 880]],
  ['南埠路', 'residential', [-620, -640], [620, -640]],
  ['镇前路', 'residential', [-900, 880], [-900, 260]],
];

const PARK: Row[] = [
  ['工业大道', 'primary', [-900, 0], [1050, 0]],
  ['兴业路', 'secondary', [-700, 420], [1050, 420]],
  ['创新路', 'secondary', [-700, -430], [1050, -430]],
  ['科技路', 'tertiary', [-700, 420], [-700, -430]],
  ['纬一路', 'tertiary', [-240, 420], [-240, -430]],
  ['纬二路', 'tertiary', [250, 420], [250, -430]],
  ['纬三路', 'tertiary', [650, 420], [650, -430]],
  ['园东路', 'tertiary', [1050, 420], [1050, -430]],
];

export interface TownFrames {
  fengcheng: Frame;
  baishi: Frame;
  park: Frame;
}

export function townStreets(frames: TownFrames): PlanLine[] {
  const rows = (table: readonly Row[], frame: Frame): PlanLine[] =>
    table.map(([name, cls, from, to]) => ({
      kind: 'street',
      name,
      class: cls,
      points: draw(frame, from, to),
    }));
  return [...rows(FENGCHENG, frames.fengcheng), ...rows(BAISHI, frames.baishi), ...rows(PARK, frames.park)];
}

/** Short cuts from the riverside roads' corners to the river's middle: they part the banks, nobody walks on them. */
export function bankCuts(frame: Frame): PlanLine[] {
  const cut = (x: number, side: number): PlanLine => ({
    kind: 'cut',
    name: null,
    points: [frame(x, 92 * side), frame(x, 0)],
  });
  const north = [-1900, -1480, -640, -240, 560, 930, 1330, 1780].map((x) => cut(x, 1));
  const south = [-1850, -1450, -640, -240, 570, 960, 1370, 1800].map((x) => cut(x, -1));
  return [...north, ...south];
}

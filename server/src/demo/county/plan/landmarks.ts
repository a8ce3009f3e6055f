import type { Point } from '../geometry/plane.js';
import type { TownFrames } from './town-streets.js';

export type BlockUse =
  | 'APARTMENTS'
  | 'OLD'
  | 'TERRACE'
  | 'SHOPS'
  | 'SQUARE'
  | 'MARKET'
  | 'SCHOOL'
  | 'HOSPITAL'
  | 'PUBLIC'
  | 'PARK'
  | 'INDUSTRY'
  | 'STATION'
  | 'SITE'
  | 'BANK'
  | 'WATER'
  | 'FARMLAND'
  | 'FOREST';

/** A named place of the plan that decides what its block is used for. */
export interface Landmark {
  name: string;
  use: BlockUse;
  frame: keyof TownFrames;
  at: Point;
  /** Frame coordinates of the streets around it, when all blocks between them belong to it. */
  box?: [x0: number, d0: number, x1: number, d1: number];
  /** Name of the dedicated grid it forms. */
  dedicated?: string;
}

export const LANDMARKS: Landmark[] = [
  {
    name: '枫溪一中',
    use: 'SCHOOL',
    frame: 'fengcheng',
    at: [-845, 1190],
    box: [-1050, 1040, -640, 1340],
    dedicated: '枫溪一中',
  },
  {
    name: '县人民医院',
    use: 'HOSPITAL',
    frame: 'fengcheng',
    at: [-440, 1190],
    box: [-640, 1040, -240, 1340],
    dedicated: '县人民医院',
  },
  {
    name: '枫江农贸市场',
    use: 'MARKET',
    frame: 'fengcheng',
    at: [745, 246],
    box: [560, 92, 930, 400],
    dedicated: '枫江农贸市场',
  },
  {
    name: '万枫广场',
    use: 'SQUARE',
    frame: 'fengcheng',
    at: [365, 560],
    box: [170, 400, 560, 720],
    dedicated: '万枫广场',
  },
  {
    name: '枫溪站',
    use: 'STATION',
    frame: 'fengcheng',
    at: [165, -1430],
    box: [-240, -1490, 570, -1330],
    dedicated: '车站',
  },
  {
    name: '白石工业园',
    use: 'INDUSTRY',
    frame: 'park',
    at: [-225, 0],
    box: [-700, -430, 250, 420],
    dedicated: '白石工业园',
  },
  {
    name: '白石物流园',
    use: 'INDUSTRY',
    frame: 'park',
    at: [650, 0],
    box: [250, -430, 1050, 420],
    dedicated: '白石物流园',
  },
  { name: '枫溪县人民政府', use: 'PUBLIC', frame: 'fengcheng', at: [-60, 560] },
  { name: '枫溪县公安局', use: 'PUBLIC', frame: 'fengcheng', at: [280, 860] },
  { name: '枫溪县人民法院', use: 'PUBLIC', frame: 'fengcheng', at: [-1180, 860] },
  { name: '县行政服务中心', use: 'PUBLIC', frame: 'fengcheng', at: [-1650, 560] },
  { name: '县文化中心', use: 'PUBLIC', frame: 'fengcheng', at: [-1200, 560] },
  { name: '枫溪大厦', use: 'SHOPS', frame: 'fengcheng', at: [70, 250] },
  { name: '解放路商业街', use: 'SHOPS', frame: 'fengcheng', at: [270, 250] },
  { name: '新枫天地', use: 'SHOPS', frame: 'fengcheng', at: [-1650, 250] },
  { name: '站前商贸城', use: 'SHOPS', frame: 'fengcheng', at: [270, -1180] },
  { name: '滨溪商业中心', use: 'SHOPS', frame: 'fengcheng', at: [-800, -530] },
  { name: '轻纺市场', use: 'MARKET', frame: 'fengcheng', at: [1160, -860] },
  { name: '文昌公园', use: 'PARK', frame: 'fengcheng', at: [-450, 880] },
  { name: '东湖公园', use: 'PARK', frame: 'fengcheng', at: [1990, 880] },
  { name: '新枫公园', use: 'PARK', frame: 'fengcheng', at: [-2080, 1180] },
  { name: '滨溪公园', use: 'PARK', frame: 'fengcheng', at: [-1650, -230] },
  { name: '车站公园', use: 'PARK', frame: 'fengcheng', at: [760, -860] },
  { name: '枫城小学', use: 'SCHOOL', frame: 'fengcheng', at: [1120, 550] },
  { name: '文昌小学', use: 'SCHOOL', frame: 'fengcheng', at: [-1160, 1190] },
  { name: '县实验小学', use: 'SCHOOL', frame: 'fengcheng', at: [-450, 560] },
  { name: '城东中学', use: 'SCHOOL', frame: 'fengcheng', at: [1560, 1190] },
  { name: '新枫学校', use: 'SCHOOL', frame: 'fengcheng', at: [-2090, 560] },
  { name: '滨溪小学', use: 'SCHOOL', frame: 'fengcheng', at: [-1170, -530] },
  { name: '车站小学', use: 'SCHOOL', frame: 'fengcheng', at: [-50, -850] },
  { name: '城南中学', use: 'SCHOOL', frame: 'fengcheng', at: [1590, -520] },
  { name: '县中医院', use: 'HOSPITAL', frame: 'fengcheng', at: [-1640, -520] },
  { name: '县体育中心', use: 'PARK', frame: 'fengcheng', at: [-2080, 1480] },
  { name: '枫城纺织厂', use: 'INDUSTRY', frame: 'fengcheng', at: [2020, -560] },
  { name: '枫溪酒厂', use: 'INDUSTRY', frame: 'fengcheng', at: [2020, -850] },
  { name: '城西机械厂', use: 'INDUSTRY', frame: 'fengcheng', at: [-2090, -850] },
  { name: '城东建材市场', use: 'MARKET', frame: 'fengcheng', at: [2010, 1480] },
  { name: '枫林新城工地', use: 'SITE', frame: 'fengcheng', at: [-1690, 1480] },
  { name: '东湖壹号工地', use: 'SITE', frame: 'fengcheng', at: [1540, 1490] },
  { name: '白石镇人民政府', use: 'PUBLIC', frame: 'baishi', at: [150, 400] },
  { name: '白石中学', use: 'SCHOOL', frame: 'baishi', at: [-400, 720] },
  { name: '白石小学', use: 'SCHOOL', frame: 'baishi', at: [440, 400] },
  { name: '白石农贸市场', use: 'MARKET', frame: 'baishi', at: [80, 160] },
  { name: '白石中心卫生院', use: 'HOSPITAL', frame: 'baishi', at: [-760, 400] },
  { name: '白石公园', use: 'PARK', frame: 'baishi', at: [-370, -510] },
];

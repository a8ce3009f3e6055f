import type { DemoBuilding, DemoPost } from '../county.types.js';
import { toPosition, type Point } from '../geometry/plane.js';
import { COMMUNITIES, STATIONS, TOWNS } from '../territory/regions.js';
import { communityMiddle, gridsAround, numberer, type Premises } from './premises.js';
import type { Scene } from './scene.js';

/** 08:30–17:30. */
const OFFICE_HOURS = { opensAtMinute: 510, closesAtMinute: 1050 };

type Kind = Exclude<DemoPost['kind'], 'SMALLEST_RESPONSE_UNIT' | 'VOLUNTEER_TEAM'>;
type Wanted = [kind: Kind, name: string, at: Point, grids: string[], day?: 'DAY'];

/** The posts of police, governance and justice; each moves into the fitting building nearest to where it is wanted. */
export function makePosts(scene: Scene, premises: Premises): DemoPost[] {
  const { fengcheng, baishi } = scene.plan.frames;
  const social = scene.territory.grids.filter((grid) => grid.partition === 'SOCIAL');
  const named = (...names: string[]): string[] =>
    social.filter((grid) => names.includes(grid.name)).map((grid) => grid.code);
  const ofTown = (...towns: string[]): string[] =>
    social.filter((grid) => towns.some((town) => grid.code.startsWith(town))).map((grid) => grid.code);
  const around = (place: Point, count: number): string[] => gridsAround(scene, place, count);
  const village = (name: string): Point => scene.plan.villages.find((v) => v.name === name)!.centre;
  const squareGrids = around(fengcheng(365, 560), 7);
  const stationGrids = around(fengcheng(165, -1400), 6);
  const wanted: Wanted[] = [
    ['COUNTY_BUREAU', '枫溪县公安局', fengcheng(360, 880), []],
    ['STATION', '枫城派出所', fengcheng(-330, 560), gridsOfStation(scene, 0)],
    ['STATION', '白石派出所', baishi(420, 420), gridsOfStation(scene, 1)],
    ['STATION', '云岭派出所', village('云岭村'), gridsOfStation(scene, 2)],
    ...COMMUNITIES.map(({ code, name }): Wanted => [
      'OFFICE',
      `${name}警务室`,
      communityMiddle(scene, name, code),
      ofTown(code),
      'DAY',
    ]),
    ['LIAISON_STATION', '万枫广场联勤警务站', fengcheng(365, 620), squareGrids],
    ['LIAISON_STATION', '车站联勤警务站', fengcheng(165, -1340), stationGrids],
    [
      'LIAISON_STATION',
      '白石工业园联勤警务站',
      scene.plan.frames.park(-225, 60),
      [
        ...new Set([
          ...named('白石工业园专属网格', '白石物流园专属网格'),
          ...around(scene.plan.frames.park(-900, 200), 5),
        ]),
      ],
    ],
    ['LIAISON_STATION', '云岭水库联勤警务站', village('云岭村'), around([-2900, 3900], 5)],
    ['TRAFFIC_SQUADRON', '交警一中队', fengcheng(-1700, 900), ofTown(TOWNS[0].code, TOWNS[2].code)],
    ['TRAFFIC_SQUADRON', '交警二中队', baishi(-600, 500), ofTown(TOWNS[1].code)],
    ['SERVICE_POINT', '枫江农贸市场便民警务点', fengcheng(745, 300), named('枫江农贸市场专属网格'), 'DAY'],
    ['SERVICE_POINT', '县人民医院便民警务点', fengcheng(-440, 1150), named('县人民医院专属网格')],
    ['SERVICE_POINT', '枫溪一中护学警务点', fengcheng(-845, 1100), named('枫溪一中专属网格'), 'DAY'],
    ['SERVICE_POINT', '白石老街便民警务点', baishi(0, 20), around(baishi(0, 0), 2), 'DAY'],
    ['GOVERNANCE_CENTRE', '枫溪县综治中心', fengcheng(-1650, 560), [], 'DAY'],
    ['GOVERNANCE_CENTRE', '枫城街道综治中心', fengcheng(-100, -560), ofTown(TOWNS[0].code), 'DAY'],
    ['GOVERNANCE_CENTRE', '白石镇综治中心', baishi(150, 420), ofTown(TOWNS[1].code), 'DAY'],
    ['GOVERNANCE_CENTRE', '云岭乡综治中心', village('云岭村'), ofTown(TOWNS[2].code), 'DAY'],
    ['JUSTICE_OFFICE', '枫城司法所', fengcheng(-60, -480), ofTown(TOWNS[0].code), 'DAY'],
    ['JUSTICE_OFFICE', '白石司法所', baishi(100, 500), ofTown(TOWNS[1].code), 'DAY'],
    ['JUSTICE_OFFICE', '云岭司法所', village('云岭村'), ofTown(TOWNS[2].code), 'DAY'],
    ['COURT', '枫溪县人民法院枫城人民法庭', fengcheng(-1180, 860), [], 'DAY'],
    ['COURT', '白石共享法庭', baishi(200, 350), [], 'DAY'],
    ['DETENTION_PLACE', '枫溪县拘留所', fengcheng(1950, 1520), []],
  ];
  const codeOf = numberer();
  return wanted.map(([kind, name, at, gridCodes, day]) => {
    const index = premises.take(at);
    const building = scene.buildings[index]!;
    if (building.kind !== 'station' && kind !== 'SERVICE_POINT') occupy(building, name);
    return {
      code: codeOf(SHORT[kind]),
      kind,
      name,
      address: building.address,
      point: toPosition(scene.fabric.drafts[index]!.centre),
      openAroundTheClock: day === undefined,
      hours: day ? OFFICE_HOURS : null,
      gridCodes: [...gridCodes].sort(),
    };
  });
}

const SHORT: Record<Kind, string> = {
  COUNTY_BUREAU: 'XJ',
  STATION: 'PCS',
  OFFICE: 'JWS',
  LIAISON_STATION: 'LQZ',
  TRAFFIC_SQUADRON: 'JJ',
  SERVICE_POINT: 'BMD',
  GOVERNANCE_CENTRE: 'ZZ',
  JUSTICE_OFFICE: 'SFS',
  COURT: 'FT',
  DETENTION_PLACE: 'JLS',
};

function occupy(building: DemoBuilding, name: string): void {
  building.kind = 'public';
  building.name ??= name;
}

/** Social grids of which a station's police grids cover the greater part of the land. */
function gridsOfStation({ fabric, territory }: Scene, station: number): string[] {
  const prefix = STATIONS[station]!.code.slice(0, 8);
  const share = new Map<number, number>();
  fabric.blocks.forEach((block, face) => {
    const grid = territory.socialGridOf[face]!;
    const own = territory.grids[territory.policeGridOf[face]!]!.code.startsWith(prefix);
    share.set(grid, (share.get(grid) ?? 0) + (own ? block.squareMetres : -block.squareMetres));
  });
  return [...share].filter(([, balance]) => balance > 0).map(([grid]) => territory.grids[grid]!.code);
}

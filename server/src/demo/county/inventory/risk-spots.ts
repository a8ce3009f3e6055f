import type { DemoRiskPoint, Position } from '../county.types.js';
import type { Draft } from '../fabric/place-buildings.js';
import {
  centroid,
  distance,
  fromPosition,
  lengthOf,
  toPosition,
  toRing,
  walk,
  type Point,
} from '../geometry/plane.js';
import { blob } from '../geometry/curves.js';
import type { Random } from '../random.js';
import { COMMUNITIES, TOWNS } from '../territory/regions.js';
import type { Scene } from './scene.js';

type Kind = DemoRiskPoint['kind'];

export interface Spot {
  name: string;
  owner: string;
  address: string;
  geometry: DemoRiskPoint['geometry'];
}

/** Everywhere in the county where a risk point of a kind could be. */
export function findSpots(scene: Scene, kind: Kind, random: Random): Spot[] {
  const { plan, fabric, buildings, territory } = scene;
  const built = (
    wants: (draft: Draft, index: number) => boolean,
    name: (place: string, index: number) => string,
    owner: (place: string, index: number) => string,
  ): Spot[] =>
    fabric.drafts.flatMap((draft, index) => {
      if (!wants(draft, index)) return [];
      const building = buildings[index]!;
      const place = fabric.blocks[draft.block]!.name ?? building.address.replace(/^.*?(街道|镇|乡)/, '');
      return [
        {
          name: name(place, index),
          owner: owner(place, index),
          address: building.address,
          geometry: { type: 'Point', coordinates: toPosition(draft.centre) },
        },
      ];
    });
  const use = (draft: Draft): string => (draft.village >= 0 ? 'VILLAGE' : fabric.blocks[draft.block]!.use);
  const onePerBlock = (spots: Spot[]): Spot[] => [
    ...new Map(spots.map((spot) => [spot.name, spot])).values(),
  ];
  const community = (face: number): string => COMMUNITIES[territory.communityOf[face]!]!.name;
  const townName = (face: number): string =>
    TOWNS.find(({ code }) => code === COMMUNITIES[territory.communityOf[face]!]!.town)!.name;
  switch (kind) {
    case 'FIRE_LOAD':
      return onePerBlock([
        ...built(
          (draft) => use(draft) === 'INDUSTRY',
          (place) => `${place}厂房`,
          (place) => place,
        ),
        ...built(
          (draft) => ['MARKET', 'SHOPS'].includes(use(draft)),
          (place) => `${place}消防重点部位`,
          (place) => `${place}管理处`,
        ),
      ]);
    case 'EBIKE_CHARGING':
      return onePerBlock(
        built(
          (draft) => use(draft) === 'APARTMENTS',
          (place) => `${place}电动车集中充电点`,
          (place) => `${place}物业服务中心`,
        ),
      );
    case 'CHEMICALS':
      return onePerBlock(
        built(
          (draft) => use(draft) === 'INDUSTRY' && draft.serial === 1,
          (place) => `${place}危化品仓库`,
          (place) => place,
        ),
      );
    case 'LPG':
      return onePerBlock(
        built(
          (draft) => draft.serial === 0 || (use(draft) === 'TERRACE' && draft.serial === 2),
          (place) => `${place}餐饮瓶装液化气使用点`,
          (place) => `${place}经营户`,
        ),
      );
    case 'CROWDED_VENUE':
      return onePerBlock(
        built(
          (draft) => ['SHOPS', 'SQUARE', 'STATION', 'MARKET'].includes(use(draft)) && draft.serial === 1,
          (place) => `${place}人员密集场所`,
          (place) => `${place}管理处`,
        ),
      );
    case 'CONSTRUCTION':
      return fabric.blocks.flatMap((block, face): Spot[] => {
        const renewal = block.use === 'TERRACE' && block.settled === 'EDGE';
        if (block.use !== 'SITE' && !renewal) return [];
        const name = block.name ?? `${community(face)}城中村改造工地（${face}号地块）`;
        return [
          {
            name,
            owner: '枫溪县城建投资有限公司',
            address: `${townName(face)}${community(face)}`,
            geometry: { type: 'Polygon', coordinates: [toRing(shrunk(block.polygon))] },
          },
        ];
      });
    case 'SCHOOL_GATE':
      return onePerBlock([
        ...built(
          (draft) => use(draft) === 'SCHOOL',
          (place) => `${place}校门口`,
          (place) => place,
        ),
        ...plan.villages
          .filter((village) => village.rank === 'MAIN')
          .map((village): Spot => {
            const face = fabric.blockAt(village.centre);
            return {
              name: `${village.name}完全小学校门口`,
              owner: `${village.name}完全小学`,
              address: `${townName(Math.max(0, face))}${village.name}`,
              geometry: { type: 'Point', coordinates: toPosition(village.centre) },
            };
          }),
      ]);
    case 'OLD_BUILDING':
      return onePerBlock(
        built(
          (draft) => use(draft) === 'OLD' && draft.serial % 9 === 4,
          (place) => `${place}老旧房屋`,
          (_, index) => `${community(fabric.drafts[index]!.block)}居委会`,
        ),
      );
    case 'ACCIDENT_SPOT':
      return accidentSections(scene);
    case 'FLOOD':
      return waterSpots(scene, 'river', (name, n) => `${name}${n}号低洼易涝点`, random);
    case 'WATER':
      return [
        ...waterSpots(scene, 'stream', (name, n) => `${name}${n}号亲水危险区`, random),
        reservoirEdge(scene),
      ];
    case 'LANDSLIDE':
      return fabric.blocks.flatMap((block, face): Spot[] => {
        if (block.use !== 'FOREST' || plan.waters.hill(block.inner) < 0.55) return [];
        const ring = blob(
          block.inner,
          18,
          (angle) => 70 + 30 * Math.sin(2 * angle + face) + 12 * Math.cos(3 * angle),
        );
        if (ring.some((corner) => fabric.blockAt(corner) < 0)) return [];
        return [
          {
            name: `${community(face)}${face}号地质灾害隐患点`,
            owner: `${community(face)}村委会`,
            address: `${townName(face)}${community(face)}`,
            geometry: { type: 'Polygon', coordinates: [toRing(ring)] },
          },
        ];
      });
  }
}

const shrunk = (polygon: readonly Point[]): Point[] => {
  const middle = centroid(polygon);
  return polygon.map((p) => [middle[0] + (p[0] - middle[0]) * 0.8, middle[1] + (p[1] - middle[1]) * 0.8]);
};

/** Stretches of about 300 m of the greater roads. */
function accidentSections({ streets }: Scene): Spot[] {
  return streets.flatMap((street): Spot[] => {
    if (
      !street.name ||
      street.bridge ||
      !['trunk', 'primary', 'secondary', 'tertiary'].includes(street.class)
    )
      return [];
    const line = street.line.map(fromPosition);
    const total = lengthOf(line);
    if (total < 700) return [];
    const from = total * 0.35;
    const part: Position[] = [];
    for (let metres = from; metres <= from + 300; metres += 50)
      part.push(toPosition(walk(line, metres).point));
    const chainage = `K${Math.floor(from / 1000)}+${String(Math.floor(from % 1000)).padStart(3, '0')}`;
    const label = street.ref ? `${street.name}${street.ref}` : street.name;
    return [
      {
        name: `${label} ${chainage} 事故多发路段`,
        owner: street.ref ? '枫溪县公路管理中心' : '枫溪县市政管理中心',
        address: `${label}${chainage}`,
        geometry: { type: 'LineString', coordinates: part },
      },
    ];
  });
}

function waterSpots(
  { plan, fabric, territory }: Scene,
  kind: 'river' | 'stream',
  name: (water: string, serial: number) => string,
  random: Random,
): Spot[] {
  const spots: Spot[] = [];
  const homes = fabric.drafts.filter((_, i) => i % 12 === 0);
  plan.lines.forEach((line) => {
    if (line.kind !== kind) return;
    let serial = 0;
    for (let metres = 300; metres < lengthOf(line.points); metres += 650) {
      const { point, direction } = walk(line.points, metres);
      const off = kind === 'river' ? 84 : 18;
      const place: Point = [point[0] - direction[1] * off, point[1] + direction[0] * off];
      const face = fabric.blockAt(place);
      if (face < 0 || homes.every((draft) => distance(draft.centre, place) > 600)) continue;
      const community = COMMUNITIES[territory.communityOf[face]!]!;
      spots.push({
        name: name(line.name!, ++serial),
        owner: random.chance(0.5) ? '枫溪县水利局' : `${community.name}`,
        address: `${TOWNS.find(({ code }) => code === community.town)!.name}${community.name}${line.name}沿岸`,
        geometry: { type: 'Point', coordinates: toPosition(place) },
      });
    }
  });
  return spots;
}

function reservoirEdge({ plan }: Scene): Spot {
  return {
    name: '云岭水库水域',
    owner: '云岭水库管理所',
    address: '云岭乡云岭村云岭水库',
    geometry: { type: 'Polygon', coordinates: [toRing(plan.waters.reservoir)] },
  };
}

import type { DemoPost } from '../county.types.js';
import type { Block } from '../fabric/blocks.js';
import { along, distance, heading, left, mix, toPosition, type Point } from '../geometry/plane.js';
import { LANDMARKS, type Landmark } from '../plan/landmarks.js';
import { COMMUNITIES } from '../territory/regions.js';
import { communityMiddle, gridsAround, numberer, type Premises } from './premises.js';
import type { Scene } from './scene.js';

const COMPOUNDS = 24;
const HAMLETS = 5;

type Hours = DemoPost['hours'];
interface Wanted {
  kind: 'SMALLEST_RESPONSE_UNIT' | 'VOLUNTEER_TEAM';
  name: string;
  at: Point;
  address: string;
  hours: Hours;
  grids: string[];
}

const between = (opens: number, closes: number): Hours => ({
  opensAtMinute: (opens * 60) % 1440,
  closesAtMinute: (closes * 60) % 1440,
});

/** What a landmark of a use calls its unit and when that is there; guard rooms and mini fire stations always are. */
const UNITS: Partial<Record<Landmark['use'], { tail: string; hours: Hours }>> = {
  SCHOOL: { tail: '最小应急单元', hours: between(7, 18) },
  HOSPITAL: { tail: '最小应急单元', hours: null },
  SQUARE: { tail: '最小应急单元', hours: between(8, 22) },
  SHOPS: { tail: '最小应急单元', hours: between(8, 22) },
  STATION: { tail: '最小应急单元', hours: null },
  MARKET: { tail: '微型消防站', hours: null },
  INDUSTRY: { tail: '微型消防站', hours: null },
};

/**
 * Who can act before police are there: smallest response units at gates, guard rooms, shops and mini fire stations,
 * and the volunteer teams of the communities.
 */
export function makeResponders(scene: Scene, premises: Premises): DemoPost[] {
  const codeOf = numberer();
  return [
    ...landmarkUnits(scene),
    ...compoundUnits(scene),
    ...hamletUnits(scene),
    ...communities(scene, premises),
  ].map(({ kind, name, at, address, hours, grids }) => ({
    code: codeOf(kind === 'VOLUNTEER_TEAM' ? 'QFD' : 'YJDY'),
    kind,
    name,
    address,
    point: toPosition(at),
    openAroundTheClock: hours === null,
    hours,
    gridCodes: [...grids].sort(),
  }));
}

const unit = (name: string, at: Point, address: string, hours: Hours): Wanted => ({
  kind: 'SMALLEST_RESPONSE_UNIT',
  name,
  at,
  address,
  hours,
  grids: [],
});

function landmarkUnits(scene: Scene): Wanted[] {
  const { blocks, drafts } = scene.fabric;
  return LANDMARKS.flatMap((landmark) => {
    const look = UNITS[landmark.use];
    const house = drafts.find(({ block }) => blocks[block]!.landmark === landmark);
    if (!look || !house) return [];
    const face = house.block;
    return [unit(landmark.name + look.tail, gateOf(scene, face), addressOf(scene, face), look.hours)];
  });
}

/** The compounds with the most households, not two beside each other. */
function compoundUnits(scene: Scene): Wanted[] {
  const households = new Map<number, number>();
  scene.fabric.drafts.forEach(({ block }, i) => {
    households.set(block, (households.get(block) ?? 0) + scene.buildings[i]!.households);
  });
  const compounds = scene.fabric.blocks
    .map((block, face) => ({ block, face, households: households.get(face) ?? 0 }))
    .filter(({ block, households }) => block.use === 'APARTMENTS' && block.name !== null && households > 0)
    .sort((a, b) => b.households - a.households);
  return spread(compounds, ({ block }) => block.inner, COMPOUNDS, 330).map(({ block, face }) =>
    unit(`${block.name}最小应急单元`, gateOf(scene, face), addressOf(scene, face), null),
  );
}

function hamletUnits({ plan, fabric, buildings }: Scene): Wanted[] {
  const firstHouse = new Map(fabric.drafts.map(({ village }, house) => [village, house] as const).reverse());
  const hamlets = plan.villages
    .map((village, index) => ({ village, index }))
    .filter(({ village, index }) => village.rank === 'HAMLET' && firstHouse.has(index))
    .sort((a, b) => b.village.radius - a.village.radius);
  return spread(hamlets, ({ village }) => village.centre, HAMLETS, 2500).map(({ village, index }) => {
    const { address } = buildings[firstHouse.get(index)!]!;
    return unit(`${village.name}最小应急单元`, village.centre, address, between(7, 21));
  });
}

/** A mini fire station and a volunteer team in each community, and four teams where the evenings are busy. */
function communities(scene: Scene, premises: Premises): Wanted[] {
  const { fengcheng } = scene.plan.frames;
  const social = scene.territory.grids.filter((grid) => grid.partition === 'SOCIAL');
  const housed = (wanted: Omit<Wanted, 'address'>): Wanted => {
    const index = premises.take(wanted.at);
    return { ...wanted, at: scene.fabric.drafts[index]!.centre, address: scene.buildings[index]!.address };
  };
  const team = (name: string, at: Point, hours: Hours, grids = gridsAround(scene, at, 3)): Wanted =>
    housed({ kind: 'VOLUNTEER_TEAM', name, at, hours, grids });
  return [
    ...COMMUNITIES.flatMap(({ code, name }) => {
      const at = communityMiddle(scene, name, code);
      const grids = social.filter((grid) => grid.code.startsWith(code)).map((grid) => grid.code);
      const evening = name.endsWith('村') ? between(19, 21.5) : between(18, 22);
      return [
        housed({ kind: 'SMALLEST_RESPONSE_UNIT', name: `${name}微型消防站`, at, hours: null, grids: [] }),
        team(`${name}群防群治队`, at, evening, grids),
      ];
    }),
    team('万枫广场商户联防队', fengcheng(365, 480), between(17, 23)),
    team('解放路商业街夜间联防队', fengcheng(270, 300), between(20, 24.5)),
    team('学府路护学志愿队', fengcheng(-845, 1020), between(7, 9)),
    team('站前红袖章巡防队', fengcheng(270, -1180), between(6, 22)),
  ];
}

/** A block's gate: the middle of its longest side on a street, a few steps in. */
function gateOf({ plan, fabric }: Scene, face: number): Point {
  const { sides, inner } = fabric.blocks[face]!;
  const onStreet = (side: Block['sides'][number]) =>
    plan.lines[side.line]?.kind === 'street' && plan.lines[side.line]!.class !== 'path';
  const fronts = sides.filter(onStreet);
  if (fronts.length === 0) return inner;
  const front = fronts.reduce((best, side) =>
    distance(side.from, side.to) > distance(best.from, best.to) ? side : best,
  );
  const middle = mix(front.from, front.to, 0.5);
  return along(middle, left(heading(front.from, front.to)), front.setback + 3);
}

function addressOf({ fabric, buildings }: Scene, face: number): string {
  const index = fabric.drafts.findIndex((draft) => draft.block === face);
  return buildings[index]!.address.replace(/\d+幢$/, '');
}

/** The first `count` that keep `metres` from those before. */
function spread<T>(sorted: readonly T[], at: (item: T) => Point, count: number, metres: number): T[] {
  const chosen: T[] = [];
  for (const item of sorted)
    if (chosen.length < count && chosen.every((other) => distance(at(other), at(item)) >= metres))
      chosen.push(item);
  return chosen;
}

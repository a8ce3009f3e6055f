import { insideTest, nearnessTest } from '../geometry/indexes.js';
import { along, contains, distance, left, walk, lengthOf, type Point } from '../geometry/plane.js';
import type { Random } from '../random.js';
import type { PlanLine } from './plan.types.js';
import type { Waters } from './waters.js';

/** A cluster of houses on a country road. */
export interface Village {
  name: string;
  centre: Point;
  /** Direction of the road there. */
  direction: Point;
  /** Reach of the houses in metres. */
  radius: number;
  rank: 'MAIN' | 'HAMLET';
  lanes: PlanLine[];
}

/** The villages that give communities their names, near where their roads meet. */
const MAIN: [name: string, at: Point][] = [
  ['云岭村', [-3900, 4150]],
  ['竹坞村', [-5200, 2850]],
  ['茶亭村', [900, 4950]],
  ['梅家埠村', [6100, -2150]],
  ['石塘村', [900, -5850]],
];

const HEADS = ['上', '下', '前', '后', '大', '里', '外', '新', '东', '西', '高', '老'];
const CORES = (
  '坞 塘 畈 坑 岭脚 溪边 樟树 枫树 石桥 田心 屋基 山头 金家 吴宅 陈家 章村 ' +
  '徐家 楼下 周店 蒋堂 叶家 杨梅岗 桥头 井头 祝村 胡家 方田 黄泥 柏树 古塘 洪家 ' +
  '傅宅 严店 竹园 麻车 水碓 岩下 庙前 湖田 沙洲'
).split(' ');

/** Sites beside country roads, away from water, rails and each other. */
export function findVillages(
  lines: readonly PlanLine[],
  waters: Waters,
  free: (point: Point) => boolean,
  random: Random,
): Village[] {
  const away = (kind: PlanLine['kind'], reach: number): ((point: Point) => boolean) => {
    const near = nearnessTest(
      lines.filter((line) => line.kind === kind).map((line) => line.points),
      reach,
    );
    return (point) => near(point) >= reach;
  };
  const clearOf = [away('rail', 150), away('stream', 70), away('river', 210), away('outline', 260)];
  const inCounty = insideTest(waters.outline);
  const roads = lines.filter(
    (line) => line.kind === 'street' && line.class !== 'trunk' && line.class !== 'primary',
  );
  const names = villageNames(random.fork('names'));
  const laneRandom = random.fork('lanes');
  const villages: Village[] = [];
  const sites = random.shuffle(
    roads.flatMap(({ points }) => {
      const total = lengthOf(points);
      return Array.from({ length: Math.floor(total / 110) }, (_, i) => walk(points, 60 + i * 110));
    }),
  );
  const settle = (
    site: { point: Point; direction: Point },
    name: string,
    rank: Village['rank'],
    radius: number,
  ): void => {
    const village = { name, centre: site.point, direction: site.direction, radius, rank };
    villages.push({ ...village, lanes: villageLanes(village, laneRandom) });
  };
  for (const [name, at] of MAIN) {
    const nearest = sites.reduce((best, site) =>
      distance(site.point, at) < distance(best.point, at) ? site : best,
    );
    settle(nearest, name, 'MAIN', random.between(190, 230));
  }
  for (const site of sites) {
    const { point } = site;
    if (villages.length >= 112) break;
    const clear =
      inCounty(point) &&
      free(point) &&
      free(along(point, left(site.direction), 200)) &&
      free(along(point, left(site.direction), -200)) &&
      villages.every((other) => distance(other.centre, point) > 430 + (other.rank === 'MAIN' ? 240 : 0)) &&
      waters.hill(point) < 0.62 &&
      !contains(waters.reservoir, point) &&
      clearOf.every((clears) => clears(point));
    if (clear) settle(site, names(), 'HAMLET', random.between(105, 178));
  }
  return villages;
}

function villageNames(random: Random): () => string {
  const plain = CORES.map((core) => (core.length > 1 ? core : `${core}头`));
  const compound = HEADS.flatMap((head) =>
    CORES.filter((core) => core.length === 1 || !/[上下前后]/.test(core)).map((core) => head + core),
  );
  const names = [...random.shuffle(compound), ...random.shuffle(plain)];
  return () => names.pop()!;
}

/** Lanes of a village: two across the road, one behind that joins them. */
function villageLanes(village: Omit<Village, 'lanes'>, random: Random): PlanLine[] {
  const { centre, direction, radius } = village;
  const side = left(direction);
  const at = (u: number, v: number): Point => {
    const bend = random.between(-5, 5);
    return along(along(centre, direction, u + bend), side, v + random.between(-4, 4));
  };
  const half = radius * random.between(0.3, 0.45);
  const near = radius * random.between(0.45, 0.6) * (random.chance(0.5) ? 1 : -1);
  const far = -near * random.between(0.6, 1.2);
  const first = [at(-half, far), at(-half, far / 2), at(-half, -6), at(-half, near / 2), at(-half, near)];
  const second = [at(half, far * 0.7), at(half, far / 3), at(half, 6), at(half, near / 2), at(half, near)];
  const lane = (points: Point[]): PlanLine => ({
    kind: 'street',
    name: null,
    class: 'service',
    points,
    lane: true,
  });
  const back = [first[4]!, at(0, near * 1.03), second[4]!];
  return [lane(first), lane(second), lane(back)];
}

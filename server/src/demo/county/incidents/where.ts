import type { DemoCounty, DemoStreet, Position } from '../county.types.js';
import { distance, fromPosition, lengthOf, toPosition, walk, type Point } from '../geometry/plane.js';
import { createRandom, type Random } from '../random.js';

export interface Where {
  point: Position;
  address: string;
}

export type Setting = 'STREET' | 'HOME' | 'TRADE' | 'FACTORY' | 'NIGHT' | 'PUBLIC' | 'OPEN';

/** Draws places of a setting: some places come up far more often than others. */
export type Places = Record<Setting, (random: Random) => Where>;

const known = new WeakMap<DemoCounty, Places>();

/** The drawing tables of a county; made once for each. */
export function placesOf(county: DemoCounty): Places {
  const before = known.get(county);
  if (before) return before;
  const places = makePlaces(county);
  known.set(county, places);
  return places;
}

/** Cumulative weights with binary search. */
function drawer<T>(items: readonly T[], weight: (item: T) => number): (random: Random) => T {
  const sums = new Float64Array(items.length);
  let sum = 0;
  items.forEach((item, i) => (sums[i] = sum += weight(item)));
  return (random) => {
    const wanted = random.next() * sum;
    let [low, high] = [0, items.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! > wanted) high = middle;
      else low = middle + 1;
    }
    return items[low]!;
  };
}

function makePlaces(county: DemoCounty): Places {
  const random = createRandom(county.buildings.length * 7919 + county.streets.length);
  // A few buildings of every use bring many calls: Zipf-like factors, the same for all settings.
  const repeat = county.buildings.map(() =>
    random.chance(0.012) ? random.between(25, 90) : random.between(0.5, 1.5),
  );
  const buildings = county.buildings.map((building, i) => ({ building, repeat: repeat[i]! }));
  type Entry = (typeof buildings)[number];
  const at = (weight: (entry: Entry) => number): ((random: Random) => Where) => {
    const draw = drawer(
      buildings.filter((entry) => weight(entry) > 0),
      weight,
    );
    return (source) => {
      const { building } = draw(source);
      const ring = building.polygon[0]!;
      const t = source.between(0.15, 0.85);
      const [a, b] = [ring[0]!, ring[2]!];
      return {
        point: rounded([a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]),
        address: building.address,
      };
    };
  };
  const street = streetPlaces(county, random);
  const home = at(
    ({ building, repeat: r }) =>
      building.households * (building.kind === 'apartments' ? Math.min(r, 12) : Math.min(r, 6)),
  );
  const trade = at(({ building, repeat: r }) =>
    building.kind === 'commercial' ? r * 3 : building.kind === 'station' ? 40 : 0,
  );
  const open = at(
    ({ building, repeat: r }) =>
      r *
      (building.kind === 'commercial'
        ? 3
        : building.kind === 'house'
          ? 0.5
          : building.kind === 'apartments'
            ? 4
            : 2),
  );
  return {
    STREET: street,
    HOME: home,
    TRADE: trade,
    FACTORY: at(({ building, repeat: r }) =>
      building.kind === 'industrial' ? r : building.kind === 'commercial' ? r * 0.25 : 0,
    ),
    NIGHT: at(({ building, repeat: r }) =>
      building.kind === 'commercial' ? r * r : building.kind === 'apartments' ? 0.6 : 0,
    ),
    PUBLIC: at(({ building, repeat: r }) =>
      ['school', 'hospital', 'public', 'station'].includes(building.kind)
        ? r
        : building.kind === 'commercial'
          ? r * 0.4
          : 0,
    ),
    OPEN: (source) => (source.chance(0.35) ? street(source) : open(source)),
  };
}

const rounded = ([x, y]: Position): Position => [Math.round(x * 1e7) / 1e7, Math.round(y * 1e7) / 1e7];

const LOAD: Partial<Record<DemoStreet['class'], number>> = {
  trunk: 5,
  primary: 7,
  secondary: 4,
  tertiary: 1.6,
  residential: 0.6,
  service: 0.06,
  pedestrian: 0.2,
};

/** Along streets by length and traffic; nearly half at junctions, a few of them black spots. */
function streetPlaces(county: DemoCounty, random: Random): (random: Random) => Where {
  const streets = county.streets
    .filter((street) => street.name && street.class !== 'path')
    .map((street) => ({ street, line: street.line.map(fromPosition), metres: 0 }));
  for (const entry of streets) entry.metres = lengthOf(entry.line);
  const town = townFinder(county);
  const draw = drawer(
    streets,
    ({ street, metres, line }) =>
      metres * (LOAD[street.class] ?? 0) * (Math.hypot(...line[0]!) < 2700 ? 1 : 0.22),
  );
  const meetings = new Map<string, { point: Position; names: Set<string>; load: number }>();
  for (const { street } of streets) {
    if (street.bridge) continue;
    for (const point of street.line) {
      const key = `${point[0]},${point[1]}`;
      const entry = meetings.get(key) ?? { point, names: new Set(), load: 0 };
      if (!entry.names.has(street.name!)) entry.load += LOAD[street.class] ?? 0;
      entry.names.add(street.name!);
      meetings.set(key, entry);
    }
  }
  const junctions = [...meetings.values()]
    .filter(({ names, load }) => names.size > 1 && load > 3)
    .map((entry) => ({ ...entry, weight: entry.load * (random.chance(0.09) ? random.between(8, 22) : 1) }));
  const drawJunction = drawer(junctions, ({ weight }) => weight);
  return (source) => {
    if (source.chance(0.45)) {
      const { point, names } = drawJunction(source);
      const [first, second] = [...names];
      return { point, address: `${town(fromPosition(point))}${first}与${second}交叉口` };
    }
    const { street, line, metres } = draw(source);
    const chainage = source.next() * metres;
    const place = walk(line, chainage).point;
    const label = street.ref
      ? `${street.name}${street.ref} K${Math.floor(chainage / 1000)}+${String(Math.floor((chainage % 1000) / 10) * 10).padStart(3, '0')}`
      : street.bridge
        ? street.name!
        : `${street.name}${1 + Math.floor(chainage / 8)}号附近`;
    return { point: toPosition(place), address: town(place) + label };
  };
}

/** Name of the town whose nearest building decides; coarse, for addresses on streets. */
function townFinder(county: DemoCounty): (point: Point) => string {
  const marks = county.buildings
    .filter((_, i) => i % 25 === 0)
    .map(({ polygon, address }) => ({
      point: fromPosition(polygon[0]![0]!),
      town: /^.*?(街道|镇|乡)/.exec(address)?.[0] ?? '',
    }));
  const cells = new Map<string, string>();
  return (point) => {
    const key = `${Math.round(point[0] / 250)},${Math.round(point[1] / 250)}`;
    const before = cells.get(key);
    if (before !== undefined) return before;
    const nearest = marks.reduce((best, mark) =>
      distance(mark.point, point) < distance(best.point, point) ? mark : best,
    );
    cells.set(key, nearest.town);
    return nearest.town;
  };
}

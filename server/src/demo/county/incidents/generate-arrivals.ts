import type { DemoArrival, DemoCounty, DemoIncident } from '../county.types.js';
import { distance, fromPosition, type Point } from '../geometry/plane.js';
import { createRandom, type Random } from '../random.js';
import { within } from './rhythm.js';

const DAY = 86_400_000;
/** Asia/Shanghai keeps UTC+8 all year. */
const OFFSET = 8 * 3_600_000;

/** Share of the calls whose arrival somebody recorded, of those that somebody went to. */
const RECORDED = 0.88;
/** How much longer streets are than the crow's flight. */
const DETOUR = 1.4;
/** Nobody goes to these, or nobody is there yet. */
const NOT_ATTENDED = new Set([
  'CANCELLED',
  'MERGED',
  'AWAITING_DISPATCH',
  'AWAITING_SIGNATURE',
  'SIGNED',
  'EN_ROUTE',
]);
const HOMES = new Set(['STATION', 'LIAISON_STATION']);

/** Seconds until a unit is on its way, and its metres per second in town, by priority 1 to 3. */
const PACE = [
  { delay: [40, 65], speed: 11 },
  { delay: [45, 90], speed: 9 },
  { delay: [60, 120], speed: 7.5 },
] as const;

/**
 * When help came to each of these 110 calls, null where that is not recorded. Drawn from the crow's flight to the nearest
 * station or unit's home, the hour and the priority – not from our own travel times, so that modelled and measured
 * arrivals differ as they do in life. The same for a seed, whatever the range of incidents.
 * @param now nobody arrives later; milliseconds since 1970
 */
export function generateArrivals(
  county: DemoCounty,
  incidents: readonly DemoIncident[],
  priorityOf: (kind: string) => number,
  { seed, now }: { seed: number; now: number },
): (DemoArrival | null)[] {
  const homes = homesOf(county);
  const root = createRandom(seed);
  return incidents.map((incident) => {
    if (incident.source !== 'CALL_110' || NOT_ATTENDED.has(incident.status)) return null;
    const random = root.fork(`arrival ${incident.reportedAt} ${incident.point[0]}`);
    const arrival = draw(homes, incident, priorityOf(incident.kind), random);
    return random.chance(RECORDED) && arrival.arrivedAt <= now ? arrival : null;
  });
}

function homesOf({ posts, units }: DemoCounty): Point[] {
  const unitHomes = new Set(units.map(({ homePostCode }) => homePostCode));
  return posts
    .filter(({ kind, code }) => HOMES.has(kind) || unitHomes.has(code))
    .map(({ point }) => fromPosition(point));
}

function draw(
  homes: readonly Point[],
  { point, reportedAt }: DemoIncident,
  priority: number,
  random: Random,
): DemoArrival {
  const place = fromPosition(point);
  const { delay, speed } = PACE[priority - 1]!;
  const nearest = Math.min(...homes.map((home) => distance(home, place)));
  // Every third time a patrol happens to be nearer than any home.
  const metres =
    DETOUR * nearest * (random.chance(0.34) ? random.between(0.25, 0.9) : 1) + random.between(20, 120);
  const hour = ((reportedAt + OFFSET) % DAY) / 3_600_000;
  const rush = within(hour, 7, 9) || within(hour, 17, 19) ? 0.78 : within(hour, 22, 6) ? 1.12 : 1;
  // Out of town the roads are empty: what is far is driven faster.
  const metresPerSecond = speed * rush * (1 + Math.min(metres, 6000) / 9000);
  const driven = (metres / metresPerSecond) * Math.exp(0.28 * random.normal());
  const waited =
    random.between(delay[0], delay[1]) + (priority === 3 && random.chance(0.2) ? random.between(60, 420) : 0);
  const dispatchedAt = reportedAt + Math.round(waited * 1000);
  // A signature and a walk to the car, and from the car to the door.
  const arrivedAt = dispatchedAt + Math.round((driven + random.between(15, 50)) * 1000);
  return { dispatchedAt, arrivedAt };
}

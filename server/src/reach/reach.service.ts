import type { Position } from 'geojson';
import type { Context } from '../context.js';
import type { Session } from '../database/index.js';
import { requireId } from '../database/statement.js';
import { Refusal } from '../errors.js';
import { requirePosition } from '../position.js';
import type { TravelProfile } from '../streets/streets.types.js';
import { gridMentions } from './grid-mentions.js';
import type { PlaceInput } from './reach.inputs.js';
import { COUNTY_HOUR, FIND_ORIGINS } from './reach.sql.js';
import type { Reach } from './reach.types.js';
import { FarFromStreets } from './reach-engine.js';

const MAX_ORIGINS = 2000;
const MAX_LIMITS = 10;
const MAX_SECONDS = 3600;
/** Origins times their longest limit: 700 stations at 10 minutes, or 100 at an hour. */
const MAX_WORK_SECONDS = 420_000;

export interface ReachQuestion {
  origins: string[];
  seconds: number[];
  points: PlaceInput[];
  profile: TravelProfile;
  hour?: number | null | undefined;
  withArea: boolean;
}

interface Origin {
  id: string;
  name: string;
  place: Position;
}

/** What is reached from posts, units and points; one answer per number of seconds, in the order asked. */
export async function findReach(context: Context, question: ReachQuestion): Promise<Reach[]> {
  const { origins: ids, points, seconds, profile } = question;
  checkLimits(ids.length + points.length, seconds);
  const world = await context.reach.world();
  const { origins, hour } = await context.database.read(context.viewer, async (session) => ({
    origins: [...(await findOrigins(session, ids)), ...points.map(originOfPoint)],
    hour: await requireHour(session, question.hour),
  }));
  const places = origins.map(({ place }) => place);
  const request = { places, seconds, profile, hour, withArea: question.withArea };
  const answer = await world
    .ask('reach', request, context.signal)
    .catch((error: unknown) => refuseFar(error, (number) => origins[number]!.name));
  // A post may stand beyond the border and serve this side of it; a point there is a slip.
  const outside = answer.outside.find((number) => number >= ids.length);
  if (outside !== undefined)
    throw new Refusal('BAD_USER_INPUT', 'placeOutsideCounty', { name: origins[outside]!.name });
  const grids = await context.database.read(context.viewer, (session) =>
    gridMentions(
      session,
      world.leaves,
      answer.limits.flatMap((limit) => limit.grids.map(({ grid }) => grid)),
    ),
  );
  return answer.limits.map((limit, i) => ({
    ...limit,
    seconds: seconds[i]!,
    grids: limit.grids.map((share) => ({ ...share, grid: grids.get(share.grid)! })),
    byOrigin: limit.byOrigin.map((figures, number) => ({
      id: origins[number]!.id,
      name: origins[number]!.name,
      location: { type: 'Point', coordinates: origins[number]!.place },
      snapMetres: answer.snapMetres[number]!,
      ...figures,
    })),
    tileView: answer.view,
  }));
}

function checkLimits(originCount: number, seconds: number[]): void {
  if (originCount === 0) throw new Refusal('BAD_USER_INPUT', 'reachNoOrigins');
  if (originCount > MAX_ORIGINS)
    throw new Refusal('LIMIT_EXCEEDED', 'reachTooManyOrigins', { count: originCount, max: MAX_ORIGINS });
  if (seconds.length === 0 || seconds.length > MAX_LIMITS)
    throw new Refusal('BAD_USER_INPUT', 'reachLimitCount', { max: MAX_LIMITS });
  for (const limit of seconds) requireSeconds(limit);
  if (originCount * Math.max(...seconds) > MAX_WORK_SECONDS)
    throw new Refusal('LIMIT_EXCEEDED', 'reachTooMuch', {
      count: originCount,
      seconds: Math.max(...seconds),
    });
}

/** @throws Refusal BAD_USER_INPUT unless within 1 s and an hour */
export function requireSeconds(seconds: number): number {
  if (Number.isInteger(seconds) && seconds >= 1 && seconds <= MAX_SECONDS) return seconds;
  throw new Refusal('BAD_USER_INPUT', 'secondsOutOfRange', { seconds, max: MAX_SECONDS });
}

async function findOrigins(session: Session, ids: string[]): Promise<Origin[]> {
  if (ids.length === 0) return [];
  const rows = await session.query<{
    id: string;
    name: string;
    longitude: number | null;
    latitude: number | null;
  }>(FIND_ORIGINS, [ids.map(requireId)]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = byId.get(id.toLowerCase());
    if (!row) throw new Refusal('NOT_FOUND', 'originUnknown', { id });
    const { longitude, latitude } = row;
    if (longitude === null || latitude === null)
      throw new Refusal('BAD_USER_INPUT', 'originWithoutPlace', { name: row.name });
    return { id, name: row.name, place: [longitude, latitude] };
  });
}

function originOfPoint({ longitude, latitude, name }: PlaceInput, number: number): Origin {
  const place = requirePosition(longitude, latitude);
  return {
    id: `point-${number}`,
    name: name ?? `${place.longitude.toFixed(5)}, ${place.latitude.toFixed(5)}`,
    place: [place.longitude, place.latitude],
  };
}

/** The hour asked for, or the hour it is on the county's clock. @throws Refusal BAD_USER_INPUT outside 0 to 23 */
export async function requireHour(session: Session, hour: number | null | undefined): Promise<number> {
  if (hour == null) {
    const [now] = await session.query<{ hour: number }>(COUNTY_HOUR, [null]);
    return now!.hour;
  }
  if (hour >= 0 && hour <= 23) return hour;
  throw new Refusal('BAD_USER_INPUT', 'hourOutOfRange', { hour });
}

/** Says which place lies too far from any street; passes on what is not about that. */
export function refuseFar(error: unknown, nameOf: (number: number) => string): never {
  if (!(error instanceof FarFromStreets)) throw error;
  const { place, metres, within } = error.far;
  throw new Refusal('BAD_USER_INPUT', metres === null ? 'placeWithoutStreets' : 'placeFarFromStreets', {
    name: nameOf(place),
    metres: Math.round(metres ?? 0),
    max: within,
  });
}

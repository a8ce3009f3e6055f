import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.js';
import { asksFor, requestedFields, under } from '../database/look-ahead.js';
import { readRecords } from '../database/record.js';
import type { UnitKind, UnitState } from '../database/prisma/enums.js';
import { Refusal } from '../errors.js';
import { render, type Language, type MessageCode } from '../messages/index.js';
import { requirePosition } from '../position.js';
import type { TravelProfile, TravelSettings } from '../streets/streets.types.js';
import { unitSelection } from '../units/units.sql.js';
import type { Unit } from '../units/units.types.js';
import { gridMentions } from './grid-mentions.js';
import { FIND_UNITS_ON_DUTY } from './reach.sql.js';
import { refuseFar, requireHour } from './reach.service.js';
import type { UnitCandidate } from './reach.types.js';
import type { NearestAnswer } from './worker/protocol.js';

const MAX_CANDIDATES = 20;
/** Nobody farther is named. */
const LIMIT_SECONDS = 1800;

export const profileOfUnit: Record<UnitKind, TravelProfile> = {
  CAR: 'DRIVING',
  MOTORBIKE: 'DRIVING',
  BICYCLE: 'CYCLING',
  FOOT: 'WALKING',
};

const isFree: Record<UnitState, boolean> = {
  STANDBY: true,
  PATROLLING: true,
  RETURNING: true,
  EN_ROUTE: false,
  ON_SCENE: false,
  OFF_DUTY: false,
};

interface UnitOnDuty {
  id: string;
  callSign: string;
  kind: UnitKind;
  state: UnitState;
  longitude: number;
  latitude: number;
  fixAgeSeconds: number;
}

/** Units on duty by travel time to a place, those that are free first, each with its reasons and its price. */
export async function findNearestUnits(
  context: Context,
  info: GraphQLResolveInfo,
  place: { longitude: number; latitude: number },
  first: number,
): Promise<UnitCandidate[]> {
  const { longitude, latitude } = requirePosition(place.longitude, place.latitude);
  if (first < 1 || first > MAX_CANDIDATES)
    throw new Refusal('BAD_USER_INPUT', 'pageSize', { max: MAX_CANDIDATES });
  const requested = requestedFields(info);
  const world = await context.reach.world();
  const { settings } = world;
  const { units, hour } = await context.database.read(context.viewer, async (session) => ({
    units: await session.query<UnitOnDuty>(FIND_UNITS_ON_DUTY),
    hour: await requireHour(session, null),
  }));
  const coverTier = settings.tiers.find((tier) => tier.units);
  const asksForCover =
    asksFor(requested, 'UnitCandidate', 'coverLost') || asksFor(requested, 'UnitCandidate', 'reasons');
  const answer = await world
    .ask(
      'nearest',
      {
        place: [longitude, latitude],
        units: units.map((unit) => ({
          place: [unit.longitude, unit.latitude],
          profile: profileOfUnit[unit.kind],
        })),
        available: units.flatMap(({ state }, number) => (isFree[state] ? [number] : [])),
        first,
        limitSeconds: LIMIT_SECONDS,
        hour,
        withRoutes: asksFor(requested, 'UnitCandidate', 'route'),
        coverSeconds: coverTier && asksForCover ? coverTier.seconds : null,
      },
      context.signal,
    )
    .catch((error: unknown) => refuseFar(error, () => `${longitude.toFixed(5)}, ${latitude.toFixed(5)}`));
  const shown = inOrder(answer.arrivals, units).slice(0, first);
  return context.database.read(context.viewer, async (session) => {
    const grids = await gridMentions(
      session,
      world.leaves,
      shown.flatMap(({ coverLost }) => coverLost.map(({ grid }) => grid)),
    );
    const unitFields = under(requested, 'UnitCandidate', 'unit');
    const records = await readRecords<Unit & { key: string }>(
      session,
      unitFields,
      unitSelection,
      (parameters) => {
        const ids = parameters.add(
          shown.map(({ unit }) => units[unit]!.id),
          'uuid[]',
        );
        return `FROM unit r WHERE r.id = ANY(${ids}) ORDER BY array_position(${ids}, r.id)`;
      },
    );
    const now = Date.now();
    const metres = Math.round(answer.offStreetMetres);
    const offStreet =
      metres > settings.snapMetres ? [render('reasonOffStreet', { metres }, context.language)] : [];
    return shown.map((arrival, i): UnitCandidate => {
      const unit = units[arrival.unit]!;
      const travelSeconds = Math.round(arrival.travelSeconds);
      return {
        unit: records[i]!,
        travelSeconds,
        available: isFree[unit.state],
        fixAgeSeconds: unit.fixAgeSeconds,
        reasons: [...reasonsOf(arrival, unit, i, settings, context.language), ...offStreet],
        coverLost: arrival.coverLost.map((loss) => ({ ...loss, grid: grids.get(loss.grid)! })),
        coverBackAt: new Date(now + travelSeconds * 1000 + settings.handlingMinutes * 60_000),
        route: arrival.route,
      };
    });
  });
}

type Arrival = NearestAnswer['arrivals'][number];

/** Those that are free first, then by travel time. */
function inOrder(arrivals: Arrival[], units: UnitOnDuty[]): Arrival[] {
  const rank = ({ unit }: Arrival) => (isFree[units[unit]!.state] ? 0 : 1);
  return arrivals.sort((a, b) => rank(a) - rank(b) || a.travelSeconds - b.travelSeconds);
}

function reasonsOf(
  { travelSeconds, coverLost }: Arrival,
  { state, fixAgeSeconds }: UnitOnDuty,
  rank: number,
  { staleFixSeconds, tiers }: TravelSettings,
  language: Language,
): string[] {
  const say = (code: MessageCode, parameters = {}) => render(code, parameters, language);
  const duration = (seconds: number) =>
    say(seconds < 60 ? 'durationSeconds' : 'duration', {
      minutes: Math.floor(seconds / 60),
      seconds: seconds % 60,
    });
  const travel = duration(Math.round(travelSeconds));
  const coverMinutes = (tiers.find((tier) => tier.units)?.seconds ?? 0) / 60;
  const reasons = [
    say(rank === 0 && isFree[state] ? 'reasonSoonest' : 'reasonTravel', { travel }),
    say(`unitIs${state}`),
    say(fixAgeSeconds > staleFixSeconds ? 'reasonFixStale' : 'reasonFix', { age: duration(fixAgeSeconds) }),
  ];
  if (!isFree[state]) return reasons;
  return [
    ...reasons,
    coverLost.length > 0
      ? say('reasonCoverLost', { count: coverLost.length, minutes: coverMinutes })
      : say('reasonCoverKept', { minutes: coverMinutes }),
  ];
}

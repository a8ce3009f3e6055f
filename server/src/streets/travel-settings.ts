import { profiles, type Profile } from '@maplebridge/engine/roads/network/profile';
import { streetClasses, type StreetClass } from '@maplebridge/engine/roads/graph/street-class';
import type { Session } from '../database/index.js';
import { PostKind } from '../database/prisma/enums.js';
import { Refusal } from '../errors.js';
import type { MessageCode, MessageParameters } from '../messages/index.js';
import type { TravelSettingsInput } from './streets.inputs.js';
import type { TravelProfile, TravelSettings } from './streets.types.js';

const SETTING = 'travel';

/** The engine's name of each profile. */
export const profileName = { DRIVING: 'driving', CYCLING: 'cycling', WALKING: 'walking' } as const;
const travelProfiles = Object.keys(profileName) as TravelProfile[];

export const defaultTravelSettings: TravelSettings = {
  speeds: travelProfiles.flatMap((profile) =>
    Object.entries(profiles[profileName[profile]].speeds).map(([streetClass, kilometresPerHour]) => ({
      profile,
      streetClass,
      kilometresPerHour,
    })),
  ),
  slots: [
    { fromHour: 7, toHour: 9, factor: 1.35 },
    { fromHour: 17, toHour: 19, factor: 1.35 },
    { fromHour: 22, toHour: 6, factor: 0.9 },
  ],
  tiers: [
    {
      tier: 1,
      seconds: 60,
      postKinds: [PostKind.SMALLEST_RESPONSE_UNIT, PostKind.VOLUNTEER_TEAM],
      units: false,
      profile: 'CYCLING',
    },
    { tier: 2, seconds: 180, postKinds: [], units: true, profile: 'DRIVING' },
    {
      tier: 3,
      seconds: 300,
      postKinds: [
        PostKind.STATION,
        PostKind.LIAISON_STATION,
        PostKind.OFFICE,
        PostKind.TRAFFIC_SQUADRON,
        PostKind.SERVICE_POINT,
        PostKind.PROJECT_POST,
      ],
      units: false,
      profile: 'DRIVING',
    },
  ],
  turnSeconds: {
    right: profiles.driving.turns.rightSeconds,
    left: profiles.driving.turns.leftSeconds,
    uTurn: profiles.driving.turns.uTurnSeconds,
    signal: profiles.driving.turns.signalSeconds,
  },
  snapMetres: 300,
  staleFixSeconds: 120,
  handlingMinutes: 25,
  coveredShare: 0.9,
};

/** The settings in force: the county's own where it has some. */
export async function readTravelSettings(session: Session): Promise<TravelSettings> {
  const [row] = await session.query<{ value: Partial<TravelSettings> }>(
    'SELECT value FROM setting WHERE key = $1',
    [SETTING],
  );
  return row ? merge(defaultTravelSettings, row.value) : defaultTravelSettings;
}

/** Changes what `input` names. @throws Refusal BAD_USER_INPUT naming the value that can't be */
export async function storeTravelSettings(
  session: Session,
  input: TravelSettingsInput,
): Promise<TravelSettings> {
  // One after the other, so that two changes at once both stay.
  await session.execute(
    `INSERT INTO setting (key, value) VALUES ($1, '{}') ON CONFLICT (key) DO UPDATE SET key = excluded.key`,
    [SETTING],
  );
  const changed = merge(await readTravelSettings(session), withoutNulls(input));
  check(changed);
  await session.execute('UPDATE setting SET value = $2 WHERE key = $1', [SETTING, changed]);
  return changed;
}

function withoutNulls(input: TravelSettingsInput): Partial<TravelSettings> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value != null));
}

function merge(base: TravelSettings, changes: Partial<TravelSettings>): TravelSettings {
  const key = ({ profile, streetClass }: TravelSettings['speeds'][number]) => `${profile} ${streetClass}`;
  const speeds = new Map(base.speeds.map((speed) => [key(speed), speed]));
  for (const speed of changes.speeds ?? []) speeds.set(key(speed), speed);
  return { ...base, ...changes, speeds: [...speeds.values()] };
}

const MAX_SPEED = 200;
const MAX_SLOTS = 24;
const MAX_TIER_SECONDS = 3600;

function check({ speeds, slots, tiers, turnSeconds, ...numbers }: TravelSettings): void {
  for (const { streetClass, kilometresPerHour } of speeds) {
    if (!streetClasses.includes(streetClass as StreetClass))
      refuse('streetClassUnknown', { streetClass, known: streetClasses.join(', ') });
    if (!(kilometresPerHour > 0 && kilometresPerHour <= MAX_SPEED))
      refuse('speedOutOfRange', { streetClass, speed: kilometresPerHour, max: MAX_SPEED });
  }
  if (slots.length > MAX_SLOTS) refuse('settingOutOfRange', { setting: 'slots', min: 0, max: MAX_SLOTS });
  for (const { fromHour, toHour, factor } of slots) {
    within('slots.fromHour', fromHour, 0, 23);
    within('slots.toHour', toHour, 1, 24);
    within('slots.factor', factor, 0.2, 5);
  }
  if (tiers.map(({ tier }) => tier).join() !== '1,2,3') refuse('tiersIncomplete');
  tiers.forEach(({ seconds, postKinds, units }, i) => {
    within('tiers.seconds', seconds, 1, MAX_TIER_SECONDS);
    if (i > 0 && seconds <= tiers[i - 1]!.seconds) refuse('tiersNotRising');
    if (postKinds.length === 0 && !units) refuse('tierEmpty', { tier: i + 1 });
  });
  for (const [turn, seconds] of Object.entries(turnSeconds)) within(`turnSeconds.${turn}`, seconds, 0, 25);
  within('snapMetres', numbers.snapMetres, 10, 2000);
  within('staleFixSeconds', numbers.staleFixSeconds, 10, 86_400);
  within('handlingMinutes', numbers.handlingMinutes, 1, 1440);
  within('coveredShare', numbers.coveredShare, 0.01, 1);
}

function within(setting: string, value: number, min: number, max: number): void {
  if (!(value >= min && value <= max)) refuse('settingOutOfRange', { setting, value, min, max });
}

function refuse(code: MessageCode, parameters: MessageParameters = {}): never {
  throw new Refusal('BAD_USER_INPUT', code, parameters);
}

/** A profile of the engine with a county's speeds and turn costs. */
export function engineProfile({ speeds, turnSeconds }: TravelSettings, profile: TravelProfile): Profile {
  const usual = profiles[profileName[profile]];
  const own = speeds.filter((speed) => speed.profile === profile);
  return {
    ...usual,
    speeds: Object.fromEntries(
      own.map(({ streetClass, kilometresPerHour }) => [streetClass, kilometresPerHour]),
    ),
    turns:
      profile === 'DRIVING'
        ? {
            ...usual.turns,
            rightSeconds: turnSeconds.right,
            leftSeconds: turnSeconds.left,
            uTurnSeconds: turnSeconds.uTurn,
            signalSeconds: turnSeconds.signal,
          }
        : usual.turns,
  };
}

/** How much longer motor vehicles take at an hour of the county's day; 1 in free flow. */
export function slowdownAt({ slots }: TravelSettings, hour: number): number {
  const slot = slots.find(({ fromHour, toHour }) =>
    fromHour < toHour ? hour >= fromHour && hour < toHour : hour >= fromHour || hour < toHour,
  );
  return slot?.factor ?? 1;
}

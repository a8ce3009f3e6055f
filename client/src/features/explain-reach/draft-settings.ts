import type {
  PostKind,
  TravelProfile,
  TravelSettingsFieldsFragment,
  TravelSettingsInput,
} from '../../graphql/generated/travel/graphql.js';

export interface SlotDraft {
  fromHour: string;
  toHour: string;
  factor: string;
}

export interface TierDraft {
  tier: number;
  seconds: string;
  postKinds: PostKind[];
  units: boolean;
  profile: TravelProfile;
}

/** The settings while somebody types: numbers as text, by the name of their field. */
export interface SettingsDraft {
  /** `speeds.DRIVING.primary`, `turnSeconds.left`, `snapMetres` … */
  numbers: Record<string, string>;
  slots: SlotDraft[];
  tiers: TierDraft[];
}

type Range = readonly [least: number, most: number];

const ranges: Record<string, Range> = {
  speeds: [0.1, 200],
  turnSeconds: [0, 25],
  snapMetres: [10, 2000],
  staleFixSeconds: [10, 86_400],
  handlingMinutes: [1, 1440],
  coveredPercent: [1, 100],
  'slots.fromHour': [0, 23],
  'slots.toHour': [1, 24],
  'slots.factor': [0.2, 5],
  'tiers.seconds': [1, 3600],
};

/** What a field may hold, by its name without numbers of rows: `slots.factor`. */
export function getRange(field: string): Range {
  return ranges[field] ?? ranges[field.split('.')[0]!]!;
}

export function toDraft(settings: TravelSettingsFieldsFragment): SettingsDraft {
  const { speeds, slots, tiers, turnSeconds, snapMetres, staleFixSeconds, handlingMinutes, coveredShare } =
    settings;
  const plain = { snapMetres, staleFixSeconds, handlingMinutes };
  const { right, left, uTurn, signal } = turnSeconds;
  const numbers: [string, number][] = [
    ...speeds.map((speed): [string, number] => [
      `speeds.${speed.profile}.${speed.streetClass}`,
      speed.kilometresPerHour,
    ]),
    ...Object.entries({ right, left, uTurn, signal }).map(([turn, seconds]): [string, number] => [
      `turnSeconds.${turn}`,
      seconds,
    ]),
    ...Object.entries(plain),
    ['coveredPercent', Math.round(coveredShare * 1000) / 10],
  ];
  return {
    numbers: Object.fromEntries(numbers.map(([field, value]) => [field, String(value)])),
    slots: slots.map(({ fromHour, toHour, factor }) => ({
      fromHour: String(fromHour),
      toHour: String(toHour),
      factor: String(factor),
    })),
    tiers: [...tiers]
      .sort((a, b) => a.tier - b.tier)
      .map(({ tier, seconds, postKinds, units, profile }) => ({
        tier,
        seconds: String(seconds),
        postKinds: [...postKinds],
        units,
        profile,
      })),
  };
}

const wholeFields = new Set([
  'slots.fromHour',
  'slots.toHour',
  'tiers.seconds',
  'staleFixSeconds',
  'handlingMinutes',
]);

/** The number of a field; null for what is none, is out of range, or should be whole and is not. */
export function readNumber(field: string, text: string): number | null {
  const value = text.trim() === '' ? NaN : Number(text.trim().replace('．', '.'));
  const [least, most] = getRange(field);
  if (!(value >= least && value <= most)) return null;
  return wholeFields.has(field) && !Number.isInteger(value) ? null : value;
}

/** Names of the fields that cannot be stored as they are: `slots.1.factor`, `tiers.2.order`, `tiers.0.nobody`. */
export function listFaults({ numbers, slots, tiers }: SettingsDraft): Set<string> {
  const faults = new Set(
    Object.entries(numbers).flatMap(([field, text]) => (readNumber(field, text) === null ? [field] : [])),
  );
  slots.forEach((slot, index) => {
    for (const part of ['fromHour', 'toHour', 'factor'] as const)
      if (readNumber(`slots.${part}`, slot[part]) === null) faults.add(`slots.${index}.${part}`);
  });
  tiers.forEach(({ seconds, postKinds, units }, index) => {
    const own = readNumber('tiers.seconds', seconds);
    const former = index > 0 ? readNumber('tiers.seconds', tiers[index - 1]!.seconds) : null;
    if (own === null) faults.add(`tiers.${index}.seconds`);
    else if (former !== null && own <= former) faults.add(`tiers.${index}.order`);
    if (postKinds.length === 0 && !units) faults.add(`tiers.${index}.nobody`);
  });
  return faults;
}

/** What is sent for a draft without faults. */
export function toInput({ numbers, slots, tiers }: SettingsDraft): TravelSettingsInput {
  const number = (field: string): number => Number(numbers[field]);
  return {
    speeds: Object.keys(numbers)
      .filter((field) => field.startsWith('speeds.'))
      .map((field) => {
        const [, profile, streetClass] = field.split('.') as [string, TravelProfile, string];
        return { profile, streetClass, kilometresPerHour: number(field) };
      }),
    slots: slots.map(({ fromHour, toHour, factor }) => ({
      fromHour: Number(fromHour),
      toHour: Number(toHour),
      factor: Number(factor),
    })),
    tiers: tiers.map((tier) => ({ ...tier, seconds: Number(tier.seconds) })),
    turnSeconds: {
      right: number('turnSeconds.right'),
      left: number('turnSeconds.left'),
      uTurn: number('turnSeconds.uTurn'),
      signal: number('turnSeconds.signal'),
    },
    snapMetres: number('snapMetres'),
    staleFixSeconds: number('staleFixSeconds'),
    handlingMinutes: number('handlingMinutes'),
    coveredShare: number('coveredPercent') / 100,
  };
}

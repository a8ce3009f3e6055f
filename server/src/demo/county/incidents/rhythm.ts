import type { DemoIncident } from '../county.types.js';
import type { Random } from '../random.js';
import { CALLS_BY_THREE_HOURS, KIND_SHARES } from './shares.js';

/** Half-hours of the day, 48 weights. */
type Profile = number[];

const halfHours = (weight: (hour: number) => number): Profile =>
  Array.from({ length: 48 }, (_, i) => weight(i / 2));

/** Whether an hour lies in a span that may pass midnight. */
export const within = (hour: number, from: number, to: number): boolean =>
  from <= to ? hour >= from && hour < to : hour >= from || hour < to;

const OFFICE = halfHours((hour) =>
  within(hour, 8.5, 11.5)
    ? 10
    : within(hour, 13.5, 17.5)
      ? 9
      : within(hour, 11.5, 13.5)
        ? 4
        : within(hour, 17.5, 20)
          ? 0.6
          : 0.08,
);
const PATROL = halfHours((hour) => (within(hour, 0, 6) ? 0.6 : within(hour, 18, 23) ? 1.8 : 1.3));
const ANY = halfHours(() => 1);

/** What is likelier when, before the whole is fitted to the known totals. */
function affinity(kind: string, hour: number): number {
  switch (kind) {
    case 'TRAFFIC_DAMAGE':
    case 'TRAFFIC_INJURY':
      return within(hour, 7.5, 9) || within(hour, 17, 19) ? 4 : within(hour, 23, 6) ? 0.35 : 1;
    case 'VEHICLE_OBSTRUCTION':
      return within(hour, 7, 9) || within(hour, 17, 20) ? 2.5 : within(hour, 0, 6) ? 0.4 : 1;
    case 'NOISE':
    case 'DRUNKENNESS':
      return within(hour, 20, 2) ? 9 : within(hour, 2, 6) ? 1.5 : 0.4;
    case 'FIGHT':
      return within(hour, 20, 3) ? 4 : 0.7;
    case 'FAMILY_DISPUTE':
    case 'DOMESTIC_VIOLENCE':
      return within(hour, 18, 24) ? 2.5 : 1;
    case 'CONSUMER_DISPUTE':
    case 'LABOUR_DEBT_DISPUTE':
    case 'PROPERTY_DISPUTE':
    case 'TELECOM_FRAUD':
      return within(hour, 9, 18) ? 2 : within(hour, 22, 7) ? 0.1 : 0.8;
    case 'THEFT':
      return within(hour, 7, 11) ? 2 : 1;
    default:
      return 1;
  }
}

/** Joint weights of 110 kinds and half-hours with exact margins (iterative proportional fitting, Deming and Stephan 1940). */
function fitCalls(): Map<string, Profile> {
  const shares = KIND_SHARES.CALL_110;
  const kinds = Object.keys(shares);
  const table = kinds.map((kind) => halfHours((hour) => affinity(kind, hour)));
  for (let round = 0; round < 40; round++) {
    table.forEach((row, k) => {
      const scale = shares[kinds[k]!]! / row.reduce((a, b) => a + b, 0);
      row.forEach((value, i) => (row[i] = value * scale));
    });
    CALLS_BY_THREE_HOURS.forEach((share, block) => {
      let sum = 0;
      for (const row of table) for (let i = 0; i < 6; i++) sum += row[block * 6 + i]!;
      for (const row of table) for (let i = 0; i < 6; i++) row[block * 6 + i]! *= share / sum;
    });
  }
  return new Map(kinds.map((kind, k) => [kind, table[k]!]));
}

const CALLS = fitCalls();

/** Milliseconds after local midnight when a matter of this source and kind is reported. */
export function timeOfDay(source: DemoIncident['source'], kind: string, random: Random): number {
  const profile = profileOf(source, kind);
  return Math.floor((random.weighted(profile) + random.next()) * 1_800_000);
}

export function profileOf(source: DemoIncident['source'], kind: string): readonly number[] {
  if (source === 'CALL_110') return CALLS.get(kind) ?? ANY;
  if (source === 'PATROL_FIND') return PATROL;
  return source === 'SENSOR' ? ANY : OFFICE;
}

import type { DemoCounty, DemoIncident } from '../county.types.js';
import { createRandom, type Random } from '../random.js';
import { CATALOGUE } from './catalogue.js';
import { profileOf, timeOfDay } from './rhythm.js';
import { INCIDENTS_PER_DAY, KIND_SHARES, SOURCE_SHARES, WEEKDAY_FACTORS } from './shares.js';
import { statusAt } from './status.js';
import { placesOf, type Places } from './where.js';

type Source = DemoIncident['source'];

const DAY = 86_400_000;
/** Asia/Shanghai keeps UTC+8 all year. */
const OFFSET = 8 * 3_600_000;
const SOURCES = Object.keys(SOURCE_SHARES) as Source[];

/** Local days since 1970 and weekday (Monday 0) of an instant. */
const localDay = (instant: number): number => Math.floor((instant + OFFSET) / DAY);
const weekday = (day: number): number => (day + 3) % 7;

/**
 * The county's matters reported in [from, to), in order of report; milliseconds since 1970 UTC. `to` counts as now: what came
 * shortly before is still being worked on. A day's incidents depend on seed and day only, not on the range asked for.
 */
export function generateIncidents(
  county: DemoCounty,
  { seed, from, to }: { seed: number; from: number; to: number },
): DemoIncident[] {
  const places = placesOf(county);
  const incidents: DemoIncident[] = [];
  for (let day = localDay(from); day <= localDay(to); day++) {
    const random = createRandom(seed).fork(`day ${day}`);
    for (const source of SOURCES) {
      const count = random.poisson(meanPerDay(source, weekday(day)));
      for (let i = 0; i < count; i++) {
        const kind = drawKind(source, random);
        const reportedAt = day * DAY - OFFSET + timeOfDay(source, kind, random);
        const incident = invent(places, source, kind, reportedAt, to, random);
        if (reportedAt >= from && reportedAt < to) incidents.push(incident);
      }
    }
  }
  return incidents.sort((a, b) => a.reportedAt - b.reportedAt);
}

/** One matter reported just now, of a kind and source that suit the hour; nothing has been done about it yet. */
export function nextIncident(county: DemoCounty, random: Random, instant: number): DemoIncident {
  const half = Math.floor(((instant + OFFSET) % DAY) / 1_800_000);
  const day = weekday(localDay(instant));
  const pairs = SOURCES.flatMap((source) =>
    Object.entries(KIND_SHARES[source]).map(([kind, share]) => ({
      source,
      kind,
      weight: share * meanPerDay(source, day) * shareOfHalfHour(source, kind, half),
    })),
  );
  const { source, kind } = pairs[random.weighted(pairs.map((pair) => pair.weight))]!;
  return invent(placesOf(county), source, kind, instant, instant, random);
}

/** How many matters a day brings on average around an instant, per hour of the clock: the simulator's pace. */
export function incidentsPerHour(instant: number): number {
  const half = Math.floor(((instant + OFFSET) % DAY) / 1_800_000);
  const day = weekday(localDay(instant));
  let sum = 0;
  for (const source of SOURCES) {
    const shares = Object.entries(KIND_SHARES[source]);
    const total = shares.reduce((all, [, share]) => all + share, 0);
    for (const [kind, share] of shares)
      sum += (share / total) * meanPerDay(source, day) * shareOfHalfHour(source, kind, half) * 2;
  }
  return sum;
}

function shareOfHalfHour(source: Source, kind: string, half: number): number {
  const profile = profileOf(source, kind);
  return profile[half]! / profile.reduce((a, b) => a + b, 0);
}

function meanPerDay(source: Source, day: number): number {
  const factors = WEEKDAY_FACTORS[source];
  return (
    ((INCIDENTS_PER_DAY * SOURCE_SHARES[source]) / 100) *
    ((factors[day]! * 7) / factors.reduce((a, b) => a + b, 0))
  );
}

function drawKind(source: Source, random: Random): string {
  const shares = KIND_SHARES[source];
  const kinds = Object.keys(shares);
  return kinds[random.weighted(Object.values(shares))]!;
}

function invent(
  places: Places,
  source: Source,
  kind: string,
  reportedAt: number,
  now: number,
  random: Random,
): DemoIncident {
  const { setting, police, texts } = CATALOGUE[kind]!;
  const { point, address } = places[setting](random);
  const delay =
    source === 'SENSOR'
      ? 5_000
      : source === 'CALL_110'
        ? -Math.log(1 - random.next()) * 480_000
        : -Math.log(1 - random.next()) * 1_500_000;
  const referred =
    source === 'HOTLINE_12345' ||
    source === 'WHISTLE' ||
    (!police && (source === 'CALL_110' || random.chance(0.4)));
  return {
    kind,
    source,
    status: statusAt(now - reportedAt, referred, random),
    occurredAt: reportedAt - Math.round(kind === 'THEFT' ? delay * 12 : delay),
    reportedAt,
    point,
    address,
    description: random.pick(texts),
  };
}

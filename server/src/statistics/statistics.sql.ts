import { COUNTY_TIME_ZONE } from '../county/county.sql.js';
import type { Selection } from '../database/look-ahead.js';
import type { Parameters } from '../database/statement.js';
import type { IncidentFilter } from '../incidents/incidents.inputs.js';
import { incidentWhere } from '../incidents/incidents.sql.js';
import type { Language } from '../messages/index.js';
import type { Period } from '../period.js';
import type { IncidentDimension } from './statistics.types.js';

/** A Monday at midnight: steps counted from here are whole days, and weeks begin on Monday. */
const ORIGIN = `timestamp '2001-01-01 00:00'`;

const incidentsOf = (filter: IncidentFilter, parameters: Parameters) =>
  `FROM incident_shown i WHERE ${incidentWhere(filter, parameters).join(' AND ')}`;

export const bucketSelection: Selection = {
  types: ['IncidentBucket'],
  fields: {
    from: (r) => `${r}.starts_at`,
    seconds: (r) => `${r}.seconds`,
    count: (r) => `${r}.count`,
    urgent: (r) => `${r}.urgent`,
  },
};

/**
 * Steps of up to an hour are steps of time itself; longer ones follow the county's clock, so that days are days also when
 * clocks change. Two clock times that are one instant (in the hour a clock skips) are one step.
 */
export function bucketRows(
  filter: IncidentFilter & Period,
  stepMinutes: number,
  parameters: Parameters,
): string {
  const step = `make_interval(mins => ${parameters.add(stepMinutes, 'int')})`;
  const from = parameters.add(filter.from, 'timestamptz');
  const to = parameters.add(filter.to, 'timestamptz');
  const steps =
    stepMinutes <= 60
      ? `generate_series(date_bin(${step}, ${from}, ${ORIGIN} AT TIME ZONE zone.name), ${to} + ${step}, ${step})`
      : `generate_series(date_bin(${step}, ${from} AT TIME ZONE zone.name, ${ORIGIN}), (${to} AT TIME ZONE zone.name) + ${step}, ${step})`;
  const instant = stepMinutes <= 60 ? 'step' : 'step AT TIME ZONE zone.name';
  return `FROM (
    WITH starts AS MATERIALIZED (
      SELECT array_agg(DISTINCT ${instant} ORDER BY ${instant}) AS instants
      FROM (SELECT ${COUNTY_TIME_ZONE} AS name) zone CROSS JOIN LATERAL ${steps} step),
    counted AS (
      SELECT width_bucket(i.reported_at, (SELECT instants FROM starts)) AS place, count(*)::int AS count,
        (count(*) FILTER (WHERE i.priority = 1))::int AS urgent
      ${incidentsOf(filter, parameters)} GROUP BY 1),
    steps AS (
      SELECT at, lead(at) OVER (ORDER BY at) AS ends_at, place FROM starts, unnest(instants) WITH ORDINALITY AS step (at, place))
    SELECT at AS starts_at, extract(epoch FROM ends_at - at)::int AS seconds, coalesce(count, 0) AS count, coalesce(urgent, 0) AS urgent
    FROM steps LEFT JOIN counted USING (place) WHERE at < ${to} AND ends_at > ${from}) r ORDER BY r.starts_at`;
}

/** How an incident says under which key it counts; the grid as on the tiles: the social one, else the police one. */
const KEY: Record<IncidentDimension, string> = {
  KIND: 'i.kind',
  CATEGORY: 'i.kind',
  GRID: 'coalesce(i.grid_id, i.police_grid_id)',
  SOURCE: 'i.source',
  PRIORITY: 'i.priority',
  STATUS: 'i.status',
};

function labelOf(by: IncidentDimension, language: Language): string {
  if (by === 'KIND')
    return `(SELECT k.${language === 'en' ? 'name_en' : 'name'} FROM incident_kind k WHERE k.code = r.key)`;
  if (by === 'GRID')
    return `(SELECT v.name FROM territory_version v WHERE v.territory_id = r.key ORDER BY v.valid_from DESC NULLS LAST LIMIT 1)`;
  return 'NULL';
}

export const tallySelection = (by: IncidentDimension, language: Language): Selection => ({
  types: ['IncidentTally'],
  fields: {
    key: (r) => `${r}.key::text`,
    label: () => labelOf(by, language),
    count: (r) => `${r}.count`,
    previousCount: (r) => `${r}.previous`,
  },
});

/** One pass over the period and the one before it. */
export function tallyRows(
  filter: IncidentFilter & Period,
  by: IncidentDimension,
  first: number,
  parameters: Parameters,
): string {
  const { from, to } = filter;
  const before = new Date(2 * from.getTime() - to.getTime());
  const isNow = `i.reported_at >= ${parameters.add(from, 'timestamptz')}`;
  const counted = `SELECT ${KEY[by]} AS key, (count(*) FILTER (WHERE ${isNow}))::int AS count,
      (count(*) FILTER (WHERE NOT ${isNow}))::int AS previous
    ${incidentsOf({ ...filter, from: before }, parameters)} GROUP BY 1`;
  // A category is looked up once a kind, not once an incident.
  const rows =
    by === 'CATEGORY'
      ? `SELECT k.category AS key, sum(n.count)::int AS count, sum(n.previous)::int AS previous
         FROM (${counted}) n JOIN incident_kind k ON k.code = n.key GROUP BY 1`
      : counted;
  return `FROM (${rows}) r ORDER BY r.count DESC, r.previous DESC, r.key LIMIT ${parameters.add(first, 'int')}`;
}

export const hourOfWeekSelection: Selection = {
  types: ['HourOfWeekTally'],
  fields: {
    weekday: (r) => `${r}.weekday`,
    hour: (r) => `${r}.hour`,
    count: (r) => `${r}.count`,
  },
};

/** A date without a time of day would stand at midnight and make a peak there that nobody reported. */
export function hourOfWeekRows(filter: IncidentFilter & Period, parameters: Parameters): string {
  return `FROM (
    WITH counted AS (
      SELECT extract(isodow FROM clock.time)::int AS weekday, extract(hour FROM clock.time)::int AS hour, count(*)::int AS count
      FROM (SELECT i.reported_at AT TIME ZONE zone.name AS time FROM (SELECT ${COUNTY_TIME_ZONE} AS name) zone,
        (SELECT i.reported_at ${incidentsOf(filter, parameters)} AND i.occurred_precision = 'INSTANT') i) clock
      GROUP BY 1, 2)
    SELECT weekday, hour, coalesce(count, 0) AS count
    FROM generate_series(1, 7) weekday CROSS JOIN generate_series(0, 23) hour LEFT JOIN counted USING (weekday, hour)) r
    ORDER BY r.weekday, r.hour`;
}

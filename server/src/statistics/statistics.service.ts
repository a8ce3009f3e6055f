import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../context.js';
import { requestedFields } from '../database/look-ahead.js';
import { readRecords } from '../database/record.js';
import { Refusal } from '../errors.js';
import type { IncidentFilter } from '../incidents/incidents.inputs.js';
import type { MessageCode } from '../messages/index.js';
import { requirePeriod } from '../period.js';
import {
  bucketRows,
  bucketSelection,
  hourOfWeekRows,
  hourOfWeekSelection,
  tallyRows,
  tallySelection,
} from './statistics.sql.js';
import type {
  HourOfWeekTally,
  IncidentBucket,
  IncidentDimension,
  IncidentTally,
} from './statistics.types.js';
import { stepMinutes } from './time-steps.js';

/** A year to compare with, and a month beyond. */
const MAX_DAYS = 400;
const MAX_BUCKETS = 500;
const MAX_TALLIES = 100;

/** Counts over time, empty steps included. */
export function countByTime(
  { database, viewer }: Context,
  info: GraphQLResolveInfo,
  filter: IncidentFilter,
  buckets: number,
): Promise<IncidentBucket[]> {
  const period = requirePeriod(filter, MAX_DAYS);
  requireCount(buckets, MAX_BUCKETS, 'bucketCount');
  return database.read(viewer, (session) =>
    readRecords<IncidentBucket>(session, requestedFields(info), bucketSelection, (parameters) =>
      bucketRows({ ...filter, ...period }, stepMinutes(period, buckets), parameters),
    ),
  );
}

/** Counts by a dimension, highest first, with those of the equally long period before. */
export function tallyIncidents(
  { database, viewer, language }: Context,
  info: GraphQLResolveInfo,
  { filter, by, first }: { filter: IncidentFilter; by: IncidentDimension; first: number },
): Promise<IncidentTally[]> {
  const period = requirePeriod(filter, MAX_DAYS);
  requireCount(first, MAX_TALLIES, 'tallyCount');
  return database.read(viewer, (session) =>
    readRecords<IncidentTally>(session, requestedFields(info), tallySelection(by, language), (parameters) =>
      tallyRows({ ...filter, ...period }, by, first, parameters),
    ),
  );
}

/** Counts by hour of the week, Monday 0:00 first. */
export function countByHourOfWeek(
  { database, viewer }: Context,
  info: GraphQLResolveInfo,
  filter: IncidentFilter,
): Promise<HourOfWeekTally[]> {
  const period = requirePeriod(filter, MAX_DAYS);
  return database.read(viewer, (session) =>
    readRecords<HourOfWeekTally>(session, requestedFields(info), hourOfWeekSelection, (parameters) =>
      hourOfWeekRows({ ...filter, ...period }, parameters),
    ),
  );
}

/** @throws Refusal BAD_USER_INPUT unless a whole number from 1 to `max` */
function requireCount(count: number, max: number, message: MessageCode): void {
  if (!Number.isInteger(count) || count < 1 || count > max)
    throw new Refusal('BAD_USER_INPUT', message, { max });
}

import { Refusal } from './errors.js';

const DAY_MS = 24 * 3600_000;

/** A period in time, its end not included. */
export interface Period {
  from: Date;
  to: Date;
}

/**
 * The period a request names; without an end, until now.
 * @throws Refusal BAD_USER_INPUT without a beginning or when it ends before it begins, LIMIT_EXCEEDED beyond `maxDays`
 */
export function requirePeriod(
  { from, to }: { from?: Date | null | undefined; to?: Date | null | undefined },
  maxDays: number,
): Period {
  if (!from) throw new Refusal('BAD_USER_INPUT', 'windowOpen');
  const period = { from, to: to ?? new Date() };
  const length = period.to.getTime() - from.getTime();
  if (!(length > 0)) throw new Refusal('BAD_USER_INPUT', 'windowEmpty');
  if (length > maxDays * DAY_MS) throw new Refusal('LIMIT_EXCEEDED', 'windowTooLong', { max: maxDays });
  return period;
}

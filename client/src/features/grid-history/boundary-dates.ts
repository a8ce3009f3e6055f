import { fromWallTime, toWallTime } from '../../i18n/zoned-time.js';

/** The change before and after an instant, of instants in any order; null: there is none. `at` null: now. */
export function findNeighbours(
  instants: readonly string[],
  at: string | null,
  now: number,
): { former: string | null; next: string | null } {
  const place = at === null ? now : Date.parse(at);
  let former: string | null = null;
  let next: string | null = null;
  for (const instant of instants) {
    const time = Date.parse(instant);
    if (time < place && (former === null || time > Date.parse(former))) former = instant;
    if (time > place && (next === null || time < Date.parse(next))) next = instant;
  }
  return { former, next };
}

/**
 * The instant a day stands for: its end by the county's clock, so that what changed on that day is seen; of the present
 * day, now. null: no day.
 */
export function toInstant(day: string, now: number, timeZone: string): number | null {
  const end = fromWallTime({ date: day, time: '23:59' }, timeZone);
  if (end === null) return null;
  return day === toWallTime(now, timeZone).date ? Math.min(now, end) : end;
}

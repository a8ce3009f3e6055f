import { fromWallTime, toWallTime } from '../../i18n/zoned-time.js';

/** Before the first change things were as they had always been: shown by an instant so long before it, milliseconds. */
const justBefore = 1000;

/** The instant that shows what was there before any change; null: nothing ever changed. */
export function findBeginning(instants: readonly string[]): string | null {
  const first = Math.min(...instants.map((instant) => Date.parse(instant)));
  return Number.isFinite(first) ? new Date(first - justBefore).toISOString() : null;
}

/**
 * The step before and after an instant through changes in any order, the one before the first change leading to what was
 * there from the beginning; null: there is none. `at` null: now.
 */
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
  const beginning = findBeginning(instants);
  if (former === null && beginning !== null && place > Date.parse(beginning)) former = beginning;
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

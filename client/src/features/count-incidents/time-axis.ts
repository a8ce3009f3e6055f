import type { TimeLocale } from '../../i18n/format.js';
import { fromWallTime, toWallTime } from '../../i18n/zoned-time.js';

const hourMilliseconds = 3_600_000;
const dayMilliseconds = 24 * hourMilliseconds;

/** 11月22日 · 22 Nov, on the county's calendar. */
export function formatDay(instant: number, { language, timeZone }: TimeLocale): string {
  const options = { timeZone, day: 'numeric', month: language === 'en' ? 'short' : 'long' } as const;
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, options).format(instant);
}

/** Hours between two marks of the axis, so that about five fit a narrow panel. */
function stepHours(hours: number): number {
  const step = [0.25, 0.5, 1, 2, 3, 4, 6, 8, 12].find((each) => hours / each <= 5);
  if (step !== undefined) return step;
  // Of several days only what the steps of a histogram divide: marks stand where a step begins.
  const days = hours / 24 / 5;
  return 24 * ([1, 2, 3, 7, 14, 28, 84].find((each) => days <= each) ?? 168);
}

/**
 * What a time axis says at an instant: the hour, the day at midnight, nothing between its marks. Days are counted from
 * `from`, so that marks keep their distance.
 */
export function makeTick(
  from: number,
  to: number,
  locale: TimeLocale,
): (instant: number) => string | undefined {
  const step = stepHours((to - from) / hourMilliseconds);
  const firstDay = Date.parse(toWallTime(from, locale.timeZone).date);
  return (instant) => {
    const { date, time } = toWallTime(instant, locale.timeZone);
    const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
    if (step < 24) {
      if (minutes % (step * 60) !== 0) return undefined;
      return minutes === 0 ? formatDay(instant, locale) : time;
    }
    const day = Math.round((Date.parse(date) - firstDay) / dayMilliseconds);
    return minutes === 0 && day % (step / 24) === 0 ? formatDay(instant, locale) : undefined;
  };
}

/** The marks of an axis from one instant to another, each on a whole hour of the county's clock. */
export function listTicks(from: number, to: number, locale: TimeLocale): { at: number; label: string }[] {
  const tick = makeTick(from, to, locale);
  const first = Math.ceil(from / hourMilliseconds) * hourMilliseconds;
  const ticks = [];
  for (let at = first; at <= to; at += hourMilliseconds / 2) {
    const label = tick(at);
    if (label !== undefined) ticks.push({ at, label });
  }
  return ticks;
}

/** Whole weeks up to midnight: each hour of the week stands in them equally often. */
export function wholeWeeks(from: number, to: number, timeZone: string): { from: string; to: string } {
  const weeks = Math.max(4, Math.min(52, Math.floor((to - from) / (7 * dayMilliseconds))));
  const { date } = toWallTime(to, timeZone);
  const start = new Date(Date.parse(date) - weeks * 7 * dayMilliseconds).toISOString().slice(0, 10);
  const at = (day: string): string =>
    new Date(fromWallTime({ date: day, time: '00:00' }, timeZone) ?? to).toISOString();
  return { from: at(start), to: at(date) };
}

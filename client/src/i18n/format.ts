import type { Language } from './index.js';

export interface TimeLocale {
  language: Language;
  /** IANA name of the county's time zone. */
  timeZone: string;
}

type Parts = Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', string>;

const formatters = new Map<string, Intl.DateTimeFormat>();

function readParts(instant: Date, timeZone: string): Parts {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
    formatters.set(timeZone, formatter);
  }
  return Object.fromEntries(
    formatter.formatToParts(instant).map(({ type, value }) => [type, value]),
  ) as Parts;
}

const englishMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** 2026年11月22日 · 22 Nov 2026, in the county's time zone. */
export function formatDate(instant: string | number, { language, timeZone }: TimeLocale): string {
  const { year, month, day } = readParts(new Date(instant), timeZone);
  if (language === 'zh-CN') return `${year}年${Number(month)}月${Number(day)}日`;
  return `${Number(day)} ${englishMonths[Number(month) - 1]} ${year}`;
}

/** 14:05 or 14:05:09, 24-hour, in the county's time zone. */
export function formatClock(instant: string | number, { timeZone }: TimeLocale, withSeconds = false): string {
  const { hour, minute, second } = readParts(new Date(instant), timeZone);
  return withSeconds ? `${hour}:${minute}:${second}` : `${hour}:${minute}`;
}

/** 2026年11月22日 14:05 · 22 Nov 2026, 14:05. */
export function formatDateTime(instant: string | number, locale: TimeLocale): string {
  const separator = locale.language === 'zh-CN' ? ' ' : ', ';
  return `${formatDate(instant, locale)}${separator}${formatClock(instant, locale)}`;
}

/**
 * For lists: the time alone on the same day, month and day otherwise (11月21日 14:05 · 21 Nov 14:05), with the year
 * if it is another.
 */
export function formatShort(instant: string | number, now: number, locale: TimeLocale): string {
  const then = readParts(new Date(instant), locale.timeZone);
  const today = readParts(new Date(now), locale.timeZone);
  const clock = `${then.hour}:${then.minute}`;
  if (then.year === today.year && then.month === today.month && then.day === today.day) return clock;
  const isThisYear = then.year === today.year;
  if (locale.language === 'zh-CN')
    return `${isThisYear ? '' : `${then.year}年`}${Number(then.month)}月${Number(then.day)}日 ${clock}`;
  const day = `${Number(then.day)} ${englishMonths[Number(then.month) - 1]}`;
  return `${day}${isThisYear ? '' : ` ${then.year}`} ${clock}`;
}

/** The weekday: 星期日 · Sunday. */
export function formatWeekday(instant: number, { language, timeZone }: TimeLocale): string {
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone }).format(new Date(instant));
}

/** A grouped number: 12,345. */
export function formatNumber(value: number, language: Language, maximumFractionDigits = 0): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits }).format(value);
}

/** `t` of i18next, as far as units need it: this file is below the catalogues. */
type Translate = (key: string, values: { value: string }) => string;

/** A distance: 850 米 · 850 m, from a kilometre on 1.2 公里 · 1.2 km, from a hundred on without decimals. */
export function formatDistance(metres: number, t: Translate, language: Language): string {
  const rounded = metres < 100 ? Math.round(metres) : Math.round(metres / 10) * 10;
  if (rounded < 1000) return t('unit.metres', { value: formatNumber(rounded, language) });
  const kilometres = metres / 1000;
  return t('unit.kilometres', { value: formatNumber(kilometres, language, kilometres < 100 ? 1 : 0) });
}

/** A time span in words: 45 秒 · 5 分钟 · 1 分 30 秒. */
export function formatDuration(
  seconds: number,
  t: (key: string, values: { minutes: number; seconds: number }) => string,
): string {
  const whole = Math.round(seconds);
  const values = { minutes: Math.floor(whole / 60), seconds: whole % 60 };
  if (values.minutes === 0) return t('duration.seconds', values);
  return t(values.seconds === 0 ? 'duration.minutes' : 'duration.both', values);
}

/** A travel time as a clock has it, minutes and seconds: 4:07. */
export function formatMinutes(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** Hours of a post as a notice on its door has them: 20:00–00:30. Null where it has none. */
export function formatHours(opensAtMinute: number | null, closesAtMinute: number | null): string | null {
  const clock = (minute: number) =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  return opensAtMinute === null || closesAtMinute === null
    ? null
    : `${clock(opensAtMinute)}–${clock(closesAtMinute)}`;
}

/** A share as a percentage; as good as nothing and as good as all are not rounded to nothing and to all: 0.1 %, 99.9 %. */
export function formatShare(share: number, language: Language): string {
  const isExtreme = (share > 0 && share < 0.01) || (share > 0.99 && share < 1);
  const shown = isExtreme ? Math.min(Math.max(share, 0.001), 0.999) : share;
  return new Intl.NumberFormat(language, {
    style: 'percent',
    maximumFractionDigits: isExtreme ? 1 : 0,
  }).format(shown);
}

/** An area in square kilometres, with as many decimals as it needs to be told from another: 0.082, 12.4, 1,350. */
export function formatArea(squareMetres: number, t: Translate, language: Language): string {
  const value = squareMetres / 1e6;
  const decimals = value < 1 ? 3 : value < 100 ? 1 : 0;
  return t('unit.squareKilometres', { value: formatNumber(value, language, decimals) });
}

/** Where a day begins: the county's midnight before the instant, epoch milliseconds. */
export function getStartOfDay(instant: number, timeZone: string): number {
  const { hour, minute, second } = readParts(new Date(instant), timeZone);
  const start =
    instant - ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 - (instant % 1000);
  // A day that the clocks changed on is not as long as its hands say.
  const again = readParts(new Date(start), timeZone);
  const drift = Number(again.hour) * 60 + Number(again.minute);
  return drift === 0 ? start : start + (drift > 720 ? 1440 - drift : -drift) * 60_000;
}

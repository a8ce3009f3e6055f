import type { OccurredPrecision } from '../../database/prisma/enums.js';

export interface ReadInstant {
  /** Milliseconds since 1970; local midnight when only the day is known. */
  at: number;
  precision: Extract<OccurredPrecision, 'INSTANT' | 'DATE'>;
}

const USUAL =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s]*(\d{1,2})\s*[:时點点]\s*(\d{1,2})\s*分?(?:[:\s]?\s*(\d{1,2})(?:[.,](\d{1,6}))?\s*秒?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?(Z|[+-]\d{2}:?\d{2})?$/;

const TOKENS: Record<string, string> = {
  YYYY: '(?<year>\\d{4})',
  YY: '(?<shortYear>\\d{2})',
  MM: '(?<month>\\d{1,2})',
  M: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{1,2})',
  D: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{1,2})',
  H: '(?<hour>\\d{1,2})',
  hh: '(?<hour>\\d{1,2})',
  h: '(?<hour>\\d{1,2})',
  mm: '(?<minute>\\d{1,2})',
  m: '(?<minute>\\d{1,2})',
  ss: '(?<second>\\d{1,2})',
  s: '(?<second>\\d{1,2})',
  A: '(?<half>[AaPp][Mm]|上午|下午)',
};

/**
 * Makes a reader of dates and times as people write them: ISO 8601, `2026/11/22 14:05`, `2026年11月22日14时05分`,
 * `20261122140500`, or one pattern of `YYYY YY MM DD HH hh mm ss A` given by the user, or `excel` for serial days.
 * @param timeZone for times without an offset
 * @returns null from the reader when the text is not a time of the calendar
 */
export function instantReader(timeZone: string, pattern?: string): (text: string) => ReadInstant | null {
  const toInstant = zoneReader(timeZone);
  if (pattern === 'excel') return (text) => fromExcel(text, toInstant);
  const custom = pattern === undefined ? undefined : compile(pattern);
  return (text) => {
    const plain = text.normalize('NFKC').trim();
    return custom ? fromPattern(custom.exec(plain), toInstant) : fromUsual(plain, toInstant);
  };
}

type ToInstant = (local: number) => number;

function fromUsual(text: string, toInstant: ToInstant): ReadInstant | null {
  const usual = USUAL.exec(text);
  if (usual) {
    const [, year, month, day, hour, minute, second, fraction, offset] = usual;
    return assemble(year, month, day, hour, minute, second, offset, toInstant, fraction);
  }
  const compact = COMPACT.exec(text);
  if (!compact) return null;
  const [, year, month, day, hour, minute, second, offset] = compact;
  return assemble(year, month, day, hour, minute, second, offset, toInstant);
}

function fromPattern(match: RegExpExecArray | null, toInstant: ToInstant): ReadInstant | null {
  if (!match) return null;
  const { year, shortYear, month, day, half, hour, minute, second } = match.groups as Record<
    string,
    string | undefined
  >;
  let hours = hour;
  if (half !== undefined && hour !== undefined) {
    if (Number(hour) < 1 || Number(hour) > 12) return null;
    hours = String((Number(hour) % 12) + (/^[Pp下]/.test(half) ? 12 : 0));
  }
  return assemble(
    year ?? `20${shortYear}`,
    month,
    day,
    hours,
    minute ?? (hours && '0'),
    second,
    undefined,
    toInstant,
  );
}

function fromExcel(text: string, toInstant: ToInstant): ReadInstant | null {
  if (!/^\d{4,6}(\.\d+)?$/.test(text)) return null;
  const serial = Number(text);
  // Day 25569 of Excel's calendar is 1970-01-01.
  const local = Math.round((serial - 25569) * 86_400) * 1000;
  return { at: toInstant(local), precision: Number.isInteger(serial) ? 'DATE' : 'INSTANT' };
}

function assemble(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  hour: string | undefined,
  minute: string | undefined,
  second: string | undefined,
  offset: string | undefined,
  toInstant: ToInstant,
  fraction = '',
): ReadInstant | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const [h, min, s] = [Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0)];
  const leap = y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0);
  const days = m === 2 ? (leap ? 29 : 28) : m === 4 || m === 6 || m === 9 || m === 11 ? 30 : 31;
  if (!(m >= 1 && m <= 12 && d >= 1 && d <= days && h <= 23 && min <= 59 && s <= 59)) return null;
  const local = Date.UTC(y, m - 1, d, h, min, s) + Number(fraction.padEnd(3, '0').slice(0, 3));
  const at = offset === undefined ? toInstant(local) : local - offsetMs(offset);
  return { at, precision: hour === undefined ? 'DATE' : 'INSTANT' };
}

function offsetMs(offset: string): number {
  if (/^z$/i.test(offset)) return 0;
  const sign = offset.startsWith('-') ? -1 : 1;
  return sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2))) * 60_000;
}

function compile(pattern: string): RegExp {
  const source = pattern.replace(/YYYY|YY|MM|M|DD|D|HH|H|hh|h|mm|m|ss|s|A|[^A-Za-z]+|[A-Za-z]/g, (part) => {
    return TOKENS[part] ?? part.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&').replace(/\s+/g, '\\s+');
  });
  return new RegExp(`^${source}$`);
}

const QUARTER_MS = 15 * 60_000;
const DAY_MS = 24 * 3600_000;

/**
 * Local time → instant. Offsets are looked up once a quarter of an hour, for that look-up is slow and clocks change on
 * such a mark. An hour told twice means its first run; one that was skipped is taken by the offset before it.
 */
function zoneReader(timeZone: string): ToInstant {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const offsetAt = (instant: number): number => {
    const parts: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(instant)) parts[type] = Number(value);
    const { year, month, day, hour, minute, second } = parts as Record<string, number>;
    return Date.UTC(year!, month! - 1, day!, hour!, minute!, second!) - Math.floor(instant / 1000) * 1000;
  };
  const known = new Map<number, number>();
  const offsetIn = (start: number, before: number, after: number): number => {
    if (offsetAt(start - before) === before) return before;
    return offsetAt(start - after) === after ? after : before;
  };
  const days = new Map<number, [before: number, after: number]>();
  return (local) => {
    const day = Math.floor(local / DAY_MS);
    let around = days.get(day);
    if (!around) days.set(day, (around = [offsetAt((day - 1) * DAY_MS), offsetAt((day + 2) * DAY_MS)]));
    const [before, after] = around;
    // No clock was changed on the days around: one look-up serves them all.
    if (before === after) return local - before;
    const quarter = Math.floor(local / QUARTER_MS);
    let offset = known.get(quarter);
    if (offset === undefined) known.set(quarter, (offset = offsetIn(quarter * QUARTER_MS, before, after)));
    return local - offset;
  };
}

/** Whether the platform knows a zone by this IANA name. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

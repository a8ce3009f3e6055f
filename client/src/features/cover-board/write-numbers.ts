import type { Language } from '../../i18n/index.js';

/** What of a whole; null where there is no whole. */
export function getShare(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}

/** A share to a tenth of a percent, since plans move it by less than one; never rounded to nothing or to all. */
export function writeShare(share: number | null, language: Language): string {
  if (share === null) return '—';
  const tenths = Math.round(share * 1000);
  const honest = share > 0 && tenths === 0 ? 1 : share < 1 && tenths === 1000 ? 999 : tenths;
  const options = { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(language, honest % 1000 === 0 ? { style: 'percent' } : options).format(
    honest / 1000,
  );
}

/** A number with its sign, a true minus, and as many decimals as asked; null for one that rounds to nothing. */
export function writeSigned(difference: number, language: Language, decimals = 0): string | null {
  const size = Math.round(Math.abs(difference) * 10 ** decimals) / 10 ** decimals;
  if (size === 0) return null;
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return `${difference > 0 ? '+' : '−'}${new Intl.NumberFormat(language, options).format(size)}`;
}

/** The difference of two shares in percentage points: +3.2; null where there is none to speak of. */
export function writePoints(before: number | null, after: number | null, language: Language): string | null {
  return before === null || after === null ? null : writeSigned((after - before) * 100, language, 1);
}

/** Street in kilometres without the unit, below a hundred to the tenth, so that the points line up: 0.4, 3.0, 488. */
export function writeKilometres(metres: number, language: Language): string {
  const kilometres = metres / 1000;
  const decimals = kilometres < 100 ? 1 : 0;
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return new Intl.NumberFormat(language, options).format(kilometres);
}

/** An hour of the day as a span: 16:00–17:00. */
export function writeHour(hour: number): string {
  const clock = (each: number): string => `${String(each).padStart(2, '0')}:00`;
  return `${clock(hour)}–${clock(hour + 1)}`;
}

import { formatNumber } from '../../i18n/format.js';
import type { Language } from '../../i18n/index.js';
import type { Trend } from '../../ui/figure.js';

/** Below this a share of it says more than is known. */
const fewest = 20;

export interface Comparison {
  direction: Trend['direction'];
  /** `+12.5%`; of small numbers the difference itself, `+3`; `null` where nothing changed. */
  text: string | null;
}

/**
 * Whether records reach back over the period before. Where its beginning is empty while things happen all the time,
 * nothing was recorded yet, and a comparison would tell of the records, not of the county.
 */
export function isComparable(now: readonly number[], before: readonly number[]): boolean {
  const total = now.reduce((sum, count) => sum + count, 0);
  if (before.length === 0 || total / now.length < 2) return true;
  const first = before.findIndex((count) => count > 0);
  return first !== -1 && first / before.length < 0.25;
}

/** How a count stands to that of the equally long period before. */
export function compare(count: number, previous: number, language: Language): Comparison {
  const difference = count - previous;
  if (difference === 0) return { direction: 'flat', text: null };
  const direction = difference > 0 ? 'up' : 'down';
  const sign = difference > 0 ? '+' : '−';
  if (previous < fewest) return { direction, text: `${sign}${formatNumber(Math.abs(difference), language)}` };
  const percent = (Math.abs(difference) / previous) * 100;
  const digits = percent < 10 ? 1 : 0;
  const shown = formatNumber(percent, language, digits);
  return shown === '0' ? { direction: 'flat', text: null } : { direction, text: `${sign}${shown}%` };
}

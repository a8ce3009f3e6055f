import type { TFunction } from 'i18next';
import { formatNumber, formatShare } from '../../i18n/format.js';
import type { Language } from '../../i18n/index.js';
import type { Measure } from './figures.js';

/** A figure as it is read; unknown is a dash. */
export function writeFigure(value: number | null, measure: Measure, language: Language): string {
  if (value === null) return '—';
  switch (measure) {
    case 'areaSquareMetres':
      // In square kilometres, as the column's head says; all to the same decimal, so that the points line up.
      return new Intl.NumberFormat(language, { minimumFractionDigits: 3, maximumFractionDigits: 3 }).format(
        value / 1e6,
      );
    case 'coverShare':
      return formatShare(value, language);
    case 'workload':
    case 'compactness':
      return value.toFixed(2);
    default:
      return formatNumber(value, language);
  }
}

/** A difference with its sign: +12, −3, ±0; unknown is a dash. Shares differ by percentage points. */
export function writeDifference(
  value: number | null,
  measure: Measure,
  t: TFunction,
  language: Language,
): string {
  if (value === null) return '—';
  const written =
    measure === 'coverShare'
      ? t('compared.points', { value: formatNumber(Math.abs(value) * 100, language, 1) })
      : writeFigure(Math.abs(value), measure, language);
  // What rounds to nothing has no sign.
  if (value === 0 || !/[1-9]/.test(written)) return '±0';
  return `${value > 0 ? '+' : '−'}${written}`;
}

import type { TFunction } from 'i18next';
import type { PlanBalancePartsFragment } from '../../graphql/generated/studio/graphql.js';
import { formatNumber, formatShare } from '../../i18n/format.js';
import type { Language } from '../../i18n/index.js';

/** What a plan does as a whole: how each figure is written, and whether less of it is better. */
export const balanceLines = [
  { key: 'grids', isLessBetter: null, kind: 'count' },
  { key: 'largestDeviation', isLessBetter: true, kind: 'share' },
  { key: 'coefficientOfVariation', isLessBetter: true, kind: 'ratio' },
  { key: 'meanCompactness', isLessBetter: false, kind: 'ratio' },
  { key: 'outOfSize', isLessBetter: true, kind: 'count' },
  { key: 'understaffed', isLessBetter: true, kind: 'count' },
] as const satisfies readonly {
  key: keyof PlanBalancePartsFragment;
  isLessBetter: boolean | null;
  kind: 'count' | 'share' | 'ratio';
}[];

export interface BalanceLine {
  key: (typeof balanceLines)[number]['key'];
  before: string;
  after: string;
  difference: string;
  isGood: boolean | undefined;
}

/** The lines of the balance, ready to read. */
export function writeBalance(
  before: PlanBalancePartsFragment,
  after: PlanBalancePartsFragment,
  language: Language,
  t: TFunction,
): BalanceLine[] {
  return balanceLines.map(({ key, isLessBetter, kind }) => {
    const write = (value: number): string =>
      kind === 'count'
        ? formatNumber(value, language)
        : kind === 'share'
          ? formatShare(value, language)
          : value.toFixed(2);
    const difference = after[key] - before[key];
    // Shares differ by percentage points.
    const amount =
      kind === 'share'
        ? t('compared.points', { value: formatNumber(Math.abs(difference) * 100, language, 1) })
        : write(Math.abs(difference));
    // What rounds to nothing is no difference to a reader.
    const isNone = difference === 0 || !/[1-9]/.test(amount);
    return {
      key,
      before: write(before[key]),
      after: write(after[key]),
      difference: isNone ? '±0' : `${difference > 0 ? '+' : '−'}${amount}`,
      isGood: isNone || isLessBetter === null ? undefined : difference < 0 === isLessBetter,
    };
  });
}

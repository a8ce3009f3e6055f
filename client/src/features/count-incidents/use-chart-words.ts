import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/format.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { compare } from './compare.js';

/** What all charts say, and how they write numbers and changes. Stable while the language is. */
export function useChartWords() {
  const { t } = useTranslation();
  const language = usePreferenceStore((state) => state.language);
  return useMemo(
    () => ({
      words: {
        showTable: t('chart.showTable'),
        showChart: t('chart.showChart'),
        empty: t('chart.empty'),
        count: t('chart.count'),
        previous: t('chart.previous'),
        change: t('chart.change'),
      },
      write: (value: number): string => formatNumber(value, language),
      /** `+12%`, or that nothing changed. */
      writeChange: (count: number, previous: number): string =>
        compare(count, previous, language).text ?? t('chart.unchanged'),
    }),
    [t, language],
  );
}

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CoverReading } from '../../graphql/generated/travel/graphql.js';
import { formatDuration, formatNumber } from '../../i18n/format.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { writeKilometres, writePoints, writeShare } from './write-numbers.js';

/** How everything about cover is written on this screen. Stable while the language is. */
export function useCoverWords() {
  const { t } = useTranslation();
  const language = usePreferenceStore((state) => state.language);
  return useMemo(
    () => ({
      number: (value: number): string => formatNumber(value, language),
      decimal: (value: number): string => formatNumber(value, language, 1),
      kilometres: (metres: number): string => writeKilometres(metres, language),
      share: (share: number | null): string => writeShare(share, language),
      points: (before: number | null, after: number | null): string | null =>
        writePoints(before, after, language),
      duration: (seconds: number): string => formatDuration(seconds, t),
      /** 1 分钟自救 · 核心部位 1 分钟, by the reading; the time is a setting. */
      tier: ({ tier, seconds }: { tier: number; seconds: number }, reading: CoverReading): string =>
        t(`cover.tier.${reading}.${tier}`, { time: formatDuration(seconds, t) }),
    }),
    [t, language],
  );
}

/** The colours of the three tiers, as the map draws three bands. */
export const tierColours = ['reach1', 'reach3', 'reach5'] as const;

import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  CoverHoursDocument,
  type CoverBoardInput,
  type CoverReading,
  type TierNumbersFragment,
} from '../../graphql/generated/travel/graphql.js';
import { useCoverStore } from '../../state/cover-store.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { HourSteps } from '../../ui/charts/hour-steps.js';
import { getPalette } from '../../ui/tokens.js';
import { useAnswer } from './use-answer.js';
import { tierColours, useCoverWords } from './use-cover-words.js';
import { writeHour } from './write-numbers.js';

interface HoursChartProps {
  input: CoverBoardInput;
  tiers: readonly TierNumbersFragment[];
  reading: CoverReading;
  hour: number;
}

/** Cover over the 24 hours of a day, by who is on duty then and how fast the streets are; also chooses the hour. */
export function HoursChart({ input, tiers, reading, hour }: HoursChartProps) {
  const { t } = useTranslation();
  const theme = usePreferenceStore((state) => state.theme);
  const isLive = useCoverStore((state) => state.isLive);
  const setConditions = useCoverStore((state) => state.setConditions);
  const words = useCoverWords();
  // All hours answer alike: which one is looked at is no part of the question.
  const variables = useMemo(() => ({ input: { ...input, hour: null } }), [input]);
  const { data, isLoading } = useAnswer(CoverHoursDocument, variables);
  const hours = data?.coverBoard.byHour;
  const lines = useMemo(
    () =>
      tiers.map((tier, i) => ({
        key: String(tier.tier),
        label: words.tier(tier, reading),
        colour: getPalette(theme)[tierColours[i]!],
        shares: (hours ?? []).map(({ shares }) => shares[i] ?? null),
        asides: (hours ?? []).map(({ responders }) =>
          t('cover.responders', { count: responders[i] ?? 0, value: words.number(responders[i] ?? 0) }),
        ),
      })),
    [tiers, hours, reading, theme, words, t],
  );
  const chartWords = useMemo(
    () => ({
      showTable: t('chart.showTable'),
      showChart: t('chart.showChart'),
      empty: t('cover.hours.empty'),
      hour: t('cover.hour.label'),
    }),
    [t],
  );
  const pick = useCallback((next: number) => setConditions({ hour: next }), [setConditions]);
  return (
    <HourSteps
      title={t('cover.hours.title')}
      note={t(isLive ? 'cover.hours.noteLive' : 'cover.hours.note')}
      alt={lines.map(({ label, shares }) => describeRange(label, shares)).join(' ')}
      lines={lines}
      hour={hour}
      theme={theme}
      words={chartWords}
      formatShare={words.share}
      formatHour={writeHour}
      isLoading={isLoading}
      {...(!isLive && { onPick: pick })}
    />
  );

  function describeRange(name: string, shares: readonly (number | null)[]): string {
    const known = shares.flatMap((share, at) => (share === null ? [] : [{ share, at }]));
    if (known.length === 0) return '';
    const by = (sign: number) =>
      known.reduce((best, each) => (sign * each.share > sign * best.share ? each : best));
    const [least, most] = [by(-1), by(1)];
    return t('cover.hours.alt', {
      name,
      least: words.share(least.share),
      leastAt: writeHour(least.at),
      most: words.share(most.share),
      mostAt: writeHour(most.at),
    });
  }
}

import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FiguresQuery, TallyFragment } from '../../graphql/generated/graphql.js';
import { formatClock } from '../../i18n/format.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { HourOfWeekHeat } from '../../ui/charts/hour-of-week-heat.js';
import { RankedBars, type RankedBar } from '../../ui/charts/ranked-bars.js';
import { TimeSeries } from '../../ui/charts/time-series.js';
import { SegmentedControl } from '../../ui/segmented-control.js';
import { useTimeLocale } from '../watch-county/use-county.js';
import { useKindName } from '../watch-county/use-incident-kinds.js';
import { addUp } from './headline-figures.js';
import { formatDay, makeTick } from './time-axis.js';
import { useChartWords } from './use-chart-words.js';
import type { Focus, Period, RankedBy } from './use-figures.js';

interface FiguresProps {
  figures: FiguresQuery | undefined;
  period: Period;
  isLoading: boolean;
  isComparable: boolean;
}

const dayMilliseconds = 24 * 3_600_000;

/** Incidents over the period, above those of the period before. */
export function OverTime({
  figures,
  period,
  isLoading,
  isComparable,
  isLarge,
}: FiguresProps & { isLarge: boolean }) {
  const { t } = useTranslation();
  const theme = usePreferenceStore((state) => state.theme);
  const { language, timeZone } = useTimeLocale();
  const { words, write } = useChartWords();
  const points = useMemo(() => {
    const locale = { language, timeZone };
    const start = figures?.incidentHistogram[0]?.from;
    const tick = makeTick(start ? Date.parse(start) : period.from, period.to, locale);
    const length = period.to - period.from;
    const before = new Map(figures?.before.map(({ from, count }) => [Date.parse(from) + length, count]));
    return (figures?.incidentHistogram ?? []).map(({ from, seconds, count, urgent }) => {
      const at = Date.parse(from);
      const end = at + seconds * 1000;
      const day = formatDay(at, locale);
      const last = formatDay(end - 1, locale);
      const clock = `${formatClock(at, locale)}–${formatClock(end, locale)}`;
      const label =
        seconds * 1000 < dayMilliseconds - 3_600_000
          ? `${day} ${clock}`
          : day === last
            ? day
            : `${day} – ${last}`;
      const mark = tick(at);
      const previous = before.get(at);
      return {
        label,
        ...(mark !== undefined && { tick: mark }),
        count,
        urgent,
        ...(isComparable && previous !== undefined && { previous }),
      };
    });
  }, [figures, period, language, timeZone, isComparable]);
  const peak = points.reduce((best, point) => (point.count > (best?.count ?? 0) ? point : best), points[0]);
  const total = addUp(figures?.priorities ?? []).count;
  const urgent = addUp(figures?.priorities.filter(({ key }) => key === '1') ?? []).count;
  const all = useMemo(() => ({ ...words, time: t('figures.time'), urgent: t('figures.urgent') }), [words, t]);
  const instant = (at: number): string =>
    `${formatDay(at, { language, timeZone })} ${formatClock(at, { language, timeZone })}`;
  return (
    <TimeSeries
      title={t('figures.overTime')}
      note={t('figures.overTimeNote', { from: instant(period.from), to: instant(period.to) })}
      alt={t('figures.overTimeAlt', {
        total: write(total),
        urgent: write(urgent),
        peak: peak?.label ?? '',
        count: write(peak?.count ?? 0),
      })}
      points={points}
      isLarge={isLarge}
      theme={theme}
      words={all}
      formatNumber={write}
      isLoading={isLoading}
    />
  );
}

function useBars(
  tallies: readonly TallyFragment[] | undefined,
  isComparable: boolean,
  nameOf: (tally: TallyFragment) => string,
): { bars: RankedBar[]; alt: string } {
  const { t } = useTranslation();
  const { write, writeChange } = useChartWords();
  return useMemo(() => {
    const bars = (tallies ?? [])
      .filter(({ count, previousCount }) => count + previousCount > 0)
      .map((tally) => ({
        key: tally.key ?? '',
        label: nameOf(tally),
        count: tally.count,
        previousCount: isComparable ? tally.previousCount : null,
        change: isComparable ? writeChange(tally.count, tally.previousCount) : '—',
      }));
    const [first] = bars;
    const alt = first
      ? t('figures.rankedAlt', { name: first.label, count: write(first.count), change: first.change })
      : '';
    return { bars, alt };
  }, [tallies, isComparable, nameOf, write, writeChange, t]);
}

interface RankedProps extends Omit<FiguresProps, 'period'> {
  by: RankedBy;
  onBy(by: RankedBy): void;
  focus: Focus | null;
  onFocus(focus: Focus | null): void;
}

/** Which kinds or sources there were most of; pressing one narrows the other charts. */
export function Ranked({ figures, isLoading, isComparable, by, onBy, focus, onFocus }: RankedProps) {
  const { t } = useTranslation();
  const theme = usePreferenceStore((state) => state.theme);
  const { words, write } = useChartWords();
  const nameOf = useFocusName();
  const { bars, alt } = useBars(
    figures?.ranked,
    isComparable,
    useCallback((tally) => nameOf({ by, key: tally.key ?? '' }), [nameOf, by]),
  );
  const all = useMemo(
    () => ({ ...words, name: t(by === 'KIND' ? 'figures.kind' : 'figures.source') }),
    [words, t, by],
  );
  const press = useCallback(
    (key: string) => onFocus(focus?.key === key ? null : { by, key }),
    [onFocus, focus, by],
  );
  return (
    <RankedBars
      title={t('figures.ranked')}
      note={t('figures.rankedNote')}
      alt={alt}
      bars={bars}
      theme={theme}
      words={all}
      formatNumber={write}
      onPress={press}
      selectedKey={focus?.by === by ? focus.key : null}
      isLoading={isLoading}
      actions={
        <SegmentedControl
          label={t('figures.rankedBy')}
          value={by}
          onChange={onBy}
          options={[
            { value: 'KIND', label: t('figures.byKind') },
            { value: 'SOURCE', label: t('figures.bySource') },
          ]}
        />
      }
    />
  );
}

/** Names what the charts are narrowed to. */
export function useFocusName(): (focus: Focus) => string {
  const { t } = useTranslation();
  const nameKind = useKindName();
  return useCallback(({ by, key }) => (by === 'KIND' ? nameKind(key) : t(`source.${key}`)), [t, nameKind]);
}

interface ByGridProps extends Omit<FiguresProps, 'period'> {
  selectedId: string | null;
  onSelect(gridId: string): void;
}

const isGrid = (key: string): boolean => key !== '';

/** Which grids reported most; pressing one selects it on the map. */
export function ByGrid({ figures, isLoading, isComparable, selectedId, onSelect }: ByGridProps) {
  const { t } = useTranslation();
  const theme = usePreferenceStore((state) => state.theme);
  const { words, write } = useChartWords();
  const { bars, alt } = useBars(
    figures?.grids,
    isComparable,
    useCallback((tally) => (tally.key ? (tally.label ?? '—') : t('figures.noGrid')), [t]),
  );
  const all = useMemo(() => ({ ...words, name: t('figures.grid') }), [words, t]);
  return (
    <RankedBars
      title={t('figures.byGrid')}
      note={t('figures.gridNote', { count: bars.length })}
      alt={alt}
      bars={bars}
      theme={theme}
      words={all}
      formatNumber={write}
      onPress={onSelect}
      isPressable={isGrid}
      selectedKey={selectedId}
      isLoading={isLoading}
    />
  );
}

interface ByHourProps {
  counts: readonly number[];
  weeks: { from: string; to: string };
}

/** At which hours of the week reports come in. */
export function ByHour({ counts, weeks }: ByHourProps) {
  const { t } = useTranslation();
  const theme = usePreferenceStore((state) => state.theme);
  const { language, timeZone } = useTimeLocale();
  const { words, write } = useChartWords();
  const weekdays = useMemo(() => {
    const format = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
    // 1 January 2001 was a Monday.
    return Array.from({ length: 7 }, (_, day) => format.format(Date.UTC(2001, 0, 1 + day)));
  }, [language]);
  const all = useMemo(
    () => ({ ...words, hour: t('figures.hour'), least: t('figures.less'), most: t('figures.most') }),
    [words, t],
  );
  const from = Date.parse(weeks.from);
  const to = Date.parse(weeks.to);
  const locale = { language, timeZone };
  const peak = counts.reduce((best, count, i) => (count > (counts[best] ?? 0) ? i : best), 0);
  return (
    <HourOfWeekHeat
      title={t('figures.hours')}
      note={t('figures.hoursNote', {
        from: formatDay(from, locale),
        to: formatDay(to - 1, locale),
        count: Math.round((to - from) / (7 * dayMilliseconds)),
      })}
      alt={t('figures.hoursAlt', {
        weekday: weekdays[Math.floor(peak / 24)],
        hour: `${String(peak % 24).padStart(2, '0')}:00`,
        count: write(counts[peak] ?? 0),
      })}
      counts={counts}
      weekdays={weekdays}
      theme={theme}
      words={all}
      formatNumber={write}
      isLoading={counts.length === 0}
    />
  );
}

import { useTranslation } from 'react-i18next';
import type { FiguresQuery, TallyFragment } from '../../graphql/generated/graphql.js';
import { formatNumber } from '../../i18n/format.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { Sparkline } from '../../ui/charts/sparkline.js';
import { Figure, type Trend } from '../../ui/figure.js';
import { compare } from './compare.js';

const settled = new Set(['CLOSED', 'MERGED', 'CANCELLED']);

/** Sums of tallies, of the period and of the one before. */
export function addUp(tallies: readonly TallyFragment[]): { count: number; previous: number } {
  return tallies.reduce(
    (sum, tally) => ({ count: sum.count + tally.count, previous: sum.previous + tally.previousCount }),
    { count: 0, previous: 0 },
  );
}

/** How a number stands to the period before, ready for a figure. */
export function useTrend(): (count: number, previous: number, isFewerGood?: boolean) => Trend {
  const { t } = useTranslation();
  const language = usePreferenceStore((state) => state.language);
  return (count, previous, isFewerGood = false) => {
    const { direction, text } = compare(count, previous, language);
    return {
      direction,
      text: t('figures.onPrevious', { change: text ?? t('chart.unchanged') }),
      // Only of urgent calls fewer is plainly better: more reports from the grids may be more diligence.
      ...(isFewerGood && direction !== 'flat' && { isGood: direction === 'down' }),
    };
  };
}

/** The three numbers an officer asks for first. */
export function HeadlineFigures({
  figures,
  isLarge,
  isComparable,
}: {
  figures: FiguresQuery | undefined;
  isLarge: boolean;
  isComparable: boolean;
}) {
  const { t } = useTranslation();
  const language = usePreferenceStore((state) => state.language);
  const makeTrend = useTrend();
  const unknown = { direction: 'flat' as const, text: t('figures.notComparable') };
  const write = (value: number): string => formatNumber(value, language);
  const total = addUp(figures?.priorities ?? []);
  const urgent = addUp(figures?.priorities.filter(({ key }) => key === '1') ?? []);
  const open = (figures?.statuses ?? [])
    .filter(({ key }) => key !== null && key !== undefined && !settled.has(key))
    .reduce((sum, { count }) => sum + count, 0);
  const buckets = figures?.incidentHistogram ?? [];
  const common = { isLoading: !figures, ...(isLarge && { size: 'large' as const }) };
  return (
    <div className="figures-headline">
      <Figure
        {...common}
        size="large"
        label={t('figures.total')}
        value={write(total.count)}
        trend={isComparable ? makeTrend(total.count, total.previous) : unknown}
      >
        <Sparkline values={buckets.map(({ count }) => count)} />
      </Figure>
      <Figure
        {...common}
        label={t('figures.urgent')}
        value={write(urgent.count)}
        trend={isComparable ? makeTrend(urgent.count, urgent.previous, true) : unknown}
      >
        <Sparkline values={buckets.map((bucket) => bucket.urgent)} tone="urgent" />
      </Figure>
      <Figure {...common} label={t('figures.open')} value={write(open)}>
        {figures && (
          <span className="figures-share">
            {t('figures.openShare', {
              share: write(total.count ? Math.round((open / total.count) * 100) : 0),
            })}
          </span>
        )}
      </Figure>
    </div>
  );
}

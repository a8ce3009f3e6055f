import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { GridTrendDocument } from '../../graphql/generated/graphql.js';
import { formatNumber } from '../../i18n/format.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import type { TimeWindow } from '../../state/time-window.js';
import { Sparkline } from '../../ui/charts/sparkline.js';
import { Figure } from '../../ui/figure.js';
import { addUp, useTrend } from './headline-figures.js';
import { useCalmRefresh } from './use-calm-refresh.js';

/** A grid's incidents in a window: how many, how that stands to the period before, and how they were spread. */
export function GridTrend({ id, window }: { id: string; window: TimeWindow }) {
  const { t } = useTranslation();
  const language = usePreferenceStore((state) => state.language);
  const makeTrend = useTrend();
  const variables = useMemo(
    () => ({ filter: { gridId: id, from: window.from, to: window.to } }),
    [id, window],
  );
  const [{ data }, execute] = useQuery({ query: GridTrendDocument, variables });
  useCalmRefresh(() => execute({ requestPolicy: 'network-only' }));
  const { count, previous } = addUp(data?.incidentTallies ?? []);
  return (
    <Figure
      label={t('figures.gridTrend')}
      value={formatNumber(count, language)}
      trend={makeTrend(count, previous)}
      isLoading={!data}
    >
      <Sparkline values={data?.incidentHistogram.map((bucket) => bucket.count) ?? []} />
    </Figure>
  );
}

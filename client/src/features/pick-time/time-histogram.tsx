import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { TimeRangeHistogramDocument } from '../../graphql/generated/graphql.js';
import { formatClock, formatDate, formatNumber, formatShort } from '../../i18n/format.js';
import { useConnectionStore } from '../../state/connection-store.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { HistogramBrush } from '../../ui/histogram-brush.js';
import { useTimeLocale } from '../watch-county/use-county.js';
import { getHistogramExtent } from './histogram-extent.js';

interface TimeHistogramProps {
  /** Epoch milliseconds. */
  value: [number, number];
  onChange(value: [number, number]): void;
}

const bucketCount = 84;

/** How many incidents there were when; drag over it to choose. */
export function TimeHistogram({ value, onChange }: TimeHistogramProps) {
  const { t } = useTranslation();
  const locale = useTimeLocale();
  const language = usePreferenceStore((state) => state.language);
  const [[from, to]] = useState(() => {
    const now = Date.now() + useConnectionStore.getState().clockOffset;
    return getHistogramExtent(value, Math.ceil(now / 60_000) * 60_000);
  });
  const [{ data, fetching, error }] = useQuery({
    query: TimeRangeHistogramDocument,
    variables: useMemo(
      () => ({
        filter: { from: new Date(from).toISOString(), to: new Date(to).toISOString() },
        buckets: bucketCount,
      }),
      [from, to],
    ),
  });
  const buckets = useMemo(
    () =>
      (data?.incidentHistogram ?? []).map((bucket) => ({
        from: Date.parse(bucket.from),
        count: bucket.count,
        urgent: bucket.urgent,
      })),
    [data],
  );
  if (error && !data) return <p className="muted">{t('time.failed')}</p>;
  // The window may begin before the counts do: what is not drawn is not dragged.
  const shown: [number, number] = [Math.max(value[0], from), Math.min(Math.max(value[1], from), to)];
  const isLong = to - from > 3 * 86_400_000;
  return (
    <HistogramBrush
      buckets={buckets}
      from={from}
      to={to}
      value={shown}
      onChange={(next) => onChange([next[0], next[1]])}
      formatInstant={(instant) => formatShort(instant, to, locale)}
      formatTick={(instant) =>
        isLong ? formatDate(instant, locale).replace(/^\d+年| \d{4}$/, '') : formatClock(instant, locale)
      }
      label={t('time.histogram')}
      labels={{
        start: t('time.start'),
        end: t('time.end'),
        empty: t('time.noneInRange'),
        loading: t('time.loading'),
        readOut: (bar) =>
          t('time.bar', {
            count: bar.count,
            value: formatNumber(bar.count, language),
            urgent: formatNumber(bar.urgent, language),
            from: formatShort(bar.from, to, locale),
            to: formatShort(bar.to, to, locale),
          }),
      }}
      isLoading={fetching && !data}
    />
  );
}

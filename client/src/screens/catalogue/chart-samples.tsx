import { HourOfWeekHeat } from '../../ui/charts/hour-of-week-heat.js';
import { HourSteps } from '../../ui/charts/hour-steps.js';
import { RankedBars } from '../../ui/charts/ranked-bars.js';
import { TimeSeries } from '../../ui/charts/time-series.js';
import { getPalette } from '../../ui/tokens.js';
import { makeBuckets, now } from './sample-data.js';
import { Sample, useSampleTexts } from './sample.js';

const formatNumber = (value: number): string => value.toLocaleString('en');

/** The charts, with the table behind each. */
export function ChartSamples() {
  const t = useSampleTexts();
  const frame = {
    showTable: t('catalogue.text.table'),
    showChart: t('catalogue.part.charts'),
    empty: t('catalogue.text.rangeEmpty'),
  };
  const count = t('catalogue.text.count');
  const title = t('catalogue.text.tableCaption');
  const hours = makeBuckets(now, 168);
  return (
    <Sample id="charts" title={t('catalogue.part.charts')}>
      {(theme) => (
        <>
          <RankedBars
            title={title}
            alt={title}
            theme={theme}
            formatNumber={formatNumber}
            words={{
              ...frame,
              name: t('catalogue.text.name'),
              count,
              previous: t('catalogue.text.trendFlat'),
              change: t('catalogue.text.change'),
            }}
            bars={[
              { key: 'a', label: t('catalogue.text.grid'), count: 1280, previousCount: 1138, change: '+12%' },
              { key: 'b', label: t('catalogue.text.title3'), count: 640, previousCount: 702, change: '−9%' },
              { key: 'c', label: t('catalogue.text.title2'), count: 96, previousCount: 96, change: '0%' },
            ]}
          />
          <TimeSeries
            title={t('catalogue.text.today')}
            alt={t('catalogue.text.today')}
            theme={theme}
            formatNumber={formatNumber}
            words={{
              ...frame,
              time: t('catalogue.text.rangeLabel'),
              count,
              urgent: t('catalogue.text.p1'),
              previous: t('catalogue.text.trendFlat'),
            }}
            points={hours.slice(0, 48).map((bucket, index) => ({
              label: `${index % 24}:00`,
              ...(index % 6 === 0 && { tick: `${index % 24}:00` }),
              count: bucket.count,
              urgent: bucket.urgent,
            }))}
          />
          <HourOfWeekHeat
            title={t('catalogue.text.rangeLabel')}
            alt={t('catalogue.text.rangeLabel')}
            theme={theme}
            formatNumber={formatNumber}
            counts={hours.map((bucket) => bucket.count)}
            weekdays={['1', '2', '3', '4', '5', '6', '7']}
            words={{ ...frame, hour: t('catalogue.text.hours', { count: 1 }), count, least: '0', most: '' }}
          />
          <HourSteps
            title={t('catalogue.text.today')}
            alt={t('catalogue.text.today')}
            theme={theme}
            hour={14}
            formatShare={(share) => (share === null ? '—' : `${Math.round(share * 100)}%`)}
            formatHour={(at) => `${at}:00`}
            words={{ ...frame, hour: t('catalogue.text.rangeLabel') }}
            lines={(['reach1', 'reach3', 'reach5'] as const).map((colour, line) => ({
              key: colour,
              label: t(`catalogue.text.p${(line + 1) as 1 | 2 | 3}`),
              colour: getPalette(theme)[colour],
              shares: hours.slice(0, 24).map((bucket) => (bucket.count / 60 + line) / 3.5),
              asides: hours.slice(0, 24).map((bucket) => String(bucket.count)),
            }))}
          />
        </>
      )}
    </Sample>
  );
}

import { lazy, Suspense, useState } from 'react';
import { Banner } from '../../ui/banner.js';
import { DataTable } from '../../ui/data-table.js';
import { DeadlineClock } from '../../ui/deadline-clock.js';
import { Figure } from '../../ui/figure.js';
import { HistogramBrush } from '../../ui/histogram-brush.js';
import type { TimeWindow } from '../../ui/histogram-geometry.js';
import { IconButton } from '../../ui/icon-button.js';
import { ListRow } from '../../ui/list-row.js';
import { Notice } from '../../ui/notice.js';
import { Panel } from '../../ui/panel.js';
import { Skeleton } from '../../ui/skeleton.js';
import { StatusChip } from '../../ui/status-chip.js';
import { Tag } from '../../ui/tag.js';
import { Timeline } from '../../ui/timeline.js';
import { hour, makeBuckets, now } from './sample-data.js';
import { Row, Sample, useSampleTexts } from './sample.js';

const Sparkline = lazy(async () => ({ default: (await import('../../ui/charts/sparkline.js')).Sparkline }));
const nothing = (): void => undefined;
const week = [31, 28, 35, 22, 41, 38, 46];

/** How records, numbers and times are shown, and what stands in their place. */
export function RecordSamples() {
  const t = useSampleTexts();
  return (
    <>
      <Sample id="panel" title={t('catalogue.part.panel')}>
        <PanelSample />
      </Sample>
      <Sample id="chip" title={t('catalogue.part.chip')}>
        <Chips />
      </Sample>
      <Sample id="figure" title={t('catalogue.part.figure')}>
        <Figures />
      </Sample>
      <Sample id="deadline" title={t('catalogue.part.deadline')}>
        <Deadlines />
      </Sample>
      <Sample id="timeline" title={t('catalogue.part.timeline')}>
        <TimelineSample />
      </Sample>
      <Sample id="table" title={t('catalogue.part.table')}>
        <DataTable
          caption={t('catalogue.text.tableCaption')}
          columns={[
            { key: 'name', label: t('catalogue.text.name') },
            { key: 'count', label: t('catalogue.text.count'), isNumeric: true },
            { key: 'change', label: t('catalogue.text.change'), isNumeric: true },
          ]}
          rows={[
            { id: 'a', name: t('catalogue.text.grid'), count: 1280, change: 12.5 },
            { id: 'b', name: t('catalogue.text.long'), count: 96, change: -8.1 },
            { id: 'c', name: t('catalogue.text.extent'), count: 7, change: null },
          ]}
        />
      </Sample>
      <Sample id="histogram" title={t('catalogue.part.histogram')}>
        <Histograms />
      </Sample>
      <Sample id="state" title={t('catalogue.part.state')}>
        <States />
      </Sample>
    </>
  );
}

function PanelSample() {
  const t = useSampleTexts();
  const [selected, setSelected] = useState(1);
  const rows = [
    { title: t('catalogue.text.title'), tone: 'p1' as const, chip: t('catalogue.text.p1'), aside: '14:02' },
    { title: t('catalogue.text.title2'), tone: 'p2' as const, chip: t('catalogue.text.p2'), aside: '13:47' },
    { title: t('catalogue.text.long'), tone: 'p3' as const, chip: t('catalogue.text.p3'), aside: '09:10' },
  ];
  return (
    <div className="catalogue-panel">
      <Panel
        title={t('catalogue.text.incidents')}
        level={3}
        count="128"
        actions={
          <>
            <IconButton icon="filter" size="small" label={t('catalogue.text.filter')} />
            <IconButton icon="more" size="small" label={t('catalogue.text.more')} />
          </>
        }
        footer={t('catalogue.text.staleHint')}
      >
        {rows.map((row, index) => (
          <ListRow
            key={row.title}
            title={row.title}
            chips={<StatusChip tone={row.tone}>{row.chip}</StatusChip>}
            meta={t('catalogue.text.meta')}
            aside={row.aside}
            isSelected={index === selected}
            onPress={() => setSelected(index)}
          />
        ))}
      </Panel>
    </div>
  );
}

function Chips() {
  const t = useSampleTexts();
  return (
    <>
      <Row>
        <StatusChip tone="p1">{t('catalogue.text.p1')}</StatusChip>
        <StatusChip tone="p2">{t('catalogue.text.p2')}</StatusChip>
        <StatusChip tone="p3">{t('catalogue.text.p3')}</StatusChip>
      </Row>
      <Row>
        <StatusChip>{t('catalogue.text.plain')}</StatusChip>
        <StatusChip tone="accent">{t('catalogue.text.onScene')}</StatusChip>
        <StatusChip tone="success">{t('catalogue.text.done')}</StatusChip>
        <StatusChip tone="warning">{t('catalogue.text.soon')}</StatusChip>
        <StatusChip tone="danger">{t('catalogue.text.overdue')}</StatusChip>
        <StatusChip icon="pause">{t('catalogue.text.paused')}</StatusChip>
      </Row>
      <Row>
        <Tag icon="filter">{t('catalogue.text.title2')}</Tag>
        <Tag onRemove={nothing} removeLabel={t('catalogue.text.remove')}>
          {t('catalogue.text.grid')}
        </Tag>
      </Row>
    </>
  );
}

function Figures() {
  const t = useSampleTexts();
  const line = (
    <Suspense>
      <Sparkline values={week} />
    </Suspense>
  );
  return (
    <div className="catalogue-figures">
      <Figure
        label={t('catalogue.text.today')}
        value="1,284"
        size="large"
        trend={{ direction: 'up', text: t('catalogue.text.trendUp'), isGood: false }}
        onPress={nothing}
      >
        {line}
      </Figure>
      <Figure
        label={t('catalogue.text.response')}
        value="7.4"
        unit={t('catalogue.text.minutes')}
        trend={{ direction: 'down', text: t('catalogue.text.trendDown'), isGood: true }}
      />
      <Figure
        label={t('catalogue.text.inView')}
        value="96"
        trend={{ direction: 'flat', text: t('catalogue.text.trendFlat') }}
      />
      <Figure label={t('catalogue.text.today')} value="—" isLoading />
    </div>
  );
}

function Deadlines() {
  const t = useSampleTexts();
  const span = (milliseconds: number): string =>
    milliseconds < 48 * hour
      ? t('catalogue.text.hours', { count: Math.round(milliseconds / hour) })
      : t('catalogue.text.days', { count: Math.round(milliseconds / 24 / hour) });
  const labels = {
    normal: t('catalogue.text.normal'),
    soon: t('catalogue.text.soon'),
    overdue: t('catalogue.text.overdue'),
    paused: t('catalogue.text.paused'),
    left: (milliseconds: number) => t('catalogue.text.left', { time: span(milliseconds) }),
    over: (milliseconds: number) => t('catalogue.text.over', { time: span(milliseconds) }),
  };
  const terms = [
    { startedAt: now - 20 * hour, dueAt: now + 52 * hour },
    { startedAt: now - 66 * hour, dueAt: now + 6 * hour },
    { startedAt: now - 120 * hour, dueAt: now - 49 * hour },
    { startedAt: now - 40 * hour, dueAt: now + 32 * hour, isPaused: true },
  ];
  return (
    <>
      <Row>
        {terms.map((term) => (
          <DeadlineClock key={term.dueAt} {...term} now={now} labels={labels} />
        ))}
      </Row>
      <Row>
        {terms.map((term) => (
          <DeadlineClock key={term.dueAt} {...term} now={now} labels={labels} isCompact />
        ))}
      </Row>
    </>
  );
}

function TimelineSample() {
  const t = useSampleTexts();
  const at = '2026-11-22T14:05:00+08:00';
  return (
    <Timeline
      label={t('catalogue.part.timeline')}
      entries={[
        {
          id: '1',
          at,
          atText: '13:20',
          title: t('catalogue.text.registered'),
          actor: t('catalogue.text.centre'),
          detail: t('catalogue.text.registeredDetail'),
        },
        {
          id: '2',
          at,
          atText: '13:22',
          title: t('catalogue.text.assigned'),
          actor: t('catalogue.text.station'),
          tone: 'accent',
        },
        {
          id: '3',
          at,
          atText: '13:31',
          title: t('catalogue.text.arrived'),
          actor: t('catalogue.text.unit'),
          tone: 'success',
          icon: 'done',
        },
        {
          id: '4',
          at,
          atText: '13:58',
          title: t('catalogue.text.returned'),
          actor: t('catalogue.text.centre'),
          tone: 'warning',
          icon: 'warning',
        },
        { id: '5', at, atText: '18:00', title: t('catalogue.text.review'), isAhead: true },
      ]}
    />
  );
}

function Histograms() {
  const t = useSampleTexts();
  const [from, to] = [now - 48 * hour, now];
  const [value, setValue] = useState<TimeWindow>([now - 24 * hour, now - 6 * hour]);
  const clock = (instant: number): string => {
    const at = new Date(instant + 8 * hour);
    return `${at.getUTCMonth() + 1}-${at.getUTCDate()} ${at.toISOString().slice(11, 16)}`;
  };
  const shared = {
    from,
    to,
    value,
    onChange: setValue,
    formatInstant: clock,
    label: t('catalogue.text.rangeLabel'),
    labels: {
      start: t('catalogue.text.rangeStart'),
      end: t('catalogue.text.rangeEnd'),
      empty: t('catalogue.text.rangeEmpty'),
      loading: t('catalogue.text.loading'),
      readOut: (bar: { from: number; to: number; count: number; urgent: number }) =>
        t('catalogue.text.readOut', { ...bar, from: clock(bar.from), to: clock(bar.to) }),
    },
  };
  return (
    <>
      <HistogramBrush {...shared} buckets={makeBuckets(from, 48)} />
      <div className="catalogue-narrow">
        <HistogramBrush {...shared} buckets={makeBuckets(from, 48)} isLoading height={56} />
        <HistogramBrush {...shared} buckets={[]} height={56} />
      </div>
    </>
  );
}

function States() {
  const t = useSampleTexts();
  const retry = { label: t('catalogue.text.retry'), onPress: nothing };
  return (
    <>
      <div className="catalogue-states">
        <Notice kind="loading" title={t('catalogue.text.loading')} />
        <Skeleton shape="rows" label={t('catalogue.text.loading')} />
        <Notice
          kind="empty"
          icon="filter"
          title={t('catalogue.text.empty')}
          action={{ ...retry, label: t('catalogue.text.clear') }}
        >
          {t('catalogue.text.emptyHint')}
        </Notice>
        <Notice kind="error" title={t('catalogue.text.error')} action={retry}>
          {t('catalogue.text.errorHint')}
        </Notice>
        <Notice kind="stale" title={t('catalogue.text.stale')} action={retry}>
          {t('catalogue.text.staleHint')}
        </Notice>
        <Notice kind="offline" title={t('catalogue.text.offline')}>
          {t('catalogue.text.offlineHint')}
        </Notice>
      </div>
      <Banner tone="accent" action={{ ...retry, label: t('catalogue.text.submit') }}>
        {t('catalogue.text.banner')}
      </Banner>
      <Banner tone="success">{t('catalogue.text.saved')}</Banner>
      <Banner tone="warning" icon="history" action={retry}>
        {t('catalogue.text.staleHint')}
      </Banner>
      <Banner tone="danger" icon="offline">
        {t('catalogue.text.offlineHint')}
      </Banner>
    </>
  );
}

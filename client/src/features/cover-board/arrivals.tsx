import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  CoverArrivalsDocument,
  type CoverArrivalsQuery,
  type CoverBoardInput,
  type CoverReading,
} from '../../graphql/generated/travel/graphql.js';
import { formatMinutes } from '../../i18n/format.js';
import { DataTable } from '../../ui/data-table.js';
import { Notice } from '../../ui/notice.js';
import { SegmentedControl } from '../../ui/segmented-control.js';
import { Skeleton } from '../../ui/skeleton.js';
import { StatusChip } from '../../ui/status-chip.js';
import { useOperations } from '../show-map/operations.js';
import './arrivals.css';
import { Section } from './section.js';
import { Difference } from './tier-table.js';
import { useAnswer, useErrorWords } from './use-answer.js';
import { useCoverWords } from './use-cover-words.js';
import { useShowPlace } from './use-show-place.js';

type Arrivals = CoverArrivalsQuery['coverBoard']['arrivals'];

const periods = [7, 30, 90] as const;
/** Of fewer a median says nothing. */
const fewestArrivals = 5;

/** What the model says beside what was measured: how far it can be trusted. */
export function ArrivalComparison({ input, reading }: { input: CoverBoardInput; reading: CoverReading }) {
  const { t } = useTranslation();
  const { county } = useOperations();
  const [days, setDays] = useState(30);
  const words = useCoverWords();
  const errorWords = useErrorWords();
  const variables = useMemo(() => ({ input, days }), [input, days]);
  const { data, isOld, error, retry } = useAnswer(CoverArrivalsDocument, variables);
  const arrivals = data?.coverBoard.arrivals;
  return (
    <Section
      title={t('cover.arrivals.title')}
      note={
        arrivals
          ? t('cover.arrivals.note', { count: arrivals.count, value: words.number(arrivals.count) })
          : t('cover.arrivals.noteWaiting')
      }
      {...(county.simulated && { actions: <StatusChip>{t('simulated')}</StatusChip> })}
    >
      <SegmentedControl
        label={t('cover.arrivals.period')}
        isFullWidth
        value={String(days)}
        onChange={(next) => setDays(Number(next))}
        options={periods.map((count) => ({
          value: String(count),
          label: t('cover.arrivals.days', { count }),
        }))}
      />
      {error && !arrivals ? (
        <Notice kind="error" title={t('cover.error')} action={{ label: t('action.retry'), onPress: retry }}>
          {errorWords(error)}
        </Notice>
      ) : !arrivals ? (
        <Skeleton shape="lines" count={4} label={t('loading')} />
      ) : arrivals.count === 0 ? (
        <Notice kind="empty" title={t('cover.arrivals.none')}>
          {t('cover.arrivals.noneHint')}
        </Notice>
      ) : (
        <div className="arrivals" data-old={isOld || undefined} aria-busy={isOld}>
          <ByTier tiers={arrivals.tiers} reading={reading} />
          <ByGrid grids={arrivals.grids} />
        </div>
      )}
    </Section>
  );
}

function ByTier({ tiers, reading }: { tiers: Arrivals['tiers']; reading: CoverReading }) {
  const { t } = useTranslation();
  const words = useCoverWords();
  return (
    <table className="arrival-tiers">
      <caption className="sr-only">{t('cover.arrivals.byTier')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('cover.arrivals.within')}</th>
          <th scope="col">{t('cover.arrivals.measured')}</th>
          <th scope="col">{t('cover.arrivals.modelled')}</th>
          <th scope="col">{t('cover.arrivals.gap')}</th>
        </tr>
      </thead>
      <tbody>
        {tiers.map((tier) => {
          const difference = words.points(tier.modelledShare, tier.measuredShare);
          return (
            <tr key={tier.tier}>
              <th scope="row">{words.tier(tier, reading)}</th>
              <td>
                <b>{words.share(tier.measuredShare)}</b>
              </td>
              <td>{words.share(tier.modelledShare)}</td>
              <td>{difference ? <Difference text={difference} /> : '—'}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function ByGrid({ grids }: { grids: Arrivals['grids'] }) {
  const { t } = useTranslation();
  const show = useShowPlace();
  const places = useMemo(() => new Map(grids.map(({ grid }) => [grid.id, grid])), [grids]);
  const minutes = (seconds: unknown): string => (typeof seconds === 'number' ? formatMinutes(seconds) : '—');
  return (
    <div className="arrival-grids">
      <DataTable
        caption={t('cover.arrivals.byGrid')}
        columns={[
          {
            key: 'grid',
            label: t('cover.gaps.grid'),
            format: (name, { id }) => (
              <button
                type="button"
                className="chart-link"
                onClick={() => show(places.get(String(id))!.location, String(name))}
              >
                {name}
              </button>
            ),
          },
          { key: 'count', label: t('cover.arrivals.count'), isNumeric: true },
          {
            key: 'median',
            label: t('cover.arrivals.median'),
            isNumeric: true,
            format: (value, { count }) =>
              Number(count) < fewestArrivals ? (
                <span className="muted">{t('cover.arrivals.tooFew')}</span>
              ) : (
                minutes(value)
              ),
          },
          { key: 'p90', label: t('cover.arrivals.p90'), isNumeric: true, format: minutes },
          { key: 'modelled', label: t('cover.arrivals.modelled'), isNumeric: true, format: minutes },
        ]}
        rows={grids.map(({ grid, count, medianSeconds, p90Seconds, modelledSeconds }) => ({
          id: grid.id,
          grid: grid.name || grid.code,
          count,
          // Of too few nothing is said, also not by the order of the rows.
          median: count < fewestArrivals ? null : medianSeconds,
          p90: count < fewestArrivals ? null : p90Seconds,
          modelled: modelledSeconds,
        }))}
      />
    </div>
  );
}

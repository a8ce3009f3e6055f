import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GridStatisticsDocument, type StatisticsBasis } from '../../graphql/generated/studio/graphql.js';
import { formatDate, formatNumber } from '../../i18n/format.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { useNow } from '../../state/use-now.js';
import { useStudioStore } from '../../state/studio-store.js';
import { DataTable } from '../../ui/data-table.js';
import { Notice } from '../../ui/notice.js';
import { SegmentedControl } from '../../ui/segmented-control.js';
import { Select } from '../../ui/select.js';
import { Skeleton } from '../../ui/skeleton.js';
import { StatusChip } from '../../ui/status-chip.js';
import { useAnswer, useErrorWords } from '../cover-board/use-answer.js';
import { Section } from '../cover-board/section.js';
import '../manage-plans/grid-table.css';
import { showGrids } from '../manage-plans/show-on-map.js';
import { useTimeLocale } from '../watch-county/use-county.js';
import { useHistoryStore } from './history-store.js';

const periods = [30, 90, 365];

/** Incidents by grid: of the grid in force when each happened, or of the boundaries on show, wherever each lay then. */
export function StatisticsSection() {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  const locale = useTimeLocale();
  const language = usePreferenceStore((state) => state.language);
  const partition = useStudioStore((state) => state.partition);
  const at = useHistoryStore((state) => state.at);
  const [basis, setBasis] = useState<StatisticsBasis>('THEN');
  const [days, setDays] = useState(90);
  const now = useNow(600_000);
  // Of another time: the period until then. Nothing is counted ahead of time.
  const until = Math.min(at === null ? now : Date.parse(at), now);
  const from = new Date(until - days * 86_400_000).toISOString();
  const { data, error, isOld, retry } = useAnswer(
    GridStatisticsDocument,
    useMemo(
      () => ({ partition, at, from, to: at === null ? null : new Date(until).toISOString(), basis }),
      [partition, at, from, until, basis],
    ),
  );
  const rows = data?.gridStatistics;
  const count = (value: unknown): string => (typeof value === 'number' ? formatNumber(value, language) : '—');
  const sum = (key: 'incidents' | 'urgent' | 'riskPoints'): string =>
    formatNumber(
      (rows ?? []).reduce((total, row) => total + row[key], 0),
      language,
    );
  return (
    <Section
      title={t('descent.statistics.title')}
      note={t('descent.statistics.period', { from: formatDate(from, locale), to: formatDate(until, locale) })}
      actions={
        <Select
          label={t('compared.period')}
          isLabelHidden
          value={String(days)}
          options={periods.map((each) => ({
            value: String(each),
            label: t('compared.days', { count: each }),
          }))}
          onChange={(value) => setDays(Number(value))}
        />
      }
    >
      <SegmentedControl
        label={t('descent.statistics.basis')}
        isFullWidth
        value={basis}
        options={[
          { value: 'THEN', label: t('descent.statistics.then') },
          { value: 'NOW', label: t(at === null ? 'descent.statistics.now' : 'descent.statistics.asShown') },
        ]}
        onChange={setBasis}
      />
      <p className="cover-hint">{t(`descent.statistics.hint.${basis}`)}</p>
      {error && !rows ? (
        <Notice
          kind="error"
          title={t('descent.statistics.failed')}
          action={{ label: t('action.retry'), onPress: retry }}
        >
          {errorWords(error)}
        </Notice>
      ) : !rows ? (
        <Skeleton shape="block" label={t('loading')} />
      ) : (
        <div className="grid-table history-table" data-old={isOld || undefined} aria-busy={isOld}>
          <DataTable
            caption={t('descent.statistics.title')}
            isCaptionHidden
            emptyText={t('descent.statistics.none')}
            columns={[
              {
                key: 'name',
                label: t('compared.grid'),
                format: (name, { id, isInForce }) => (
                  <span className="grid-cell">
                    <button type="button" className="grid-link" onClick={() => choose(String(id))}>
                      {name}
                    </button>
                    {isInForce === 0 && <StatusChip>{t('compared.change.ENDED')}</StatusChip>}
                  </span>
                ),
              },
              { key: 'incidents', label: t('compared.measure.incidents'), isNumeric: true, format: count },
              { key: 'urgent', label: t('priorityShort.1'), isNumeric: true, format: count },
              { key: 'riskPoints', label: t('compared.measure.riskPoints'), isNumeric: true, format: count },
            ]}
            rows={rows.map(({ grid, isInForce, incidents, urgent, riskPoints }) => ({
              id: grid.id,
              name: grid.name || grid.code,
              isInForce: Number(isInForce),
              incidents,
              urgent,
              riskPoints,
            }))}
            totals={[t('compared.total'), sum('incidents'), sum('urgent'), sum('riskPoints')]}
          />
        </div>
      )}
    </Section>
  );
}

/** Shows where a grid is and where it comes from. */
function choose(gridId: string): void {
  useStudioStore.getState().selectGrids([gridId]);
  showGrids([gridId]);
}

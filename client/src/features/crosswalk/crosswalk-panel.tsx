import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { CrosswalkDocument } from '../../graphql/generated/studio/graphql.js';
import { formatArea, formatNumber, formatShare } from '../../i18n/format.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { useStudioStore } from '../../state/studio-store.js';
import { resolveWindow, type TimePreset } from '../../state/time-window.js';
import { useNow } from '../../state/use-now.js';
import { Button } from '../../ui/button.js';
import { DataTable, type DataColumn } from '../../ui/data-table.js';
import { Dialog } from '../../ui/dialog.js';
import { Icon } from '../../ui/icon.js';
import { Notice } from '../../ui/notice.js';
import { Select } from '../../ui/select.js';
import { Skeleton } from '../../ui/skeleton.js';
import type { DataRow } from '../../ui/sort-rows.js';
import { Switch } from '../../ui/switch.js';
import { TextField } from '../../ui/text-field.js';
import { useErrorWords } from '../cover-board/use-answer.js';
import './crosswalk.css';
import { filterRows, idOf, sliverShare } from './crosswalk-rows.js';
import { useBothPartitions } from './use-both-partitions.js';

const periods = ['7d', '30d', '90d'] as const satisfies TimePreset[];
const pageSize = 120;
const stepMilliseconds = 5 * 60_000;

/** Which police grid covers how much of which social grid: both partitions on the map, and the table of what they share. */
export function CrosswalkPanel() {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  const language = usePreferenceStore((state) => state.language);
  const selectedIds = useStudioStore((state) => state.selectedGridIds);
  const selectGrids = useStudioStore((state) => state.selectGrids);
  const [period, setPeriod] = useState<(typeof periods)[number]>('30d');
  const [text, setText] = useState('');
  const [withSlivers, setSlivers] = useState(false);
  const [isFull, setFull] = useState(false);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const now = useNow(stepMilliseconds);
  const { from } = useMemo(() => resolveWindow({ preset: period }, now), [period, now]);
  const [{ data, error, fetching }, execute] = useQuery({
    query: CrosswalkDocument,
    variables: { from, to: null },
    requestPolicy: 'cache-and-network',
  });
  // The former answer stays until that of the new period comes.
  const [last, setLast] = useState(data);
  if (data && data !== last) setLast(data);
  const rows = last?.partitionCrosswalk;
  const shown = useMemo(
    () => filterRows(rows ?? [], { text, gridIds: selectedIds, withSlivers }),
    [rows, text, selectedIds, withSlivers],
  );
  const byId = useMemo(() => new Map(rows?.map((row) => [idOf(row), row])), [rows]);
  useBothPartitions((chosenId !== null && byId.get(chosenId)) || null);
  const number = (value: unknown): string => formatNumber(Number(value), language);
  const share = (value: unknown): string => formatShare(Number(value), language);
  const choose = (value: unknown, row: DataRow) => (
    <>
      <button
        type="button"
        className="crosswalk-row"
        aria-pressed={chosenId === row.id}
        onClick={() => setChosenId(chosenId === row.id ? null : String(row.id))}
      >
        {String(value)}
      </button>
      {!isFull && <span className="crosswalk-social">{row.social}</span>}
    </>
  );
  const columns: DataColumn[] = [
    { key: 'police', label: t(isFull ? 'partition.POLICE' : 'crosswalk.pair'), format: choose },
    ...(isFull ? [{ key: 'social', label: t('partition.SOCIAL') }] : []),
    { key: 'shareOfPolice', label: t('crosswalk.shareOfPolice'), isNumeric: true, format: share },
    { key: 'shareOfSocial', label: t('crosswalk.shareOfSocial'), isNumeric: true, format: share },
    { key: 'households', label: t('crosswalk.households'), isNumeric: true, format: number },
    { key: 'incidents', label: t('crosswalk.incidents'), isNumeric: true, format: number },
    ...(isFull
      ? [
          {
            key: 'area',
            label: t('crosswalk.area'),
            isNumeric: true,
            format: (value: unknown) => formatArea(Number(value), t, language),
          },
        ]
      : []),
  ];
  const table = (
    <div
      className="crosswalk-table"
      data-full={isFull || undefined}
      data-old={(fetching && data === undefined) || undefined}
    >
      <DataTable
        caption={t('crosswalk.caption')}
        isCaptionHidden
        columns={columns}
        rows={shown.map((row) => ({
          id: idOf(row),
          police: row.policeGrid.name || row.policeGrid.code,
          social: row.socialGrid.name || row.socialGrid.code,
          shareOfPolice: row.shareOfPolice,
          shareOfSocial: row.shareOfSocial,
          households: row.households,
          incidents: row.incidents,
          area: row.areaSquareMetres,
        }))}
        emptyText={t('crosswalk.nothingFound')}
        isMarked={({ id }) => id === chosenId}
        paging={{
          size: pageSize,
          moreLabel: (count) => t('assign.more', { count, value: formatNumber(count, language) }),
        }}
      />
    </div>
  );
  return (
    <div className="crosswalk" data-testid="crosswalk-panel">
      <p className="crosswalk-hint">{t('crosswalk.intro')}</p>
      <div className="crosswalk-filters">
        <TextField
          label={t('crosswalk.filter')}
          isLabelHidden
          icon="search"
          placeholder={t('crosswalk.filter')}
          value={text}
          onChange={setText}
        />
        <Select
          label={t('crosswalk.period')}
          isLabelHidden
          value={period}
          options={periods.map((value) => ({ value, label: t(`crosswalk.periods.${value}`) }))}
          onChange={setPeriod}
        />
      </div>
      <div className="crosswalk-filters">
        <Switch isSelected={withSlivers} onChange={setSlivers}>
          {t('crosswalk.slivers', { share: formatShare(sliverShare, language) })}
        </Switch>
        {selectedIds.length > 0 && (
          <Button size="small" variant="quiet" icon="close" onPress={() => selectGrids([])}>
            {t('crosswalk.chosen', { count: selectedIds.length })}
          </Button>
        )}
      </div>
      {error && !rows ? (
        <Notice
          kind="error"
          title={t('crosswalk.failed')}
          action={{ label: t('action.retry'), onPress: () => execute({ requestPolicy: 'network-only' }) }}
        >
          {errorWords(error)}
        </Notice>
      ) : !rows ? (
        <Skeleton shape="lines" count={8} label={t('loading')} />
      ) : rows.length === 0 ? (
        <Notice kind="empty" title={t('crosswalk.none')}>
          {t('crosswalk.noneHint')}
        </Notice>
      ) : (
        <>
          <div className="crosswalk-count">
            <span>
              {t('crosswalk.count', { count: shown.length, value: formatNumber(shown.length, language) })}
            </span>
            <Button size="small" icon="maximise" onPress={() => setFull(true)}>
              {t('assign.staff.full')}
            </Button>
            <a
              className="ui-button"
              data-size="small"
              href={`/exports/crosswalk.csv?from=${encodeURIComponent(from)}`}
              download
              data-testid="crosswalk-csv"
            >
              <Icon name="download" size="small" />
              {t('crosswalk.csv')}
            </a>
          </div>
          {isFull ? (
            <Dialog
              title={t('crosswalk.caption')}
              isOpen
              onClose={() => setFull(false)}
              closeLabel={t('action.close')}
              size="large"
            >
              {table}
            </Dialog>
          ) : (
            table
          )}
        </>
      )}
    </div>
  );
}

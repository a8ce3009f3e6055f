import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferenceStore } from '../../state/preference-store.js';
import { DataTable, type DataColumn } from '../../ui/data-table.js';
import { Dialog } from '../../ui/dialog.js';
import type { Cell } from '../../ui/sort-rows.js';
import {
  isTouched,
  measures,
  readChange,
  sumChange,
  type Change,
  type ComparisonRow,
  type Measure,
} from './figures.js';
import { Signed } from './signed.js';
import { writeDifference, writeFigure } from './write-figures.js';

interface FiguresDialogProps {
  rows: readonly ComparisonRow[];
  onClose(): void;
}

/** Every measure of every grid that is touched, side by side. */
export function FiguresDialog({ rows, onClose }: FiguresDialogProps) {
  const { t } = useTranslation();
  const touched = useMemo(() => rows.filter(isTouched), [rows]);
  const columns: DataColumn[] = [
    { key: 'name', label: t('compared.grid') },
    { key: 'code', label: t('fact.code') },
    ...measures.map((measure): DataColumn => ({
      key: measure,
      label: t(`compared.measure.${measure}`),
      isNumeric: true,
      format: (value, row) => (
        <FigureCell
          measure={measure}
          before={asNumber(row[`${measure}Before`])}
          after={asNumber(row[`${measure}After`])}
          difference={asNumber(value)}
        />
      ),
    })),
  ];
  return (
    <Dialog
      title={t('compared.grids.title')}
      isOpen
      onClose={onClose}
      closeLabel={t('action.close')}
      size="full"
    >
      <div className="compare-wide">
        <DataTable
          caption={t('compared.wideNote')}
          emptyText={t('compared.grids.none')}
          columns={columns}
          rows={touched.map((row) => ({
            id: row.gridId,
            name: row.name || row.code,
            code: row.code,
            ...Object.fromEntries(
              measures.flatMap((measure): [string, Cell][] => {
                const { before, after, difference } = readChange(row, measure);
                return [
                  [measure, difference],
                  [`${measure}Before`, before],
                  [`${measure}After`, after],
                ];
              }),
            ),
          }))}
          totals={[
            t('compared.total'),
            '',
            ...measures.map((measure) => {
              const total = sumChange(rows, measure);
              return total ? <FigureCell key={measure} measure={measure} {...total} /> : '—';
            }),
          ]}
        />
      </div>
    </Dialog>
  );
}

/** What was, what will be, and the difference; what stays the same is said once. */
function FigureCell({ measure, before, after, difference }: { measure: Measure } & Change) {
  const { t } = useTranslation();
  const language = usePreferenceStore((state) => state.language);
  const [former, next] = [before, after].map((value) => writeFigure(value, measure, language));
  const text = writeDifference(difference, measure, t, language);
  if (text === '±0' && former === next) return <span className="muted">{next}</span>;
  return (
    <span className="compare-cell">
      <span>{`${former} → ${next}`}</span>
      <Signed text={text} />
    </span>
  );
}

const asNumber = (value: unknown): number | null => (typeof value === 'number' ? value : null);

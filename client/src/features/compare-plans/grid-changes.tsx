import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferenceStore } from '../../state/preference-store.js';
import { DataTable } from '../../ui/data-table.js';
import { Select } from '../../ui/select.js';
import { Switch } from '../../ui/switch.js';
import '../manage-plans/grid-table.css';
import { isTouched, measures, readChange, sumChange, type ComparisonRow, type Measure } from './figures.js';
import { GridName } from './grid-name.js';
import { Signed } from './signed.js';
import { writeDifference, writeFigure } from './write-figures.js';

/** Who gains and who loses, by one measure: before, after, and the difference. */
export function GridChanges({ rows }: { rows: readonly ComparisonRow[] }) {
  const { t } = useTranslation();
  const language = usePreferenceStore((state) => state.language);
  const [measure, setMeasure] = useState<Measure>('households');
  const [showsAll, setShowsAll] = useState(false);
  const touched = useMemo(() => rows.filter(isTouched), [rows]);
  const shown = showsAll ? rows : touched;
  const byId = useMemo(() => new Map(rows.map((row) => [row.gridId, row])), [rows]);
  const total = sumChange(rows, measure);
  const figure = (value: unknown): string =>
    writeFigure(typeof value === 'number' ? value : null, measure, language);
  const difference = (value: unknown) => (
    <Signed text={writeDifference(typeof value === 'number' ? value : null, measure, t, language)} />
  );
  return (
    <>
      <div className="compare-measure">
        <Select
          label={t('compared.measure.label')}
          isLabelHidden
          value={measure}
          options={measures.map((value) => ({ value, label: t(`compared.measure.${value}`) }))}
          onChange={setMeasure}
        />
        <Switch isSelected={showsAll} onChange={setShowsAll}>
          {t('compared.grids.unchanged')}
        </Switch>
      </div>
      <div className="grid-table">
        <DataTable
          caption={t('compared.grids.title')}
          isCaptionHidden
          emptyText={t('compared.grids.none')}
          columns={[
            {
              key: 'name',
              label: t('compared.grid'),
              format: (_, { id }) => <GridName row={byId.get(String(id))!} />,
            },
            { key: 'before', label: t('compared.before'), isNumeric: true, format: figure },
            { key: 'after', label: t('compared.after'), isNumeric: true, format: figure },
            { key: 'difference', label: t('compared.difference'), isNumeric: true, format: difference },
          ]}
          rows={shown.map((row) => ({
            id: row.gridId,
            name: row.name || row.code,
            ...readChange(row, measure),
          }))}
          {...(total && {
            totals: [
              t('compared.total'),
              figure(total.before),
              figure(total.after),
              <Signed key="difference" text={writeDifference(total.difference, measure, t, language)} />,
            ],
          })}
        />
      </div>
    </>
  );
}

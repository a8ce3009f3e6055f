import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/format.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { useStudioStore, type StudioGrid } from '../../state/studio-store.js';
import { ListRow } from '../../ui/list-row.js';
import { Notice } from '../../ui/notice.js';
import { TextField } from '../../ui/text-field.js';
import { showGrids } from '../manage-plans/show-on-map.js';
import { GridFields } from './grid-fields.js';
import './grids-panel.css';

/** The chosen grid's fields, and every grid to choose from. */
export function GridsPanel() {
  const { t } = useTranslation();
  const grids = useStudioStore((state) => state.grids);
  const selected = useStudioStore((state) => state.selectedGridIds);
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text);
  const listed = useMemo(() => listGrids([...grids.values()], wanted), [grids, wanted]);
  const one = selected.length === 1 ? grids.get(selected[0]!) : undefined;
  return (
    <div className="grids-panel" data-testid="grids-panel">
      {one ? (
        <GridFields key={one.id} grid={one} />
      ) : selected.length > 1 ? (
        <ChosenGrids ids={selected} />
      ) : (
        <p className="grids-none">{t('studio.grids.chooseOne')}</p>
      )}
      <div className="grids-search">
        <TextField
          label={t('studio.grids.search')}
          isLabelHidden
          placeholder={t('studio.grids.search')}
          icon="search"
          value={text}
          onChange={setText}
        />
        <span className="muted">{t('studio.grids.count', { count: listed.length })}</span>
      </div>
      <div className="grids-list">
        {listed.map((grid) => (
          <GridRow key={grid.id} grid={grid} isSelected={selected.includes(grid.id)} />
        ))}
        {listed.length === 0 && <Notice kind="empty" title={t('studio.grids.none')} />}
      </div>
    </div>
  );
}

function GridRow({ grid, isSelected }: { grid: StudioGrid; isSelected: boolean }) {
  const { t } = useTranslation();
  const language = usePreferenceStore((state) => state.language);
  const mark = grid.isNew ? 'new' : grid.isChanged ? 'changed' : null;
  return (
    <ListRow
      title={grid.name || t('studio.newGrid')}
      chips={
        mark && (
          <span className="grids-mark" data-mark={mark}>
            {t(`studio.mark.${mark}`)}
          </span>
        )
      }
      meta={[grid.code, grid.parentName].filter(Boolean).join(' · ')}
      {...(grid.households !== null && {
        aside: t('unit.households', {
          count: grid.households,
          value: formatNumber(grid.households, language),
        }),
      })}
      isSelected={isSelected}
      onPress={() => {
        useStudioStore.getState().selectGrids([grid.id]);
        showGrids([grid.id]);
      }}
    />
  );
}

function ChosenGrids({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <p className="grids-none">
      {t('studio.grids.chosen', { count: ids.length })}
      <button type="button" onClick={() => useStudioStore.getState().selectGrids([])}>
        {t('studio.grids.clear')}
      </button>
    </p>
  );
}

/** Those that contain a text, new and changed ones first, then by code. */
function listGrids(grids: readonly StudioGrid[], text: string): StudioGrid[] {
  const wanted = text.trim().toLowerCase();
  const rank = ({ isNew, isChanged }: StudioGrid): number => (isNew ? 0 : isChanged ? 1 : 2);
  return grids
    .filter(({ name, code, parentName }) => `${name}\n${code}\n${parentName}`.toLowerCase().includes(wanted))
    .sort((a, b) => rank(a) - rank(b) || a.code.localeCompare(b.code));
}

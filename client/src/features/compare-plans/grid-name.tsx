import { useTranslation } from 'react-i18next';
import { useStudioStore } from '../../state/studio-store.js';
import { StatusChip } from '../../ui/status-chip.js';
import '../manage-plans/grid-table.css';
import { showGrids } from '../manage-plans/show-on-map.js';
import type { ComparisonRow } from './figures.js';

/** A grid of the comparison, with what happens to it; pressed, the map shows it. */
export function GridName({ row: { gridId, name, code, change } }: { row: ComparisonRow }) {
  const { t } = useTranslation();
  // One that is gone has no place in the plan to go to.
  const isThere = useStudioStore((state) => state.grids.has(gridId));
  const words = name || code;
  return (
    <span className="grid-cell">
      {isThere ? (
        <button
          type="button"
          className="grid-link"
          onClick={() => {
            useStudioStore.getState().selectGrids([gridId]);
            showGrids([gridId]);
          }}
        >
          {words}
        </button>
      ) : (
        words
      )}
      {change === 'NEW' && <StatusChip tone="success">{t('compared.change.NEW')}</StatusChip>}
      {change === 'ENDED' && <StatusChip>{t('compared.change.ENDED')}</StatusChip>}
    </span>
  );
}

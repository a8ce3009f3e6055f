import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useQuery } from 'urql';
import { FiguresGridDocument } from '../../graphql/generated/graphql.js';
import { useViewStore } from '../../state/view-store.js';
import { Dialog } from '../../ui/dialog.js';
import { IconButton } from '../../ui/icon-button.js';
import { Notice } from '../../ui/notice.js';
import { SegmentedControl } from '../../ui/segmented-control.js';
import { Tag } from '../../ui/tag.js';
import { useTimeWindow } from '../show-map/use-time-window.js';
import './figures-panel.css';
import { HeadlineFigures } from './headline-figures.js';
import { ByGrid, ByHour, OverTime, Ranked, useFocusName } from './incident-charts.js';
import { UnitShifts } from './unit-shifts.js';
import { useFigures, type Focus, type RankedBy } from './use-figures.js';

/** Numbers of the desk's time window, of the county or of the selected grid. Describes what was reported. */
export function FiguresPanel() {
  const { t } = useTranslation();
  const [isLarge, setLarge] = useState(false);
  // Not twice at once: what is enlarged leaves the panel.
  return isLarge ? (
    <Dialog
      title={t('figures.title')}
      isOpen
      onClose={() => setLarge(false)}
      closeLabel={t('action.close')}
      size="full"
    >
      <Board />
    </Dialog>
  ) : (
    <Board onEnlarge={() => setLarge(true)} />
  );
}

function Board({ onEnlarge }: { onEnlarge?: () => void }) {
  const { t } = useTranslation();
  const window = useTimeWindow();
  const grid = useSelectedGrid();
  const [isOfGrid, setOfGrid] = useState(false);
  const [focus, setFocus] = useState<Focus | null>(null);
  const [by, setBy] = useState<RankedBy>('KIND');
  const scope = isOfGrid && grid ? grid.id : null;
  const { figures, period, isComparable, counts, weeks, error, isLoading, retry } = useFigures(window, {
    gridId: scope,
    focus,
    by,
  });
  const selectGrid = useSelectGrid();
  const nameFocus = useFocusName();
  if (error) {
    return (
      <Notice kind="error" title={t('figures.error')} action={{ label: t('action.retry'), onPress: retry }}>
        {error.message}
      </Notice>
    );
  }
  const isLarge = !onEnlarge;
  const common = { figures, isLoading, isComparable };
  return (
    <div className="figures" data-testid="figures" data-large={isLarge || undefined}>
      <div className="figures-bar">
        <div className="figures-scope">
          {grid ? (
            <SegmentedControl
              label={t('figures.scope')}
              value={scope ? 'grid' : 'county'}
              onChange={(value) => setOfGrid(value === 'grid')}
              options={[
                { value: 'county', label: t('figures.wholeCounty') },
                { value: 'grid', label: grid.name || grid.code },
              ]}
            />
          ) : (
            <b>{t('figures.wholeCounty')}</b>
          )}
          {focus && (
            <Tag
              icon="filter"
              onRemove={() => setFocus(null)}
              removeLabel={t('figures.clearFocus', { name: nameFocus(focus) })}
            >
              {nameFocus(focus)}
            </Tag>
          )}
        </div>
        {onEnlarge && (
          <IconButton icon="maximise" size="small" label={t('figures.maximise')} onPress={onEnlarge} />
        )}
      </div>
      <HeadlineFigures figures={figures} isLarge={isLarge} isComparable={isComparable} />
      <div className="figures-charts">
        <OverTime {...common} period={period} isLarge={isLarge} />
        <Ranked {...common} by={by} onBy={setBy} focus={focus} onFocus={setFocus} />
        {!scope && <ByGrid {...common} selectedId={grid?.id ?? null} onSelect={selectGrid} />}
        <ByHour counts={counts} weeks={weeks} />
        {!scope && <UnitShifts window={window} />}
      </div>
      <p className="figures-honest">{t('figures.honest')}</p>
    </div>
  );
}

function useSelectedGrid() {
  const selected = useViewStore((state) => state.selected);
  const id = selected?.kind === 'grid' ? selected.id : null;
  const [{ data }] = useQuery({ query: FiguresGridDocument, variables: { id: id ?? '' }, pause: !id });
  return id && data?.grid?.id === id ? data.grid : null;
}

/** Selects a grid and brings it into sight. */
function useSelectGrid(): (id: string) => void {
  const client = useClient();
  return useCallback(
    (id) => {
      const { select, goTo } = useViewStore.getState();
      select({ kind: 'grid', id });
      void client
        .query(FiguresGridDocument, { id })
        .toPromise()
        .then(({ data }) => {
          if (data?.grid?.anchor.type !== 'Point') return;
          const [longitude, latitude] = data.grid.anchor.coordinates as [number, number];
          goTo({ kind: 'point', longitude, latitude });
        });
    },
    [client],
  );
}

import { useTranslation } from 'react-i18next';
import { formatNumber, formatShare } from '../../i18n/format.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { useStudioStore, type StudioGrid } from '../../state/studio-store.js';
import { Icon } from '../../ui/icon.js';
import { EffectHead } from './balance-table.js';
import { Change } from './change.js';
import type { FigureId, GridFigure } from './list-figures.js';

interface GridEffectProps {
  id: string;
  /** Undefined: the plan ends it, or it is only being tried. */
  grid: StudioGrid | undefined;
  isThere: boolean;
  figures: readonly GridFigure[];
}

/** One grid: each figure before and after, and the norm where it is missed. */
export function GridEffect({ id, grid, isThere, figures }: GridEffectProps) {
  const { t } = useTranslation();
  const write = useWriteFigure();
  const isHot = useStudioStore((state) => state.hotGridIds.includes(id));
  const { setHotGrids } = useStudioStore.getState();
  const missed = figures.flatMap((figure) => (figure.missed ? [figure.missed] : []));
  return (
    <section
      className="effect-grid"
      data-testid={`effect-${id}`}
      data-hot={isHot || undefined}
      onPointerEnter={() => setHotGrids([id])}
      onPointerLeave={() => setHotGrids([])}
    >
      <h4>
        {grid?.name || t('studio.newGrid')}
        {grid?.code && <span className="muted">{grid.code}</span>}
        {(!isThere || !grid || grid.isNew) && (
          <span className="effect-mark" data-mark={isThere ? 'new' : 'gone'}>
            {t(isThere ? 'studio.mark.new' : 'studio.mark.gone')}
          </span>
        )}
      </h4>
      <table>
        <EffectHead />
        <tbody>
          {figures.map(({ id: figure, before, after, missed: isMissed }) => (
            <tr key={figure} data-figure={figure} data-missed={isMissed ? true : undefined}>
              <th scope="row">{t(`studio.figure.${figure}`)}</th>
              <td>{before === null ? '—' : write(figure, before)}</td>
              <td>
                <b>{after === null ? '—' : write(figure, after)}</b>
              </td>
              <Change before={before} after={after} write={(value) => write(figure, value)} />
            </tr>
          ))}
        </tbody>
      </table>
      {missed.map(({ norm, low, high }) => (
        <p key={norm} className="effect-missed">
          <Icon name="warning" size="small" />
          {t(`studio.norm.${norm}`, { low, high })}
        </p>
      ))}
    </section>
  );
}

function useWriteFigure(): (id: FigureId, value: number) => string {
  const language = usePreferenceStore((state) => state.language);
  return (id, value) => {
    switch (id) {
      case 'areaSquareMetres':
        return formatNumber(value / 1e6, language, 3);
      case 'coverShare':
        return formatShare(value, language);
      case 'workload':
        return formatNumber(value, language, 2);
      case 'compactness':
        return formatNumber(value, language, 3);
      default:
        return formatNumber(value, language);
    }
  };
}

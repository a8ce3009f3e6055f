import { useTranslation } from 'react-i18next';
import { overlayById } from '../../map/layers/index.js';
import { overlayIds } from '../../state/overlays.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { useViewStore } from '../../state/view-store.js';
import { getPalette } from '../../ui/tokens.js';
import { LegendSwatch } from '../browse-layers/legend-swatch.js';
import { useOperations } from '../show-map/operations.js';
import './wall-legend.css';

/** What the wall shows, from the same definitions as the desk: signs that are on screen at least once. */
export function WallLegend() {
  const { t } = useTranslation();
  const { counts } = useOperations();
  const theme = usePreferenceStore((state) => state.theme);
  const { visible, partition } = useViewStore();
  const zoom = useViewStore((state) => Math.floor((state.camera?.zoom ?? 12) * 10) / 10);
  const palette = getPalette(theme);
  const size = Math.round(window.innerWidth * 0.019);
  const entries = overlayIds
    .filter((id) => visible[id])
    .flatMap((id) =>
      overlayById[id]
        .legend({ palette, partition, isWall: true }, zoom)
        .filter(
          ({ count, label }) =>
            count !== undefined && (counts[id]?.[count] ?? 0) > 0 && !label.startsWith('border'),
        )
        .map((entry) => ({ id, entry })),
    );
  return (
    <ul className="wall-legend" aria-label={t('wall.legend')} data-testid="wall-legend">
      {entries.map(({ id, entry }) => (
        <li key={`${id}.${entry.label}`}>
          <LegendSwatch entry={entry} palette={palette} size={size} />
          <span>{t(`legend.${entry.label}`)}</span>
        </li>
      ))}
    </ul>
  );
}

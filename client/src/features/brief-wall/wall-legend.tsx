import { useTranslation } from 'react-i18next';
import { overlayById } from '../../map/layers/index.js';
import type { Overlay } from '../../map/layers/overlay.js';
import { overlayIds } from '../../state/overlays.js';
import { useViewStore } from '../../state/view-store.js';
import { getPalette } from '../../ui/tokens.js';
import { LegendSwatch } from '../browse-layers/legend-swatch.js';
import { useLegendEntries } from '../browse-layers/legend.js';
import { useOperations } from '../show-map/operations.js';
import { useWallWidth } from './use-wall-width.js';
import './wall-legend.css';

/** What the wall shows, from the same definitions as the desk: signs that are on screen at least once. */
export function WallLegend() {
  const { t } = useTranslation();
  const visible = useViewStore((state) => state.visible);
  return (
    <ul className="wall-legend" aria-label={t('wall.legend')} data-testid="wall-legend">
      {overlayIds
        .filter((id) => visible[id])
        .map((id) => (
          <OverlayEntries key={id} overlay={overlayById[id]} />
        ))}
    </ul>
  );
}

function OverlayEntries({ overlay }: { overlay: Overlay }) {
  const { t } = useTranslation();
  const { theme } = useOperations();
  const palette = getPalette(theme);
  const size = Math.round(useWallWidth() * 0.019);
  return useLegendEntries(overlay, true)
    .filter(({ entry, value }) => (value ?? 0) > 0 && !entry.label.startsWith('border'))
    .map(({ entry }) => (
      <li key={entry.label}>
        <LegendSwatch entry={entry} palette={palette} size={size} />
        <span>{t(`legend.${entry.label}`)}</span>
      </li>
    ));
}

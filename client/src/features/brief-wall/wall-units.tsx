import { useTranslation } from 'react-i18next';
import { unitsOverlay } from '../../map/layers/units.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { useViewStore } from '../../state/view-store.js';
import { getPalette } from '../../ui/tokens.js';
import { LegendSwatch } from '../browse-layers/legend-swatch.js';
import { useOperations } from '../show-map/operations.js';
import { useWallWidth } from './use-wall-width.js';

/** Who is out, by state, with the very signs of the map; states that nobody is in stay away. */
export function WallUnits() {
  const { t } = useTranslation();
  const { counts } = useOperations();
  const theme = usePreferenceStore((state) => state.theme);
  const partition = useViewStore((state) => state.partition);
  const palette = getPalette(theme);
  const size = Math.round(useWallWidth() * 0.021);
  const units = counts.units ?? {};
  const entries = unitsOverlay
    .legend({ palette, partition, isWall: true }, 14)
    .filter(({ count }) => count !== undefined && (units[count] ?? 0) > 0);
  if (entries.length === 0) return null;
  return (
    <section className="wall-card wall-units" data-testid="wall-units" aria-label={t('wall.units')}>
      <h2>{t('wall.units')}</h2>
      <ul>
        {entries.map((entry) => (
          <li key={entry.label}>
            <LegendSwatch entry={entry} palette={palette} size={size} />
            <span>{t(entry.count === 'STALE' ? 'wall.unitStale' : `legend.${entry.label}`)}</span>
            <b>{units[entry.count ?? '']}</b>
          </li>
        ))}
      </ul>
    </section>
  );
}

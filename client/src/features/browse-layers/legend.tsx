import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/format.js';
import type { Overlay } from '../../map/layers/overlay.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { useViewStore } from '../../state/view-store.js';
import { getPalette } from '../../ui/tokens.js';
import { useOperations } from '../show-map/operations.js';
import { LegendSwatch } from './legend-swatch.js';
import './legend.css';

/** What the signs of an overlay mean at this zoom, and how many there are of each. */
export function Legend({ overlay }: { overlay: Overlay }) {
  const { t } = useTranslation();
  const { counts } = useOperations();
  const { theme, language } = usePreferenceStore();
  const partition = useViewStore((state) => state.partition);
  // Rounded, so that it renders again only when a different legend may be due.
  const zoom = useViewStore((state) => Math.floor((state.camera?.zoom ?? 12) * 10) / 10);
  const palette = getPalette(theme);
  const entries = overlay.legend({ palette, partition, isWall: false }, zoom).filter(({ count }) => {
    // Kinds of which the county has none would only lengthen the legend.
    return !count?.match(/^[A-Z_]+$/) || (counts[overlay.id]?.[count] ?? 0) > 0;
  });
  return (
    <ul className="legend">
      {entries.map((entry) => {
        const value = entry.count === undefined ? undefined : (counts[overlay.id]?.[entry.count] ?? 0);
        return (
          <li key={entry.label} className="legend-entry">
            <LegendSwatch entry={entry} palette={palette} />
            <span>{t(`legend.${entry.label}`)}</span>
            {value !== undefined && <b>{formatNumber(value, language)}</b>}
          </li>
        );
      })}
    </ul>
  );
}

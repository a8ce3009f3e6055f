import { useTranslation } from 'react-i18next';
import { formatDuration, formatNumber } from '../../i18n/format.js';
import type { LegendEntry, Overlay } from '../../map/layers/overlay.js';
import { overlayIds, type OverlayId } from '../../state/overlays.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { useReachStore } from '../../state/reach-store.js';
import { useViewStore } from '../../state/view-store.js';
import { getPalette } from '../../ui/tokens.js';
import { useOperations } from '../show-map/operations.js';
import { useReachLook } from '../show-map/use-reach-look.js';
import { LegendSwatch } from './legend-swatch.js';
import './legend.css';

/** What is drawn of an overlay at this zoom and in this partition; kinds of which the county has none are left out. */
export function useLegendEntries(overlay: Overlay, isWall = false): { entry: LegendEntry; value?: number }[] {
  const { counts, theme } = useOperations();
  const partition = useViewStore((state) => state.partition);
  const reach = useReachLook();
  const lostGridIds = useReachStore((state) => state.highlights.lostGridIds);
  // Rounded, so that it renders again only when a different legend may be due.
  const zoom = useViewStore((state) => Math.floor((state.camera?.zoom ?? 12) * 10) / 10);
  const palette = getPalette(theme);
  const context = { palette, partition, isWall, reach, lostGridIds };
  return overlay.legend(context, zoom).flatMap((entry) => {
    if (entry.count === undefined) return [{ entry }];
    const value = counts[overlay.id as OverlayId]?.[entry.count] ?? 0;
    const isKind = /^[A-Z_]+$/.test(entry.count);
    return isKind && value === 0 ? [] : [{ entry, value }];
  });
}

/** What the signs of an overlay mean at this zoom, and how many there are of each; a family of signs shares a row. */
export function Legend({ overlay }: { overlay: Overlay }) {
  const { t } = useTranslation();
  const { theme } = useOperations();
  const language = usePreferenceStore((state) => state.language);
  const palette = getPalette(theme);
  return (
    <div className="legend">
      {joinGroups(useLegendEntries(overlay)).map(({ key, group, items }) => (
        <ul key={key} className="legend-row" data-group={group}>
          {items.map(({ entry, value }) => (
            <li key={`${entry.label}:${entry.seconds}`} className="legend-entry">
              <LegendSwatch entry={entry} palette={palette} />
              <span>
                {hasSwitch(overlay)
                  ? t(`legend.${entry.label}`)
                  : t(`reachLegend.${entry.label}`, { limit: formatDuration(entry.seconds ?? 0, t) })}
              </span>
              {value !== undefined && <b>{formatNumber(value, language)}</b>}
            </li>
          ))}
        </ul>
      ))}
    </div>
  );
}

/** What has no switch is shown on the desk and on paper only, and has its words there. */
const hasSwitch = ({ id }: Overlay): boolean => overlayIds.includes(id as OverlayId);

interface LegendRow<Item> {
  key: string;
  group: string | undefined;
  items: Item[];
}

function joinGroups<Item extends { entry: LegendEntry }>(items: Item[]): LegendRow<Item>[] {
  const rows: LegendRow<Item>[] = [];
  for (const item of items) {
    const { group, label } = item.entry;
    const last = rows.at(-1);
    if (group && last?.group === group) last.items.push(item);
    else rows.push({ key: group ?? label, group, items: [item] });
  }
  return rows;
}

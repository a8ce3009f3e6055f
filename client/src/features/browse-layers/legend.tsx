import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/format.js';
import type { LegendEntry, Overlay } from '../../map/layers/overlay.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { useViewStore } from '../../state/view-store.js';
import { getPalette } from '../../ui/tokens.js';
import { useOperations } from '../show-map/operations.js';
import { LegendSwatch } from './legend-swatch.js';
import './legend.css';

/** What is drawn of an overlay at this zoom and in this partition; kinds of which the county has none are left out. */
export function useLegendEntries(overlay: Overlay, isWall = false): { entry: LegendEntry; value?: number }[] {
  const { counts, theme } = useOperations();
  const partition = useViewStore((state) => state.partition);
  // Rounded, so that it renders again only when a different legend may be due.
  const zoom = useViewStore((state) => Math.floor((state.camera?.zoom ?? 12) * 10) / 10);
  const palette = getPalette(theme);
  return overlay.legend({ palette, partition, isWall }, zoom).flatMap((entry) => {
    if (entry.count === undefined) return [{ entry }];
    const value = counts[overlay.id]?.[entry.count] ?? 0;
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
            <li key={entry.label} className="legend-entry">
              <LegendSwatch entry={entry} palette={palette} />
              <span>{t(`legend.${entry.label}`)}</span>
              {value !== undefined && <b>{formatNumber(value, language)}</b>}
            </li>
          ))}
        </ul>
      ))}
    </div>
  );
}

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

import { useTranslation } from 'react-i18next';
import { DetailsPanel } from '../../features/inspect/details-panel.js';
import { panelIds, type PanelId } from '../../state/layout.js';
import { useLayoutStore } from '../../state/layout-store.js';
import { useViewStore } from '../../state/view-store.js';
import { Icon } from '../../ui/icon.js';
import { IconButton } from '../../ui/icon-button.js';
import { PanelBody } from './panel-body.js';
import { panels } from './panels.js';
import { Sheet } from './sheet.js';
import './sheets.css';

/** On a phone the panels are sheets over the map, one at a time; details lie over them. */
export function Sheets({ without = [] }: { without?: readonly PanelId[] }) {
  const { t } = useTranslation();
  const sheet = useLayoutStore((state) => state.sheet);
  const setSheet = useLayoutStore((state) => state.setSheet);
  const hasDetails = useViewStore((state) => state.selected !== null);
  return (
    <>
      {sheet && sheet !== 'details' && !without.includes(sheet) && (
        <Sheet
          // Tests and screen readers know everything but the layers as the lists.
          label={t(sheet === 'layers' ? 'panel.layers' : 'panel.lists')}
          isCovered={hasDetails}
          onClose={() => setSheet(null)}
          head={
            <>
              <h2>{t(`panel.${sheet}`)}</h2>
              <IconButton icon="close" label={t('action.hide')} onPress={() => setSheet(null)} />
            </>
          }
        >
          <PanelBody id={sheet} />
        </Sheet>
      )}
      {hasDetails && (
        <Sheet label={t('panel.details')} onClose={() => useViewStore.getState().select(null)} isPlain>
          <DetailsPanel />
        </Sheet>
      )}
    </>
  );
}

const testIds: Partial<Record<PanelId, string>> = { incidents: 'open-list', layers: 'open-layers' };

/** The foot of a phone: one sign for each panel. */
export function TabBar({ without = [] }: { without?: readonly PanelId[] }) {
  const { t } = useTranslation();
  const sheet = useLayoutStore((state) => state.sheet);
  const setSheet = useLayoutStore((state) => state.setSheet);
  const hasDetails = useViewStore((state) => state.selected !== null);
  const press = (id: PanelId): void => {
    // Under details the sheet cannot be seen: pressing brings it up rather than away.
    if (hasDetails) useViewStore.getState().select(null);
    setSheet(sheet === id && !hasDetails ? null : id);
  };
  return (
    <nav className="tab-bar" aria-label={t('dock.panels')} data-region="left">
      {panelIds
        .filter((id) => id !== 'details' && !without.includes(id))
        .map((id) => (
          <button
            key={id}
            type="button"
            className="tab-bar-button"
            aria-pressed={sheet === id}
            data-testid={testIds[id] ?? `open-${id}`}
            onClick={() => press(id)}
          >
            <Icon name={panels[id].icon} />
            <span>{t(`panel.short.${id}`)}</span>
          </button>
        ))}
    </nav>
  );
}

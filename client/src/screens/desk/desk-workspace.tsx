import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { LayerPanel } from '../../features/browse-layers/layer-panel.js';
import { DetailsPanel } from '../../features/inspect/details-panel.js';
import { IncidentListPanel } from '../../features/list-incidents/incident-list-panel.js';
import { InViewPanel } from '../../features/list-in-view/in-view-panel.js';
import { MapToolbar } from '../../features/show-map/map-toolbar.js';
import { OperationsMap } from '../../features/show-map/operations-map.js';
import { useViewStore } from '../../state/view-store.js';
import { Icon } from '../../ui/icon.js';
import { Notice } from '../../ui/notice.js';

interface DeskWorkspaceProps {
  hasMap: boolean;
  onMapFailure(): void;
}

/** Map in the middle, layers left, lists right, details over the lists. On a phone the panels are sheets. */
export function DeskWorkspace({ hasMap, onMapFailure }: DeskWorkspaceProps) {
  const { t } = useTranslation();
  const [areLayersOpen, setLayersOpen] = useState(() => window.innerWidth > 900);
  const [areListsOpen, setListsOpen] = useState(() => window.innerWidth > 900);
  const hasSelection = useViewStore((state) => state.selected !== null);
  return (
    <div
      className="desk-workspace"
      data-layers={areLayersOpen}
      data-lists={areListsOpen}
      data-details={hasSelection}
      data-map={hasMap}
    >
      <section className="desk-layers" aria-label={t('panel.layers')} hidden={!areLayersOpen}>
        <PanelHead title={t('panel.layers')} onClose={() => setLayersOpen(false)} />
        <LayerPanel />
      </section>
      <main className="desk-map" aria-label={t('panel.map')}>
        {hasMap ? (
          <>
            <OperationsMap isInteractive onFailure={onMapFailure} />
            <MapToolbar />
          </>
        ) : (
          <Notice kind="error" title={t('error.webgl')}>
            {t('error.webglHint')}
          </Notice>
        )}
        <div className="desk-openers">
          {!areLayersOpen && (
            <Opener icon="layers" label={t('panel.layers')} onPress={() => setLayersOpen(true)} />
          )}
          {!areListsOpen && (
            <Opener icon="list" label={t('panel.lists')} onPress={() => setListsOpen(true)} />
          )}
        </div>
      </main>
      <section className="desk-lists" aria-label={t('panel.lists')} hidden={!areListsOpen}>
        <Tabs className="desk-tabs" defaultSelectedKey={hasMap ? 'incidents' : 'inView'}>
          <div className="panel-head">
            <TabList className="tab-list" aria-label={t('panel.lists')}>
              <Tab id="incidents" className="tab" data-testid="tab-incidents">
                {t('panel.incidents')}
              </Tab>
              <Tab id="inView" className="tab" data-testid="tab-in-view">
                {t('panel.inView')}
              </Tab>
            </TabList>
            <CloseButton onPress={() => setListsOpen(false)} />
          </div>
          <TabPanel id="incidents" className="tab-panel">
            <IncidentListPanel />
          </TabPanel>
          <TabPanel id="inView" className="tab-panel">
            <InViewPanel />
          </TabPanel>
        </Tabs>
      </section>
      <div className="desk-details">
        <DetailsPanel />
      </div>
    </div>
  );
}

function PanelHead({ title, onClose }: { title: string; onClose(): void }) {
  return (
    <div className="panel-head">
      <h2>{title}</h2>
      <CloseButton onPress={onClose} />
    </div>
  );
}

function CloseButton({ onPress }: { onPress(): void }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={t('action.hide')}
      title={t('action.hide')}
      onClick={onPress}
    >
      <Icon name="close" />
    </button>
  );
}

function Opener({ icon, label, onPress }: { icon: 'layers' | 'list'; label: string; onPress(): void }) {
  return (
    <button type="button" className="opener" onClick={onPress} data-testid={`open-${icon}`}>
      <Icon name={icon} />
      {label}
    </button>
  );
}

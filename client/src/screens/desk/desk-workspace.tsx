import { useTranslation } from 'react-i18next';
import { InViewPanel } from '../../features/list-in-view/in-view-panel.js';
import { MapToolbar } from '../../features/show-map/map-toolbar.js';
import { OperationsMap } from '../../features/show-map/operations-map.js';
import type { PanelId } from '../../state/layout.js';
import { useIsNarrow } from '../../state/use-screen.js';
import { Notice } from '../../ui/notice.js';
import { Dock } from './dock.js';
import { Sheets, TabBar } from './sheets.js';

interface DeskWorkspaceProps {
  hasMap: boolean;
  onMapFailure(): void;
}

/** Map in the middle, a dock at each side; on a phone the panels are sheets over the map. */
export function DeskWorkspace({ hasMap, onMapFailure }: DeskWorkspaceProps) {
  const isNarrow = useIsNarrow();
  // Without a map its list takes its place.
  const without: PanelId[] = hasMap ? [] : ['inView'];
  return (
    <>
      <div className="desk-workspace">
        {!isNarrow && <Dock side="left" without={without} />}
        <DeskMap hasMap={hasMap} onMapFailure={onMapFailure} />
        {!isNarrow && <Dock side="right" without={without} />}
        {isNarrow && <Sheets without={without} />}
      </div>
      {isNarrow && <TabBar without={without} />}
    </>
  );
}

function DeskMap({ hasMap, onMapFailure }: DeskWorkspaceProps) {
  const { t } = useTranslation();
  return (
    <main className="desk-map" id="desk-map" aria-label={t('panel.map')} data-region="map" data-map={hasMap}>
      {hasMap ? (
        <>
          <OperationsMap isInteractive onFailure={onMapFailure} />
          <MapToolbar />
        </>
      ) : (
        <>
          <Notice kind="error" title={t('error.webgl')}>
            {t('error.webglHint')}
          </Notice>
          <InViewPanel />
        </>
      )}
    </main>
  );
}

import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { InViewPanel } from '../../features/list-in-view/in-view-panel.js';
import { MapToolbar } from '../../features/show-map/map-toolbar.js';
import { OperationsMap } from '../../features/show-map/operations-map.js';
import type { PanelId } from '../../state/layout.js';
import { useReachStore } from '../../state/reach-store.js';
import { useIsNarrow } from '../../state/use-screen.js';
import { Notice } from '../../ui/notice.js';
import { Dock } from './dock.js';
import { Sheets, TabBar } from './sheets.js';

const MapTools = lazy(async () => ({
  default: (await import('../../features/pick-place/map-tools.js')).MapTools,
}));
const ReachOnMap = lazy(async () => ({
  default: (await import('../../features/reach-places/reach-on-map.js')).ReachOnMap,
}));

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

/** What is shown of travel times, once there is something to show. */
function TravelTimes() {
  const isAsked = useReachStore(({ request, shown }) => request !== null || shown !== null);
  return (
    isAsked && (
      <Suspense fallback={null}>
        <ReachOnMap />
      </Suspense>
    )
  );
}

function DeskMap({ hasMap, onMapFailure }: DeskWorkspaceProps) {
  const { t } = useTranslation();
  return (
    <main className="desk-map" id="desk-map" aria-label={t('panel.map')} data-region="map" data-map={hasMap}>
      {hasMap ? (
        <>
          <OperationsMap isInteractive onFailure={onMapFailure}>
            {(map) => (
              <Suspense fallback={null}>
                <MapTools map={map} />
              </Suspense>
            )}
          </OperationsMap>
          <MapToolbar />
          <TravelTimes />
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

import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from '@tanstack/react-router';
import { ConnectionAnnouncer } from '../../features/follow-events/connection-status.js';
import { useEventStream } from '../../features/follow-events/use-event-stream.js';
import { useNoticeRecorder } from '../../features/read-notices/use-notice-recorder.js';
import type { ActionContext } from '../../features/run-actions/action.js';
import { ActionContextProvider } from '../../features/run-actions/action-context.js';
import { useShortcuts } from '../../features/run-actions/use-shortcuts.js';
import { useUrlSync } from '../../features/share-view/use-url-sync.js';
import { OperationsProvider } from '../../features/show-map/operations.js';
import { useTileSets } from '../../features/show-map/use-tile-sets.js';
import { useCounty } from '../../features/watch-county/use-county.js';
import { isWebGlAvailable } from '../../map/create-map.js';
import { useDialogStore } from '../../state/dialog-store.js';
import { useLayoutStore } from '../../state/layout-store.js';
import { useReachStore } from '../../state/reach-store.js';
import type { SearchParameters } from '../../state/url-state.js';
import { useIsNarrow, useIsShort } from '../../state/use-screen.js';
import { useViewStore, type Bounds } from '../../state/view-store.js';
import { Notice } from '../../ui/notice.js';
import { ToastRegion } from '../../ui/toast-region.js';
import { DeskBar } from './desk-bar.js';
import { DeskWorkspace } from './desk-workspace.js';
import './desk.css';
import { SkipLinks } from './skip-links.js';
import { useDeskScale } from './use-desk-scale.js';

// Wanted now and then: the first view does not wait for them, but who presses Ctrl K and types on should not either.
const loadDialogs = async () => ({ default: (await import('./desk-dialogs.js')).DeskDialogs });
const DeskDialogs = lazy(loadDialogs);
const dialogsAfterMilliseconds = 3000;

const scale = { text: 1, icon: 1, isWall: false };

/** The duty officer's desk. */
export function DeskScreen() {
  const { t } = useTranslation();
  const { county, isEmpty, error, retry } = useCounty();
  const { tileSets, incidentsAsOf, hasFailed, retry: retryTiles } = useTileSets();
  const [hasMap, setHasMap] = useState(isWebGlAvailable);
  const isNarrow = useIsNarrow();
  const isShort = useIsShort();
  const navigate = useNavigate();
  const context = useActions(county?.bounds as Bounds | undefined);
  const hasDialog = useDialogStore((state) => state.dialog !== null);
  useDeskScale();
  useEventStream(useNoticeRecorder());
  useShortcuts(context);
  useUrlSync(
    useCallback(
      (search: SearchParameters) => void navigate({ to: '/', search, replace: true, resetScroll: false }),
      [navigate],
    ),
  );
  useEffect(() => {
    const timer = setTimeout(() => void loadDialogs().catch(() => undefined), dialogsAfterMilliseconds);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    // An address that names a plan or a reach means to show it.
    if (useViewStore.getState().cover) useLayoutStore.getState().open('cover');
    const { request, place } = useReachStore.getState();
    if (request || place) useLayoutStore.getState().open('reach');
  }, []);
  const isReady = county !== null && tileSets !== null;
  const retryAll = (): void => {
    if (!county) retry();
    if (!tileSets) retryTiles();
  };
  return (
    <ActionContextProvider value={context}>
      <div className="desk" data-narrow={isNarrow} data-short={isShort}>
        <SkipLinks />
        <DeskBar county={county} incidentsAsOf={incidentsAsOf} />
        {isReady ? (
          <OperationsProvider county={county} tileSets={tileSets} incidentsAsOf={incidentsAsOf} scale={scale}>
            <DeskWorkspace hasMap={hasMap} onMapFailure={() => setHasMap(false)} />
          </OperationsProvider>
        ) : (
          <main className="desk-empty">
            {isEmpty ? (
              <Notice
                kind="empty"
                title={t('error.noCounty')}
                action={{ label: t('action.retry'), onPress: retry }}
              >
                {t('error.noCountyHint')}
              </Notice>
            ) : error || hasFailed ? (
              <Notice
                kind="error"
                title={t('error.server')}
                action={{ label: t('action.retry'), onPress: retryAll }}
              >
                {t('error.serverHint')}
              </Notice>
            ) : (
              <Notice kind="loading" title={t('loading')} />
            )}
          </main>
        )}
        <ConnectionAnnouncer />
        <ToastRegion label={t('toast.region')} dismissLabel={t('action.close')} />
        {hasDialog && (
          <Suspense fallback={null}>
            <DeskDialogs />
          </Suspense>
        )}
      </div>
    </ActionContextProvider>
  );
}

/** What actions are run with on this screen. */
function useActions(countyBounds: Bounds | undefined): ActionContext {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return useMemo(
    () => ({
      t,
      countyBounds: countyBounds ?? null,
      visit: (path) => {
        // The wall is a program of its own; the others are screens of this one.
        if (path === '/wall') location.assign(path);
        else void navigate({ to: path });
      },
    }),
    [t, countyBounds, navigate],
  );
}

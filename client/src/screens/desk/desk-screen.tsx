import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from '@tanstack/react-router';
import { useEventStream } from '../../features/follow-events/use-event-stream.js';
import { useUrlSync } from '../../features/share-view/use-url-sync.js';
import { OperationsProvider } from '../../features/show-map/operations.js';
import { useTileSets } from '../../features/show-map/use-tile-sets.js';
import { useCounty } from '../../features/watch-county/use-county.js';
import { isWebGlAvailable } from '../../map/create-map.js';
import type { SearchParameters } from '../../state/url-state.js';
import { Notice } from '../../ui/notice.js';
import { DeskBar } from './desk-bar.js';
import { DeskWorkspace } from './desk-workspace.js';
import './desk.css';

const scale = { text: 1, icon: 1, isWall: false };

/** The duty officer's desk. */
export function DeskScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { county, isEmpty, error, retry } = useCounty();
  const { tileSets, incidentsAsOf, hasFailed, retry: retryTiles } = useTileSets();
  const [hasMap, setHasMap] = useState(isWebGlAvailable);
  useEventStream();
  useUrlSync(
    useCallback(
      (search: SearchParameters) => void navigate({ to: '/', search, replace: true, resetScroll: false }),
      [navigate],
    ),
  );
  const isReady = county !== null && tileSets !== null;
  const retryAll = (): void => {
    if (!county) retry();
    if (!tileSets) retryTiles();
  };
  return (
    <div className="desk">
      <DeskBar county={county} />
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
    </div>
  );
}

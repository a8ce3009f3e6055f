import { useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readCurrentSearch } from '../../features/share-view/share-address.js';
import { useUrlSync } from '../../features/share-view/use-url-sync.js';
import { OperationsProvider } from '../../features/show-map/operations.js';
import { useTileSets } from '../../features/show-map/use-tile-sets.js';
import { useCounty, useCountyName } from '../../features/watch-county/use-county.js';
import { isWebGlAvailable } from '../../map/create-map.js';
import type { SearchParameters } from '../../state/url-state.js';
import { Notice } from '../../ui/notice.js';
import './print-screen.css';
import { PrintSheet } from './print-sheet.js';
import { PrintToolbar } from './print-toolbar.js';
import { defaultPaper, type Paper } from '../../map/paper/paper.js';

const scale = { text: 1, icon: 1, isWall: false };

/** The view of the desk on a sheet of paper: same place, layers and time, by the same address. */
export function PrintScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { county, isEmpty, error } = useCounty();
  const { tileSets, incidentsAsOf, hasFailed } = useTileSets();
  const [hasMap, setHasMap] = useState(isWebGlAvailable);
  const [paper, setPaper] = useState<Paper>(defaultPaper);
  const [title, setTitle] = useState<string | null>(null);
  const name = useCountyName(county);
  useUrlSync(
    useCallback(
      (search: SearchParameters) =>
        void navigate({ to: '/print', search, replace: true, resetScroll: false }),
      [navigate],
    ),
  );
  const shownTitle = title ?? t('print.defaultTitle', { county: name });
  return (
    <div className="print-screen">
      <PrintToolbar
        paper={paper}
        title={shownTitle}
        onPaper={setPaper}
        onTitle={setTitle}
        onBack={() => void navigate({ to: '/', search: readCurrentSearch() })}
      />
      <main className="print-desk" aria-label={t('print.sheet')}>
        {county && tileSets && hasMap ? (
          <OperationsProvider
            county={county}
            tileSets={tileSets}
            incidentsAsOf={incidentsAsOf}
            scale={scale}
            theme="print"
          >
            <PrintSheet paper={paper} title={shownTitle} onMapFailure={() => setHasMap(false)} />
          </OperationsProvider>
        ) : !hasMap ? (
          <Notice kind="error" title={t('error.webgl')} />
        ) : isEmpty ? (
          <Notice kind="empty" title={t('error.noCounty')} />
        ) : error || hasFailed ? (
          <Notice kind="error" title={t('error.server')} />
        ) : (
          <Notice kind="loading" title={t('loading')} />
        )}
      </main>
    </div>
  );
}

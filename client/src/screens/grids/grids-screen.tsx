import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LossesDialog } from '../../features/edit-grids/losses-dialog.js';
import { useGridsInForce } from '../../features/edit-grids/session/use-grids-in-force.js';
import { usePlanSession } from '../../features/edit-grids/session/use-plan-session.js';
import { useStudioKeys } from '../../features/edit-grids/use-studio-keys.js';
import { ConnectionAnnouncer } from '../../features/follow-events/connection-status.js';
import { useEventStream } from '../../features/follow-events/use-event-stream.js';
import { readCurrentSearch } from '../../features/share-view/share-address.js';
import { useTileSets, type TileSets } from '../../features/show-map/use-tile-sets.js';
import { useCounty, type County } from '../../features/watch-county/use-county.js';
import { useStudioTexts } from '../../i18n/use-studio-texts.js';
import { isWebGlAvailable } from '../../map/create-map.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { useStudioStore } from '../../state/studio-store.js';
import { useIsNarrow } from '../../state/use-screen.js';
import { useViewStore } from '../../state/view-store.js';
import { Notice } from '../../ui/notice.js';
import { ToastRegion } from '../../ui/toast-region.js';
import '../desk/desk.css';
import '../desk/desk-bar.css';
import { useDeskScale } from '../desk/use-desk-scale.js';
import './grids.css';
import { StudioBar } from './studio-bar.js';
import { StudioDock } from './studio-dock.js';
import { StudioMapFrame } from './studio-map-frame.js';
import { StudioRail } from './studio-rail.js';

const retryMilliseconds = 4000;
const settleMilliseconds = 300;

/** The boundary studio: plans of how grids are to be drawn, and one of them opened. */
export function GridsScreen() {
  const { t } = useTranslation();
  const hasTexts = useStudioTexts();
  const { county, isEmpty, error, retry } = useCounty();
  const { tileSets, hasFailed, retry: retryTiles } = useTileSets();
  useDeskScale();
  useEventStream();
  useEffect(() => {
    if (!error) return;
    const timer = setTimeout(retry, retryMilliseconds);
    return () => clearTimeout(timer);
  }, [error, retry]);
  if (!hasTexts) return <Notice kind="loading" title={t('loading')} />;
  if (county && tileSets) return <Studio county={county} tileSets={tileSets} />;
  return (
    <main className="desk-empty studio-empty">
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
          action={{
            label: t('action.retry'),
            onPress: () => {
              retry();
              retryTiles();
            },
          }}
        >
          {t('error.serverHint')}
        </Notice>
      ) : (
        <Notice kind="loading" title={t('loading')} />
      )}
    </main>
  );
}

function Studio({ county, tileSets }: { county: County; tileSets: TileSets }) {
  const { t } = useTranslation();
  const isNarrow = useIsNarrow();
  const [hasMap, setHasMap] = useState(isWebGlAvailable);
  const planId = useStudioStore((state) => state.planId);
  const planName = useStudioStore((state) => state.plan?.name);
  useAddress();
  usePlanSession();
  useGridsInForce();
  useStudioKeys();
  useEffect(() => {
    document.title = [planName, t('studio.title')].filter(Boolean).join(' · ');
  }, [planName, t]);
  return (
    <div className="desk studio" data-narrow={isNarrow} data-testid="studio">
      <StudioBar county={county} />
      <div className="desk-workspace">
        {planId !== null && hasMap && !isNarrow && <StudioRail />}
        <StudioMapFrame
          county={county}
          tileSets={tileSets}
          hasMap={hasMap}
          onFailure={() => setHasMap(false)}
        />
        <StudioDock />
      </div>
      <LossesDialog />
      <ConnectionAnnouncer />
      <ToastRegion label={t('toast.region')} dismissLabel={t('action.close')} />
    </div>
  );
}

/**
 * The address names the opened plan and where the map looks. To open a plan is a step of its own: the browser's way back
 * leads to the list.
 */
function useAddress(): void {
  const navigate = useNavigate();
  const named = useLocation({ select: ({ search }) => (search as Record<string, string>).plan ?? null });
  useEffect(() => useStudioStore.getState().setPartition(useViewStore.getState().partition), []);
  useEffect(() => useStudioStore.getState().openPlan(named), [named]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const write = (replace: boolean): void => {
      const { planId, partition } = useStudioStore.getState();
      const { view, theme, lang } = readCurrentSearch();
      const search = {
        ...(planId !== null && { plan: planId }),
        ...(planId === null && partition === 'POLICE' && { grids: 'police' }),
        ...(view && { view }),
        ...(theme && { theme }),
        ...(lang && { lang }),
      };
      void navigate({ to: '/grids', search, replace, resetScroll: false });
    };
    const schedule = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => write(true), settleMilliseconds);
    };
    const stops = [
      useViewStore.subscribe(schedule),
      usePreferenceStore.subscribe(schedule),
      useStudioStore.subscribe(({ planId, partition }, former) => {
        if (planId !== former.planId && planId !== new URLSearchParams(location.search).get('plan'))
          write(false);
        else if (partition !== former.partition) schedule();
      }),
    ];
    return () => {
      clearTimeout(timer);
      stops.forEach((stop) => stop());
    };
  }, [navigate]);
}

import { useTranslation } from 'react-i18next';
import { RepairBanner } from '../../features/edit-grids/on-map/repair-banner.js';
import { StudioMap } from '../../features/edit-grids/on-map/studio-map.js';
import { useCurrentSession } from '../../features/edit-grids/session/current-session.js';
import { useSessionStore, type Phase } from '../../features/edit-grids/session/session-store.js';
import { listAttributions } from '../../features/show-map/operations.js';
import { ScaleBar } from '../../features/show-map/scale-bar.js';
import type { TileSets } from '../../features/show-map/use-tile-sets.js';
import '../../features/show-map/map-toolbar.css';
import type { County } from '../../features/watch-county/use-county.js';
import { useStudioStore } from '../../state/studio-store.js';
import { useViewStore, type Bounds } from '../../state/view-store.js';
import { Banner } from '../../ui/banner.js';
import { Icon, type IconName } from '../../ui/icon.js';
import { Notice } from '../../ui/notice.js';
import { ProgressBar } from '../../ui/progress-bar.js';

interface StudioMapFrameProps {
  county: County;
  tileSets: TileSets;
  hasMap: boolean;
  onFailure(): void;
}

/** The map with what is said about the whole plan above it, and its own tools at its edge. */
export function StudioMapFrame({ county, tileSets, hasMap, onFailure }: StudioMapFrameProps) {
  const { t } = useTranslation();
  const phase = useSessionStore((state) => state.phase);
  return (
    <main className="desk-map studio-map" id="desk-map" aria-label={t('panel.map')} data-map={hasMap}>
      {hasMap ? (
        <>
          <StudioMap county={county} tileSets={tileSets} onFailure={onFailure} />
          <MapButtons home={county.bounds as Bounds} />
          <Legend />
          <MapFoot tileSets={tileSets} />
        </>
      ) : (
        <Notice kind="error" title={t('error.webgl')}>
          {t('studio.noWebgl')}
        </Notice>
      )}
      <PlanBanners />
      <PhaseCover phase={phase} />
    </main>
  );
}

/** While the plan is on its way, or where it could not be had. */
function PhaseCover({ phase }: { phase: Phase }) {
  const { t } = useTranslation();
  const session = useCurrentSession((state) => state.session);
  const close = { label: t('studio.backToPlans'), onPress: () => useStudioStore.getState().openPlan(null) };
  if (phase.kind === 'idle' || phase.kind === 'ready') return null;
  return (
    <div className="studio-cover" data-phase={phase.kind} data-testid="studio-phase">
      {phase.kind === 'loading' ? (
        <div className="studio-progress">
          <ProgressBar
            label={t(`studio.opening.${phase.step}`)}
            {...(phase.progress !== null && { value: phase.progress })}
          />
        </div>
      ) : phase.kind === 'missing' ? (
        <Notice kind="empty" title={t('studio.missing')} action={close}>
          {t('studio.missingHint')}
        </Notice>
      ) : (
        <Notice
          kind="error"
          title={t('studio.openFailed')}
          action={{ label: t('action.retry'), onPress: () => void session?.open() }}
        >
          {phase.problem ?? t('error.serverHint')}
        </Notice>
      )}
    </div>
  );
}

/** What keeps this plan from being drawn on, and what to do about it. */
function PlanBanners() {
  const { t } = useTranslation();
  const plan = useStudioStore((state) => state.plan);
  const asOf = useStudioStore((state) => state.asOf);
  const save = useStudioStore((state) => state.save);
  const setPanel = useStudioStore((state) => state.setPanel);
  const session = useCurrentSession((state) => state.session);
  if (!plan) return null;
  const toPlan = { label: t('studio.toPlan'), onPress: () => setPanel('plan') };
  return (
    <div className="studio-banners">
      {save.kind === 'held' && (
        <Banner
          tone="danger"
          action={{ label: t('studio.discard'), onPress: () => session?.discardPending() }}
        >
          {t('studio.held', { count: save.pending })}
        </Banner>
      )}
      <RepairBanner />
      {!plan.isEditable ? (
        <Banner tone="accent" action={toPlan}>
          <span data-testid="read-only">{t(`studio.readOnly.${plan.state}`)}</span>
        </Banner>
      ) : (
        plan.isStale && (
          <Banner tone="warning" action={toPlan}>
            {t('studio.stale')}
          </Banner>
        )
      )}
      {asOf && (
        <Banner
          tone="accent"
          action={{ label: t('studio.endAsOf'), onPress: () => useStudioStore.getState().showAsOf(null) }}
        >
          {t('studio.showsAsOf')}
        </Banner>
      )}
    </div>
  );
}

function MapButtons({ home }: { home: Bounds }) {
  const { t } = useTranslation();
  const goTo = useViewStore((state) => state.goTo);
  const zoomBy = (step: number): void => {
    const { camera } = useViewStore.getState();
    if (camera) goTo({ kind: 'point', ...camera, zoom: camera.zoom + step });
  };
  const button = (icon: IconName, label: string, onPress: () => void) => (
    <button type="button" aria-label={label} title={label} onClick={onPress}>
      <Icon name={icon} />
    </button>
  );
  return (
    <div className="map-toolbar" role="group" aria-label={t('map.tools')}>
      {button('plus', t('map.zoomIn'), () => zoomBy(1))}
      {button('minus', t('map.zoomOut'), () => zoomBy(-1))}
      {button('extent', t('map.wholeCounty'), () => goTo({ kind: 'bounds', bounds: home }))}
    </div>
  );
}

function Legend() {
  const { t } = useTranslation();
  const hasPlan = useStudioStore((state) => state.plan !== null);
  if (!hasPlan) return null;
  return (
    <ul className="studio-legend" aria-label={t('studio.legend.label')}>
      {(['inForce', 'changed', 'new', 'chosen'] as const).map((mark) => (
        <li key={mark}>
          <i data-mark={mark} aria-hidden="true" />
          {t(`studio.legend.${mark}`)}
        </li>
      ))}
    </ul>
  );
}

function MapFoot({ tileSets }: { tileSets: TileSets }) {
  const attribution = listAttributions(tileSets);
  return (
    <div className="map-foot">
      {attribution && <span className="map-attribution">{attribution}</span>}
      <ScaleBar />
    </div>
  );
}

import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferenceStore } from '../../state/preference-store.js';
import { useStudioStore } from '../../state/studio-store.js';
import { getPalette } from '../../ui/tokens.js';
import { BehindMap } from './behind-map.js';
import './compared-map.css';
import { useCompareStore } from './compare-store.js';
import { SwipeDivider } from './swipe-divider.js';
import { useOtherSide } from './use-other-side.js';

/**
 * The other side of a comparison on a map of its own: beside the studio's, or behind it with a divider between. There
 * only while it is looked at.
 */
export function ComparedMap({ map }: { map: MapLibreMap }) {
  const view = useCompareStore((state) => state.view);
  const planId = useStudioStore((state) => state.planId);
  const isLookedAt = useStudioStore((state) => state.panel === 'compare');
  // Its style, its colours too, is that of the map in front.
  const theme = usePreferenceStore((state) => state.theme);
  if (view === 'none' || planId === null || !isLookedAt) return null;
  return <Behind key={`${view}:${theme}`} map={map} planId={planId} isSwipe={view === 'swipe'} />;
}

function Behind({ map, planId, isSwipe }: { map: MapLibreMap; planId: string; isSwipe: boolean }) {
  const { t } = useTranslation();
  const plan = useStudioStore((state) => state.plan);
  const parcels = useStudioStore((state) => state.highlights.parcels);
  const position = useCompareStore((state) => state.position);
  const { grids, name } = useOtherSide(planId);
  const container = useRef<HTMLDivElement>(null);
  const behind = useRef<BehindMap | null>(null);
  useEffect(() => {
    const { theme } = usePreferenceStore.getState();
    const look = { palette: getPalette(theme), iconScale: 1 };
    const made = new BehindMap(map, container.current!, isSwipe, look);
    behind.current = made;
    return () => {
      behind.current = null;
      made.close();
    };
  }, [map, isSwipe]);
  useEffect(() => behind.current?.show(grids, parcels?.features ?? []), [grids, parcels]);
  return (
    <div className="compared" data-view={isSwipe ? 'swipe' : 'side'}>
      <div
        className="compared-behind"
        {...(isSwipe && { style: { clipPath: `inset(0 ${(1 - position) * 100}% 0 0)` } })}
      >
        <div ref={container} className="compared-canvas" data-testid="compared-map" />
      </div>
      <span className="compared-name" data-side="left">
        {name ?? t('compared.inForce')}
      </span>
      <span className="compared-name" data-side="right">
        {plan && t('compared.view.planSide', { number: plan.number })}
      </span>
      {isSwipe && <SwipeDivider />}
    </div>
  );
}

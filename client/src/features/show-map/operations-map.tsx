import type { Map as MapLibreMap } from 'maplibre-gl';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MapCanvas } from '../../map/map-canvas.js';
import { usePickStore } from '../../state/pick-store.js';
import type { Candidate } from '../../state/selection.js';
import { useViewStore, type Bounds } from '../../state/view-store.js';
import { getPalette } from '../../ui/tokens.js';
import { useCountyName } from '../watch-county/use-county.js';
import { useKindName } from '../watch-county/use-incident-kinds.js';
import { useOperations } from './operations.js';

interface OperationsMapProps {
  isInteractive: boolean;
  /** Drawn for paper: at this many pixels for one of CSS, and kept for the printer to take. */
  paperPixelRatio?: number;
  padding?: { top: number; right: number; bottom: number; left: number };
  onFailure(): void;
  /** What lies over the map and listens to it. */
  children?(map: MapLibreMap): ReactNode;
}

/** The map with everything of the county on it. */
export function OperationsMap({
  isInteractive,
  paperPixelRatio,
  padding,
  onFailure,
  children,
}: OperationsMapProps) {
  const { t } = useTranslation();
  const { county, style, features, gridStates, iconScale, theme } = useOperations();
  const select = useViewStore((state) => state.select);
  const describe = useCandidateName();
  const name = useCountyName(county);
  return (
    <MapCanvas
      label={t('map.label', { county: name })}
      style={style}
      palette={getPalette(theme)}
      iconScale={iconScale}
      features={features}
      gridStates={gridStates}
      home={county.bounds as Bounds}
      isInteractive={isInteractive}
      {...(paperPixelRatio && { paperPixelRatio })}
      {...(padding && { padding })}
      {...(children && { children })}
      onPick={(candidates) => {
        // Whoever is asked for a place points at the ground, not at what stands on it.
        if (usePickStore.getState().pick === null) select(candidates[0] ?? null, candidates);
      }}
      describe={(candidates) => {
        const things = candidates.filter(({ kind }) => kind !== 'grid');
        const named = things.length > 0 ? things : candidates;
        const more = named.length - 3;
        return (
          <>
            {named.slice(0, 3).map((candidate) => (
              <div key={`${candidate.kind}:${candidate.id}`}>{describe(candidate)}</div>
            ))}
            {more > 0 && <div className="muted">{t('map.more', { count: more })}</div>}
          </>
        );
      }}
      onFailure={onFailure}
    />
  );
}

/** Names a candidate in the language of the screen. */
export function useCandidateName(): (candidate: Candidate) => string {
  const kindName = useKindName();
  const { t } = useTranslation();
  return ({ kind, name }) => (kind === 'incident' ? kindName(name) : name || t('details.unnamed'));
}

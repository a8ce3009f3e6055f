import type { Map as MapLibreMap } from 'maplibre-gl';
import { useTranslation } from 'react-i18next';
import { MapCanvas } from '../../../map/map-canvas.js';
import { useStudioSources } from '../../../map/use-studio-sources.js';
import { usePreferenceStore } from '../../../state/preference-store.js';
import type { Bounds } from '../../../state/view-store.js';
import { getPalette } from '../../../ui/tokens.js';
import { PlanMapOverlays } from '../../compare-plans/plan-map-overlays.js';
import type { TileSets } from '../../show-map/use-tile-sets.js';
import { useCountyName, type County } from '../../watch-county/use-county.js';
import { MapHints } from './map-hints.js';
import './studio-map.css';
import { TroubleBubble } from './trouble-bubble.js';
import { useHover } from './use-hover.js';
import { useMapAsks } from './use-map-asks.js';
import { useStudioStyle } from './use-studio-style.js';
import { useStudioTools } from './use-studio-tools.js';

interface StudioMapProps {
  county: County;
  tileSets: TileSets;
  onFailure(): void;
}

const noFeatures = {};
const noStates: ReadonlyMap<string, number> = new Map();

/** The map that grids are drawn on. */
export function StudioMap({ county, tileSets, onFailure }: StudioMapProps) {
  const { t } = useTranslation();
  const style = useStudioStyle(tileSets);
  const theme = usePreferenceStore((state) => state.theme);
  const name = useCountyName(county);
  return (
    <MapCanvas
      label={t('studio.map', { county: name })}
      style={style}
      palette={getPalette(theme)}
      iconScale={1}
      features={noFeatures}
      gridStates={noStates}
      home={county.bounds as Bounds}
      isInteractive
      isWithoutFade
      onFailure={onFailure}
    >
      {(map) => <OnMap map={map} />}
    </MapCanvas>
  );
}

function OnMap({ map }: { map: MapLibreMap }) {
  useStudioSources(map);
  useHover(map);
  useStudioTools(map);
  useMapAsks(map);
  return (
    <>
      <PlanMapOverlays map={map} />
      <TroubleBubble map={map} />
      <MapHints />
    </>
  );
}

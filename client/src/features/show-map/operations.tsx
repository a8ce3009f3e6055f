import { createContext, use, useMemo, type ReactNode } from 'react';
import type { StyleSpecification } from 'maplibre-gl';
import type { FeatureSets } from '../../map/use-feature-sync.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import type { TimeWindow } from '../../state/time-window.js';
import type { ThemeName } from '../../ui/tokens.js';
import type { County } from '../watch-county/use-county.js';
import { useMapData, useMapStyle, type LegendCounts } from './use-map-scene.js';
import type { TileSets } from './use-tile-sets.js';
import { useTimeWindow } from './use-time-window.js';

interface Operations {
  county: County;
  window: TimeWindow;
  style: StyleSpecification;
  features: FeatureSets;
  gridStates: ReadonlyMap<string, number>;
  counts: LegendCounts;
  iconScale: number;
  theme: ThemeName;
  attribution: string;
  /** When the incidents on the map were last known to be of the present, epoch milliseconds of the server. */
  incidentsAsOf: number;
}

const OperationsContext = createContext<Operations | null>(null);

/** What the map and the panels around it share. Throws outside an OperationsProvider. */
export function useOperations(): Operations {
  const operations = use(OperationsContext);
  if (!operations) throw new Error('useOperations outside OperationsProvider');
  return operations;
}

interface OperationsProviderProps {
  county: County;
  tileSets: TileSets;
  incidentsAsOf: number;
  scale: { text: number; icon: number; isWall: boolean };
  /** A fixed window instead of the one chosen on the desk. */
  window?: TimeWindow;
  /** A theme instead of the one this person prefers. */
  theme?: ThemeName;
  children: ReactNode;
}

/** Derives the scene once from cache and view, for the map, the legend and the lists alike. */
export function OperationsProvider({
  county,
  tileSets,
  incidentsAsOf,
  scale,
  children,
  ...props
}: OperationsProviderProps) {
  const chosen = useTimeWindow();
  const window = props.window ?? chosen;
  const preferred = usePreferenceStore((state) => state.theme);
  const theme = props.theme ?? preferred;
  const { features, counts, coverage, liveIds } = useMapData(window, incidentsAsOf);
  const { neverSeenIds } = coverage;
  const marksSimulated = !county.simulated;
  const derived = { liveIds, neverSeenIds, marksSimulated };
  const style = useMapStyle(tileSets, window, derived, scale, theme);
  const attribution = useMemo(() => listAttributions(tileSets), [tileSets]);
  const operations = useMemo(
    () => ({
      county,
      window,
      style,
      features,
      gridStates: coverage.minutesUnseen,
      counts,
      iconScale: scale.icon,
      theme,
      attribution,
      incidentsAsOf,
    }),
    [county, window, style, features, coverage, counts, scale.icon, theme, attribution, incidentsAsOf],
  );
  return <OperationsContext value={operations}>{children}</OperationsContext>;
}

/** The tiles' attributions as plain text: they may carry markup, which we do not run. */
export function listAttributions(tileSets: TileSets): string {
  const texts = Object.values(tileSets).map(({ attribution }) =>
    (attribution ?? '').replace(/<[^>]*>/g, '').trim(),
  );
  return [...new Set(texts)].filter(Boolean).join(' · ');
}

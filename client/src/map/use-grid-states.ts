import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect } from 'react';

/** Minutes since a patrol was seen, by grid id. Grids never seen are left out. */
export type GridStates = ReadonlyMap<string, number>;

/** Colours grids by feature-state, again after the graphics context came back. */
export function useGridStates(map: MapLibreMap | null, states: GridStates, epoch: number): void {
  useEffect(() => {
    if (!map) return;
    for (const [id, minutesUnseen] of states) {
      map.setFeatureState({ source: 'territory', sourceLayer: 'territory', id }, { minutesUnseen });
    }
  }, [map, states, epoch]);
}

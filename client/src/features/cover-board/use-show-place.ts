import { useCallback } from 'react';
import type { Geometry } from 'geojson';
import { useLayoutStore } from '../../state/layout-store.js';
import { useReachStore } from '../../state/reach-store.js';
import { useIsNarrow } from '../../state/use-screen.js';
import { useViewStore } from '../../state/view-store.js';

/** Flies to a place and marks it; the panel stays as it is. */
export function useShowPlace(): (location: Geometry, name: string) => void {
  const isNarrow = useIsNarrow();
  return useCallback(
    (location, name) => {
      if (location.type !== 'Point') return;
      const [longitude, latitude] = location.coordinates as [number, number];
      // A sheet over the whole map would hide what is being shown.
      if (isNarrow) useLayoutStore.getState().setSheetHeight('low');
      useReachStore.getState().setHighlights({ focus: { longitude, latitude, name } });
      useViewStore.getState().goTo({ kind: 'point', longitude, latitude, zoom: 15 });
    },
    [isNarrow],
  );
}

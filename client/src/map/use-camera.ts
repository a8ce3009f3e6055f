import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect } from 'react';
import { useViewStore, type Bounds, type CameraTarget } from '../state/view-store.js';
import { prefersReducedMotion } from '../ui/reduced-motion.js';

/** Reports where the map looks, and goes where it is asked to. */
export function useCamera(map: MapLibreMap | null): void {
  const target = useViewStore((state) => state.target);
  useEffect(() => {
    if (!map) return;
    const report = (): void => {
      const { lng, lat } = map.getCenter();
      useViewStore
        .getState()
        .setCamera(
          { longitude: lng, latitude: lat, zoom: map.getZoom() },
          map.getBounds().toArray().flat() as Bounds,
        );
    };
    report();
    map.on('moveend', report);
    return () => {
      map.off('moveend', report);
    };
  }, [map]);
  useEffect(() => {
    if (map && target) moveTo(map, target);
  }, [map, target]);
}

function moveTo(map: MapLibreMap, target: CameraTarget): void {
  const covered = useViewStore.getState().coveredBottom;
  const duration = prefersReducedMotion() ? 0 : 700;
  if (target.kind === 'bounds') {
    const [west, south, east, north] = target.bounds;
    map.fitBounds([west, south, east, north], {
      padding: { top: 40, right: 40, bottom: 40 + covered, left: 40 },
      maxZoom: 17,
      duration,
    });
  } else {
    const zoom = target.zoom ?? Math.max(map.getZoom(), 15.5);
    // In the middle of what a phone's sheet leaves of the map.
    map.easeTo({
      center: [target.longitude, target.latitude],
      zoom,
      duration,
      offset: [0, -covered / 2],
    });
  }
}

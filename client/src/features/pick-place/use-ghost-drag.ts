import type { GeoJSONSource, Map as MapLibreMap, MapMouseEvent, MapTouchEvent } from 'maplibre-gl';
import { useEffect } from 'react';
import { reachMarksToFeatures } from '../../map/features/reach-to-features.js';
import { useReachStore } from '../../state/reach-store.js';

const layer = 'reach-ghosts';

/** Lets posts of a draft be dragged while somebody wants to hear of it. */
export function useGhostDrag(map: MapLibreMap): void {
  const isOn = useReachStore(({ highlights }) => highlights.onGhostMoved !== null);
  useEffect(() => {
    if (!isOn) return;
    const start = (
      event: (MapMouseEvent | MapTouchEvent) & { features?: { properties: unknown }[] },
    ): void => {
      const { id, change } = (event.features?.[0]?.properties ?? {}) as { id?: string; change?: string };
      if (id === undefined || change === 'closed' || ('points' in event && event.points.length > 1)) return;
      event.preventDefault();
      drag(map, id, event.type === 'touchstart');
    };
    const onEnter = (): void => void (map.getContainer().dataset.grabbable = 'true');
    const onLeave = (): void => void delete map.getContainer().dataset.grabbable;
    map.on('mousedown', layer, start);
    map.on('touchstart', layer, start);
    map.on('mouseenter', layer, onEnter);
    map.on('mouseleave', layer, onLeave);
    return () => {
      onLeave();
      map.off('mousedown', layer, start);
      map.off('touchstart', layer, start);
      map.off('mouseenter', layer, onEnter);
      map.off('mouseleave', layer, onLeave);
    };
  }, [map, isOn]);
}

/** Follows the pointer on the map itself; who listens hears only where it was let go. */
function drag(map: MapLibreMap, id: string, isTouch: boolean): void {
  const [move, end] = isTouch ? (['touchmove', 'touchend'] as const) : (['mousemove', 'mouseup'] as const);
  let last: { lng: number; lat: number } | null = null;
  const onMove = ({ lngLat }: MapMouseEvent | MapTouchEvent): void => {
    last = lngLat;
    const { highlights, found } = useReachStore.getState();
    const ghostPosts = highlights.ghostPosts.map((post) =>
      post.id === id ? { ...post, longitude: lngLat.lng, latitude: lngLat.lat } : post,
    );
    void map
      .getSource<GeoJSONSource>('reach-marks')
      ?.setData(reachMarksToFeatures({ ...highlights, ghostPosts }, found));
  };
  const onEnd = (): void => {
    map.off(move, onMove);
    const { highlights } = useReachStore.getState();
    if (last) highlights.onGhostMoved?.(id, { longitude: last.lng, latitude: last.lat });
  };
  map.on(move, onMove);
  map.once(end, onEnd);
}

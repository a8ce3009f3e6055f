import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useRef } from 'react';
import { featureSourceIds, type FeatureSourceId } from './style/build-style.js';

export type FeatureSets = Record<FeatureSourceId, FeatureCollection>;

/**
 * Hands each source its features when they change. `epoch` grows when the graphics context was lost and came back:
 * what was set during the loss is gone, so everything is set again.
 */
export function useFeatureSync(map: MapLibreMap | null, sets: Partial<FeatureSets>, epoch: number): void {
  const pushed = useRef<{ map: MapLibreMap | null; epoch: number; sets: Partial<FeatureSets> }>({
    map: null,
    epoch: -1,
    sets: {},
  });
  useEffect(() => {
    if (!map) return;
    if (pushed.current.map !== map || pushed.current.epoch !== epoch)
      pushed.current = { map, epoch, sets: {} };
    for (const id of featureSourceIds) {
      const set = sets[id];
      if (!set || pushed.current.sets[id] === set) continue;
      pushed.current.sets[id] = set;
      void setLatest(map, id, set);
    }
  }, [map, sets, epoch]);
}

const queues = new WeakMap<MapLibreMap, Map<FeatureSourceId, { next: FeatureCollection | null }>>();

/** Sets data one at a time per source; of several waiting, only the newest is sent. */
async function setLatest(map: MapLibreMap, id: FeatureSourceId, data: FeatureCollection): Promise<void> {
  let queue = queues.get(map);
  if (!queue) queues.set(map, (queue = new Map()));
  const waiting = queue.get(id);
  if (waiting) {
    waiting.next = data;
    return;
  }
  const entry: { next: FeatureCollection | null } = { next: data };
  queue.set(id, entry);
  try {
    while (entry.next) {
      const current = entry.next;
      entry.next = null;
      await map.getSource<GeoJSONSource>(id)?.setData(current);
    }
  } catch {
    // The map was removed or its worker restarted meanwhile; the next change or restoration sets it again.
  } finally {
    queue.delete(id);
  }
}

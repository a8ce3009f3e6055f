import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import { useEffect } from 'react';
import { useStudioAsk } from '../../../state/studio-ask.js';
import { useStudioStore } from '../../../state/studio-store.js';
import { useStudioWork } from '../../../state/studio-work-store.js';

/** Lights up the grid under the pointer; without a plan a click chooses it, with Shift or Ctrl several. */
export function useHover(map: MapLibreMap): void {
  const hasPlan = useStudioStore((state) => state.planId !== null);
  useEffect(() => {
    let lit: string | null = null;
    let frame = 0;
    const light = (id: string | null): void => {
      if (id === lit || !map.getSource('studio-grids')) return;
      if (lit !== null) map.setFeatureState({ source: 'studio-grids', id: lit }, { hover: false });
      if (id !== null) map.setFeatureState({ source: 'studio-grids', id }, { hover: true });
      lit = id;
    };
    const idAt = ({ point }: MapMouseEvent): string | null => {
      if (!map.getLayer('studio-fill')) return null;
      const [found] = map.queryRenderedFeatures(point, { layers: ['studio-fill'] });
      return found ? String(found.properties.id) : null;
    };
    const onMove = (event: MapMouseEvent): void => {
      if (map.isMoving() || useStudioWork.getState().isDragging) return;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => light(idAt(event)));
    };
    const onLeave = (): void => {
      cancelAnimationFrame(frame);
      light(null);
    };
    const onClick = (event: MapMouseEvent): void => {
      // Whoever is asked for a place points at the ground, not at what lies on it.
      if (useStudioAsk.getState().ask) return;
      const { shiftKey, ctrlKey, metaKey } = event.originalEvent;
      const { selectedGridIds, selectGrids } = useStudioStore.getState();
      const id = idAt(event);
      if (!(shiftKey || ctrlKey || metaKey)) selectGrids(id === null ? [] : [id]);
      else if (id !== null)
        selectGrids(
          selectedGridIds.includes(id)
            ? selectedGridIds.filter((each) => each !== id)
            : [...selectedGridIds, id],
        );
    };
    map.on('mousemove', onMove);
    map.on('mouseout', onLeave);
    if (!hasPlan) map.on('click', onClick);
    return () => {
      onLeave();
      map.off('mousemove', onMove);
      map.off('mouseout', onLeave);
      map.off('click', onClick);
    };
  }, [map, hasPlan]);
}

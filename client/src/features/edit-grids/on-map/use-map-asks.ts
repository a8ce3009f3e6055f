import type { Step } from '@maplebridge/engine/topology/tiling.types';
import type { Map as MapLibreMap, MapMouseEvent, MapTouchEvent } from 'maplibre-gl';
import { useEffect } from 'react';
import { findInnerPoint } from '../../../map/features/studio-to-features.js';
import { areaOf, distance, lineOf, toDegrees, toStep } from '../../../map/modes/drawing/steps.js';
import { toSteps } from '../../../map/modes/drawing/map-queries.js';
import { SourceWriter } from '../../../map/studio-sources.js';
import { cancelAsk, useStudioAsk } from '../../../state/studio-ask.js';
import { useStudioStore } from '../../../state/studio-store.js';
import { isInside } from './is-inside.js';

/** While a place or an area is asked for, the map answers: a click, or a line drawn around grids. */
export function useMapAsks(map: MapLibreMap): void {
  const ask = useStudioAsk((state) => state.ask);
  useEffect(() => {
    if (!ask) return;
    const canvas = map.getCanvas();
    canvas.style.cursor = 'crosshair';
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') {
        event.preventDefault();
        event.stopPropagation();
        cancelAsk();
      } else if (event.key === 'Enter' && ask.kind === 'place' && document.activeElement === canvas) {
        const { lng, lat } = map.getCenter();
        ask.settle({ longitude: lng, latitude: lat });
      }
    };
    document.addEventListener('keydown', onKey, { capture: true });
    const stop =
      ask.kind === 'lasso'
        ? drawLasso(map, (ring) =>
            ask.settle({
              area: areaOf(ring, 'area').geometry as never,
              gridIds: listGridsIn(ring),
            }),
          )
        : waitForClick(map, (longitude, latitude) => ask.settle({ longitude, latitude }));
    return () => {
      stop();
      canvas.style.cursor = '';
      document.removeEventListener('keydown', onKey, { capture: true });
    };
  }, [map, ask]);
}

function waitForClick(map: MapLibreMap, settle: (longitude: number, latitude: number) => void): () => void {
  // Not before the click has been heard by all: it would select what lies here.
  const onClick = ({ lngLat }: MapMouseEvent): void => void setTimeout(() => settle(lngLat.lng, lngLat.lat));
  map.on('click', onClick);
  return () => void map.off('click', onClick);
}

/** Follows the pointer from press to release; a line that encloses nothing is begun anew. */
function drawLasso(map: MapLibreMap, settle: (ring: Step[]) => void): () => void {
  const sketch = new SourceWriter(map, 'studio-sketch');
  let ring: Step[] | null = null;
  const onPress = (event: MapMouseEvent | MapTouchEvent): void => {
    if ('points' in event && event.points.length > 1) return;
    event.preventDefault();
    ring = [toStep(event.lngLat.lng, event.lngLat.lat)];
  };
  const onMove = ({ lngLat }: MapMouseEvent | MapTouchEvent): void => {
    if (!ring) return;
    const at = toStep(lngLat.lng, lngLat.lat);
    if (distance(ring.at(-1)!, at) < toSteps(map, 3)) return;
    ring.push(at);
    sketch.set([...(ring.length > 2 ? [areaOf(ring, 'area')] : []), lineOf(ring, 'line')]);
  };
  const onRelease = (): void => {
    const drawn = ring;
    ring = null;
    sketch.set([]);
    if (drawn && drawn.length > 3) setTimeout(() => settle(drawn));
  };
  const moves = ['mousemove', 'touchmove'] as const;
  const presses = ['mousedown', 'touchstart'] as const;
  presses.forEach((each) => map.on(each, onPress));
  moves.forEach((each) => map.on(each, onMove));
  addEventListener('mouseup', onRelease);
  addEventListener('touchend', onRelease);
  return () => {
    presses.forEach((each) => map.off(each, onPress));
    moves.forEach((each) => map.off(each, onMove));
    removeEventListener('mouseup', onRelease);
    removeEventListener('touchend', onRelease);
    sketch.set([]);
  };
}

/** Grids whose inner point the ring holds. */
function listGridsIn(ring: readonly Step[]): string[] {
  const { grids, boundaryOf } = useStudioStore.getState();
  const line = ring.map(toDegrees);
  return [...grids.keys()].filter((id) => {
    const boundary = boundaryOf(id);
    return boundary !== null && isInside(findInnerPoint(boundary), line);
  });
}

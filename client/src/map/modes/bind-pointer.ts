import type { Map as MapLibreMap, MapMouseEvent, MapTouchEvent } from 'maplibre-gl';
import type { Mode, Pointer } from './mode.types.js';
import { toStep } from './drawing/steps.js';

type PointerLike = MapMouseEvent | MapTouchEvent;

function toPointer({ lngLat, point, originalEvent }: PointerLike): Pointer {
  const { altKey, shiftKey, ctrlKey, metaKey } = originalEvent;
  return {
    at: toStep(lngLat.lng, lngLat.lat),
    point: { x: point.x, y: point.y },
    isFree: altKey,
    isAdding: shiftKey || ctrlKey || metaKey,
  };
}

const hasSeveralFingers = (event: PointerLike): boolean => 'points' in event && event.points.length > 1;

/** Hands what mouse and fingers do on the map to a mode, moves at most once a frame. Returns how to stop. */
export function bindPointer(map: MapLibreMap, mode: Mode): () => void {
  let frame = 0;
  let latest: Pointer | null = null;
  let isDragging = false;
  let hasMoved = false;

  const step = (): void => {
    frame = 0;
    if (!latest) return;
    if (isDragging) mode.drag?.(latest);
    else mode.move?.(latest);
  };
  const onMove = (event: PointerLike): void => {
    if (hasSeveralFingers(event) || (!isDragging && map.isMoving())) return;
    latest = toPointer(event);
    hasMoved = true;
    frame ||= requestAnimationFrame(step);
  };
  const onPress = (event: PointerLike): void => {
    if (hasSeveralFingers(event)) return stop();
    if ('button' in event.originalEvent && event.originalEvent.button !== 0) return;
    latest = toPointer(event);
    if (!mode.press?.(latest)) return;
    // The map stays where it is.
    event.preventDefault();
    isDragging = true;
    hasMoved = false;
    addEventListener('mouseup', stop);
    addEventListener('touchend', stop);
    addEventListener('touchcancel', stop);
  };
  const stop = (): void => {
    removeEventListener('mouseup', stop);
    removeEventListener('touchend', stop);
    removeEventListener('touchcancel', stop);
    if (!isDragging) return;
    // What was moved last counts, also when its frame has not come yet.
    if (frame && hasMoved) {
      cancelAnimationFrame(frame);
      step();
    }
    isDragging = false;
    mode.drop?.(latest!);
  };
  const onLeave = (): void => {
    if (isDragging) return;
    cancelAnimationFrame(frame);
    frame = 0;
    latest = null;
    mode.leave?.();
  };
  const onClick = (event: MapMouseEvent): void => mode.click?.(toPointer(event));
  const onDoubleClick = (event: MapMouseEvent): void => {
    if (!mode.doubleClick) return;
    event.preventDefault();
    mode.doubleClick(toPointer(event));
  };
  map.on('mousemove', onMove);
  map.on('touchmove', onMove);
  map.on('mousedown', onPress);
  map.on('touchstart', onPress);
  map.on('mouseout', onLeave);
  map.on('click', onClick);
  map.on('dblclick', onDoubleClick);
  return () => {
    cancelAnimationFrame(frame);
    isDragging = false;
    stop();
    map.off('mousemove', onMove);
    map.off('touchmove', onMove);
    map.off('mousedown', onPress);
    map.off('touchstart', onPress);
    map.off('mouseout', onLeave);
    map.off('click', onClick);
    map.off('dblclick', onDoubleClick);
  };
}

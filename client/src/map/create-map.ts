import { Map as MapLibreMap, setWorkerUrl, type MapOptions } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { prefersReducedMotion } from '../ui/reduced-motion.js';

// Without it the map waits for its worker for ever.
setWorkerUrl(workerUrl);

/** MapLibre's default caps the canvas at 4096², which a 4K or 8K wall would silently be drawn smaller by. */
const maxCanvasSize: [number, number] = [8192, 8192];

/** Whether this browser can draw the map at all. */
export function isWebGlAvailable(): boolean {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null;
  } catch {
    return false;
  }
}

/** The one Map of a screen, with nothing of MapLibre's own around it: controls and attribution are ours. */
export function createMap(options: MapOptions): MapLibreMap {
  return new MapLibreMap({
    maxCanvasSize,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
    fadeDuration: prefersReducedMotion() ? 0 : 200,
    minZoom: 5,
    maxZoom: 19,
    ...options,
  });
}

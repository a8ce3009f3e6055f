import type { Step } from '@maplebridge/engine/topology/tiling.types';
import type { Geometry, Position } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Pointer } from '../mode.types.js';
import { nearestOnLine, toDegrees, toStep } from './steps.js';

const streetLayers = ['trunk', 'primary', 'secondary', 'street', 'path'].map((rank) => `base-street-${rank}`);

/** The plan's grid drawn at a place of the screen; null: none. */
export function gridDrawnAt(map: MapLibreMap, at: Step): string | null {
  if (!map.getLayer('studio-fill')) return null;
  const [found] = map.queryRenderedFeatures(map.project(toDegrees(at)), { layers: ['studio-fill'] });
  return found ? String(found.properties.id) : null;
}

/** So many CSS pixels in steps, where the map stands. */
export function toSteps(map: MapLibreMap, pixels: number): number {
  const { x, y } = map.project(map.getCenter());
  const [a, b] = [map.unproject([x, y]), map.unproject([x, y + 100])];
  return Math.round((Math.abs(a.lat - b.lat) / 100) * pixels * 1e7);
}

/** The nearest place of a drawn street; tiles round it to about half a metre. */
export function nearestDrawnStreet(
  map: MapLibreMap,
  { at, point }: Pointer,
  withinSteps: number,
): Step | null {
  const pixels = Math.ceil(withinSteps / toSteps(map, 1));
  const found = map.queryRenderedFeatures(
    [
      [point.x - pixels, point.y - pixels],
      [point.x + pixels, point.y + pixels],
    ],
    { layers: streetLayers.filter((id) => map.getLayer(id)) },
  );
  let best: { at: Step; distance: number } | null = null;
  for (const { geometry } of found)
    for (const line of linesOf(geometry)) {
      const near = nearestOnLine(
        at,
        line.map(([x, y]) => toStep(x!, y!)),
      );
      if (near && near.distance <= withinSteps && (!best || near.distance < best.distance)) best = near;
    }
  return best?.at ?? null;
}

function linesOf(geometry: Geometry): Position[][] {
  if (geometry.type === 'LineString') return [geometry.coordinates];
  return geometry.type === 'MultiLineString' ? geometry.coordinates : [];
}

import type { Map as MapLibreMap, StyleSpecification, VectorTileSource } from 'maplibre-gl';
import { useEffect, useRef } from 'react';
import { listStyleChanges, type StyleChange } from './style/style-changes.js';

/** Keeps a running map equal to a style, touching only what differs. */
export function useStyleSync(map: MapLibreMap | null, style: StyleSpecification): void {
  const applied = useRef<{ map: MapLibreMap; style: StyleSpecification } | null>(null);
  useEffect(() => {
    if (!map) return;
    // A fresh map was made from the style of that moment, kept on it by map-canvas.
    const before = applied.current?.map === map ? applied.current.style : getInitialStyle(map);
    if (before !== style) listStyleChanges(before, style).forEach((change) => applyChange(map, change));
    applied.current = { map, style };
  }, [map, style]);
}

const initialStyles = new WeakMap<MapLibreMap, StyleSpecification>();

/** Remembers what a map was made with. */
export function setInitialStyle(map: MapLibreMap, style: StyleSpecification): void {
  initialStyles.set(map, style);
}

function getInitialStyle(map: MapLibreMap): StyleSpecification {
  const style = initialStyles.get(map);
  if (!style) throw new Error('map without an initial style');
  return style;
}

function applyChange(map: MapLibreMap, change: StyleChange): void {
  const options = { validate: false };
  switch (change.kind) {
    case 'tiles':
      map.getSource<VectorTileSource>(change.sourceId)?.setTiles(change.tiles);
      break;
    case 'paint':
      map.setPaintProperty(change.layerId, change.name as never, change.value as never, options);
      break;
    case 'layout':
      map.setLayoutProperty(change.layerId, change.name as never, change.value as never, options);
      break;
    case 'filter':
      map.setFilter(change.layerId, change.value as never, options);
      break;
    case 'zoomRange':
      map.setLayerZoomRange(change.layerId, change.minzoom, change.maxzoom);
      break;
  }
}

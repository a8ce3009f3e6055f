import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useRef } from 'react';
import type { Palette } from '../ui/tokens.js';
import { drawIcon } from './style/icons/draw-icon.js';
import { rasteriseIcon } from './style/icons/rasterise-icon.js';

interface IconLook {
  palette: Palette;
  iconScale: number;
}

const looks = new WeakMap<MapLibreMap, IconLook>();

/** Draws icons when a layer first asks for them, at the density of the screen. */
export function installIcons(map: MapLibreMap, look: IconLook): void {
  looks.set(map, look);
  map.setMissingStyleImageResolver((id) => drawOnMap(map, id));
}

async function drawOnMap(map: MapLibreMap, id: string): Promise<void> {
  const look = looks.get(map);
  if (!look) return;
  const density = Math.max(1, map.getPixelRatio());
  const pixels = await rasteriseIcon(drawIcon(id, look.palette), density * look.iconScale);
  // The theme may have changed while this one was being drawn.
  if (looks.get(map) !== look) return drawOnMap(map, id);
  if (map.hasImage(id)) map.updateImage(id, pixels);
  else map.addImage(id, pixels, { pixelRatio: density });
}

/** Redraws every icon in use when the theme changes. */
export function useIconTheme(map: MapLibreMap | null, palette: Palette, iconScale: number): void {
  const drawn = useRef<Palette | null>(null);
  useEffect(() => {
    if (!map) return;
    const isFirst = drawn.current === null && looks.get(map)?.palette === palette;
    drawn.current = palette;
    if (isFirst) return;
    looks.set(map, { palette, iconScale });
    for (const id of map.listImages()) void drawOnMap(map, id).catch(() => undefined);
  }, [map, palette, iconScale]);
}

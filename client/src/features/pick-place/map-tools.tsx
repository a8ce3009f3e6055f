import type { Map as MapLibreMap } from 'maplibre-gl';
import { FoundPlaceCard } from '../search-places/found-place.js';
import './map-tools.css';
import { MapMenu } from './map-menu.js';
import { PickBanner } from './pick-banner.js';
import { useGhostDrag } from './use-ghost-drag.js';

/** What the desk's map answers besides selecting: pointing at a place, a menu where one presses, posts of a draft to drag. */
export function MapTools({ map }: { map: MapLibreMap }) {
  useGhostDrag(map);
  return (
    <>
      <PickBanner map={map} />
      <MapMenu map={map} />
      <FoundPlaceCard />
    </>
  );
}

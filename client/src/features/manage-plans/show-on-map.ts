import type { Geometry } from 'geojson';
import { useStudioStore } from '../../state/studio-store.js';
import { useViewStore } from '../../state/view-store.js';
import { getBounds } from '../../map/get-bounds.js';

/** Takes the map to grids of the plan and brings them out; ids that it does not hold are passed over. */
export function showGrids(ids: readonly string[]): void {
  const { boundaryOf, setHotGrids } = useStudioStore.getState();
  setHotGrids(ids);
  const bounds = getBounds(ids.map(boundaryOf).filter((boundary) => boundary !== null));
  if (bounds) useViewStore.getState().goTo({ kind: 'bounds', bounds });
}

/** Takes the map to a place and marks it with words. */
export function showPlace(place: Geometry, label: string): void {
  const [longitude, latitude] = place.type === 'Point' ? place.coordinates : [];
  if (longitude === undefined || latitude === undefined) return;
  useStudioStore
    .getState()
    .highlight('focus', [{ type: 'Feature', geometry: place, properties: { tone: 'warning', label } }]);
  useViewStore.getState().goTo({ kind: 'point', longitude, latitude, zoom: 16 });
}

/** Takes the mark and what was brought out off the map again. */
export function hidePlace(): void {
  const { highlight, setHotGrids } = useStudioStore.getState();
  highlight('focus', null);
  setHotGrids([]);
}

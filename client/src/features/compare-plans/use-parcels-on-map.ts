import { useEffect } from 'react';
import { useStudioStore } from '../../state/studio-store.js';
import { getParcelTone, type Parcel } from './figures.js';

/** Shows the land that changes hands: from a chosen grid what it gains and loses, otherwise what moves. */
export function useParcelsOnMap(parcels: readonly Parcel[] | null, hot: number | null): void {
  const chosen = useStudioStore((state) => state.selectedGridIds);
  useEffect(() => {
    useStudioStore.getState().highlight(
      'parcels',
      parcels?.map((parcel, index) => ({
        type: 'Feature',
        geometry: parcel.boundary,
        properties: { tone: getParcelTone(parcel, chosen), isHot: index === hot },
      })) ?? null,
    );
  }, [parcels, hot, chosen]);
  useEffect(() => () => useStudioStore.getState().highlight('parcels', null), []);
}

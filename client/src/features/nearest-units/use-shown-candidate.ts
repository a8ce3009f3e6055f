import { useEffect } from 'react';
import { useReachStore, type PickedPlace } from '../../state/reach-store.js';
import type { UnitCandidate } from './use-nearest.js';

/** Draws one candidate's way and the grids it would leave on the map; with none of them only the place. */
export function useShownCandidate(candidate: UnitCandidate | null, place: PickedPlace | null): void {
  const setHighlights = useReachStore((state) => state.setHighlights);
  const route = candidate?.route?.type === 'LineString' ? candidate.route : null;
  // Asked again every few seconds: the map is told only of what differs.
  const routeText = JSON.stringify(route);
  const lostText = JSON.stringify(candidate?.coverLost.map(({ grid }) => grid.id) ?? []);
  useEffect(() => {
    setHighlights({ route: JSON.parse(routeText), lostGridIds: JSON.parse(lostText) });
  }, [routeText, lostText, setHighlights]);
  useEffect(() => () => setHighlights({ route: null, lostGridIds: [] }), [setHighlights]);
  useEffect(() => {
    setHighlights({ place });
    return () => setHighlights({ place: null });
  }, [place, setHighlights]);
}

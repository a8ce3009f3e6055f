import { useMemo } from 'react';
import type { ReachLook } from '../../map/style/style-context.js';
import { getShownView, useReachStore } from '../../state/reach-store.js';

/** What streets are coloured by now; null when no travel times are shown. */
export function useReachLook(): ReachLook | null {
  const view = useReachStore(getShownView);
  const emphasis = useReachStore((state) => state.emphasis);
  return useMemo(() => {
    if (!view) return null;
    const { tileView, limits, showsGaps, hasChanges } = view;
    const tiles = [`${location.origin}/tiles/reach/{z}/{x}/{y}.mvt?view=${encodeURIComponent(tileView)}`];
    return { tiles, limits, showsGaps, hasChanges, emphasis };
  }, [view, emphasis]);
}

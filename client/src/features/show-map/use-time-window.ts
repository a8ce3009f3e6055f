import { useMemo } from 'react';
import { resolveWindow, type TimeWindow } from '../../state/time-window.js';
import { useNow } from '../../state/use-now.js';
import { useViewStore } from '../../state/view-store.js';

const stepMilliseconds = 5 * 60_000;

/** The time window of this screen; a live one moves on every five minutes. */
export function useTimeWindow(): TimeWindow {
  const range = useViewStore((state) => state.range);
  const now = useNow(stepMilliseconds);
  return useMemo(() => resolveWindow(range, now), [range, now]);
}

import { useMemo } from 'react';
import { getStartOfDay } from '../../i18n/format.js';
import type { TimeWindow } from '../../state/time-window.js';
import { useNow } from '../../state/use-now.js';
import { useTimeLocale } from '../watch-county/use-county.js';

const stepMilliseconds = 10 * 60_000;

/** The county's today: from its midnight on. */
export function useToday(): TimeWindow {
  const now = useNow(60_000);
  const { timeZone } = useTimeLocale();
  const start = getStartOfDay(now, timeZone);
  return useMemo(() => ({ from: new Date(start).toISOString(), to: null }), [start]);
}

/** Yesterday up to this time of day, to ten minutes: what today is compared with. */
export function useYesterdaySoFar(): TimeWindow {
  const now = useNow(stepMilliseconds);
  const { timeZone } = useTimeLocale();
  const today = getStartOfDay(now, timeZone);
  return useMemo(() => {
    const start = getStartOfDay(today - 1, timeZone);
    const end = Math.max(start + 60_000, now - (today - start));
    return { from: new Date(start).toISOString(), to: new Date(end).toISOString() };
  }, [now, today, timeZone]);
}

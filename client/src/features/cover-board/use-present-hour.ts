import { toWallTime } from '../../i18n/zoned-time.js';
import { useNow } from '../../state/use-now.js';
import { useTimeLocale } from '../watch-county/use-county.js';

/** The hour on the county's clock. */
export function usePresentHour(): number {
  const now = useNow(60_000);
  const { timeZone } = useTimeLocale();
  return Number(toWallTime(now, timeZone).time.slice(0, 2));
}

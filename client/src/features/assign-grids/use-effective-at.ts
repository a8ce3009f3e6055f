import { useTimeLocale } from '../watch-county/use-county.js';
import { fromWallTime } from '../../i18n/zoned-time.js';
import { useAssignStore } from './assign-store.js';

/** The instant from which changes count: the county's midnight of the chosen day; null: now. */
export function useEffectiveAt(): string | null {
  const day = useAssignStore((state) => state.effectiveDay);
  const { timeZone } = useTimeLocale();
  const instant = day === null ? null : fromWallTime({ date: day, time: '00:00' }, timeZone);
  return instant === null ? null : new Date(instant).toISOString();
}

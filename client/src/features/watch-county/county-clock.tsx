import { formatClock, formatDate, formatWeekday } from '../../i18n/format.js';
import { useNow } from '../../state/use-now.js';
import { useTimeLocale } from './use-county.js';

/** The county's date and time of day by the server's clock. */
export function CountyClock({ withSeconds = false }: { withSeconds?: boolean }) {
  const now = useNow(withSeconds ? 1000 : 10_000);
  const locale = useTimeLocale();
  return (
    <time className="county-clock" data-testid="clock" dateTime={new Date(now).toISOString()}>
      <span>{formatDate(now, locale)}</span> {withSeconds && <span>{formatWeekday(now, locale)}</span>}{' '}
      <b>{formatClock(now, locale, withSeconds)}</b>
    </time>
  );
}

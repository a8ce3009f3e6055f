import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock } from '../../i18n/format.js';
import { useConnectionStore } from '../../state/connection-store.js';
import { useDataState } from '../follow-events/use-data-state.js';
import { useTimeLocale } from '../watch-county/use-county.js';
import './wall-alarm.css';

/** Whether the wall shows something older than it should. */
function useIsWallStale(): boolean {
  const { mode, isStale } = useDataState();
  return isStale || mode === 'offline';
}

/** The whole wall, marked when it is stale. Apart, because it looks at the clock each second and the map need not. */
export function WallFrame({ children }: { children: ReactNode }) {
  return (
    <div className="wall" data-stale={useIsWallStale() || undefined}>
      {children}
    </div>
  );
}

/** Says over the whole width that the picture has stopped, since when, and not to rely on it. */
export function WallAlarm() {
  const { t } = useTranslation();
  const locale = useTimeLocale();
  const { ageSeconds } = useDataState();
  const heardAt = useConnectionStore((state) => state.heardAt);
  const offset = useConnectionStore((state) => state.clockOffset);
  if (!useIsWallStale()) return null;
  return (
    <div className="wall-alarm" role="alert" data-testid="wall-alarm">
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d="M10 1.500 19 18H1ZM10 7.500v5M10 14.900v.6" />
      </svg>
      <strong>
        {heardAt === null
          ? t('connection.offline')
          : t('wall.frozen', { time: formatClock(heardAt + offset, locale, true) })}
      </strong>
      {ageSeconds !== null && <Age seconds={ageSeconds} />}
      <span>{t('wall.doNotRely')}</span>
    </div>
  );
}

/** Ticks apart from the words, so that an alert is not read out every second. */
function Age({ seconds }: { seconds: number }) {
  const { t } = useTranslation();
  const minutes = Math.floor(seconds / 60);
  return (
    <span aria-hidden="true">
      {minutes < 2
        ? t('connection.secondsAgo', { count: seconds })
        : t('connection.minutesAgo', { count: minutes })}
    </span>
  );
}

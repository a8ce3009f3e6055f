import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '../../features/brief-wall/use-today.js';
import { useWallWidth } from '../../features/brief-wall/use-wall-width.js';
import { WallAlarm, WallFrame } from '../../features/brief-wall/wall-alarm.js';
import { WallBrief } from '../../features/brief-wall/wall-brief.js';
import { WallFoot } from '../../features/brief-wall/wall-foot.js';
import { WallLegend } from '../../features/brief-wall/wall-legend.js';
import { reloadWhenServed, useWatchdog } from '../../features/brief-wall/use-watchdog.js';
import { ConnectionBadge } from '../../features/follow-events/connection-badge.js';
import { useEventStream } from '../../features/follow-events/use-event-stream.js';
import { OperationsMap } from '../../features/show-map/operations-map.js';
import { OperationsProvider } from '../../features/show-map/operations.js';
import { useTileSets } from '../../features/show-map/use-tile-sets.js';
import { CountyClock } from '../../features/watch-county/county-clock.js';
import { useCounty, useCountyName } from '../../features/watch-county/use-county.js';
import { Notice } from '../../ui/notice.js';
import './wall.css';

/** Text of 1.65 % of the width is 63 pixels on a 4K wall: 23 mm on a 65-inch screen, 16 arc-minutes at five metres. */
const widthShare = 0.0165;
const deskLabelPixels = 12;

/** The map wall: nothing to touch, everything legible from five metres, and it heals itself. */
export function WallScreen() {
  const { t } = useTranslation();
  const width = useWallWidth();
  const { county, isEmpty, error } = useCounty();
  const { tileSets, incidentsAsOf, hasFailed } = useTileSets();
  const name = useCountyName(county);
  const today = useToday();
  useEventStream();
  useWatchdog();
  useRetryUntilReady(county !== null);
  const scale = {
    text: (width * widthShare) / deskLabelPixels,
    icon: Math.max(1, width / 1480),
    isWall: true,
  };
  return (
    <WallFrame>
      <header className="wall-head">
        <h1 data-testid="county-name">{name || t('product')}</h1>
        {county?.simulated && (
          <span className="simulated-badge" data-testid="simulated">
            {t('simulated')}
          </span>
        )}
        <ConnectionBadge />
        <CountyClock withSeconds />
      </header>
      <WallAlarm />
      {county && tileSets ? (
        <OperationsProvider
          county={county}
          tileSets={tileSets}
          incidentsAsOf={incidentsAsOf}
          scale={scale}
          window={today}
        >
          <main className="wall-map">
            <OperationsMap
              isInteractive={false}
              padding={{ top: width * 0.01, bottom: width * 0.01, left: width * 0.01, right: width * 0.01 }}
              onFailure={() => void reloadWhenServed()}
            />
            <WallFoot />
          </main>
          <WallBrief today={today} />
          <WallLegend />
        </OperationsProvider>
      ) : (
        <main className="wall-wait">
          {isEmpty ? (
            <Notice kind="empty" title={t('error.noCounty')} />
          ) : error || hasFailed ? (
            <Notice kind="error" title={t('wall.waiting')} />
          ) : (
            <Notice kind="loading" title={t('loading')} />
          )}
        </main>
      )}
    </WallFrame>
  );
}

/** A wall switched on before its server has nothing to lose by starting over. */
function useRetryUntilReady(isReady: boolean): void {
  useEffect(() => {
    if (isReady) return;
    const timer = setInterval(() => void reloadWhenServed(), 15_000);
    return () => clearInterval(timer);
  }, [isReady]);
}

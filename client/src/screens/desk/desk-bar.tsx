import { useTranslation } from 'react-i18next';
import { ConnectionStatus } from '../../features/follow-events/connection-status.js';
import { TimeRangePicker } from '../../features/pick-time/time-range-picker.js';
import { NoticeBell } from '../../features/read-notices/notice-bell.js';
import { requireAction } from '../../features/run-actions/action-list.js';
import { useActionContext } from '../../features/run-actions/action-context.js';
import { isMac, writeShortcut } from '../../features/run-actions/shortcut.js';
import { SearchBox } from '../../features/search-places/search-box.js';
import { PreferenceButtons } from '../../features/set-preferences/preference-buttons.js';
import { CountyClock } from '../../features/watch-county/county-clock.js';
import { useCountyName, type County } from '../../features/watch-county/use-county.js';
import { useIsNarrow } from '../../state/use-screen.js';
import './desk-bar.css';
import { DeskMenu } from './desk-menu.js';

/** The head of the desk: whose county, search, time, line, clock, notices, and the ways elsewhere. */
export function DeskBar({ county, incidentsAsOf }: { county: County | null; incidentsAsOf: number }) {
  const { t } = useTranslation();
  const isNarrow = useIsNarrow();
  const name = useCountyName(county);
  return (
    <header className="desk-bar" data-region="bar">
      <div className="desk-brand">
        <h1>{t('product')}</h1>
        <span className="desk-county" data-testid="county-name">
          {name}
        </span>
        {county?.simulated && (
          <span className="simulated-badge" data-testid="simulated">
            {t('simulated')}
          </span>
        )}
      </div>
      <div className="desk-search" data-region="search">
        <SearchBox end={<PaletteButton />} />
      </div>
      <div className="desk-tools">
        <TimeRangePicker />
        <div className="desk-status">
          <ConnectionStatus incidentsAsOf={incidentsAsOf} />
          <CountyClock />
          <NoticeBell />
          {!isNarrow && <PreferenceButtons />}
          <DeskMenu />
        </div>
      </div>
    </header>
  );
}

/** Opens the palette, and says with which keys. */
function PaletteButton() {
  const { t } = useTranslation();
  const context = useActionContext();
  const palette = requireAction('palette');
  const caps = writeShortcut(palette.shortcut!, isMac);
  return (
    <button
      type="button"
      className="palette-button"
      aria-label={`${palette.label(t)} ${caps}`}
      aria-keyshortcuts={isMac ? 'Meta+K' : 'Control+K'}
      title={palette.label(t)}
      data-testid="open-palette"
      onClick={() => palette.run(context)}
    >
      {caps}
    </button>
  );
}

import { useTranslation } from 'react-i18next';
import { ConnectionBadge } from '../../features/follow-events/connection-badge.js';
import { TimeRangePicker } from '../../features/pick-time/time-range-picker.js';
import { SearchBox } from '../../features/search-places/search-box.js';
import { PreferenceButtons } from '../../features/set-preferences/preference-buttons.js';
import { CountyClock } from '../../features/watch-county/county-clock.js';
import { useCountyName, type County } from '../../features/watch-county/use-county.js';

/** The head of the desk: whose county, search, time, clock, line, language, theme. */
export function DeskBar({ county }: { county: County | null }) {
  const { t } = useTranslation();
  const name = useCountyName(county);
  return (
    <header className="desk-bar">
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
      <SearchBox />
      <div className="desk-tools">
        <TimeRangePicker />
        <ConnectionBadge />
        <CountyClock />
        <PreferenceButtons />
      </div>
    </header>
  );
}

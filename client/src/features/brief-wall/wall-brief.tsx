import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/format.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import type { TimeWindow } from '../../state/time-window.js';
import { useIncidentCounts } from '../list-incidents/use-incident-list.js';
import { useYesterdaySoFar } from './use-today.js';
import './wall-brief.css';
import { WallUnits } from './wall-units.js';
import { WallUrgent } from './wall-urgent.js';

/** How many incidents today, who is out, and the newest of those that cannot wait. */
export function WallBrief({ today }: { today: TimeWindow }) {
  const { t } = useTranslation();
  return (
    <aside className="wall-brief" aria-label={t('wall.brief')}>
      <div className="wall-brief-figures">
        <WallCounts today={today} />
        <WallUnits />
      </div>
      <WallUrgent today={today} />
    </aside>
  );
}

function WallCounts({ today }: { today: TimeWindow }) {
  const { t } = useTranslation();
  const language = usePreferenceStore((state) => state.language);
  const counts = useIncidentCounts(today);
  const { all: before } = useIncidentCounts(useYesterdaySoFar());
  return (
    <section className="wall-card wall-counts" data-testid="wall-counts" aria-label={t('wall.today')}>
      <header>
        <h2>{t('wall.today')}</h2>
        {before !== undefined && <p>{t('wall.yesterdaySoFar', { value: formatNumber(before, language) })}</p>}
      </header>
      <dl>
        {(['1', '2', '3'] as const).map((priority) => (
          <div key={priority} data-priority={priority}>
            <dt>{t(`wall.priority.${priority}`)}</dt>
            <dd>{counts[priority] === undefined ? '–' : formatNumber(counts[priority], language)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock, formatNumber, getStartOfDay } from '../../i18n/format.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import type { TimeWindow } from '../../state/time-window.js';
import { useNow } from '../../state/use-now.js';
import { IncidentSign, useIncidentTitle } from '../list-incidents/incident-row.js';
import { useIncidentCounts, useIncidentList } from '../list-incidents/use-incident-list.js';
import { useTimeLocale } from '../watch-county/use-county.js';
import type { IncidentRowFragment } from '../../graphql/generated/graphql.js';
import './wall-brief.css';

const shownUrgent = 6;
const urgentPriorities = [1, 2];

/** The county's today: from its midnight on. */
export function useToday(): TimeWindow {
  const now = useNow(60_000);
  const { timeZone } = useTimeLocale();
  const start = getStartOfDay(now, timeZone);
  return useMemo(() => ({ from: new Date(start).toISOString(), to: null }), [start]);
}

/** How many incidents today, by priority; and the newest of those that cannot wait. */
export function WallBrief({ today }: { today: TimeWindow }) {
  const { t } = useTranslation();
  const language = usePreferenceStore((state) => state.language);
  const counts = useIncidentCounts(today);
  const filter = useMemo(() => ({ from: today.from, to: null, priorities: urgentPriorities }), [today]);
  const urgent = useIncidentList(filter).incidents.slice(0, shownUrgent);
  return (
    <aside className="wall-brief" aria-label={t('wall.brief')}>
      <section className="wall-counts" data-testid="wall-counts" aria-label={t('wall.today')}>
        <h2>{t('wall.today')}</h2>
        <dl>
          {(['1', '2', '3'] as const).map((priority) => (
            <div key={priority} data-priority={priority}>
              <dt>{t(`wall.priority.${priority}`)}</dt>
              <dd>{counts[priority] === undefined ? '–' : formatNumber(counts[priority], language)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="wall-urgent" data-testid="wall-urgent" aria-label={t('wall.urgent')}>
        <h2>{t('wall.urgent')}</h2>
        {urgent.length === 0 && <p>{t('wall.noUrgent')}</p>}
        <ul aria-live="polite">
          {urgent.map((incident) => (
            <UrgentRow key={incident.id} incident={incident} />
          ))}
        </ul>
      </section>
    </aside>
  );
}

function UrgentRow({ incident }: { incident: IncidentRowFragment }) {
  const { t } = useTranslation();
  const locale = useTimeLocale();
  const title = useIncidentTitle(incident);
  const { priority, reportedAt, grid, address, status } = incident;
  return (
    <li data-priority={priority}>
      <IncidentSign incident={incident} size={Math.round(window.innerWidth * 0.028)} />
      <div>
        <p>
          <b>{title}</b>
          <span className="wall-urgent-side">{t(`status.${status}`)}</span>
        </p>
        <p className="wall-urgent-place">
          <span>{grid?.name || address || t('incident.noPlace')}</span>
          <time dateTime={reportedAt}>{formatClock(reportedAt, locale)}</time>
        </p>
      </div>
    </li>
  );
}

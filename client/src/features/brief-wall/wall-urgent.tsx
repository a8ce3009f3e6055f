import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentRowFragment, IncidentStatus } from '../../graphql/generated/graphql.js';
import type { TimeWindow } from '../../state/time-window.js';
import { useNow } from '../../state/use-now.js';
import { IncidentSign, useIncidentTitle } from '../list-incidents/incident-row.js';
import { useIncidentList } from '../list-incidents/use-incident-list.js';
import { useWallWidth } from './use-wall-width.js';

/** More than any wall has room for; what does not fit is not drawn. */
const shownUrgent = 24;
const urgentPriorities = [1, 2];
/** Nobody has taken it up yet. */
const waiting: ReadonlySet<IncidentStatus> = new Set([
  'AWAITING_DISPATCH',
  'AWAITING_SIGNATURE',
  'AWAITING_ACCEPTANCE',
  'RETURNED',
  'REOPENED',
]);

/** Today's newest incidents that cannot wait: what, where, how long ago, and how far it has come. */
export function WallUrgent({ today }: { today: TimeWindow }) {
  const { t } = useTranslation();
  const filter = useMemo(() => ({ from: today.from, to: null, priorities: urgentPriorities }), [today]);
  const { incidents, isLoading, error } = useIncidentList(filter);
  const isUnknown = incidents.length === 0 && (isLoading || error !== null);
  return (
    <section className="wall-card wall-urgent" data-testid="wall-urgent" aria-label={t('wall.urgent')}>
      <h2>{t('wall.urgent')}</h2>
      {incidents.length === 0 && (
        <p className="wall-urgent-none">
          {!isUnknown && <Calm />}
          {t(error ? 'error.list' : isUnknown ? 'loading' : 'wall.noUrgent')}
        </p>
      )}
      <ul aria-live="polite">
        {incidents.slice(0, shownUrgent).map((incident) => (
          <UrgentRow key={incident.id} incident={incident} />
        ))}
      </ul>
    </section>
  );
}

function UrgentRow({ incident }: { incident: IncidentRowFragment }) {
  const { t } = useTranslation();
  const title = useIncidentTitle(incident);
  const now = useNow(10_000);
  const size = Math.round(useWallWidth() * 0.03);
  const { priority, reportedAt, grid, address, status } = incident;
  return (
    <li data-priority={priority}>
      <IncidentSign incident={incident} size={size} />
      <div>
        <p>
          <b>{title}</b>
          {priority === 1 && <span className="wall-tag">{t('wall.priority.1')}</span>}
          <time dateTime={reportedAt}>{formatElapsed(now - Date.parse(reportedAt), t)}</time>
        </p>
        <p className="wall-urgent-place">
          <span>{grid?.name || address || t('wall.noPlace')}</span>
          <span className="wall-urgent-status" data-waiting={waiting.has(status) || undefined}>
            {t(`status.${status}`)}
          </span>
        </p>
      </div>
    </li>
  );
}

/** How long ago, in the coarsest words that still say whether to hurry. */
function formatElapsed(milliseconds: number, t: TFunction): string {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return t('wall.justNow');
  if (minutes < 120) return t('wall.minutes', { count: minutes });
  return t('wall.hours', { count: Math.floor(minutes / 60) });
}

function Calm() {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" className="wall-calm">
      <path d="M10 1.800a8.200 8.200 0 1 1 0 16.400 8.200 8.200 0 0 1 0-16.400ZM6 10.300l2.700 2.700L14 7.500" />
    </svg>
  );
}

import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import './connection-badge.css';
import { useDataState } from './use-data-state.js';

/** The line to the server and the age of the data, in words and shape as well as colour. */
export function ConnectionBadge() {
  const { t } = useTranslation();
  const { mode, ageSeconds, isStale } = useDataState();
  const state = mode === 'offline' ? 'offline' : isStale ? 'stale' : mode;
  return (
    <span
      className="connection-badge"
      data-state={state}
      data-testid="connection"
      role="status"
      aria-live="polite"
    >
      <i className="connection-dot" aria-hidden="true" />
      <span>{t(`connection.${state}`)}</span>
      {(state === 'stale' || state === 'offline') && ageSeconds !== null && (
        <span aria-hidden="true">{formatAge(ageSeconds, t)}</span>
      )}
    </span>
  );
}

/** The age of the data in words: seconds up to two minutes, then minutes. */
function formatAge(seconds: number, t: TFunction): string {
  if (seconds < 120) return t('connection.secondsAgo', { count: seconds });
  return t('connection.minutesAgo', { count: Math.floor(seconds / 60) });
}

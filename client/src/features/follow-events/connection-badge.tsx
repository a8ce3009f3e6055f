import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import './connection-badge.css';
import { useDataState } from './use-data-state.js';

export type ConnectionWord = 'connecting' | 'live' | 'polling' | 'stale' | 'offline';

/** The state of the line in one word, that word in the language of the screen, and the age of the data if it is old. */
export function useConnectionWords(): { state: ConnectionWord; words: string; age: string | null } {
  const { t } = useTranslation();
  const { mode, ageSeconds, isStale } = useDataState();
  const state = mode === 'offline' ? 'offline' : isStale ? 'stale' : mode;
  const isOld = state === 'stale' || state === 'offline';
  const age = isOld && ageSeconds !== null ? formatAge(ageSeconds, t) : null;
  return { state, words: t(`connection.${state}`), age };
}

/** The line to the server and the age of the data, in words and shape as well as colour. */
export function ConnectionBadge() {
  const { state, words, age } = useConnectionWords();
  return (
    <span
      className="connection-badge"
      data-state={state}
      data-testid="connection"
      role="status"
      aria-live="polite"
    >
      <i className="connection-dot" aria-hidden="true" />
      <span>{words}</span>
      {age && <span aria-hidden="true">{age}</span>}
    </span>
  );
}

/** The age of the data in words: seconds up to two minutes, then minutes. */
function formatAge(seconds: number, t: TFunction): string {
  if (seconds < 120) return t('connection.secondsAgo', { count: seconds });
  return t('connection.minutesAgo', { count: Math.floor(seconds / 60) });
}

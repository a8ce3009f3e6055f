import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { formatClock } from '../../i18n/format.js';
import { useConnectionStore } from '../../state/connection-store.js';
import { useTimeLocale } from '../watch-county/use-county.js';
import { useConnectionWords } from './connection-badge.js';
import './connection-badge.css';
import './connection-status.css';

/** The line to the server in words; pressed, it tells how news come and when what is on screen is from. */
export function ConnectionStatus({ incidentsAsOf }: { incidentsAsOf: number }) {
  const { t } = useTranslation();
  const locale = useTimeLocale();
  const { state, words, age } = useConnectionWords();
  const heardAt = useConnectionStore(({ heardAt, clockOffset }) =>
    heardAt === null ? null : Math.floor((heardAt + clockOffset) / 1000) * 1000,
  );
  const clock = (at: number | null): string => (at ? formatClock(at, locale, true) : t('line.never'));
  return (
    <DialogTrigger>
      <Button
        className="bar-button connection-badge"
        data-state={state}
        data-testid="connection"
        aria-label={t('line.label', { state: age ? `${words} ${age}` : words })}
      >
        <i className="connection-dot" aria-hidden="true" />
        <span className="connection-words">{words}</span>
        {age && <span className="connection-age">{age}</span>}
      </Button>
      <Popover className="ui-popover" placement="bottom end" offset={6}>
        <Dialog className="line-dialog" aria-label={t('line.title')}>
          <p className="line-words">
            <i className="connection-dot" data-state={state} aria-hidden="true" />
            <b>{words}</b>
            {age}
          </p>
          <p className="muted">{t(`line.explain.${state}`)}</p>
          <dl className="line-facts">
            <dt>{t('line.heardAt')}</dt>
            <dd>{clock(heardAt)}</dd>
            <dt>{t('line.tilesAsOf')}</dt>
            <dd>{clock(incidentsAsOf > 0 ? incidentsAsOf : null)}</dd>
            <dt>{t('line.zone')}</dt>
            <dd>{locale.timeZone}</dd>
          </dl>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** Tells a screen reader when the state of the line changes. Its age counts on and is not worth a word. */
export function ConnectionAnnouncer() {
  const { words } = useConnectionWords();
  return (
    <p className="sr-only" role="status">
      {words}
    </p>
  );
}

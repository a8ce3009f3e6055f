import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../i18n/format.js';
import { toWallTime } from '../../i18n/zoned-time.js';
import { useNow } from '../../state/use-now.js';
import { useStudioStore } from '../../state/studio-store.js';
import { Banner } from '../../ui/banner.js';
import { Button } from '../../ui/button.js';
import { DateField } from '../../ui/date-field.js';
import { IconButton } from '../../ui/icon-button.js';
import { Notice } from '../../ui/notice.js';
import { Skeleton } from '../../ui/skeleton.js';
import { StatusChip } from '../../ui/status-chip.js';
import { useErrorWords } from '../cover-board/use-answer.js';
import { Section } from '../cover-board/section.js';
import { useTimeLocale } from '../watch-county/use-county.js';
import { findBeginning, findNeighbours, toInstant } from './boundary-dates.js';
import { useHistoryStore } from './history-store.js';
import { useBoundaryDates } from './use-boundary-dates.js';
import { useGridsAt } from './use-grids-at.js';

const goTo = (at: string | null): void => useHistoryStore.setState({ at });

/** Turns the map back, or ahead to what is published already: to any day, or change by change. */
export function AsOfSection() {
  const { t } = useTranslation();
  const locale = useTimeLocale();
  const errorWords = useErrorWords();
  const now = useNow(5000);
  const at = useHistoryStore((state) => state.at);
  const hasPlan = useStudioStore((state) => state.planId !== null);
  const { dates, error, refresh } = useBoundaryDates();
  const shown = useGridsAt(at);
  const instants = dates?.map((date) => date.at) ?? [];
  const { former, next } = findNeighbours(instants, at, now);
  const beginning = findBeginning(instants);
  const day = toWallTime(at === null ? now : Date.parse(at), locale.timeZone).date;
  return (
    <Section title={t('descent.asOf.title')} note={t('descent.asOf.note')}>
      <div className="as-of">
        <IconButton
          icon="back"
          label={t('descent.asOf.former')}
          isDisabled={former === null}
          onPress={() => goTo(former)}
        />
        <DateField
          label={t('descent.asOf.day')}
          isLabelHidden
          value={day}
          onChange={(value) => {
            const instant = toInstant(value, now, locale.timeZone);
            if (instant !== null) goTo(instant === now ? null : new Date(instant).toISOString());
          }}
        />
        <IconButton
          icon="chevronRight"
          label={t('descent.asOf.next')}
          isDisabled={next === null}
          onPress={() => goTo(next)}
        />
        <Button size="small" isDisabled={at === null} onPress={() => goTo(null)}>
          {t(hasPlan ? 'descent.asOf.toPlan' : 'descent.asOf.toPresent')}
        </Button>
      </div>
      <div aria-live="polite">
        {shown.error ? (
          <Banner tone="danger">{t('descent.asOf.failed')}</Banner>
        ) : at !== null && shown.isLoading ? (
          <Banner tone="accent">{t('loading')}</Banner>
        ) : at !== null ? (
          <Banner tone="accent" icon="history">
            {t('descent.asOf.shown', { time: formatDateTime(at, locale), count: shown.count })}
          </Banner>
        ) : null}
      </div>
      {error ? (
        <Notice
          kind="error"
          title={t('descent.asOf.datesFailed')}
          action={{ label: t('action.retry'), onPress: refresh }}
        >
          {errorWords(error)}
        </Notice>
      ) : !dates ? (
        <Skeleton shape="lines" count={3} label={t('loading')} />
      ) : dates.length === 0 ? (
        <p className="cover-hint">{t('descent.asOf.noDates')}</p>
      ) : (
        <ol className="boundary-dates" aria-label={t('descent.asOf.dates')}>
          {dates.map((date) => (
            <li key={date.at}>
              <button type="button" aria-current={date.at === at} onClick={() => goTo(date.at)}>
                <span>
                  <time dateTime={date.at}>{formatDateTime(date.at, locale)}</time>
                  {Date.parse(date.at) > now && (
                    <StatusChip tone="warning">{t('plans.standing.AWAITING_EFFECT')}</StatusChip>
                  )}
                </span>
                <span>
                  {t('descent.asOf.changed', { count: date.grids })}
                  {date.planNumber && ` · ${date.planNumber} ${date.planName ?? ''}`}
                </span>
              </button>
            </li>
          ))}
          {beginning && (
            <li>
              <button type="button" aria-current={beginning === at} onClick={() => goTo(beginning)}>
                <span>{t('descent.asOf.beginning')}</span>
                <span>{t('descent.asOf.beginningHint')}</span>
              </button>
            </li>
          )}
        </ol>
      )}
    </Section>
  );
}

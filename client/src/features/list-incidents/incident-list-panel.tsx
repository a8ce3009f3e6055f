import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentRowFragment } from '../../graphql/generated/graphql.js';
import { formatClock, formatNumber } from '../../i18n/format.js';
import { useConnectionStore } from '../../state/connection-store.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { useViewStore } from '../../state/view-store.js';
import { Banner } from '../../ui/banner.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { Skeleton } from '../../ui/skeleton.js';
import { useOperations } from '../show-map/operations.js';
import { useTimeLocale } from '../watch-county/use-county.js';
import './incident-list-panel.css';
import { IncidentRow } from './incident-row.js';
import { useIncidentList } from './use-incident-list.js';

/** Incidents of the chosen time, newest first, read on as the list is scrolled; new ones appear on top. */
export function IncidentListPanel() {
  const { t } = useTranslation();
  const { window } = useOperations();
  const language = usePreferenceStore((state) => state.language);
  const filter = useMemo(() => ({ from: window.from, to: window.to }), [window]);
  const list = useIncidentList(filter);
  const isOffline = useConnectionStore((state) => state.mode === 'offline');
  const lastHeard = useConnectionStore(({ mode, heardAt, clockOffset }) =>
    mode === 'offline' && heardAt !== null ? heardAt + clockOffset : null,
  );
  const locale = useTimeLocale();
  const selectIncident = useSelectIncident();
  const selected = useViewStore((state) => state.selected);
  const setRange = useViewStore((state) => state.setRange);
  const scroller = useRef<HTMLDivElement>(null);
  const onScroll = (): void => {
    const { scrollTop, clientHeight, scrollHeight } = scroller.current!;
    if (scrollHeight - scrollTop - clientHeight < 400) list.loadMore();
  };
  if (list.error) {
    return (
      <Notice
        kind={isOffline ? 'offline' : 'error'}
        title={t('error.list')}
        action={{ label: t('action.retry'), onPress: list.retry }}
      >
        {t('incident.failedHint')}
      </Notice>
    );
  }
  if (list.incidents.length === 0) {
    if (list.isLoading) return <Skeleton shape="rows" count={8} label={t('loading')} />;
    return (
      <Notice
        kind="empty"
        icon="clock"
        title={t('incident.none')}
        action={{ label: t('incident.widen'), onPress: () => setRange({ preset: '7d' }) }}
      />
    );
  }
  return (
    <div className="incident-list" ref={scroller} onScroll={onScroll} data-testid="incident-list">
      {isOffline && (
        <Banner tone="warning" icon="offline">
          {t('line.listIsOld', { time: lastHeard === null ? '' : formatClock(lastHeard, locale) })}
        </Banner>
      )}
      <p className="incident-list-total" role="status">
        {t('incident.total', { count: list.totalCount, value: formatNumber(list.totalCount, language) })}
      </p>
      <ul aria-label={t('panel.incidents')}>
        {list.incidents.map((incident) => (
          <li key={incident.id}>
            <IncidentRow
              incident={incident}
              isSelected={selected?.kind === 'incident' && selected.id === incident.id}
              onPress={() => selectIncident(incident)}
            />
          </li>
        ))}
      </ul>
      {list.hasMore && (
        <div className="incident-list-more">
          <Button onPress={list.loadMore} isPending={list.isLoading}>
            {t('action.more')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Selects an incident and shows where it is, if it is anywhere. */
export function useSelectIncident(): (incident: Pick<IncidentRowFragment, 'id' | 'location'>) => void {
  const { select, goTo } = useViewStore.getState();
  return ({ id, location }) => {
    select({ kind: 'incident', id });
    if (location?.type !== 'Point') return;
    const [longitude, latitude] = location.coordinates as [number, number];
    goTo({ kind: 'point', longitude, latitude });
  };
}

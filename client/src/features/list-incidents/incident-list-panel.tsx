import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentRowFragment } from '../../graphql/generated/graphql.js';
import { formatNumber } from '../../i18n/format.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { useViewStore } from '../../state/view-store.js';
import { Notice } from '../../ui/notice.js';
import { useOperations } from '../show-map/operations.js';
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
  const selectIncident = useSelectIncident();
  const selected = useViewStore((state) => state.selected);
  const scroller = useRef<HTMLDivElement>(null);
  const onScroll = (): void => {
    const { scrollTop, clientHeight, scrollHeight } = scroller.current!;
    if (scrollHeight - scrollTop - clientHeight < 400) list.loadMore();
  };
  if (list.error) {
    return (
      <Notice kind="error" title={t('error.list')} action={{ label: t('action.retry'), onPress: list.retry }}>
        {list.error.message}
      </Notice>
    );
  }
  if (list.incidents.length === 0) {
    return (
      <Notice
        kind={list.isLoading ? 'loading' : 'empty'}
        title={t(list.isLoading ? 'loading' : 'incident.none')}
      />
    );
  }
  return (
    <div className="incident-list" ref={scroller} onScroll={onScroll} data-testid="incident-list">
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
        <button
          type="button"
          className="button incident-list-more"
          onClick={list.loadMore}
          disabled={list.isLoading}
        >
          {list.isLoading ? t('loading') : t('action.more')}
        </button>
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

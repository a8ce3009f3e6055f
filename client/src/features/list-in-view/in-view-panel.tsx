import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { InViewGridsDocument } from '../../graphql/generated/graphql.js';
import { formatNumber } from '../../i18n/format.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { useViewStore } from '../../state/view-store.js';
import { Notice } from '../../ui/notice.js';
import { useSelectIncident } from '../list-incidents/incident-list-panel.js';
import { IncidentRow } from '../list-incidents/incident-row.js';
import { useIncidentList } from '../list-incidents/use-incident-list.js';
import { useOperations } from '../show-map/operations.js';
import './in-view-panel.css';

const shownIncidents = 30;

/** The map's view as text: the grids and incidents inside it, for whoever does not read it with the eye. */
export function InViewPanel() {
  const { t } = useTranslation();
  const { county, window } = useOperations();
  const bounds = useViewStore((state) => state.bounds);
  const selected = useViewStore((state) => state.selected);
  const bbox = useMemo(
    () => (bounds ?? county.bounds).map((value) => Math.round(value * 1e5) / 1e5),
    [bounds, county],
  );
  const filter = useMemo(() => ({ bbox, from: window.from, to: window.to }), [bbox, window]);
  const list = useIncidentList(filter, shownIncidents);
  const selectIncident = useSelectIncident();
  return (
    <div className="in-view" data-testid="in-view">
      <h3>{t('inView.incidents', { count: list.totalCount })}</h3>
      {list.incidents.length === 0 && (
        <Notice
          kind={list.isLoading ? 'loading' : 'empty'}
          title={t(list.isLoading ? 'loading' : 'incident.none')}
        />
      )}
      <ul aria-label={t('inView.incidents', { count: list.totalCount })}>
        {list.incidents.slice(0, shownIncidents).map((incident) => (
          <li key={incident.id}>
            <IncidentRow
              incident={incident}
              isSelected={selected?.kind === 'incident' && selected.id === incident.id}
              onPress={() => selectIncident(incident)}
            />
          </li>
        ))}
      </ul>
      <GridsInView bbox={bbox} />
    </div>
  );
}

function GridsInView({ bbox }: { bbox: number[] }) {
  const { t } = useTranslation();
  const { window } = useOperations();
  const language = usePreferenceStore((state) => state.language);
  const partition = useViewStore((state) => state.partition);
  const select = useViewStore((state) => state.select);
  const [{ data, fetching }] = useQuery({
    query: InViewGridsDocument,
    variables: { filter: { bbox, partition }, from: window.from, to: window.to },
  });
  const grids = data?.grids.edges.map(({ node }) => node) ?? [];
  return (
    <section>
      <h3>{t('inView.grids', { count: data?.grids.totalCount ?? 0 })}</h3>
      {grids.length === 0 && (
        <Notice kind={fetching ? 'loading' : 'empty'} title={t(fetching ? 'loading' : 'inView.noGrids')} />
      )}
      <ul aria-label={t('inView.grids', { count: data?.grids.totalCount ?? 0 })}>
        {grids.map(({ id, name, code, incidentCount }) => (
          <li key={id}>
            <button type="button" className="in-view-grid" onClick={() => select({ kind: 'grid', id })}>
              <span>{name || code}</span>
              <span className="muted">
                {t('inView.gridIncidents', {
                  count: incidentCount,
                  value: formatNumber(incidentCount, language),
                })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

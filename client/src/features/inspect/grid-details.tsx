import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { GridDetailsDocument, GridIncidentsDocument } from '../../graphql/generated/graphql.js';
import { formatArea, formatDate, formatNumber } from '../../i18n/format.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import type { TimeWindow } from '../../state/time-window.js';
import { useNow } from '../../state/use-now.js';
import { StatusChip } from '../../ui/status-chip.js';
import { GridTrend } from '../count-incidents/grid-trend.js';
import { IncidentRow } from '../list-incidents/incident-row.js';
import { useSelectIncident } from '../list-incidents/incident-list-panel.js';
import { useTimeWindow } from '../show-map/use-time-window.js';
import { useTimeLocale } from '../watch-county/use-county.js';
import { DetailsHead, DetailsState, Fact, Facts, Related } from './details-parts.js';
import { GridHistoryLink } from './grid-history-link.js';
import { useDetails } from './use-details.js';

export function GridDetails({ id }: { id: string }) {
  const { t } = useTranslation();
  const language = usePreferenceStore((state) => state.language);
  const locale = useTimeLocale();
  const window = useTimeWindow();
  const { data, state } = useDetails(GridDetailsDocument, { id, from: window.from, to: window.to });
  const now = useNow(60_000);
  const grid = data?.grid;
  if (!grid) return <DetailsState {...state} />;
  const minutes = grid.lastSeenAt
    ? Math.max(0, Math.floor((now - Date.parse(grid.lastSeenAt)) / 60_000))
    : null;
  return (
    <>
      <DetailsHead kind={t(`level.${grid.level}`)} name={grid.name || grid.code} location={grid.anchor} />
      <p className="details-chips">
        <StatusChip>{t(`gridKind.${grid.kind}`)}</StatusChip>
        <StatusChip>{t(`partition.${grid.partition}`)}</StatusChip>
      </p>
      <GridHistoryLink id={id} partition={grid.partition} />
      <Facts>
        <Fact label={t('fact.code')}>{grid.code}</Fact>
        <Fact label={t(grid.partition === 'SOCIAL' ? 'fact.community' : 'fact.policeArea')}>
          {grid.parent && <Related kind="territory" id={grid.parent.id} name={grid.parent.name} />}
        </Fact>
        <Fact label={t('fact.incidentCount')}>
          <b data-testid="grid-incident-count">{formatNumber(grid.incidentCount, language)}</b>
        </Fact>
        <Fact label={t('fact.lastSeen')}>
          {minutes === null
            ? t('legend.neverSeen')
            : minutes < 120
              ? t('unit.minutesAgo', { count: minutes })
              : t('unit.hoursAgo', { count: Math.floor(minutes / 60) })}
        </Fact>
        <Fact label={t('fact.households')}>
          {typeof grid.households === 'number' && (
            <>
              {t('unit.households', {
                count: grid.households,
                value: formatNumber(grid.households, language),
              })}
              {grid.householdsAsOf && (
                <span className="muted">
                  {' '}
                  {t('fact.asOf', {
                    source: grid.householdsSource ?? '',
                    date: formatDate(grid.householdsAsOf, locale),
                  })}
                </span>
              )}
            </>
          )}
        </Fact>
        <Fact label={t('fact.area')}>{formatArea(grid.areaSquareMetres, t, language)}</Fact>
        <Fact label={t('fact.post')}>
          {grid.post && <Related kind="post" id={grid.post.id} name={grid.post.name} />}
        </Fact>
        <Fact label={t('fact.liaisonStation')}>
          {grid.liaisonStation && (
            <Related kind="post" id={grid.liaisonStation.id} name={grid.liaisonStation.name} />
          )}
        </Fact>
        <Fact label={t('fact.validFrom')}>{grid.validFrom && formatDate(grid.validFrom, locale)}</Fact>
      </Facts>
      <GridTrend id={id} window={window} />
      <GridIncidents id={id} window={window} />
    </>
  );
}

function GridIncidents({ id, window }: { id: string; window: TimeWindow }) {
  const { t } = useTranslation();
  const selectIncident = useSelectIncident();
  const filter = useMemo(() => ({ gridId: id, from: window.from, to: window.to }), [id, window]);
  const [{ data }] = useQuery({ query: GridIncidentsDocument, variables: { filter } });
  const incidents = data?.incidents.edges.map(({ node }) => node).slice(0, 5) ?? [];
  if (incidents.length === 0) return null;
  return (
    <section className="details-section">
      <h3>{t('details.latestIncidents')}</h3>
      {incidents.map((incident) => (
        <IncidentRow
          key={incident.id}
          incident={incident}
          isSelected={false}
          onPress={() => selectIncident(incident)}
        />
      ))}
    </section>
  );
}

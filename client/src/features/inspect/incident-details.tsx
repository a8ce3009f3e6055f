import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { IncidentDetailsDocument, type IncidentStatus } from '../../graphql/generated/graphql.js';
import { formatDate } from '../../i18n/format.js';
import { StatusChip } from '../../ui/status-chip.js';
import { IncidentSign, useIncidentTitle } from '../list-incidents/incident-row.js';
import { useTimeLocale } from '../watch-county/use-county.js';
import { DetailsHead, DetailsState, Fact, Facts, Instant, Related } from './details-parts.js';
import { useDetails } from './use-details.js';

const IncidentHelp = lazy(async () => ({
  default: (await import('../nearest-units/incident-help.js')).IncidentHelp,
}));

/** Somebody still has to be sent, or is on the way: who is near is asked without a press. */
const awaited: readonly IncidentStatus[] = [
  'AWAITING_DISPATCH',
  'AWAITING_SIGNATURE',
  'SIGNED',
  'EN_ROUTE',
  'REOPENED',
];

const untitled = { kind: '', kindInfo: { name: '', nameEn: '' } } as Parameters<typeof useIncidentTitle>[0];

export function IncidentDetails({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data, state } = useDetails(IncidentDetailsDocument, { id });
  const incident = data?.incident;
  const name = useIncidentTitle(incident ?? untitled);
  if (!incident) return <DetailsState {...state} />;
  const point = incident.location?.type === 'Point' ? incident.location.coordinates : null;
  return (
    <>
      <DetailsHead
        sign={<IncidentSign incident={incident} size={36} />}
        kind={t(`sourceNoun.${incident.source}`)}
        name={name}
        location={incident.location ?? null}
      />
      <p className="details-chips">
        <StatusChip tone={`p${incident.priority}` as 'p1'}>
          {t(`legend.priority.${incident.priority}`)}
        </StatusChip>
        <StatusChip>{t(`status.${incident.status}`)}</StatusChip>
        {!incident.location && <StatusChip tone="warning">{t('incident.noPlace')}</StatusChip>}
        {incident.coarsened && <StatusChip tone="warning">{t('incident.coarsened')}</StatusChip>}
        {incident.simulated && <StatusChip>{t('simulated')}</StatusChip>}
      </p>
      {point && (
        <Suspense fallback={null}>
          <IncidentHelp
            place={{ longitude: point[0]!, latitude: point[1]! }}
            isOpen={awaited.includes(incident.status)}
            isCoarse={incident.coarsened}
          />
        </Suspense>
      )}
      <Facts>
        <Fact label={t('fact.number')}>{incident.number}</Fact>
        <Fact label={t('fact.source')}>{t(`source.${incident.source}`)}</Fact>
        <Fact label={t('fact.reportedAt')}>
          <Instant at={incident.reportedAt} />
        </Fact>
        <Fact label={t('fact.occurredAt')}>
          <OccurredAt at={incident.occurredAt} precision={incident.occurredPrecision} />
        </Fact>
        {incident.firstArrivedAt && (
          <Fact label={t('fact.firstArrivedAt')}>
            <Instant at={incident.firstArrivedAt} />
          </Fact>
        )}
        <Fact label={t('fact.address')}>{incident.address}</Fact>
        <Fact label={t('fact.grid')}>
          {incident.grid && (
            <Related kind="grid" id={incident.grid.id} name={incident.grid.name || incident.grid.code} />
          )}
        </Fact>
        <Fact label={t('fact.policeGrid')}>
          {incident.policeGrid && (
            <Related
              kind="grid"
              id={incident.policeGrid.id}
              name={incident.policeGrid.name || incident.policeGrid.code}
            />
          )}
        </Fact>
      </Facts>
      {incident.description && <p className="details-text">{incident.description}</p>}
    </>
  );
}

function OccurredAt({ at, precision }: { at: string; precision: string }) {
  const { t } = useTranslation();
  const locale = useTimeLocale();
  if (precision === 'UNKNOWN') return <span className="muted">{t('details.unknown')}</span>;
  if (precision === 'DATE') return <>{t('fact.dateOnly', { date: formatDate(at, locale) })}</>;
  return <Instant at={at} />;
}

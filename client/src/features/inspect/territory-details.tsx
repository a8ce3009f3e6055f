import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import {
  StationOfDocument,
  TerritoryGridsDocument,
  UpperTerritoriesDocument,
  type TerritoryLevel,
  type UpperTerritoriesQuery,
} from '../../graphql/generated/graphql.js';
import { formatArea, formatDate, formatNumber } from '../../i18n/format.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { useViewStore } from '../../state/view-store.js';
import { ListRow } from '../../ui/list-row.js';
import { useTimeWindow } from '../show-map/use-time-window.js';
import { useTimeLocale } from '../watch-county/use-county.js';
import { DetailsHead, DetailsState, Fact, Facts, Related } from './details-parts.js';

type Territory = UpperTerritoriesQuery['territories']['edges'][number]['node'];

/** Everything above the grids; a grid has details of its own. */
const levels: TerritoryLevel[] = ['COUNTY', 'TOWN', 'COMMUNITY', 'COUNTY_BUREAU', 'STATION', 'POLICE_AREA'];

/** A town, a community, a station's area: what it holds and what it belongs to. */
export function TerritoryDetails({ id }: { id: string }) {
  const { t } = useTranslation();
  const language = usePreferenceStore((state) => state.language);
  const locale = useTimeLocale();
  // A county has some hundreds of them at most: one list answers for parents and children alike.
  const [{ data, fetching, error }, execute] = useQuery({
    query: UpperTerritoriesDocument,
    variables: { levels },
  });
  const all = data?.territories.edges.map(({ node }) => node);
  const territory = all?.find((each) => each.id === id);
  if (!territory) {
    return (
      <DetailsState
        isLoading={fetching}
        error={error && !data ? error : null}
        retry={() => execute({ requestPolicy: 'network-only' })}
      />
    );
  }
  const children = all!.filter(({ parent }) => parent?.id === id);
  const { households } = territory;
  return (
    <>
      <DetailsHead
        kind={t(`level.${territory.level}`)}
        name={territory.name || territory.code}
        location={territory.anchor}
      />
      <Facts>
        <Fact label={t('fact.code')}>{territory.code}</Fact>
        {territory.parent && (
          <Fact label={t('fact.parent')}>
            <Related kind="territory" id={territory.parent.id} name={territory.parent.name} />
          </Fact>
        )}
        {(territory.level === 'STATION' || territory.level === 'COUNTY_BUREAU') && (
          <StationFact name={territory.name} />
        )}
        <Fact label={t('fact.area')}>{formatArea(territory.areaSquareMetres, t, language)}</Fact>
        <Fact label={t('fact.households')}>
          {typeof households === 'number' &&
            t('unit.households', { count: households, value: formatNumber(households, language) })}
        </Fact>
        <Fact label={t('fact.validFrom')}>
          {territory.validFrom && formatDate(territory.validFrom, locale)}
        </Fact>
      </Facts>
      {children.length > 0 && <Children territories={children} />}
      {(territory.level === 'COMMUNITY' || territory.level === 'POLICE_AREA') && (
        <Grids territory={territory} />
      )}
    </>
  );
}

/** The station itself, as a post with a door: its territory is only the land it answers for. */
function StationFact({ name }: { name: string }) {
  const { t } = useTranslation();
  const [{ data }] = useQuery({ query: StationOfDocument, variables: { name } });
  const station = data?.posts.edges.find(({ node }) => node.name === name)?.node;
  if (!station) return null;
  return (
    <Fact label={t('fact.station')}>
      <Related kind="post" id={station.id} name={station.name} />
    </Fact>
  );
}

function Children({ territories }: { territories: Territory[] }) {
  const { t } = useTranslation();
  const select = useViewStore((state) => state.select);
  return (
    <section className="details-section">
      <h3>{t('details.children', { count: territories.length })}</h3>
      {territories.map(({ id, name, code, level }) => (
        <ListRow
          key={id}
          title={name || code}
          aside={t(`level.${level}`)}
          onPress={() => select({ kind: 'territory', id })}
        />
      ))}
    </section>
  );
}

function Grids({ territory: { id, level } }: { territory: Territory }) {
  const { t } = useTranslation();
  const language = usePreferenceStore((state) => state.language);
  const select = useViewStore((state) => state.select);
  const { from, to } = useTimeWindow();
  const filter = useMemo(
    () =>
      level === 'COMMUNITY'
        ? { communityId: id, partition: 'SOCIAL' as const }
        : { policeAreaId: id, partition: 'POLICE' as const },
    [id, level],
  );
  const [{ data }] = useQuery({ query: TerritoryGridsDocument, variables: { filter, from, to } });
  if (!data || data.grids.totalCount === 0) return null;
  return (
    <section className="details-section">
      <h3>{t('details.grids', { count: data.grids.totalCount })}</h3>
      {data.grids.edges.map(({ node }) => (
        <ListRow
          key={node.id}
          title={node.name || node.code}
          aside={t('inView.gridIncidents', {
            count: node.incidentCount,
            value: formatNumber(node.incidentCount, language),
          })}
          onPress={() => select({ kind: 'grid', id: node.id })}
        />
      ))}
    </section>
  );
}

import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { InViewGridsDocument } from '../../graphql/generated/graphql.js';
import { formatNumber } from '../../i18n/format.js';
import { drawIcon } from '../../map/style/icons/draw-icon.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import type { SelectableKind } from '../../state/selection.js';
import { useViewStore } from '../../state/view-store.js';
import { Button } from '../../ui/button.js';
import { ListRow } from '../../ui/list-row.js';
import { Notice } from '../../ui/notice.js';
import { Skeleton } from '../../ui/skeleton.js';
import { SvgImage } from '../../ui/swatch.js';
import { getPalette } from '../../ui/tokens.js';
import { useSelectIncident } from '../list-incidents/incident-list-panel.js';
import { IncidentRow } from '../list-incidents/incident-row.js';
import { useIncidentList } from '../list-incidents/use-incident-list.js';
import { walkWithArrows } from '../list-incidents/walk-with-arrows.js';
import { useOperations } from '../show-map/operations.js';
import './in-view-panel.css';
import { usePlacesInView } from './use-places-in-view.js';

const shownIncidents = 30;
const shownPlaces = 12;

/** The map's view as text, kind by kind: for the keyboard, for the ear, and where no map can be drawn. */
export function InViewPanel() {
  const { county } = useOperations();
  const bounds = useViewStore((state) => state.bounds);
  const bbox = useMemo(
    () => (bounds ?? county.bounds).map((value) => Math.round(value * 1e5) / 1e5),
    [bounds, county],
  );
  return (
    <div className="in-view" data-testid="in-view" onKeyDown={walkWithArrows}>
      <IncidentsInView bbox={bbox} />
      <PlacesInView bbox={bbox} />
      <GridsInView bbox={bbox} />
    </div>
  );
}

function IncidentsInView({ bbox }: { bbox: number[] }) {
  const { t } = useTranslation();
  const { window } = useOperations();
  const language = usePreferenceStore((state) => state.language);
  const selected = useViewStore((state) => state.selected);
  const filter = useMemo(() => ({ bbox, from: window.from, to: window.to }), [bbox, window]);
  const list = useIncidentList(filter, shownIncidents);
  const selectIncident = useSelectIncident();
  const shown = list.incidents.slice(0, shownIncidents);
  const more = list.totalCount - shown.length;
  return (
    <Section
      title={t('inView.incidents', {
        count: list.totalCount,
        value: formatNumber(list.totalCount, language),
      })}
    >
      {list.error ? (
        <Notice
          kind="error"
          title={t('error.list')}
          action={{ label: t('action.retry'), onPress: list.retry }}
        />
      ) : shown.length === 0 && list.isLoading ? (
        <Skeleton shape="rows" count={4} label={t('loading')} />
      ) : shown.length === 0 ? (
        <p className="in-view-none">{t('inView.noIncidents')}</p>
      ) : (
        <ul>
          {shown.map((incident) => (
            <li key={incident.id}>
              <IncidentRow
                incident={incident}
                isSelected={selected?.kind === 'incident' && selected.id === incident.id}
                onPress={() => selectIncident(incident)}
              />
            </li>
          ))}
        </ul>
      )}
      {more > 0 && (
        <p className="in-view-none">
          {t('inView.moreIncidents', { count: more, value: formatNumber(more, language) })}
        </p>
      )}
    </Section>
  );
}

function PlacesInView({ bbox }: { bbox: number[] }) {
  const { t } = useTranslation();
  const theme = usePreferenceStore((state) => state.theme);
  const { units, posts, riskPoints } = usePlacesInView(bbox);
  const sign = (icon: string): ReactNode => <SvgImage svg={drawIcon(icon, getPalette(theme))} size={24} />;
  return (
    <>
      <Section title={t('inView.units', { count: units.length })}>
        <Places
          kind="unit"
          items={units.map(({ id, callSign, kind, state }) => ({
            id,
            name: callSign,
            sign: sign(`unit:${kind}:${state}`),
            aside: t(`legend.unitState.${state}`),
          }))}
        />
      </Section>
      <Section title={t('inView.riskPoints', { count: riskPoints.length })}>
        <Places
          kind="riskPoint"
          items={riskPoints.map(({ id, name, kind, level }) => ({
            id,
            name,
            sign: sign(`risk:${level}:${kind}`),
            aside: t(`legend.risk.${level}`),
          }))}
        />
      </Section>
      <Section title={t('inView.posts', { count: posts.length })}>
        <Places
          kind="post"
          items={posts.map(({ id, name, kind }) => ({
            id,
            name,
            sign: sign(`post:${kind}`),
            aside: t(`legend.post.${kind}`),
          }))}
        />
      </Section>
    </>
  );
}

function GridsInView({ bbox }: { bbox: number[] }) {
  const { t } = useTranslation();
  const { window } = useOperations();
  const language = usePreferenceStore((state) => state.language);
  const partition = useViewStore((state) => state.partition);
  const [{ data, fetching }] = useQuery({
    query: InViewGridsDocument,
    variables: { filter: { bbox, partition }, from: window.from, to: window.to },
  });
  const grids = data?.grids.edges.map(({ node }) => node) ?? [];
  return (
    <Section title={t('inView.grids', { count: data?.grids.totalCount ?? 0 })}>
      {fetching && grids.length === 0 ? (
        <Skeleton shape="rows" count={4} label={t('loading')} />
      ) : (
        <Places
          kind="grid"
          isWhole
          items={grids.map(({ id, name, code, incidentCount }) => ({
            id,
            name: name || code,
            aside: t('inView.gridIncidents', {
              count: incidentCount,
              value: formatNumber(incidentCount, language),
            }),
          }))}
        />
      )}
    </Section>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="in-view-section" aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

interface Place {
  id: string;
  name: string;
  sign?: ReactNode;
  aside: string;
}

/** Rows of one kind: the first dozen, the rest on demand. */
function Places({
  kind,
  items,
  isWhole = false,
}: {
  kind: SelectableKind;
  items: Place[];
  isWhole?: boolean;
}) {
  const { t } = useTranslation();
  const selected = useViewStore((state) => state.selected);
  const select = useViewStore((state) => state.select);
  const [isOpen, setOpen] = useState(isWhole);
  const shown = isOpen ? items : items.slice(0, shownPlaces);
  if (items.length === 0) return <p className="in-view-none">{t('inView.none')}</p>;
  return (
    <>
      <ul>
        {shown.map(({ id, name, sign, aside }) => (
          <li key={id}>
            <ListRow
              {...(sign !== undefined && { sign })}
              title={name || t('details.unnamed')}
              aside={aside}
              isSelected={selected?.kind === kind && selected.id === id}
              onPress={() => select({ kind, id })}
            />
          </li>
        ))}
      </ul>
      {shown.length < items.length && (
        <div className="in-view-more">
          <Button variant="quiet" size="small" onPress={() => setOpen(true)}>
            {t('inView.showAll', { count: items.length })}
          </Button>
        </div>
      )}
    </>
  );
}

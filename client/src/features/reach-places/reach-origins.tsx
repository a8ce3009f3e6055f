import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDistance, formatNumber } from '../../i18n/format.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { useReachStore } from '../../state/reach-store.js';
import { useViewStore } from '../../state/view-store.js';
import { DataTable, type DataColumn } from '../../ui/data-table.js';
import type { ReachAnswer } from './use-reach.js';

/** What each origin reaches, and what it reaches before all others; pointed at, its own streets stand out on the map. */
export function ReachOrigins({ answer }: { answer: ReachAnswer }) {
  const { t } = useTranslation();
  const language = usePreferenceStore((state) => state.language);
  const rows = useMemo(
    () =>
      answer.byOrigin.map(({ location, ...origin }, index) => ({ ...origin, index, ...toPoint(location) })),
    [answer],
  );
  const distance = (value: unknown): string => formatDistance(Number(value), t, language);
  const number = (value: unknown): string => formatNumber(Number(value), language);
  const columns: DataColumn[] = [
    {
      key: 'name',
      label: t('reach.origin'),
      format: (name, row) => <OriginName name={String(name)} row={row as unknown as OriginRow} />,
    },
    { key: 'roadMetres', label: t('reach.street'), isNumeric: true, format: distance },
    { key: 'firstRoadMetres', label: t('reach.first'), isNumeric: true, format: distance },
    { key: 'households', label: t('reach.households'), isNumeric: true, format: number },
  ];
  return (
    <section className="reach-section">
      <h3>{t('reach.byOrigin')}</h3>
      <p className="reach-note">{t('reach.firstHint')}</p>
      <div className="reach-table">
        <DataTable caption={t('reach.byOrigin')} isCaptionHidden columns={columns} rows={rows} />
      </div>
    </section>
  );
}

interface OriginRow {
  index: number;
  longitude: number;
  latitude: number;
}

function OriginName({ name, row }: { name: string; row: OriginRow }) {
  const setEmphasis = useReachStore((state) => state.setEmphasis);
  const goTo = useViewStore((state) => state.goTo);
  const { index, longitude, latitude } = row;
  const point = (): void => setEmphasis({ owner: index });
  const leave = (): void => setEmphasis(null);
  return (
    <button
      type="button"
      className="reach-link"
      onMouseEnter={point}
      onMouseLeave={leave}
      onFocus={point}
      onBlur={leave}
      onClick={() => goTo({ kind: 'point', longitude, latitude })}
    >
      {name}
    </button>
  );
}

function toPoint(location: GeoJSON.Geometry): { longitude: number; latitude: number } {
  const [longitude = 0, latitude = 0] = location.type === 'Point' ? location.coordinates : [];
  return { longitude, latitude };
}

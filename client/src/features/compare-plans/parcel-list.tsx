import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatArea } from '../../i18n/format.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { useViewStore } from '../../state/view-store.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { getBounds } from '../../map/get-bounds.js';
import type { Parcel } from './figures.js';

interface ParcelListProps {
  parcels: readonly Parcel[];
  /** The one that is brought out on the map. */
  hot: number | null;
  onHot(index: number | null): void;
}

/** As many as are read; the others are asked for. */
const step = 20;

/** The land that changes hands, the largest first: from which grid to which, and what lies on it. */
export function ParcelList({ parcels, hot, onHot }: ParcelListProps) {
  const { t } = useTranslation();
  const language = usePreferenceStore((state) => state.language);
  const [most, setMost] = useState(step);
  if (parcels.length === 0) return <p className="cover-hint">{t('compared.parcels.none')}</p>;
  const nameOf = (name: string | null | undefined): string => name || t('compared.parcels.nobody');
  return (
    <>
      <ul className="parcels" onPointerLeave={() => onHot(null)}>
        {parcels.slice(0, most).map((parcel, index) => (
          <li key={index}>
            <button
              type="button"
              data-hot={index === hot || undefined}
              onPointerEnter={() => onHot(index)}
              onFocus={() => onHot(index)}
              onBlur={() => onHot(null)}
              onClick={() => {
                const bounds = getBounds([parcel.boundary]);
                if (bounds) useViewStore.getState().goTo({ kind: 'bounds', bounds });
              }}
            >
              <span className="parcel-way">
                {nameOf(parcel.fromName)}
                <Icon name="trendFlat" size="small" />
                <span className="sr-only">{t('compared.parcels.to')}</span>
                {nameOf(parcel.toName)}
              </span>
              <span className="parcel-facts">
                <span>{formatArea(parcel.areaSquareMetres, t, language)}</span>
                <span>{t('compared.parcels.households', { count: parcel.households })}</span>
                <span>{t('compared.parcels.incidents', { count: parcel.incidents })}</span>
                {parcel.riskPoints > 0 && (
                  <span>{t('compared.parcels.riskPoints', { count: parcel.riskPoints })}</span>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {parcels.length > most && (
        <Button size="small" variant="quiet" onPress={() => setMost(most + step)}>
          {t('compared.parcels.more', { count: parcels.length - most })}
        </Button>
      )}
    </>
  );
}

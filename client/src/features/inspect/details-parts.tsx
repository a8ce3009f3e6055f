import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Geometry } from 'geojson';
import { formatDateTime } from '../../i18n/format.js';
import { useViewStore } from '../../state/view-store.js';
import type { SelectableKind } from '../../state/selection.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { useTimeLocale } from '../watch-county/use-county.js';

/** The head of every details panel. */
export function DetailsHead({
  sign,
  kind,
  name,
  location,
}: {
  sign?: ReactNode;
  kind: string;
  name: string;
  location?: Geometry | null;
}) {
  const { t } = useTranslation();
  const goTo = useViewStore((state) => state.goTo);
  const point = location?.type === 'Point' ? (location.coordinates as [number, number]) : null;
  return (
    <header className="details-head">
      {sign}
      <div className="details-title">
        <p>{kind}</p>
        <h2 data-testid="details-name">{name || t('details.unnamed')}</h2>
        {point && (
          <Button
            variant="quiet"
            size="small"
            icon="target"
            onPress={() => goTo({ kind: 'point', longitude: point[0], latitude: point[1], zoom: 16.5 })}
          >
            {t('details.showOnMap')}
          </Button>
        )}
      </div>
    </header>
  );
}

export function Facts({ children }: { children: ReactNode }) {
  return <dl className="facts">{children}</dl>;
}

/** One fact; without a value it says so, rather than leaving the reader to guess. */
export function Fact({ label, children }: { label: string; children?: ReactNode }) {
  const { t } = useTranslation();
  const isMissing = children === null || children === undefined || children === '';
  return (
    <div>
      <dt>{label}</dt>
      <dd>{isMissing ? <span className="muted">{t('details.unknown')}</span> : children}</dd>
    </div>
  );
}

/** An instant in the county's time, or nothing. */
export function Instant({ at }: { at: string }) {
  const locale = useTimeLocale();
  return <time dateTime={at}>{formatDateTime(at, locale)}</time>;
}

/** A record that belongs to this one; pressing it shows that one instead. */
export function Related({ kind, id, name }: { kind: SelectableKind; id: string; name: string }) {
  const select = useViewStore((state) => state.select);
  return (
    <button type="button" className="related" onClick={() => select({ kind, id })}>
      {name}
    </button>
  );
}

/** What to show before, or instead of, a record. */
export function DetailsState({
  isLoading,
  error,
  retry,
}: {
  isLoading: boolean;
  error: Error | null;
  retry(): void;
}) {
  const { t } = useTranslation();
  if (error) {
    return (
      <Notice kind="error" title={t('error.details')} action={{ label: t('action.retry'), onPress: retry }}>
        {error.message}
      </Notice>
    );
  }
  return <Notice kind={isLoading ? 'loading' : 'empty'} title={t(isLoading ? 'loading' : 'details.gone')} />;
}

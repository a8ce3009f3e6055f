import { useTranslation } from 'react-i18next';
import type { GridHistoryQuery } from '../../graphql/generated/studio/graphql.js';
import { formatArea, formatDate, formatNumber } from '../../i18n/format.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { useNow } from '../../state/use-now.js';
import { useViewStore } from '../../state/view-store.js';
import { StatusChip } from '../../ui/status-chip.js';
import { getBounds } from '../../map/get-bounds.js';
import { useTimeLocale } from '../watch-county/use-county.js';
import { useHistoryStore } from './history-store.js';
import { useBoundaryDates } from './use-boundary-dates.js';

type Version = GridHistoryQuery['gridHistory']['versions'][number];

/** A grid's boundaries one after another, newest first; pressed, the map goes back to when it had them. */
export function VersionList({ versions }: { versions: readonly Version[] }) {
  const { t } = useTranslation();
  const locale = useTimeLocale();
  const language = usePreferenceStore((state) => state.language);
  const now = useNow(5000);
  const at = useHistoryStore((state) => state.at);
  const { dates } = useBoundaryDates();
  const planOf = (instant: string): string | null =>
    dates?.find((date) => Date.parse(date.at) === Date.parse(instant))?.planNumber ?? null;
  return (
    <ol className="versions" aria-label={t('descent.versions')}>
      {versions.map(({ validFrom, validTo, areaSquareMetres, households, boundary, name }, index) => {
        const from = validFrom ? Date.parse(validFrom) : -Infinity;
        const to = validTo ? Date.parse(validTo) : Infinity;
        const isPresent = from <= now && now < to;
        const plan = validFrom ? planOf(validFrom) : null;
        return (
          <li key={index}>
            <button
              type="button"
              aria-current={at !== null && validFrom === at}
              onClick={() => {
                useHistoryStore.setState({ at: isPresent ? null : (validFrom ?? null) });
                const bounds = getBounds([boundary]);
                if (bounds) useViewStore.getState().goTo({ kind: 'bounds', bounds });
              }}
            >
              <span>
                <b>
                  {t(validTo ? 'descent.span' : 'descent.since', {
                    from: validFrom ? formatDate(validFrom, locale) : t('descent.ever'),
                    to: validTo ? formatDate(validTo, locale) : '',
                  })}
                </b>
                {isPresent && <StatusChip tone="success">{t('plans.standing.IN_FORCE')}</StatusChip>}
                {from > now && <StatusChip tone="warning">{t('plans.standing.AWAITING_EFFECT')}</StatusChip>}
              </span>
              <span>
                {[
                  name,
                  formatArea(areaSquareMetres, t, language),
                  typeof households === 'number' &&
                    t('unit.households', { count: households, value: formatNumber(households, language) }),
                  plan,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

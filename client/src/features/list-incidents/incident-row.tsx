import { useTranslation } from 'react-i18next';
import type { IncidentRowFragment } from '../../graphql/generated/graphql.js';
import { formatShort } from '../../i18n/format.js';
import { drawIcon } from '../../map/style/icons/draw-icon.js';
import { getIncidentAge } from '../../map/style/incident-signs.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { useNow } from '../../state/use-now.js';
import { ListRow } from '../../ui/list-row.js';
import { StatusChip } from '../../ui/status-chip.js';
import { SvgImage } from '../../ui/swatch.js';
import { getPalette } from '../../ui/tokens.js';
import { useTimeLocale } from '../watch-county/use-county.js';
import './incident-row.css';

interface IncidentRowProps {
  incident: IncidentRowFragment;
  isSelected: boolean;
  onPress(): void;
}

/** One incident in a list: what and when, then where and how far it has come. */
export function IncidentRow({ incident, isSelected, onPress }: IncidentRowProps) {
  const { t } = useTranslation();
  const locale = useTimeLocale();
  const now = useNow(60_000);
  const name = useIncidentTitle(incident);
  const { priority, address, grid, location, reportedAt, status } = incident;
  return (
    <ListRow
      data-testid="incident-row"
      data-incident-id={incident.id}
      isSelected={isSelected}
      onPress={onPress}
      sign={<IncidentSign incident={incident} />}
      title={
        <>
          <b className="incident-row-title">{name}</b>{' '}
          {priority <= 2 && (
            <StatusChip tone={priority === 1 ? 'p1' : 'p2'}>{t(`priorityShort.${priority}`)}</StatusChip>
          )}
        </>
      }
      aside={<time dateTime={reportedAt}>{formatShort(reportedAt, now, locale)}</time>}
      meta={
        <span className="incident-row-place">
          <span className="incident-row-address">
            {address || grid?.name || grid?.code || (location ? '' : t('incident.noPlace'))}
          </span>
          {!location && address && <span className="incident-row-warning">{t('incident.noPlace')}</span>}
          <span className="incident-row-status">{t(`status.${status}`)}</span>
        </span>
      }
    />
  );
}

/** The incident's sign, as on the map. */
export function IncidentSign({
  incident,
  size = 26,
}: {
  incident: Pick<IncidentRowFragment, 'kindInfo' | 'priority' | 'reportedAt'>;
  size?: number;
}) {
  const theme = usePreferenceStore((state) => state.theme);
  const now = useNow(5 * 60_000);
  const { kindInfo, priority, reportedAt } = incident;
  const age = getIncidentAge(Date.parse(reportedAt) / 1000, now / 1000);
  const icon = `incident:${kindInfo.category}:${priority}:${age}`;
  return <SvgImage svg={drawIcon(icon, getPalette(theme))} size={size} />;
}

/** What an incident is called: its kind in the language of the screen. */
export function useIncidentTitle({ kind, kindInfo }: Pick<IncidentRowFragment, 'kind' | 'kindInfo'>): string {
  const language = usePreferenceStore((state) => state.language);
  return (language === 'en' && kindInfo.nameEn) || kindInfo.name || kind;
}

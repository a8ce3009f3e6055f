import { useTranslation } from 'react-i18next';
import type { IncidentRowFragment } from '../../graphql/generated/graphql.js';
import { formatShort } from '../../i18n/format.js';
import { drawIcon } from '../../map/style/icons/draw-icon.js';
import { getIncidentAge } from '../../map/style/incident-signs.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { useNow } from '../../state/use-now.js';
import { Chip } from '../../ui/chip.js';
import { SvgImage } from '../../ui/swatch.js';
import { getPalette } from '../../ui/tokens.js';
import { useTimeLocale } from '../watch-county/use-county.js';
import './incident-row.css';

interface IncidentRowProps {
  incident: IncidentRowFragment;
  isSelected: boolean;
  onPress(): void;
}

/** One incident in a list. */
export function IncidentRow({ incident, isSelected, onPress }: IncidentRowProps) {
  const { t } = useTranslation();
  const locale = useTimeLocale();
  const now = useNow(60_000);
  const name = useIncidentTitle(incident);
  const { priority, address, grid, location, reportedAt, status } = incident;
  return (
    <button
      type="button"
      className="incident-row"
      aria-current={isSelected}
      data-testid="incident-row"
      data-incident-id={incident.id}
      onClick={onPress}
    >
      <IncidentSign incident={incident} />
      <span className="incident-row-main">
        <span className="incident-row-title">
          <b>{name}</b>
          {priority <= 2 && <Chip tone={priority === 1 ? 'p1' : 'p2'}>{t(`priorityShort.${priority}`)}</Chip>}
          <time dateTime={reportedAt}>{formatShort(reportedAt, now, locale)}</time>
        </span>
        <span className="incident-row-place">
          <span className="incident-row-address">{address || grid?.name || grid?.code || ''}</span>
          {!location && <Chip tone="warning">{t('incident.noPlace')}</Chip>}
          <span className="incident-row-status">{t(`status.${status}`)}</span>
        </span>
      </span>
    </button>
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

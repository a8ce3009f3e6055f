import { useTranslation } from 'react-i18next';
import { formatClock, formatDuration, formatMinutes, formatShare } from '../../i18n/format.js';
import { drawIcon } from '../../map/style/icons/draw-icon.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { useViewStore } from '../../state/view-store.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { StatusChip } from '../../ui/status-chip.js';
import { SvgImage } from '../../ui/swatch.js';
import { getPalette } from '../../ui/tokens.js';
import { useTimeLocale } from '../watch-county/use-county.js';
import { isFixStale } from './fix-age.js';
import type { UnitCandidate } from './use-nearest.js';

interface CandidateRowProps {
  candidate: UnitCandidate;
  isChosen: boolean;
  onChoose(): void;
  /** The pointer or the focus has come, or gone. */
  onPoint(isOn: boolean): void;
}

/** A unit that could go: how soon, whether it is free, and what it leaves behind; chosen, all of its reasons. */
export function CandidateRow({ candidate, isChosen, onChoose, onPoint }: CandidateRowProps) {
  const { t } = useTranslation();
  const theme = usePreferenceStore((state) => state.theme);
  const { unit, travelSeconds, fixAgeSeconds, reasons } = candidate;
  const isStale = isFixStale(fixAgeSeconds);
  const age = t('nearest.fixAge', { age: formatDuration(fixAgeSeconds, t) });
  return (
    <li className="nearest-item">
      <button
        type="button"
        className="ui-row nearest-row"
        aria-expanded={isChosen}
        aria-current={isChosen ? 'true' : undefined}
        onClick={onChoose}
        onMouseEnter={() => onPoint(true)}
        onMouseLeave={() => onPoint(false)}
        onFocus={() => onPoint(true)}
        onBlur={() => onPoint(false)}
      >
        <span className="ui-row-sign">
          <SvgImage svg={drawIcon(`unit:${unit.kind}:${unit.state}`, getPalette(theme))} size={30} />
        </span>
        <span className="nearest-main">
          <span className="nearest-first">
            <span className="nearest-name">{unit.callSign}</span>
            <StatusChip>{t(`unitKind.${unit.kind}`)}</StatusChip>
            <StatusChip tone={candidate.available ? 'success' : 'warning'}>
              {t(`legend.unitState.${unit.state}`)}
            </StatusChip>
            {isStale && <StatusChip tone="warning">{age}</StatusChip>}
          </span>
          <CoverLost candidate={candidate} />
        </span>
        <span className="nearest-time">
          <b>{formatMinutes(travelSeconds)}</b>
          <span className="sr-only">{formatDuration(travelSeconds, t)}</span>
          <span aria-hidden="true">{t('nearest.minutesSeconds')}</span>
        </span>
      </button>
      {isChosen && <CandidateDetails candidate={candidate} reasons={reasons} />}
    </li>
  );
}

/** What its going costs, in one line. */
function CoverLost({
  candidate: { coverLost, coverBackAt, available, reasons },
}: {
  candidate: UnitCandidate;
}) {
  const { t } = useTranslation();
  const locale = useTimeLocale();
  const [first] = coverLost;
  if (!available) return <span className="nearest-cost">{reasons[0]}</span>;
  if (!first)
    return (
      <span className="nearest-cost">
        <Icon name="check" size="small" />
        {t('nearest.nothingLost')}
      </span>
    );
  return (
    <span className="nearest-cost" data-lost="true">
      <Icon name="warning" size="small" />
      <span>
        {t(coverLost.length === 1 ? 'nearest.lostOne' : 'nearest.lost', {
          count: coverLost.length,
          name: first.grid.name || first.grid.code,
          time: formatClock(coverBackAt, locale),
        })}
      </span>
    </span>
  );
}

function CandidateDetails({ candidate, reasons }: { candidate: UnitCandidate; reasons: string[] }) {
  const { t } = useTranslation();
  const language = usePreferenceStore((state) => state.language);
  const select = useViewStore((state) => state.select);
  const goTo = useViewStore((state) => state.goTo);
  const { coverLost, route, unit } = candidate;
  return (
    <div className="nearest-details">
      <ul className="nearest-reasons">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {coverLost.length > 0 && (
        <table className="nearest-lost">
          <caption>{t('nearest.lostCaption')}</caption>
          <tbody>
            {coverLost.map(({ grid, shareBefore, shareAfter }) => (
              <tr key={grid.id}>
                <th scope="row">{grid.name || grid.code}</th>
                <td>
                  {t('nearest.fromTo', {
                    before: formatShare(shareBefore, language),
                    after: formatShare(shareAfter, language),
                  })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="nearest-actions">
        {route?.type === 'LineString' && (
          <Button
            size="small"
            icon="extent"
            onPress={() => goTo({ kind: 'bounds', bounds: getBounds(route.coordinates) })}
          >
            {t('nearest.wholeRoute')}
          </Button>
        )}
        <Button
          size="small"
          icon="info"
          variant="quiet"
          onPress={() => select({ kind: 'unit', id: unit.id })}
        >
          {t('nearest.unit')}
        </Button>
      </div>
    </div>
  );
}

function getBounds(line: GeoJSON.Position[]): [number, number, number, number] {
  const [x, y] = [line.map(([value]) => value!), line.map(([, value]) => value!)];
  return [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)];
}

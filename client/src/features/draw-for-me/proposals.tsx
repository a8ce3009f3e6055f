import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatArea, formatDistance, formatNumber, formatShare } from '../../i18n/format.js';
import { getBounds } from '../../map/get-bounds.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { useViewStore } from '../../state/view-store.js';
import { DataTable } from '../../ui/data-table.js';
import { StatusChip } from '../../ui/status-chip.js';
import type { Proposal } from './use-districting.js';

interface ProposalsProps {
  proposals: readonly Proposal[];
  shown: number | null;
  onShow(number: number | null): void;
  onHover(number: number | null): void;
  /** Under the one that is shown: what each of its grids holds, and taking it. */
  children: ReactNode;
}

/** The proposals side by side with their scores; hovering shows one on the map, a press keeps it there. */
export function Proposals({ proposals, shown, onShow, onHover, children }: ProposalsProps) {
  const { t } = useTranslation();
  const language = usePreferenceStore((state) => state.language);
  return (
    <ul className="draw-cards" aria-label={t('districting.proposals')}>
      {proposals.map((proposal) => {
        const { number, goal, withinTolerance } = proposal;
        const scores: [key: string, value: string][] = [
          ['largestDeviation', `± ${formatShare(proposal.largestDeviation, language)}`],
          ['meanCompactness', formatNumber(proposal.meanCompactness, language, 2)],
          ['borderOnStreetsShare', formatShare(proposal.borderOnStreetsShare, language)],
          ['borderMetres', formatDistance(proposal.borderMetres, t, language)],
          ['householdsMoved', formatNumber(proposal.householdsMoved, language)],
        ];
        return (
          <li key={number}>
            <button
              type="button"
              className="draw-card"
              aria-pressed={shown === number}
              onClick={() => onShow(shown === number ? null : number)}
              onPointerEnter={() => onHover(number)}
              onPointerLeave={() => onHover(null)}
              onFocus={() => onHover(number)}
              onBlur={() => onHover(null)}
              data-testid="proposal"
            >
              <span className="draw-card-head">
                <b>{t('districting.proposal', { number })}</b>
                <span>{t(`districting.goal.${goal}`)}</span>
                {!withinTolerance && (
                  <StatusChip tone="warning">{t('districting.beyondTolerance')}</StatusChip>
                )}
              </span>
              <dl>
                {scores.map(([key, value]) => (
                  <div key={key}>
                    <dt>{t(`districting.score.${key}`)}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
            </button>
            {shown === number && <div className="draw-detail">{children}</div>}
          </li>
        );
      })}
    </ul>
  );
}

interface ProposalTableProps {
  proposal: Proposal;
  colours: readonly string[];
  hotIndex: number | null;
  onHot(index: number | null): void;
}

/** What each grid of a proposal would hold. */
export function ProposalTable({ proposal, colours, hotIndex, onHot }: ProposalTableProps) {
  const { t } = useTranslation();
  const language = usePreferenceStore((state) => state.language);
  const number = (value: unknown): string => formatNumber(Number(value), language);
  const press = (index: number): void => {
    onHot(hotIndex === index ? null : index);
    const { boundary } = proposal.districts[index]!;
    if (boundary.type !== 'Polygon' && boundary.type !== 'MultiPolygon') return;
    const bounds = getBounds([boundary]);
    if (bounds && hotIndex !== index) useViewStore.getState().goTo({ kind: 'bounds', bounds });
  };
  return (
    <DataTable
      caption={t('districting.table')}
      isCaptionHidden
      columns={[
        {
          key: 'number',
          label: t('districting.column.number'),
          format: (value) => (
            <button type="button" className="draw-number" onClick={() => press(Number(value) - 1)}>
              <span
                className="assign-swatch"
                style={{ background: colours[Number(value) - 1] }}
                aria-hidden="true"
              />
              {value}
            </button>
          ),
        },
        {
          key: 'deviation',
          label: t('districting.column.deviation'),
          isNumeric: true,
          format: (value) => writeDeviation(Number(value), language),
        },
        { key: 'households', label: t('districting.column.households'), isNumeric: true, format: number },
        { key: 'incidents', label: t('districting.column.incidents'), isNumeric: true, format: number },
        {
          key: 'streets',
          label: t('districting.column.streets'),
          isNumeric: true,
          format: (value) => formatDistance(Number(value), t, language),
        },
        {
          key: 'area',
          label: t('districting.column.area'),
          isNumeric: true,
          format: (value) => formatArea(Number(value), t, language),
        },
        {
          key: 'compactness',
          label: t('districting.column.compactness'),
          isNumeric: true,
          format: (value) => formatNumber(Number(value), language, 2),
        },
      ]}
      rows={proposal.districts.map((district, index) => ({
        id: String(index),
        number: index + 1,
        deviation: district.weight - 1,
        households: district.households,
        incidents: district.incidents,
        streets: district.streetMetres,
        area: district.areaSquareMetres,
        compactness: district.compactness,
      }))}
      isMarked={({ id }) => Number(id) === hotIndex}
    />
  );
}

/** +3.2%, −0.4%: how far a grid's weight lies from the mean. */
function writeDeviation(share: number, language: 'zh-CN' | 'en'): string {
  const percent = formatNumber(Math.abs(share) * 100, language, 1);
  return `${share < 0 ? '−' : '+'}${percent}%`;
}

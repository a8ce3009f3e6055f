import { useTranslation } from 'react-i18next';
import { RiskPointDetailsDocument } from '../../graphql/generated/graphql.js';
import { findAnchor } from '../../map/features/risk-points-to-features.js';
import { drawIcon } from '../../map/style/icons/draw-icon.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { useNow } from '../../state/use-now.js';
import { StatusChip } from '../../ui/status-chip.js';
import { SvgImage } from '../../ui/swatch.js';
import { getPalette } from '../../ui/tokens.js';
import { ReachButtons } from '../reach-places/reach-buttons.js';
import { DetailsHead, DetailsState, Fact, Facts, Instant, Related } from './details-parts.js';
import { useDetails } from './use-details.js';

export function RiskPointDetails({ id }: { id: string }) {
  const { t } = useTranslation();
  const theme = usePreferenceStore((state) => state.theme);
  const { data, state } = useDetails(RiskPointDetailsDocument, { id });
  const now = useNow(60_000);
  const point = data?.riskPoint;
  if (!point) return <DetailsState {...state} />;
  const anchor = findAnchor(point.location);
  const isOverdue = point.inspectionDueAt ? Date.parse(point.inspectionDueAt) < now : false;
  return (
    <>
      <DetailsHead
        sign={<SvgImage svg={drawIcon(`risk:${point.level}:${point.kind}`, getPalette(theme))} size={36} />}
        kind={t(`riskKind.${point.kind}`)}
        name={point.name}
        location={point.location}
      />
      <p className="details-chips">
        <StatusChip>{t(`legend.risk.${point.level}`)}</StatusChip>
        {isOverdue && <StatusChip tone="danger">{t('risk.overdue')}</StatusChip>}
      </p>
      {anchor && <ReachButtons point={{ longitude: anchor[0]!, latitude: anchor[1]!, name: point.name }} />}
      <Facts>
        <Fact label={t('fact.code')}>{point.code}</Fact>
        <Fact label={t('fact.address')}>{point.address}</Fact>
        <Fact label={t('fact.owner')}>{point.ownerOrganisation}</Fact>
        <Fact label={t('fact.grid')}>
          {point.grid && <Related kind="grid" id={point.grid.id} name={point.grid.name || point.grid.code} />}
        </Fact>
        <Fact label={t('fact.inspectionCycle')}>{t('unit.days', { count: point.inspectionCycleDays })}</Fact>
        <Fact label={t('fact.lastInspectedAt')}>
          {point.lastInspectedAt && <Instant at={point.lastInspectedAt} />}
        </Fact>
        <Fact label={t('fact.inspectionDueAt')}>
          {point.inspectionDueAt && <Instant at={point.inspectionDueAt} />}
        </Fact>
      </Facts>
    </>
  );
}

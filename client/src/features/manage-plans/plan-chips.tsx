import { useTranslation } from 'react-i18next';
import type { PlanRowFragment } from '../../graphql/generated/studio/graphql.js';
import { useNow } from '../../state/use-now.js';
import { StatusChip } from '../../ui/status-chip.js';
import { getStanding, stateTones } from './workflow.js';

/** Where a plan stands, and whether the boundaries it was begun on are still those in force. */
export function PlanChips({ plan }: { plan: PlanRowFragment }) {
  const { t } = useTranslation();
  const now = useNow(5000);
  const standing = getStanding(plan, now);
  return (
    <>
      <StatusChip tone={standing === 'AWAITING_EFFECT' ? 'warning' : stateTones[plan.state]}>
        {t(`plans.standing.${standing}`)}
      </StatusChip>
      {plan.stale && <StatusChip tone="warning">{t('plans.stale.chip')}</StatusChip>}
    </>
  );
}

import { useTranslation } from 'react-i18next';
import { formatDate } from '../../i18n/format.js';
import { useNow } from '../../state/use-now.js';
import { Banner } from '../../ui/banner.js';
import { useComments } from '../review-plans/use-comments.js';
import { useTimeLocale } from '../watch-county/use-county.js';
import { usePlanCheck } from './plan-check.js';
import type { OpenedPlan } from './use-plan.js';
import type { Deed } from './workflow.js';

/** What is not settled yet where somebody takes the plan on: it forbids nothing, but should be known. */
export function LeftOpen({ plan, deed }: { plan: OpenedPlan; deed: Deed }) {
  const { t } = useTranslation();
  const locale = useTimeLocale();
  const now = useNow(60_000);
  const { check } = usePlanCheck(plan.id, plan.version);
  const { comments } = useComments(plan.id);
  const { publicisedTo } = plan;
  if (deed === 'sendBack' || deed === 'withdraw') return null;
  const warnings = deed === 'submit' ? (check?.warnings.length ?? 0) : 0;
  const unsettled = comments?.filter(({ resolvedAt }) => !resolvedAt).length ?? 0;
  const isEarly = deed === 'approve' && publicisedTo && Date.parse(publicisedTo) > now;
  if (warnings === 0 && unsettled === 0 && !isEarly) return null;
  return (
    <Banner tone="warning">
      {isEarly && <span>{t('plans.left.notice', { to: formatDate(publicisedTo, locale) })}</span>}
      {warnings > 0 && <span>{t('plans.left.warnings', { count: warnings })}</span>}
      {unsettled > 0 && <span>{t('plans.left.comments', { count: unsettled })}</span>}
    </Banner>
  );
}

import { useTranslation } from 'react-i18next';
import type { PlanState } from '../../graphql/generated/studio/graphql.js';
import { formatDate, formatDateTime } from '../../i18n/format.js';
import { useNow } from '../../state/use-now.js';
import type { IconName } from '../../ui/icon.js';
import { Timeline, type TimelineEntry } from '../../ui/timeline.js';
import { useTimeLocale } from '../watch-county/use-county.js';
import type { OpenedPlan } from './use-plan.js';
import { getStanding, listAhead, stateTones } from './workflow.js';

const icons: Partial<Record<PlanState, IconName>> = {
  SENT_BACK: 'undo',
  PUBLISHED: 'done',
  WITHDRAWN: 'close',
};

/** The way the plan went, and what still lies ahead of it. */
export function PlanSteps({ plan }: { plan: OpenedPlan }) {
  const { t } = useTranslation();
  const locale = useTimeLocale();
  const now = useNow(5000);
  const { steps, state, effectiveAt } = plan;
  const last = (to: PlanState): number => steps.findLastIndex((step) => step.to === to);
  const entries: TimelineEntry[] = steps.map(({ at, by, from, to, note }, index) => {
    // What was laid down belongs to the last step of its kind; an earlier round had other dates.
    const fact = index === last(to) ? factOf(to) : null;
    return {
      id: `${index}`,
      at,
      atText: formatDateTime(at, locale),
      title: t(from === 'SENT_BACK' && to === 'DRAFT' ? 'plans.step.REWORKED' : `plans.step.${to}`),
      tone: stateTones[to],
      ...(icons[to] && { icon: icons[to] }),
      ...(by && { actor: by }),
      ...((fact || note) && {
        detail: (
          <>
            {fact && <p>{fact}</p>}
            {note && <p className="plan-step-note">{note}</p>}
          </>
        ),
      }),
    };
  });
  const ahead = listAhead(state).map((to): TimelineEntry => ({
    id: to,
    at: '',
    atText: '',
    title: t(`plans.step.${to}`),
    isAhead: true,
  }));
  if (getStanding(plan, now) === 'AWAITING_EFFECT' && effectiveAt)
    ahead.push({
      id: 'EFFECT',
      at: effectiveAt,
      atText: formatDateTime(effectiveAt, locale),
      title: t('plans.step.EFFECT'),
      isAhead: true,
    });
  return (
    <div className="plan-steps">
      <Timeline label={t('plans.steps.title')} entries={[...entries, ...ahead]} />
    </div>
  );

  function factOf(to: PlanState): string | null {
    const { publicisedFrom, publicisedTo, documentNumber } = plan;
    if (to === 'PUBLICISED' && publicisedFrom && publicisedTo)
      return t('plans.steps.period', {
        from: formatDate(publicisedFrom, locale),
        to: formatDate(publicisedTo, locale),
      });
    if (to === 'APPROVED' && documentNumber) return t('plans.steps.document', { number: documentNumber });
    if (to === 'PUBLISHED' && effectiveAt)
      return t('plans.steps.effective', { time: formatDateTime(effectiveAt, locale) });
    return null;
  }
}

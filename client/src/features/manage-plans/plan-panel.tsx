import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatDateTime } from '../../i18n/format.js';
import { useStudioStore } from '../../state/studio-store.js';
import { IconButton } from '../../ui/icon-button.js';
import { Notice } from '../../ui/notice.js';
import { Skeleton } from '../../ui/skeleton.js';
import { StatusChip } from '../../ui/status-chip.js';
import { useErrorWords } from '../cover-board/use-answer.js';
import { Section } from '../cover-board/section.js';
import { useTimeLocale } from '../watch-county/use-county.js';
import { DescribeDialog } from './describe-dialog.js';
import { NoPlan } from './no-plan.js';
import { PlanCheckSection } from './plan-check.js';
import { PlanChips } from './plan-chips.js';
import { PlanDeeds } from './plan-deeds.js';
import { PlanExports } from './plan-exports.js';
import { PlanSteps } from './plan-steps.js';
import { StaleBanner } from './stale-banner.js';
import './plan-panel.css';
import { usePlan, type OpenedPlan, type PlanPartProps } from './use-plan.js';

/** The opened plan: what it is, where it stands, what its check says, and what can be done with it now. */
export function PlanPanel() {
  const planId = useStudioStore((state) => state.planId);
  return planId === null ? <NoPlan /> : <Opened key={planId} id={planId} />;
}

function Opened({ id }: { id: string }) {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  const { plan, isMissing, error, version, refresh } = usePlan(id);
  const openPlan = useStudioStore((state) => state.openPlan);
  if (isMissing) {
    return (
      <Notice
        kind="empty"
        title={t('plans.gone')}
        action={{ label: t('plans.toList'), onPress: () => openPlan(null) }}
      />
    );
  }
  if (error) {
    return (
      <Notice kind="error" title={t('plans.failed')} action={{ label: t('action.retry'), onPress: refresh }}>
        {errorWords(error)}
      </Notice>
    );
  }
  if (!plan) return <Skeleton shape="lines" count={8} label={t('loading')} />;
  return (
    <div className="plan-panel">
      <Head plan={plan} version={version} onChange={refresh} />
      {plan.stale && <StaleBanner plan={plan} version={version} onChange={refresh} />}
      <PlanDeeds plan={plan} version={version} onChange={refresh} />
      <PlanFacts plan={plan} />
      <PlanCheckSection id={id} version={plan.version} />
      <Section title={t('plans.steps.title')}>
        <PlanSteps plan={plan} />
      </Section>
      <PlanExports plan={plan} />
    </div>
  );
}

function Head({ plan, version, onChange }: PlanPartProps) {
  const { t } = useTranslation();
  const [isDescribing, setDescribing] = useState(false);
  const isOpen = !['PUBLISHED', 'HISTORY', 'WITHDRAWN'].includes(plan.state);
  return (
    <header className="plan-head">
      <p className="plan-head-number">
        <span>{plan.number}</span>
        <StatusChip>{t(`partition.${plan.partition}`)}</StatusChip>
        <PlanChips plan={plan} />
      </p>
      <div className="plan-head-name">
        <h2 data-testid="plan-name">{plan.name}</h2>
        {isOpen && (
          <IconButton
            icon="edit"
            size="small"
            label={t('plans.describe.open')}
            onPress={() => setDescribing(true)}
          />
        )}
      </div>
      {plan.reason && <p className="plan-head-reason">{plan.reason}</p>}
      {isDescribing && (
        <DescribeDialog
          plan={plan}
          version={version}
          onChange={onChange}
          onClose={() => setDescribing(false)}
        />
      )}
    </header>
  );
}

function PlanFacts({ plan }: { plan: OpenedPlan }) {
  const { t } = useTranslation();
  const locale = useTimeLocale();
  const { publicisedFrom, publicisedTo, effectiveAt } = plan;
  const facts: [key: string, value: string | null][] = [
    ['changes', t('plans.changedSummary', { grids: plan.changedGridCount, edits: plan.editCount })],
    ['author', plan.author ?? null],
    ['baseAt', formatDateTime(plan.baseAt, locale)],
    ['updatedAt', formatDateTime(plan.updatedAt, locale)],
    [
      'publicised',
      publicisedFrom && publicisedTo
        ? t('plans.period', {
            from: formatDate(publicisedFrom, locale),
            to: formatDate(publicisedTo, locale),
          })
        : null,
    ],
    ['documentNumber', plan.documentNumber ?? null],
    ['effectiveAt', effectiveAt ? formatDateTime(effectiveAt, locale) : null],
  ];
  return (
    <dl className="plan-facts">
      {facts.map(
        ([key, value]) =>
          value !== null && (
            <div key={key}>
              <dt>{t(`plans.fact.${key}`)}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { RebasePlanDocument, type RebasePlanMutation } from '../../graphql/generated/studio/graphql.js';
import { formatDateTime } from '../../i18n/format.js';
import { useStudioStore } from '../../state/studio-store.js';
import { Banner } from '../../ui/banner.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { useTimeLocale } from '../watch-county/use-county.js';
import './plan-form.css';
import type { PlanPartProps } from './use-plan.js';
import { Problem } from './problem.js';

type Rebase = RebasePlanMutation['rebaseBoundaryPlan'];

/** The boundaries a plan was drawn on were replaced meanwhile: says so, and carries it over to those in force. */
export function StaleBanner(props: PlanPartProps) {
  const { plan } = props;
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const canRebase = plan.state === 'DRAFT' || plan.state === 'SENT_BACK';
  if (['HISTORY', 'WITHDRAWN', 'PUBLISHED'].includes(plan.state)) return null;
  return (
    <>
      <Banner
        tone="warning"
        {...(canRebase && { action: { label: t('plans.rebase.open'), onPress: () => setOpen(true) } })}
      >
        {t(canRebase ? 'plans.stale.text' : 'plans.stale.sendBackFirst')}
      </Banner>
      {isOpen && <RebaseDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function RebaseDialog({ plan, version, onChange, onClose }: PlanPartProps & { onClose(): void }) {
  const { t } = useTranslation();
  const locale = useTimeLocale();
  const [{ fetching, error }, rebase] = useMutation(RebasePlanDocument);
  const [result, setResult] = useState<Rebase | null>(null);
  const run = async (): Promise<void> => {
    const { by, refreshPlan } = useStudioStore.getState();
    const { data } = await rebase({ input: { planId: plan.id, version, by: by.trim() || null } });
    if (!data) return;
    setResult(data.rebaseBoundaryPlan);
    refreshPlan();
    onChange();
  };
  return (
    <Dialog
      title={t('plans.rebase.title')}
      isOpen
      onClose={onClose}
      closeLabel={t('action.close')}
      size="small"
      isDismissable={!fetching}
      footer={
        result ? (
          <Button variant="primary" onPress={onClose}>
            {t('plans.rebase.done')}
          </Button>
        ) : (
          <>
            <Button onPress={onClose} isDisabled={fetching}>
              {t('plans.cancel')}
            </Button>
            <Button variant="primary" isPending={fetching} onPress={() => void run()}>
              {t('plans.rebase.open')}
            </Button>
          </>
        )
      }
    >
      <div className="plan-form" aria-live="polite">
        {error && <Problem error={error} onReload={onChange} onClose={onClose} />}
        {!result ? (
          <p>{t('plans.rebase.text', { time: formatDateTime(plan.baseAt, locale) })}</p>
        ) : result.dropped.length === 0 ? (
          <p>{t('plans.rebase.allKept', { count: result.plan.editCount })}</p>
        ) : (
          <>
            <p>
              {t('plans.rebase.someDropped', { count: result.dropped.length, kept: result.plan.editCount })}
            </p>
            <ul className="plan-dropped">
              {result.dropped.map(({ edit, reason }) => (
                <li key={edit.id}>
                  <b>{edit.label}</b>
                  <span>
                    {formatDateTime(edit.at, locale)}
                    {edit.by && ` · ${edit.by}`}
                  </span>
                  <span>{reason}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Dialog>
  );
}

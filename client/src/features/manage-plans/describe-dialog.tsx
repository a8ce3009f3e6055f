import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { DescribePlanDocument } from '../../graphql/generated/studio/graphql.js';
import { useStudioStore } from '../../state/studio-store.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { TextArea } from '../../ui/text-area.js';
import { TextField } from '../../ui/text-field.js';
import './plan-form.css';
import type { PlanPartProps } from './use-plan.js';
import { Problem } from './problem.js';

/** The plan's name and the reason for it. */
export function DescribeDialog({ plan, version, onChange, onClose }: PlanPartProps & { onClose(): void }) {
  const { t } = useTranslation();
  const [name, setName] = useState(plan.name);
  const [reason, setReason] = useState(plan.reason ?? '');
  const [{ fetching, error }, describe] = useMutation(DescribePlanDocument);
  const save = async (): Promise<void> => {
    const { by, refreshPlan } = useStudioStore.getState();
    const { data } = await describe({
      input: {
        planId: plan.id,
        version,
        name: name.trim(),
        reason: reason.trim() || null,
        by: by.trim() || null,
      },
    });
    if (!data) return;
    refreshPlan();
    onClose();
  };
  return (
    <Dialog
      title={t('plans.describe.title')}
      isOpen
      onClose={onClose}
      closeLabel={t('action.close')}
      size="small"
      footer={
        <>
          <Button onPress={onClose} isDisabled={fetching}>
            {t('plans.cancel')}
          </Button>
          <Button
            variant="primary"
            isDisabled={name.trim() === ''}
            isPending={fetching}
            onPress={() => void save()}
          >
            {t('plans.save')}
          </Button>
        </>
      }
    >
      <div className="plan-form">
        {error && <Problem error={error} onReload={onChange} onClose={onClose} />}
        <TextField
          label={t('plans.field.name')}
          value={name}
          onChange={setName}
          maxLength={100}
          autoFocus
          autoComplete="off"
        />
        <TextArea
          label={t('plans.field.reason')}
          value={reason}
          onChange={setReason}
          maxLength={1000}
          rows={5}
        />
      </div>
    </Dialog>
  );
}

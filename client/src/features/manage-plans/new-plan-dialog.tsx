import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { CreatePlanDocument } from '../../graphql/generated/studio/graphql.js';
import type { Partition } from '../../state/overlays.js';
import { useStudioStore } from '../../state/studio-store.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { SegmentedControl } from '../../ui/segmented-control.js';
import { Select } from '../../ui/select.js';
import { TextArea } from '../../ui/text-area.js';
import { TextField } from '../../ui/text-field.js';
import { useErrorWords } from '../cover-board/use-answer.js';
import { AuthorField } from './author-field.js';
import './plan-form.css';
import { usePlans } from './use-plans.js';

/** The value of "from no other plan" in the list of plans. */
const none = '';

/** A new plan: what it is called, why, for which partition; empty or with the changes of another. */
export function NewPlanDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  const [name, setName] = useState('');
  const [reason, setReason] = useState('');
  const [partition, setPartition] = useState<Partition>(useStudioStore.getState().partition);
  const [copyOf, setCopyOf] = useState(none);
  const [{ fetching, error }, create] = useMutation(CreatePlanDocument);
  const { plans } = usePlans({ partition, group: 'ALL' });
  const isReady = name.trim() !== '' && !fetching;
  const submit = async (): Promise<void> => {
    if (!isReady) return;
    const { by, openPlan } = useStudioStore.getState();
    const { data } = await create({
      input: {
        name: name.trim(),
        reason: reason.trim() || null,
        partition,
        by: by.trim() || null,
        copyOf: copyOf || null,
      },
    });
    if (!data) return;
    openPlan(data.createBoundaryPlan.id);
    onClose();
  };
  return (
    <Dialog
      title={t('plans.new.title')}
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
            onPress={() => void submit()}
            isDisabled={!isReady}
            isPending={fetching}
            data-testid="create-plan"
          >
            {t('plans.new.create')}
          </Button>
        </>
      }
    >
      <form
        className="plan-form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextField
          label={t('plans.field.name')}
          placeholder={t('plans.new.namePlaceholder')}
          value={name}
          onChange={setName}
          maxLength={100}
          autoFocus
          autoComplete="off"
          {...(error && { error: errorWords(error) })}
        />
        <SegmentedControl
          label={t('plans.field.partition')}
          isFullWidth
          value={partition}
          options={[
            { value: 'SOCIAL', label: t('partition.SOCIAL') },
            { value: 'POLICE', label: t('partition.POLICE') },
          ]}
          onChange={(next) => {
            setPartition(next);
            // A plan goes with its partition.
            setCopyOf(none);
          }}
        />
        <TextArea
          label={t('plans.field.reason')}
          placeholder={t('plans.new.reasonPlaceholder')}
          value={reason}
          onChange={setReason}
          maxLength={1000}
        />
        <Select
          label={t('plans.new.copyOf')}
          value={copyOf}
          options={[
            { value: none, label: t('plans.new.fromInForce') },
            ...(plans ?? []).map((plan) => ({ value: plan.id, label: `${plan.number} ${plan.name}` })),
          ]}
          onChange={setCopyOf}
        />
        <AuthorField />
        {/* Enter in a field of one line creates it. */}
        <input type="submit" hidden />
      </form>
    </Dialog>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { TakeDistrictingDocument } from '../../graphql/generated/studio/graphql.js';
import { useStudioStore } from '../../state/studio-store.js';
import { Banner } from '../../ui/banner.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { TextField } from '../../ui/text-field.js';
import { showToast } from '../../ui/toast.js';
import { useErrorWords } from '../cover-board/use-answer.js';
import { AuthorField } from '../manage-plans/author-field.js';

interface TakeProposalProps {
  jobId: string;
  proposal: number;
  defaultName: string;
  onClose(): void;
}

const longestName = 100;

/** Makes a proposal a draft plan and opens it. */
export function TakeProposal({ jobId, proposal, defaultName, onClose }: TakeProposalProps) {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  const [name, setName] = useState(defaultName);
  const [{ fetching, error }, take] = useMutation(TakeDistrictingDocument);
  const isReady = name.trim() !== '' && !fetching;
  const submit = async (): Promise<void> => {
    if (!isReady) return;
    const { by, openPlan } = useStudioStore.getState();
    const { data } = await take({ id: jobId, proposal, name: name.trim(), by: by.trim() || null });
    if (!data) return;
    const plan = data.takeDistricting;
    onClose();
    openPlan(plan.id);
    showToast({ text: t('districting.taken', { number: plan.number, name: plan.name }), tone: 'success' });
  };
  return (
    <Dialog
      title={t('districting.take.title', { number: proposal })}
      isOpen
      onClose={onClose}
      closeLabel={t('action.close')}
      size="small"
      footer={
        <>
          <Button onPress={onClose} isDisabled={fetching}>
            {t('assign.cancel')}
          </Button>
          <Button
            variant="primary"
            isDisabled={!isReady}
            isPending={fetching}
            onPress={() => void submit()}
            data-testid="take-proposal-confirm"
          >
            {t('districting.take.confirm')}
          </Button>
        </>
      }
    >
      <form
        className="draw-form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p className="draw-hint">{t('districting.take.hint')}</p>
        {error && <Banner tone="danger">{errorWords(error)}</Banner>}
        <TextField
          label={t('districting.take.name')}
          value={name}
          onChange={setName}
          maxLength={longestName}
          autoComplete="off"
          autoFocus
        />
        <AuthorField />
        <input type="submit" hidden />
      </form>
    </Dialog>
  );
}

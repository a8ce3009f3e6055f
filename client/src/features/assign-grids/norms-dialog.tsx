import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation, useQuery } from 'urql';
import {
  SetStaffingNormsDocument,
  StaffingNormsDocument,
  type NormsFragment,
} from '../../graphql/generated/studio/graphql.js';
import { Banner } from '../../ui/banner.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Notice } from '../../ui/notice.js';
import { Skeleton } from '../../ui/skeleton.js';
import { TextField } from '../../ui/text-field.js';
import { showToast } from '../../ui/toast.js';
import { useErrorWords } from '../cover-board/use-answer.js';
import { findNormFault, normGroups, readNorms, toDraft, type NormField } from './norms.js';

interface NormsDialogProps {
  onClose(): void;
  /** Problems of grids are counted anew by them. */
  onSaved(): void;
}

/** The county's norms: size and staffing of grids, their codes, and what workload is made of. */
export function NormsDialog({ onClose, onSaved }: NormsDialogProps) {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  const [{ data, error }, retry] = useQuery({ query: StaffingNormsDocument, requestPolicy: 'network-only' });
  const norms = data?.staffingNorms;
  if (norms) return <NormsForm norms={norms} onClose={onClose} onSaved={onSaved} />;
  return (
    <Dialog title={t('assign.norms.title')} isOpen onClose={onClose} closeLabel={t('action.close')}>
      {error ? (
        <Notice
          kind="error"
          title={t('assign.norms.failed')}
          action={{ label: t('action.retry'), onPress: () => retry({ requestPolicy: 'network-only' }) }}
        >
          {errorWords(error)}
        </Notice>
      ) : (
        <Skeleton shape="lines" count={6} label={t('loading')} />
      )}
    </Dialog>
  );
}

function NormsForm({ norms, onClose, onSaved }: NormsDialogProps & { norms: NormsFragment }) {
  const { t } = useTranslation();
  const errorWords = useErrorWords();
  const [draft, setDraft] = useState(() => toDraft(norms));
  const [{ fetching, error }, save] = useMutation(SetStaffingNormsDocument);
  const fields = normGroups.flatMap((group) => group.fields as readonly NormField[]);
  const faults = new Map(fields.map((field) => [field, findNormFault(draft, field)]));
  const isReady = fields.every((field) => !faults.get(field));
  const submit = async (): Promise<void> => {
    const { data } = await save({ input: readNorms(draft) });
    if (!data) return;
    showToast({ text: t('assign.norms.saved'), tone: 'success' });
    onSaved();
    onClose();
  };
  return (
    <Dialog
      title={t('assign.norms.title')}
      isOpen
      onClose={onClose}
      closeLabel={t('action.close')}
      footer={
        <>
          <Button onPress={onClose} isDisabled={fetching}>
            {t('assign.cancel')}
          </Button>
          <Button
            variant="primary"
            isDisabled={!isReady || fetching}
            isPending={fetching}
            onPress={() => void submit()}
          >
            {t('assign.norms.save')}
          </Button>
        </>
      }
    >
      <div className="norms-form">
        {error && <Banner tone="danger">{errorWords(error)}</Banner>}
        {normGroups.map(({ id, fields: own }) => (
          <fieldset key={id}>
            <legend>{t(`assign.norms.group.${id}`)}</legend>
            <p className="assign-hint">{t(`assign.norms.groupHint.${id}`)}</p>
            <div className="norms-fields">
              {own.map((field) => {
                const fault = faults.get(field);
                return (
                  <TextField
                    key={field}
                    label={t(`assign.norms.${field}`)}
                    value={draft[field]}
                    inputMode={id === 'codes' ? 'text' : 'decimal'}
                    maxLength={40}
                    autoComplete="off"
                    onChange={(value) => setDraft({ ...draft, [field]: value })}
                    {...(fault && { error: t(`assign.norms.fault.${fault}`) })}
                  />
                );
              })}
            </div>
          </fieldset>
        ))}
      </div>
    </Dialog>
  );
}

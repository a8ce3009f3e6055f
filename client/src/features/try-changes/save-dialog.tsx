import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { TextField } from '../../ui/text-field.js';

interface SaveDialogProps {
  title: string;
  name: string;
  note: string;
  /** What went wrong at the last try. */
  error: string | null;
  isPending: boolean;
  onSave(name: string, note: string): void;
  onClose(): void;
}

/** Names a scenario, with a line on why. */
export function SaveDialog({ title, error, isPending, onSave, onClose, ...given }: SaveDialogProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(given.name);
  const [note, setNote] = useState(given.note);
  const isReady = name.trim() !== '' && !isPending;
  const save = (): void => {
    if (isReady) onSave(name.trim(), note.trim());
  };
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      closeLabel={t('action.close')}
      size="small"
      footer={
        <>
          <Button onPress={onClose} isDisabled={isPending}>
            {t('plan.cancel')}
          </Button>
          <Button variant="primary" onPress={save} isDisabled={!isReady} isPending={isPending}>
            {t('plan.save')}
          </Button>
        </>
      }
    >
      <form
        className="save-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          label={t('plan.scenario.name')}
          value={name}
          onChange={setName}
          maxLength={80}
          autoFocus
          autoComplete="off"
          {...(error && { error })}
        />
        <TextField
          label={t('plan.scenario.note')}
          description={t('plan.scenario.noteHint')}
          value={note}
          onChange={setNote}
          maxLength={500}
          autoComplete="off"
        />
        {/* Enter in either field saves. */}
        <input type="submit" hidden />
      </form>
    </Dialog>
  );
}

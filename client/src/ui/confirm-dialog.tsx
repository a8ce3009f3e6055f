import { useState, type ReactNode } from 'react';
import { Button } from './button.js';
import { Dialog } from './dialog.js';
import { Icon } from './icon.js';
import { TextField } from './text-field.js';
import './styles/confirm-dialog.css';

interface ConfirmDialogProps {
  title: string;
  /** What will happen, how much it touches, and whether it can be taken back. */
  consequence: ReactNode;
  confirmLabel: string;
  cancelLabel: string;
  isDangerous?: boolean;
  isOpen?: boolean;
  /** The work runs: the dialog stays and nothing can be pressed twice. */
  isPending?: boolean;
  onConfirm(): void;
  onCancel(): void;
  /** For what cannot be undone: the word to type first, and how the field asks for it. */
  typed?: { word: string; label: string };
}

/** Asks before something with consequences; says them, and names the deed on the button. */
export function ConfirmDialog({
  title,
  consequence,
  confirmLabel,
  cancelLabel,
  isDangerous = false,
  isOpen = true,
  isPending = false,
  onConfirm,
  onCancel,
  typed,
}: ConfirmDialogProps) {
  const [word, setWord] = useState('');
  const isReady = !typed || word.trim() === typed.word;
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onCancel}
      closeLabel={cancelLabel}
      size="small"
      role="alertdialog"
      isDismissable={false}
      footer={
        <>
          <Button onPress={onCancel} autoFocus={!typed} isDisabled={isPending}>
            {cancelLabel}
          </Button>
          <Button
            variant={isDangerous ? 'danger' : 'primary'}
            onPress={onConfirm}
            isDisabled={!isReady}
            isPending={isPending}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      <div className="ui-confirm" data-dangerous={isDangerous || undefined}>
        {isDangerous && <Icon name="warning" />}
        <div>{consequence}</div>
      </div>
      {typed && (
        <TextField
          label={typed.label}
          value={word}
          onChange={setWord}
          autoComplete="off"
          autoFocus
          onKeyDown={(event) => {
            // Escape still belongs to the dialog.
            if (event.key !== 'Enter') event.continuePropagation();
            else if (isReady && !isPending) onConfirm();
          }}
        />
      )}
    </Dialog>
  );
}

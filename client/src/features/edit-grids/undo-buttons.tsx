import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/icon-button.js';
import { isMac } from '../run-actions/shortcut.js';
import { useCurrentSession } from './session/current-session.js';
import { useSessionStore } from './session/session-store.js';

/** One step back and one ahead; the button says which step, and whose it was. */
export function UndoButtons() {
  const { t } = useTranslation();
  const { undo, redo } = useSessionStore();
  const { session } = useCurrentSession();
  const name = (kind: 'undo' | 'redo', step: typeof undo): string =>
    step
      ? t(step.by ? `studio.${kind}By` : `studio.${kind}Step`, { step: step.label, by: step.by ?? '' })
      : t(`studio.${kind}`);
  const mod = isMac ? '⌘' : 'Ctrl';
  return (
    <div className="studio-undo">
      <IconButton
        icon="undo"
        label={name('undo', undo)}
        shortcut={`${mod} Z`}
        isDisabled={!undo}
        data-testid="undo"
        onPress={() => session?.undo()}
      />
      <IconButton
        icon="redo"
        label={name('redo', redo)}
        shortcut={`${mod} Shift Z`}
        isDisabled={!redo}
        data-testid="redo"
        onPress={() => session?.redo()}
      />
    </div>
  );
}

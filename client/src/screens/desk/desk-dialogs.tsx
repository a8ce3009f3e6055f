import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandPalette } from '../../features/command-palette/command-palette.js';
import { KeyboardMap } from '../../features/keyboard-map/keyboard-map.js';
import { useDialogStore } from '../../state/dialog-store.js';
import { useLayoutStore } from '../../state/layout-store.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { showToast } from '../../ui/toast.js';

const TravelSettingsDialog = lazy(async () => ({
  default: (await import('../../features/explain-reach/travel-settings-dialog.js')).TravelSettingsDialog,
}));

/** The dialogs of the desk, one at a time. */
export function DeskDialogs() {
  const dialog = useDialogStore((state) => state.dialog);
  const close = useDialogStore((state) => state.closeDialog);
  if (dialog === 'palette') return <CommandPalette onClose={close} />;
  if (dialog === 'keyboard') return <KeyboardMap onClose={close} />;
  if (dialog === 'travelSettings')
    return (
      <Suspense fallback={null}>
        <TravelSettingsDialog onClose={close} />
      </Suspense>
    );
  if (dialog === 'resetLayout') return <ResetLayout onClose={close} />;
  return null;
}

function ResetLayout({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const { layout, reset, setLayout } = useLayoutStore();
  return (
    <ConfirmDialog
      isOpen
      title={t('dock.resetTitle')}
      consequence={t('dock.resetConsequence')}
      confirmLabel={t('dock.resetConfirm')}
      cancelLabel={t('dock.resetCancel')}
      onCancel={onClose}
      onConfirm={() => {
        reset();
        onClose();
        showToast({
          text: t('toast.layoutReset'),
          action: { label: t('toast.undo'), onPress: () => setLayout(layout) },
        });
      }}
    />
  );
}

import { create } from 'zustand';

/** The dialogs that any part of the desk may ask for. One is open at a time. */
export type DialogName = 'palette' | 'keyboard' | 'resetLayout' | 'travelSettings';

interface DialogState {
  dialog: DialogName | null;
  openDialog(dialog: DialogName): void;
  closeDialog(): void;
}

/** Which dialog lies over the desk. */
export const useDialogStore = create<DialogState>((set) => ({
  dialog: null,
  openDialog: (dialog) => set({ dialog }),
  closeDialog: () => set({ dialog: null }),
}));

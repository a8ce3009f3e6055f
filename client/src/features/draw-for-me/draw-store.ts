import { create } from 'zustand';
import { useStudioStore } from '../../state/studio-store.js';
import { defaultForm, type DrawForm } from './draw-form.js';

interface DrawState {
  form: DrawForm;
  /** The job that was started last; its state is the server's. */
  jobId: string | null;
  /** The proposal on the map; null: none. */
  shown: number | null;
  /** The grids that were chosen when it was put there: their marks would hide it, and give way meanwhile. */
  chosenBefore: readonly string[];
  change(form: Partial<DrawForm>): void;
  setJob(jobId: string | null): void;
  show(number: number | null): void;
}

/** The question for new grids and the job that answers it: both outlast a look at another panel. */
export const useDrawStore = create<DrawState>((set, get) => ({
  form: defaultForm,
  jobId: null,
  shown: null,
  chosenBefore: [],
  change: (form) => set((state) => ({ form: { ...state.form, ...form } })),
  setJob: (jobId) => {
    get().show(null);
    set({ jobId });
  },
  show: (shown) => {
    const { selectedGridIds, selectGrids } = useStudioStore.getState();
    const { shown: before, chosenBefore } = get();
    if (shown !== null && before === null) {
      set({ shown, chosenBefore: selectedGridIds });
      selectGrids([]);
    } else if (shown === null && before !== null) {
      set({ shown, chosenBefore: [] });
      if (selectedGridIds.length === 0) selectGrids(chosenBefore);
    } else set({ shown });
  },
}));

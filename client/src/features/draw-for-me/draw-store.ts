import { create } from 'zustand';
import { defaultForm, type DrawForm } from './draw-form.js';

interface DrawState {
  form: DrawForm;
  /** The job that was started last; its state is the server's. */
  jobId: string | null;
  /** The proposal on the map; null: none. */
  shown: number | null;
  change(form: Partial<DrawForm>): void;
  setJob(jobId: string | null): void;
  show(number: number | null): void;
}

/** The question for new grids and the job that answers it: both outlast a look at another panel. */
export const useDrawStore = create<DrawState>((set) => ({
  form: defaultForm,
  jobId: null,
  shown: null,
  change: (form) => set((state) => ({ form: { ...state.form, ...form } })),
  setJob: (jobId) => set({ jobId, shown: null }),
  show: (shown) => set({ shown }),
}));

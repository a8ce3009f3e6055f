import { create } from 'zustand';
import { defaultForm, type SitingForm } from './siting-input.js';

interface SitingState {
  form: SitingForm;
  /** The job that was started last; its state is the server's. */
  jobId: string | null;
  change(form: Partial<SitingForm>): void;
  setJob(jobId: string | null): void;
}

/** The question for sites and the job that answers it: both outlast a look at another panel. */
export const useSitingStore = create<SitingState>((set) => ({
  form: defaultForm,
  jobId: null,
  change: (form) => set((state) => ({ form: { ...state.form, ...form } })),
  setJob: (jobId) => set({ jobId }),
}));

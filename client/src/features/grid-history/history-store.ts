import { create } from 'zustand';

interface HistoryState {
  /** The instant whose boundaries are on the map, ISO; null: those of the plan or in force. */
  at: string | null;
}

/** Which time the studio's map is turned back to. */
export const useHistoryStore = create<HistoryState>(() => ({ at: null }));

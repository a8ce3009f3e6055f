import { create } from 'zustand';

/** How news reaches this screen: by socket, by asking every few seconds, or not at all. */
export type ConnectionMode = 'connecting' | 'live' | 'polling' | 'offline';

interface ConnectionState {
  mode: ConnectionMode;
  /** When the server last answered or sent anything, epoch milliseconds of this machine; null before the first. */
  heardAt: number | null;
  /** Server clock minus this machine's, milliseconds. */
  clockOffset: number;
  /** Counts incident changes, so that tiles know they are behind. */
  incidentChanges: number;
  boundaryChanges: number;
  /** Counts changes of plans to change boundaries. */
  planChanges: number;
  setMode(mode: ConnectionMode): void;
  heard(): void;
  setClockOffset(milliseconds: number): void;
  noteChanges(changes: { incidents: boolean; boundaries: boolean; plans: boolean }): void;
}

/** The state of the line to the server. */
export const useConnectionStore = create<ConnectionState>((set, get) => ({
  mode: 'connecting',
  heardAt: null,
  clockOffset: 0,
  incidentChanges: 0,
  boundaryChanges: 0,
  planChanges: 0,
  setMode: (mode) => (get().mode === mode ? undefined : set({ mode })),
  heard: () => set({ heardAt: Date.now() }),
  setClockOffset: (clockOffset) => set({ clockOffset }),
  noteChanges: ({ incidents, boundaries, plans }) =>
    set((state) => ({
      incidentChanges: state.incidentChanges + (incidents ? 1 : 0),
      boundaryChanges: state.boundaryChanges + (boundaries ? 1 : 0),
      planChanges: state.planChanges + (plans ? 1 : 0),
    })),
}));

/** Data is called stale when nothing was heard for this long. */
export const staleAfterMilliseconds = 30_000;

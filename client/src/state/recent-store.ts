import { create } from 'zustand';
import { accountKey, readStored, writeStored } from './storage.js';

/** Something chosen in the palette before: an action by its id, or a place as the search gave it. */
export type RecentChoice =
  | { type: 'action'; id: string }
  | { type: 'place'; id: string; kind: string; name: string; detail: string | null; place: unknown };

const most = 6;
const storageKey = accountKey('recent');

interface RecentState {
  /** Newest first. */
  recent: RecentChoice[];
  remember(choice: RecentChoice): void;
}

/** What was chosen of late on this machine: names of places and of actions, never of incidents. */
export const useRecentStore = create<RecentState>((set, get) => ({
  recent: parseRecent(readStored(storageKey)),
  remember: (choice) => {
    const recent = addRecent(get().recent, choice);
    set({ recent });
    writeStored(storageKey, recent);
  },
}));

/** Puts a choice first; chosen again it moves up rather than standing twice. */
export function addRecent(recent: readonly RecentChoice[], choice: RecentChoice): RecentChoice[] {
  return [choice, ...recent.filter(({ type, id }) => type !== choice.type || id !== choice.id)].slice(
    0,
    most,
  );
}

/** Reads stored choices; what has not the right form is dropped. */
export function parseRecent(stored: unknown): RecentChoice[] {
  if (!Array.isArray(stored)) return [];
  return stored.filter((each: unknown): each is RecentChoice => {
    const choice = (each ?? {}) as Record<string, unknown>;
    if (typeof choice.id !== 'string') return false;
    return (
      choice.type === 'action' ||
      (choice.type === 'place' && typeof choice.name === 'string' && typeof choice.kind === 'string')
    );
  });
}

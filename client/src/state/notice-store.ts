import { create } from 'zustand';

/** What happened, in what the stream itself tells; the words are made where they are shown. */
export type NoticeEvent =
  | { kind: 'offline' }
  | { kind: 'online'; awaySeconds: number }
  | { kind: 'polling' }
  | { kind: 'urgentIncident'; incidentId: string; incidentKind: string; address: string | null }
  | { kind: 'boundary' };

export type DeskNotice = NoticeEvent & { id: number; at: number };

const most = 100;

interface NoticeState {
  /** Newest first. */
  notices: DeskNotice[];
  unread: number;
  add(event: NoticeEvent, at: number): void;
  markRead(): void;
  clear(): void;
}

let lastId = 0;

/** What this screen was told since it was opened. Not kept: the records themselves are the server's. */
export const useNoticeStore = create<NoticeState>((set) => ({
  notices: [],
  unread: 0,
  add: (event, at) =>
    set(({ notices, unread }) => ({
      notices: [{ ...event, id: ++lastId, at }, ...notices].slice(0, most),
      unread: unread + 1,
    })),
  markRead: () => set({ unread: 0 }),
  clear: () => set({ notices: [], unread: 0 }),
}));

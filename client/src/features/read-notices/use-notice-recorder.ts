import { useCallback, useEffect, useRef } from 'react';
import type { EventBatch } from '../../graphql/event-stream.js';
import { useConnectionStore, type ConnectionMode } from '../../state/connection-store.js';
import { useNoticeStore } from '../../state/notice-store.js';
import { listNotices } from './list-notices.js';

/** A line that is back before this was never missed. */
const blinkMilliseconds = 4000;

/**
 * Keeps the notices of this screen: what an officer should not miss while looking elsewhere. Returns what takes the
 * batches of the event stream.
 */
export function useNoticeRecorder(): (batch: EventBatch) => void {
  const seen = useRef(new Set<string>());
  useConnectionNotices();
  return useCallback((batch: EventBatch) => {
    const now = Date.now() + useConnectionStore.getState().clockOffset;
    for (const event of listNotices(batch, now, seen.current))
      useNoticeStore.getState().add(event, Date.now());
  }, []);
}

/** Notes when the line was lost and when it came back, not its blinks. */
function useConnectionNotices(): void {
  useEffect(() => {
    const { add } = useNoticeStore.getState();
    let noted: ConnectionMode = 'live';
    let lostAt = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = useConnectionStore.subscribe(({ mode }, former) => {
      if (mode === former.mode || mode === 'connecting') return;
      clearTimeout(timer);
      if (noted === 'offline' && mode !== 'offline') {
        add({ kind: 'online', awaySeconds: Math.round((Date.now() - lostAt) / 1000) }, Date.now());
        noted = 'live';
      }
      if (mode === 'live') {
        noted = 'live';
        return;
      }
      if (mode === 'offline' && noted !== 'offline') lostAt = Date.now();
      timer = setTimeout(() => {
        if (noted === mode) return;
        noted = mode;
        add({ kind: mode }, Date.now());
      }, blinkMilliseconds);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, []);
}

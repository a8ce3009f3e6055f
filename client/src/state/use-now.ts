import { useSyncExternalStore } from 'react';
import { useConnectionStore } from './connection-store.js';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => listeners.forEach((each) => each()), 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/**
 * The server's present time, epoch milliseconds rounded down to `stepMilliseconds`. A component renders
 * again only when its step passes; one timer serves them all.
 */
export function useNow(stepMilliseconds = 1000): number {
  const read = (): number => {
    const now = Date.now() + useConnectionStore.getState().clockOffset;
    return Math.floor(now / stepMilliseconds) * stepMilliseconds;
  };
  return useSyncExternalStore(subscribe, read, read);
}

import { useEffect } from 'react';
import { useConnectionStore } from '../../state/connection-store.js';

/** Silence after which a screen that nobody touches starts itself again. */
const silenceMilliseconds = 120_000;
const checkMilliseconds = 20_000;

/**
 * Reloads the page, but only once the server answers: a stale map that says so is worth more than a browser's
 * error page.
 */
export async function reloadWhenServed(): Promise<boolean> {
  try {
    const response = await fetch('/healthz', { cache: 'no-store' });
    if (!response.ok) return false;
    location.reload();
    return true;
  } catch {
    return false;
  }
}

/** Keeps an unattended screen alive: starts it again after a failed chunk or two minutes without a word. */
export function useWatchdog(): void {
  useEffect(() => {
    const startedAt = Date.now();
    const onFailure = (): void => void reloadWhenServed();
    const timer = setInterval(() => {
      const heardAt = useConnectionStore.getState().heardAt ?? startedAt;
      if (Date.now() - heardAt > silenceMilliseconds) void reloadWhenServed();
    }, checkMilliseconds);
    window.addEventListener('vite:preloadError', onFailure);
    return () => {
      clearInterval(timer);
      window.removeEventListener('vite:preloadError', onFailure);
    };
  }, []);
}

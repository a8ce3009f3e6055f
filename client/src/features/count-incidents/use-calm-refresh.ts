import { useEffect, useRef } from 'react';
import { useConnectionStore } from '../../state/connection-store.js';

const paceMilliseconds = 30_000;

/** Asks again when incidents changed, but at most every half minute: figures that flicker are not read. */
export function useCalmRefresh(refresh: () => void): void {
  const changes = useConnectionStore((state) => state.incidentChanges);
  const seen = useRef({ changes, at: 0 });
  const latest = useRef(refresh);
  useEffect(() => {
    latest.current = refresh;
  }, [refresh]);
  useEffect(() => {
    seen.current.at ||= Date.now();
    if (changes === seen.current.changes) return;
    const wait = Math.max(0, seen.current.at + paceMilliseconds - Date.now());
    const timer = setTimeout(() => {
      seen.current = { changes, at: Date.now() };
      latest.current();
    }, wait);
    return () => clearTimeout(timer);
  }, [changes]);
}

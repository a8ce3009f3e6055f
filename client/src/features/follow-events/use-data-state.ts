import {
  staleAfterMilliseconds,
  useConnectionStore,
  type ConnectionMode,
} from '../../state/connection-store.js';
import { useNow } from '../../state/use-now.js';

export interface DataState {
  mode: ConnectionMode;
  /** Seconds since the server was last heard; null before the first time. */
  ageSeconds: number | null;
  isStale: boolean;
}

/** How old what the screen shows may be, and how news arrive. */
export function useDataState(): DataState {
  const now = useNow(1000);
  const mode = useConnectionStore((state) => state.mode);
  const heardAt = useConnectionStore((state) => state.heardAt);
  const offset = useConnectionStore((state) => state.clockOffset);
  const age = heardAt === null ? null : Math.max(0, now - offset - heardAt);
  return {
    mode,
    ageSeconds: age === null ? null : Math.floor(age / 1000),
    isStale: age !== null && age > staleAfterMilliseconds,
  };
}

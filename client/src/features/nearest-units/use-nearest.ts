import { useEffect, useMemo } from 'react';
import { useQuery, type CombinedError } from 'urql';
import { NearestUnitsDocument, type NearestUnitsQuery } from '../../graphql/generated/graphql.js';
import { useConnectionStore } from '../../state/connection-store.js';
import type { PickedPlace } from '../../state/reach-store.js';

export type UnitCandidate = NearestUnitsQuery['nearestUnits'][number];

const pollMilliseconds = 5000;

interface Nearest {
  candidates: UnitCandidate[];
  isLoading: boolean;
  /** No answer at all. */
  error: CombinedError | null;
  /** The last question failed: what is shown is of before. */
  isStale: boolean;
  refresh(): void;
}

/** Units by travel time to a place; asked for again every five seconds, since they move. */
export function useNearest({ longitude, latitude }: PickedPlace, first: number): Nearest {
  const variables = useMemo(() => ({ longitude, latitude, first }), [longitude, latitude, first]);
  const [{ data, error, fetching }, execute] = useQuery({
    query: NearestUnitsDocument,
    variables,
    requestPolicy: 'cache-and-network',
  });
  const mode = useConnectionStore((state) => state.mode);
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden && !fetching) execute({ requestPolicy: 'network-only' });
    }, pollMilliseconds);
    return () => clearInterval(timer);
  }, [execute, fetching]);
  return {
    candidates: data?.nearestUnits ?? [],
    isLoading: !data && !error,
    error: error && !data ? error : null,
    isStale: data !== undefined && (error !== undefined || mode === 'offline'),
    refresh: () => execute({ requestPolicy: 'network-only' }),
  };
}

import { useEffect, useMemo, useState } from 'react';
import { useQuery, type CombinedError } from 'urql';
import { NearestUnitsDocument, type NearestUnitsQuery } from '../../graphql/generated/travel/graphql.js';
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
  // A question that failed brings no answer; the last one still holds, and is called old.
  const [known, setKnown] = useState<{ of: object; candidates: UnitCandidate[] } | null>(null);
  const answer = data?.nearestUnits;
  if (answer && known?.candidates !== answer) setKnown({ of: variables, candidates: answer });
  const candidates = answer ?? (known?.of === variables ? known.candidates : null);
  const mode = useConnectionStore((state) => state.mode);
  // A place no street leads to stays one.
  const isRefused = error?.graphQLErrors[0]?.extensions.code === 'BAD_USER_INPUT';
  useEffect(() => {
    if (isRefused) return;
    const timer = setInterval(() => {
      if (!document.hidden && !fetching) execute({ requestPolicy: 'network-only' });
    }, pollMilliseconds);
    return () => clearInterval(timer);
  }, [execute, fetching, isRefused]);
  return {
    candidates: candidates ?? [],
    isLoading: !candidates && !error,
    error: error && !candidates ? error : null,
    isStale: candidates !== null && (error !== undefined || mode === 'offline'),
    refresh: () => execute({ requestPolicy: 'network-only' }),
  };
}

import { useMemo } from 'react';
import { useQuery, type CombinedError } from 'urql';
import { ReachDocument, type ReachQuery } from '../../graphql/generated/graphql.js';
import { useReachStore } from '../../state/reach-store.js';

export type ReachAnswer = ReachQuery['reach'][number];

interface ReachState {
  /** One answer per limit, ascending; of the request before while a new one is under way. */
  answers: ReachAnswer[];
  isLoading: boolean;
  error: CombinedError | null;
  refresh(): void;
}

/** The answer to what is asked on this screen. */
export function useReach(): ReachState {
  const request = useReachStore((state) => state.request);
  const variables = useMemo(() => {
    const { origins = [], points = [], limits = [], profile = null, hour = null } = request ?? {};
    return {
      origins: origins.map(({ id }) => id),
      points: points.map(({ longitude, latitude, name }) => ({ longitude, latitude, name: name ?? null })),
      seconds: limits,
      profile,
      hour,
    };
  }, [request]);
  const [{ data, error, fetching, stale }, execute] = useQuery({
    query: ReachDocument,
    variables,
    pause: !request || request.limits.length === 0,
  });
  return {
    answers: useMemo(
      () => (request ? [...(data?.reach ?? [])].sort((a, b) => a.seconds - b.seconds) : []),
      [data, request],
    ),
    isLoading: fetching || stale,
    error: error && !fetching ? error : null,
    refresh: () => execute({ requestPolicy: 'network-only' }),
  };
}

import { useMemo, useState } from 'react';
import { useQuery, type CombinedError } from 'urql';
import { ReachDocument, type ReachQuery } from '../../graphql/generated/travel/graphql.js';
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
  // A line that fails while the answer is brought up to date takes nothing off the map.
  const [known, setKnown] = useState<{ of: object; answers: ReachAnswer[] } | null>(null);
  const answer = data?.reach;
  if (answer && known?.answers !== answer) setKnown({ of: variables, answers: answer });
  const held = known?.of === variables && error?.networkError ? known.answers : null;
  const shown = answer ?? held;
  return {
    answers: useMemo(
      () => (request ? [...(shown ?? [])].sort((a, b) => a.seconds - b.seconds) : []),
      [shown, request],
    ),
    isLoading: fetching || stale,
    error: error && !fetching && !shown ? error : null,
    refresh: () => execute({ requestPolicy: 'network-only' }),
  };
}

import { useMemo } from 'react';
import { useQuery } from 'urql';
import { PlanCommentsDocument } from '../../graphql/generated/studio/graphql.js';
import { useConnectionStore } from '../../state/connection-store.js';
import { useFollow } from '../manage-plans/use-follow.js';
import { numberComments } from './number-comments.js';

/** The comments on a plan, asked for again when a plan was changed. */
export function useComments(planId: string | null) {
  const [{ data, error, fetching }, execute] = useQuery({
    query: PlanCommentsDocument,
    variables: { planId: planId ?? '' },
    pause: planId === null,
    requestPolicy: 'cache-and-network',
  });
  const news = useConnectionStore((state) => state.planChanges);
  const refresh = (): void => execute({ requestPolicy: 'network-only' });
  useFollow(news, () => planId !== null && refresh());
  const plan = data?.boundaryPlan?.id === planId ? data.boundaryPlan : null;
  const isMissing = data?.boundaryPlan === null;
  const comments = useMemo(
    () => (plan ? numberComments(plan.comments) : isMissing ? [] : null),
    [plan, isMissing],
  );
  return {
    comments,
    error: error && !plan ? error : null,
    isLoading: fetching && !plan,
    refresh,
  };
}

import { useQuery } from 'urql';
import { PlanHeadDocument } from '../../graphql/generated/studio/graphql.js';
import { useConnectionStore } from '../../state/connection-store.js';
import { useStudioStore } from '../../state/studio-store.js';
import { useFollow } from './use-follow.js';

/** The opened plan: what it is and the way it went; asked for again whenever its log has moved on. */
export function usePlan(id: string) {
  const [{ data, error, fetching }, execute] = useQuery({
    query: PlanHeadDocument,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const plan = data?.boundaryPlan?.id === id ? data.boundaryPlan : undefined;
  const opened = useStudioStore((state) => (state.plan?.id === id ? state.plan : null));
  const news = useConnectionStore((state) => state.planChanges);
  const mark = `${opened?.version}:${opened?.state}:${opened?.isStale}:${news}`;
  const refresh = (): void => execute({ requestPolicy: 'network-only' });
  useFollow(mark, refresh);
  return {
    plan,
    isMissing: data?.boundaryPlan === null,
    error: error && !plan ? error : null,
    isLoading: fetching && !plan,
    refresh,
    /** The version that this screen shows: what is changed is changed on top of it. */
    version: opened?.version ?? plan?.version ?? 0,
  };
}

export type OpenedPlan = NonNullable<ReturnType<typeof usePlan>['plan']>;

/** What every part of the panel is given. */
export interface PlanPartProps {
  plan: OpenedPlan;
  /** The version on show. */
  version: number;
  onChange(): void;
}

import { useQuery } from 'urql';
import { BoundaryDatesDocument } from '../../graphql/generated/studio/graphql.js';
import { useConnectionStore } from '../../state/connection-store.js';
import { useStudioStore } from '../../state/studio-store.js';
import { useFollow } from '../manage-plans/use-follow.js';

/** When boundaries of the partition in view changed, newest first, and which plan did it. */
export function useBoundaryDates() {
  const partition = useStudioStore((state) => state.partition);
  const [{ data, error, fetching }, execute] = useQuery({
    query: BoundaryDatesDocument,
    variables: { partition },
    requestPolicy: 'cache-and-network',
  });
  const refresh = (): void => execute({ requestPolicy: 'network-only' });
  useFollow(
    useConnectionStore((state) => state.boundaryChanges),
    refresh,
  );
  return {
    dates: data?.boundaryDates ?? null,
    error: error && !data ? error : null,
    isLoading: fetching && !data,
    refresh,
  };
}

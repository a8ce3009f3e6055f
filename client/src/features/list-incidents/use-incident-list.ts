import { useEffect, useMemo, useState } from 'react';
import { useQuery } from 'urql';
import {
  IncidentCountsDocument,
  IncidentListDocument,
  type IncidentFilter,
  type IncidentRowFragment,
} from '../../graphql/generated/graphql.js';
import type { TimeWindow } from '../../state/time-window.js';

const pageSize = 50;
/** How many of the newest the map draws ahead of the tiles. */
const newestSize = 200;

export interface IncidentList {
  incidents: IncidentRowFragment[];
  totalCount: number;
  hasMore: boolean;
  isLoading: boolean;
  error: Error | null;
  loadMore(): void;
  retry(): void;
}

/** Incidents of a filter, newest first, page by page; new ones enter by themselves. */
export function useIncidentList(filter: IncidentFilter, first = pageSize): IncidentList {
  const key = JSON.stringify(filter);
  const [page, setPage] = useState<{ key: string; after: string | null }>({ key, after: null });
  const after = page.key === key ? page.after : null;
  useEffect(() => setPage({ key, after: null }), [key]);
  const [{ data, error, fetching }, execute] = useQuery({
    query: IncidentListDocument,
    variables: { filter, first, after },
  });
  const connection = data?.incidents;
  const incidents = useMemo(
    () => sortNewestFirst(connection?.edges.map(({ node }) => node) ?? []),
    [connection],
  );
  const endCursor = connection?.pageInfo.endCursor ?? null;
  const hasMore = Boolean(connection?.pageInfo.hasNextPage && endCursor);
  return {
    incidents,
    totalCount: connection?.totalCount ?? 0,
    hasMore,
    isLoading: fetching,
    error: error && !data ? error : null,
    loadMore: () => hasMore && !fetching && setPage({ key, after: endCursor }),
    retry: () => execute({ requestPolicy: 'network-only' }),
  };
}

/** Newest report first; an event may deliver a report late. */
function sortNewestFirst(incidents: IncidentRowFragment[]): IncidentRowFragment[] {
  return [...incidents].sort((a, b) => Date.parse(b.reportedAt) - Date.parse(a.reportedAt));
}

/** The newest incidents of a window, in one piece, for the map and the wall. */
export function useNewestIncidents(window: TimeWindow): IncidentList {
  const filter = useMemo(() => ({ from: window.from, to: window.to }), [window]);
  return useIncidentList(filter, newestSize);
}

/** How many incidents of each priority the window holds: keys '1', '2', '3', 'all'. */
export function useIncidentCounts(window: TimeWindow): Record<string, number> {
  const [{ data }] = useQuery({
    query: IncidentCountsDocument,
    variables: { from: window.from, to: window.to },
  });
  return useMemo((): Record<string, number> => {
    if (!data) return {};
    const [one, two, three] = [data.first.totalCount, data.second.totalCount, data.third.totalCount];
    return { 1: one, 2: two, 3: three, all: one + two + three };
  }, [data]);
}

import { useState } from 'react';
import { useQuery } from 'urql';
import { PlansDocument, type PlanState } from '../../graphql/generated/studio/graphql.js';
import type { Partition } from '../../state/overlays.js';

export interface PlanFilter {
  partition: Partition | 'ALL';
  group: PlanGroup;
}

/** What people look for among plans. */
export const planGroups = {
  ALL: null,
  OPEN: ['DRAFT', 'SENT_BACK', 'SUBMITTED', 'PUBLICISED', 'APPROVED'],
  PUBLISHED: ['PUBLISHED'],
  PAST: ['HISTORY', 'WITHDRAWN'],
} as const satisfies Record<string, readonly PlanState[] | null>;
export type PlanGroup = keyof typeof planGroups;

/** The plans there are, the latest change first. */
export function usePlans({ partition, group }: PlanFilter) {
  const states = planGroups[group];
  const key = `${partition}:${group}`;
  // Further pages are asked for one by one; another filter begins anew. The cache reads the pages as one list.
  const [page, setPage] = useState<{ key: string; after: string | null }>({ key, after: null });
  const [{ data, error, fetching }, execute] = useQuery({
    query: PlansDocument,
    variables: {
      partition: partition === 'ALL' ? null : partition,
      states: states ? [...states] : null,
      after: page.key === key ? page.after : null,
    },
    requestPolicy: 'cache-and-network',
  });
  const endCursor = data?.boundaryPlans.pageInfo.hasNextPage && data.boundaryPlans.pageInfo.endCursor;
  return {
    plans: data?.boundaryPlans.edges.map(({ node }) => node) ?? null,
    totalCount: data?.boundaryPlans.totalCount ?? 0,
    error: error && !data ? error : null,
    isLoading: fetching && !data,
    refresh: () => execute({ requestPolicy: 'network-only' }),
    more: endCursor ? () => setPage({ key, after: endCursor }) : null,
  };
}

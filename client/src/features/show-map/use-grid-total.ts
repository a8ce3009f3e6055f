import { useQuery } from 'urql';
import { GridTotalDocument } from '../../graphql/generated/graphql.js';
import type { Partition } from '../../state/overlays.js';

/** How many grids a partition has; null until known. */
export function useGridTotal(partition: Partition): number | null {
  const [{ data }] = useQuery({ query: GridTotalDocument, variables: { partition } });
  return data?.grids.totalCount ?? null;
}

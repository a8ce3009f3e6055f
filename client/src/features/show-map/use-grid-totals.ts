import { useEffect } from 'react';
import { useQuery } from 'urql';
import { GridTotalsDocument } from '../../graphql/generated/graphql.js';
import type { Partition } from '../../state/overlays.js';
import { useViewStore } from '../../state/view-store.js';

/** How many grids each partition has; null until known. */
export function useGridTotals(): Record<Partition, number> | null {
  const [{ data }] = useQuery({ query: GridTotalsDocument });
  return data ? { SOCIAL: data.social.totalCount, POLICE: data.police.totalCount } : null;
}

/** Where only one partition has grids, shows that one, whatever the address says. */
export function useExistingPartition(totals: Record<Partition, number> | null): void {
  const partition = useViewStore((state) => state.partition);
  const setPartition = useViewStore((state) => state.setPartition);
  const other = partition === 'SOCIAL' ? 'POLICE' : 'SOCIAL';
  const isElsewhere = totals !== null && totals[partition] === 0 && totals[other] > 0;
  useEffect(() => {
    if (isElsewhere) setPartition(other);
  }, [isElsewhere, other, setPartition]);
}

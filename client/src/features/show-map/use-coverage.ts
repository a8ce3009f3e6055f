import { useEffect, useMemo } from 'react';
import { GridCoverageDocument, type GridCoverageQuery } from '../../graphql/generated/graphql.js';
import { getCoverageClass } from '../../map/layers/coverage.js';
import type { Partition } from '../../state/overlays.js';
import { useNow } from '../../state/use-now.js';
import { useEveryPage } from './use-every-page.js';

const pollMilliseconds = 30_000;
const getGrids = (data: GridCoverageQuery): GridCoverageQuery['grids'] => data.grids;

export interface Coverage {
  /** Minutes since seen, by grid id. */
  minutesUnseen: Map<string, number>;
  neverSeenIds: string[];
  counts: Record<string, number>;
}

/** Patrol coverage of every grid of a partition; asked for again each half minute while it is shown. */
export function useCoverage(isShown: boolean, partition: Partition): Coverage {
  const { nodes, refresh } = useEveryPage(GridCoverageDocument, getGrids, !isShown, { partition });
  useEffect(() => {
    if (!isShown) return;
    const timer = setInterval(refresh, pollMilliseconds);
    return () => clearInterval(timer);
  });
  const now = useNow(60_000);
  return useMemo(() => {
    const minutesUnseen = new Map<string, number>();
    const neverSeenIds: string[] = [];
    const counts: Record<string, number> = {};
    for (const { id, lastSeenAt } of nodes) {
      const minutes = lastSeenAt ? Math.max(0, Math.floor((now - Date.parse(lastSeenAt)) / 60_000)) : null;
      if (minutes === null) neverSeenIds.push(id);
      else minutesUnseen.set(id, minutes);
      const name = getCoverageClass(minutes);
      counts[name] = (counts[name] ?? 0) + 1;
    }
    return { minutesUnseen, neverSeenIds: neverSeenIds.sort(), counts };
  }, [nodes, now]);
}

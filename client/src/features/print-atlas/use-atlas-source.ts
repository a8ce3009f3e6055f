import { useMemo, useState } from 'react';
import { useQuery, type CombinedError } from 'urql';
import {
  AtlasPlanDocument,
  GridAssignmentsDocument,
  GridShapesDocument,
  type AtlasPlanQuery,
  type GridShapesQuery,
} from '../../graphql/generated/studio/graphql.js';
import type { Partition } from '../../state/overlays.js';
import { useEveryPage } from '../show-map/use-every-page.js';
import { fromForce, fromPlan, type AtlasGrid } from './atlas-grids.js';

export type AtlasPlan = NonNullable<AtlasPlanQuery['boundaryPlan']>;

export interface AtlasSource {
  partition: Partition;
  /** Null: what is in force. */
  plan: AtlasPlan | null;
  grids: readonly AtlasGrid[];
}

const getGrids = (data: GridShapesQuery): GridShapesQuery['grids'] => data.grids;

/** What is printed: a plan's grids, or those in force of a partition. `source` is null until all of it is there. */
export function useAtlasSource(planId: string | null, asked: Partition) {
  const [{ data: planData, error: planError }, againPlan] = useQuery({
    query: AtlasPlanDocument,
    variables: { id: planId ?? '' },
    pause: planId === null,
    requestPolicy: 'network-only',
  });
  const plan = planId === null ? null : planData?.boundaryPlan;
  const partition = plan?.partition ?? asked;
  const isReady = planId === null || plan !== undefined;
  const [{ data: staffData, error: staffError }, againStaff] = useQuery({
    query: GridAssignmentsDocument,
    variables: { partition, at: null },
    pause: !isReady,
  });
  const shapes = useEveryPage(GridShapesDocument, getGrids, planId !== null, { partition });
  const assignments = staffData?.gridAssignments;
  const isWhole = planId !== null || (!shapes.isLoading && shapes.isComplete);
  const source = useMemo((): AtlasSource | null => {
    if (!assignments || !isWhole || plan === undefined) return null;
    if (planId !== null)
      return plan && { partition: plan.partition, plan, grids: fromPlan(plan.grids, assignments) };
    return { partition, plan: null, grids: fromForce(shapes.nodes, assignments) };
  }, [assignments, isWhole, plan, planId, partition, shapes.nodes]);
  // A book is of one moment: what changes in the cache while it is made, by its own edits too, must not begin it anew.
  const key = `${planId} ${asked}`;
  const [kept, setKept] = useState<{ key: string; source: AtlasSource } | null>(null);
  if (source && kept?.key !== key) setKept({ key, source });
  const held = kept?.key === key ? kept.source : null;
  const error: CombinedError | null = (planError ?? staffError ?? shapes.error) || null;
  return {
    source: held,
    /** The address names a plan that is not there. */
    isGone: planId !== null && plan === null && !held,
    error: held ? null : error,
    retry: () => {
      if (planId !== null) againPlan({ requestPolicy: 'network-only' });
      againStaff({ requestPolicy: 'network-only' });
      shapes.refresh();
    },
  };
}

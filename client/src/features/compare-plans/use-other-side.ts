import type { MultiPolygon, Polygon } from 'geojson';
import { useMemo } from 'react';
import { useQuery } from 'urql';
import { ComparedGridsDocument, ComparedPlanDocument } from '../../graphql/generated/studio/graphql.js';
import { gridToFeature, gridToLabel } from '../../map/features/studio-to-features.js';
import type { StudioGrid } from '../../state/studio-store.js';
import type { SideFeatures } from './behind-map.js';
import { useCompareStore } from './compare-store.js';

interface OtherSide {
  grids: SideFeatures | null;
  /** The other plan's number; null: the boundaries in force. */
  name: string | null;
}

/** The grids that the opened plan is compared with: those it was drawn on, or another plan's. */
export function useOtherSide(planId: string): OtherSide {
  const against = useCompareStore((state) => state.against);
  const [base] = useQuery({
    query: ComparedGridsDocument,
    variables: { id: planId },
    pause: against !== null,
  });
  const [other] = useQuery({
    query: ComparedPlanDocument,
    variables: { id: against ?? '' },
    pause: against === null,
  });
  const plan = other.data?.boundaryPlan;
  const listed = against === null ? base.data?.boundaryPlan?.baseGrids : plan?.grids;
  const grids = useMemo(() => (listed ? toSide(listed) : null), [listed]);
  return { grids, name: against === null || !plan ? null : `${plan.number} ${plan.name}` };
}

interface ListedGrid {
  id: string;
  code: string;
  name: string;
  boundary: GeoJSON.Geometry;
  isNew?: boolean;
  isChanged?: boolean;
}

/** Grids as the map draws them, with their names. */
export function toSide(listed: readonly ListedGrid[]): SideFeatures {
  const all = listed.map((grid) => {
    const { id, code, name, isNew = false, isChanged = false } = grid;
    const drawn = { id, code, name, isNew, isChanged } as StudioGrid;
    return [drawn, grid.boundary as Polygon | MultiPolygon] as const;
  });
  return {
    areas: all.map(([grid, boundary]) => gridToFeature(grid, boundary)),
    labels: all.map(([grid, boundary]) => gridToLabel(grid, boundary)),
  };
}

import type { MultiPolygon, Polygon } from 'geojson';
import { useEffect } from 'react';
import { GridsInForceDocument, type GridsInForceQuery } from '../../../graphql/generated/studio/graphql.js';
import { useStudioStore, type StudioGrid } from '../../../state/studio-store.js';
import { useEveryPage } from '../../show-map/use-every-page.js';

type WireGrid = GridsInForceQuery['grids']['edges'][number]['node'];

const getGrids = (data: GridsInForceQuery): GridsInForceQuery['grids'] => data.grids;

/** While no plan is open, the studio shows the grids in force. Whether they are still on their way. */
export function useGridsInForce(): { isLoading: boolean } {
  const partition = useStudioStore((state) => state.partition);
  const hasPlan = useStudioStore((state) => state.planId !== null);
  const { nodes, isLoading } = useEveryPage(GridsInForceDocument, getGrids, hasPlan, { partition });
  useEffect(() => {
    if (hasPlan) return;
    const boundaries = new Map(nodes.map(({ id, boundary }) => [id, boundary as Polygon | MultiPolygon]));
    useStudioStore.setState(({ revision }) => ({
      grids: new Map(nodes.map((node) => [node.id, toGrid(node)])),
      boundaryOf: (id) => boundaries.get(id) ?? null,
      revision: revision + 1,
      touched: 'all',
    }));
  }, [nodes, hasPlan]);
  return { isLoading };
}

function toGrid({ parent, ...grid }: WireGrid): StudioGrid {
  const { id, code, name, kind, households, householdsSource, householdsAsOf } = grid;
  return {
    id,
    code,
    name,
    kind,
    parentId: parent?.id ?? null,
    parentName: parent?.name ?? null,
    households: households ?? null,
    householdsSource: householdsSource ?? null,
    householdsAsOf: householdsAsOf ?? null,
    isNew: false,
    isChanged: false,
  };
}

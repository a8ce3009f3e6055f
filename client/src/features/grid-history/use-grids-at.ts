import type { MultiPolygon, Polygon } from 'geojson';
import { useEffect, useMemo } from 'react';
import { GridsAtDocument, type GridsAtQuery } from '../../graphql/generated/studio/graphql.js';
import { shortenName } from '../../map/features/studio-to-features.js';
import { useStudioStore } from '../../state/studio-store.js';
import { useEveryPage } from '../show-map/use-every-page.js';

const getGrids = (data: GridsAtQuery): GridsAtQuery['grids'] => data.grids;

/**
 * Puts the boundaries of an instant (ISO) on the map in place of the plan's, those that began at that very instant
 * brought out; null: takes them off again.
 */
export function useGridsAt(at: string | null): { isLoading: boolean; error: Error | null; count: number } {
  const partition = useStudioStore((state) => state.partition);
  const variables = useMemo(() => ({ partition, at: at ?? '' }), [partition, at]);
  const { nodes, isLoading, error } = useEveryPage(GridsAtDocument, getGrids, at === null, variables);
  useEffect(() => {
    const { showAsOf } = useStudioStore.getState();
    if (at === null) return showAsOf(null);
    if (nodes.length === 0) return undefined;
    showAsOf({
      at,
      grids: {
        type: 'FeatureCollection',
        features: nodes.map(({ gridId, code, name, boundary, validFrom }) => ({
          type: 'Feature',
          id: gridId,
          geometry: boundary as Polygon | MultiPolygon,
          properties: {
            id: gridId,
            name: name || code,
            short: shortenName(name || code),
            code,
            mark: validFrom && Date.parse(validFrom) === Date.parse(at) ? 'changed' : 'same',
          },
        })),
      },
    });
    return undefined;
  }, [at, nodes]);
  useEffect(() => () => useStudioStore.getState().showAsOf(null), []);
  return { isLoading: at !== null && isLoading, error, count: nodes.length };
}

import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { useEffect, useMemo } from 'react';
import { feature } from '../../map/features/collection.js';
import { useStudioStore } from '../../state/studio-store.js';
import { colourSets, setColours } from '../assign-grids/colour-sets.js';
import type { Proposal } from './use-districting.js';

/** Draws a proposal's grids in colours, numbered as its table numbers them; the scope outlined while there is none. */
export function useProposalOnMap(
  proposal: Proposal | null,
  hotIndex: number | null,
  scopeIds: readonly string[],
): readonly string[] {
  const revision = useStudioStore((state) => state.revision);
  const colours = useMemo(() => {
    const sets = proposal?.districts.map(({ boundary }, index) => ({
      id: String(index),
      boundaries: [boundary as Polygon | MultiPolygon],
    }));
    const indices = colourSets(sets ?? []);
    return (sets ?? []).map(({ id }) => setColours[indices.get(id)!]!);
  }, [proposal]);
  const features = useMemo((): Feature[] => {
    void revision;
    if (proposal)
      return proposal.districts.map(({ boundary }, index) =>
        feature(boundary, {
          fill: colours[index],
          line: colours[index],
          opacity: 0.36,
          width: 2,
          isHot: index === hotIndex,
          label: String(index + 1),
        }),
      );
    const { boundaryOf } = useStudioStore.getState();
    return scopeIds.flatMap((id) => {
      const boundary = boundaryOf(id);
      return boundary
        ? [feature(boundary, { tone: 'accent', opacity: 0.14, width: 1.5, isDashed: true })]
        : [];
    });
  }, [proposal, colours, hotIndex, scopeIds, revision]);
  useEffect(() => useStudioStore.getState().highlight('proposals', features), [features]);
  useEffect(() => () => useStudioStore.getState().highlight('proposals', null), []);
  return colours;
}

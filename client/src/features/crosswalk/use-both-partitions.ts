import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { useEffect, useMemo } from 'react';
import { overlay } from '@maplebridge/engine/topology/overlay/overlay';
import { GridShapesDocument, type GridShapesQuery } from '../../graphql/generated/studio/graphql.js';
import { feature } from '../../map/features/collection.js';
import { getBounds } from '../../map/get-bounds.js';
import { getShortName } from '../../map/paper/grid-shapes.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { useStudioStore } from '../../state/studio-store.js';
import { useViewStore } from '../../state/view-store.js';
import { getPalette } from '../../ui/tokens.js';
import { colourSets, setColours } from '../assign-grids/colour-sets.js';
import { useEveryPage } from '../show-map/use-every-page.js';
import { type CrosswalkRow } from './crosswalk-rows.js';

const getGrids = (data: GridShapesQuery): GridShapesQuery['grids'] => data.grids;

type Shape = Polygon | MultiPolygon;
type Shapes = ReadonlyMap<string, { name: string; boundary: Shape }>;

/** Grids of a partition in force, by id. */
function useShapes(partition: 'SOCIAL' | 'POLICE'): Shapes {
  const { nodes } = useEveryPage(GridShapesDocument, getGrids, false, { partition });
  return useMemo(
    () =>
      new Map(
        nodes.map((grid) => [
          grid.id,
          {
            name: getShortName({ ...grid, parentName: grid.parent?.name ?? null }),
            boundary: grid.boundary as Shape,
          },
        ]),
      ),
    [nodes],
  );
}

/** Draws both partitions over the map, social grids as areas and police grids as outlines, and brings out a row's land. */
export function useBothPartitions(row: CrosswalkRow | null): void {
  const theme = usePreferenceStore((state) => state.theme);
  // Grids of the partition the studio shows carry their names already.
  const shown = useStudioStore((state) => state.partition);
  const social = useShapes('SOCIAL');
  const police = useShapes('POLICE');
  const ground = useMemo((): Feature[] => {
    const palette = getPalette(theme);
    const colours = colourSets([...social].map(([id, { boundary }]) => ({ id, boundaries: [boundary] })));
    return [
      ...[...social].map(([id, { boundary, name }]) =>
        feature(boundary, {
          fill: setColours[colours.get(id)!],
          line: palette.gridSocial,
          opacity: 0.22,
          width: 0.7,
          ...(shown !== 'SOCIAL' && { label: name }),
        }),
      ),
      ...[...police.values()].map(({ boundary, name }) =>
        feature(boundary, {
          line: palette.text,
          fill: palette.text,
          opacity: 0,
          width: 2.4,
          ...(shown !== 'POLICE' && { label: name }),
        }),
      ),
    ];
  }, [social, police, theme, shown]);
  const shared = useMemo(() => findShared(row, social, police), [row, social, police]);
  useEffect(() => {
    const land = shared.map((boundary) =>
      feature(boundary, { tone: 'accent', opacity: 0.22, width: 3, isHot: true }),
    );
    useStudioStore.getState().highlight('crosswalk', [...ground, ...land]);
  }, [ground, shared]);
  useEffect(() => () => useStudioStore.getState().highlight('crosswalk', null), []);
  useEffect(() => {
    const bounds = getBounds(shared);
    if (bounds) useViewStore.getState().goTo({ kind: 'bounds', bounds });
  }, [shared]);
}

/** The land of a row: what its two grids have in common. */
function findShared(row: CrosswalkRow | null, social: Shapes, police: Shapes): Shape[] {
  const [one, other] = [row && social.get(row.socialGrid.id), row && police.get(row.policeGrid.id)];
  if (!one || !other) return [];
  return overlay([{ id: 'social', boundary: one.boundary }], [{ id: 'police', boundary: other.boundary }])
    .filter(({ a, b }) => a !== null && b !== null)
    .map(({ boundary }) => boundary);
}

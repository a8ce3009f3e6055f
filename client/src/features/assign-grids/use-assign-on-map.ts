import type { Feature } from 'geojson';
import { useEffect, useMemo } from 'react';
import type { AssignmentFragment } from '../../graphql/generated/studio/graphql.js';
import { feature } from '../../map/features/collection.js';
import { useStudioStore } from '../../state/studio-store.js';
import type { PostSet } from './assignment.js';
import { colourSets, setColours } from './colour-sets.js';
import type { AssignablePost } from './use-assignable-posts.js';

/** Puts features into the map's slot for assignment while the part that shows them is open. */
function useSlot(features: readonly Feature[]): void {
  useEffect(() => useStudioStore.getState().highlight('assign', features), [features]);
  useEffect(() => () => useStudioStore.getState().highlight('assign', null), []);
}

/** Marks the grids where a norm is missed. */
export function useProblemsOnMap(missing: readonly AssignmentFragment[]): void {
  const revision = useStudioStore((state) => state.revision);
  useSlot(
    useMemo(() => {
      void revision;
      const { boundaryOf } = useStudioStore.getState();
      return missing.flatMap(({ grid }) => {
        const boundary = boundaryOf(grid.id);
        return boundary ? [feature(boundary, { tone: 'warning', opacity: 0.28, width: 1.5 })] : [];
      });
    }, [missing, revision]),
  );
}

/**
 * Colours sets of grids by their post; returns each post's colour. Grids without one are dashed where every grid should
 * have one.
 */
export function useSetsOnMap(
  sets: readonly PostSet[],
  posts: readonly AssignablePost[],
  hotId: string | null,
  isNeeded: boolean,
): ReadonlyMap<string, string> {
  const revision = useStudioStore((state) => state.revision);
  const shaped = useMemo(() => {
    void revision;
    const { boundaryOf } = useStudioStore.getState();
    return sets.map(({ post, assignments }) => ({
      id: post?.id ?? '',
      boundaries: assignments.flatMap(({ grid }) => boundaryOf(grid.id) ?? []),
    }));
  }, [sets, revision]);
  const colours = useMemo(() => {
    const indices = colourSets(shaped.filter(({ id }) => id !== ''));
    return new Map([...indices].map(([id, index]) => [id, setColours[index]!]));
  }, [shaped]);
  useSlot(
    useMemo(
      () => [
        ...shaped.flatMap(({ id, boundaries }) => {
          const colour = colours.get(id);
          if (!colour && !isNeeded && id !== hotId) return [];
          const isHot = id === hotId;
          return boundaries.map((boundary) =>
            feature(
              boundary,
              colour
                ? { fill: colour, line: colour, opacity: 0.3, width: 1.5, isHot }
                : { tone: 'warning', opacity: 0.12, width: 1.5, isDashed: true },
            ),
          );
        }),
        ...posts.flatMap(({ id, name, location }) =>
          location ? [feature(location, { fill: colours.get(id), label: name, isHot: id === hotId })] : [],
        ),
      ],
      [shaped, colours, posts, hotId, isNeeded],
    ),
  );
  return colours;
}

import type { FeatureCollection, Position } from 'geojson';
import type { FoundPlace, PickedPlace, ReachHighlights, ReachView } from '../../state/reach-store.js';
import { collection, feature } from './collection.js';

const pointOf = ({ longitude, latitude }: PickedPlace) => ({
  type: 'Point' as const,
  coordinates: [longitude, latitude],
});

/** The areas of a view {band}, the widest first, so that each lies on the one that holds it. */
export function reachAreasToFeatures(view: ReachView | null): FeatureCollection {
  if (!view) return collection([]);
  const bandOf = (seconds: number): number => view.limits.findIndex((limit) => limit >= seconds) + 1;
  return collection(
    [...view.areas]
      .sort((a, b) => b.seconds - a.seconds)
      .map(({ seconds, geometry }) => feature(geometry, { band: bandOf(seconds) })),
  );
}

/** What is pointed at, each {mark: 'route' | 'place' | 'focus' | 'candidate' | 'ghost' | 'move', …}. */
export function reachMarksToFeatures(
  highlights: ReachHighlights,
  found: FoundPlace | null = null,
): FeatureCollection {
  const { route, points, place, focus, candidates, ghostPosts } = highlights;
  let number = 0;
  return collection([
    ...(route ? [feature(route, { mark: 'route' })] : []),
    ...ghostPosts.flatMap(({ from, ...post }) =>
      from ? [feature(toLine(from, post), { mark: 'move' })] : [],
    ),
    ...(focus ? [feature(pointOf(focus), { mark: 'focus' })] : []),
    ...candidates.map(({ id, isChosen, name, ...at }) =>
      feature(pointOf(at), { mark: 'candidate', id, isChosen, name, number: isChosen ? ++number : null }),
    ),
    ...ghostPosts.map(({ id, kind, change, name, ...at }) =>
      feature(pointOf(at), { mark: 'ghost', id, kind, change, name }),
    ),
    // A street that was found is marked as a whole.
    ...[...points, ...(place ? [place] : []), ...(found && !found.isStreet ? [found] : [])].map((each) =>
      feature(pointOf(each), { mark: 'place', name: each.name }),
    ),
  ]);
}

function toLine(from: Position, { longitude, latitude }: PickedPlace) {
  return { type: 'LineString' as const, coordinates: [from, [longitude, latitude]] };
}

import type { MultiPolygon, Polygon, Position } from 'geojson';
import { nearestOnLine, toStep } from '../../../map/modes/drawing/steps.js';

type Shape = Polygon | MultiPolygon;

/** A vertex put into an edge is rounded to whole steps: it may stand this far off. */
const mostSteps = 1.5;

const ringsOf = ({ type, coordinates }: Shape): Position[][] =>
  type === 'Polygon' ? coordinates : coordinates.flat();

/**
 * Whether a boundary is the former one, but for vertices put into it where a neighbour's border begins. A grid that got
 * only those is not said to be changed.
 */
export function isSameLand(before: Shape, after: Shape): boolean {
  const [former, now] = [ringsOf(before), ringsOf(after)].map((rings) =>
    rings.map((ring) => ring.map(([x, y]) => toStep(x!, y!))),
  ) as [ReturnType<typeof toStep>[][], ReturnType<typeof toStep>[][]];
  const [formerPlaces, places] = [former, now].map((rings) => new Set(rings.flat().map(String))) as [
    Set<string>,
    Set<string>,
  ];
  if (former.length !== now.length || [...formerPlaces].some((place) => !places.has(place))) return false;
  return now
    .flat()
    .filter((place) => !formerPlaces.has(String(place)))
    .every((place) => former.some((ring) => (nearestOnLine(place, ring)?.distance ?? Infinity) <= mostSteps));
}

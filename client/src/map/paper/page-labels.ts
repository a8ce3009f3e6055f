import type { Feature, Position } from 'geojson';
import type { Bounds } from '../../state/view-store.js';
import { feature } from '../features/collection.js';
import { getShortName, type GridShape } from './grid-shapes.js';
import { clipToBox, findLabelPlace } from './label-place.js';

interface PageLabels {
  ownIds: readonly string[];
  /** How the others are named: each by its name, or only what they belong to. */
  others: 'grids' | 'parents';
}

/** Of the picture's width and height, kept free of names at each side. */
const margin = 0.03;
/** A name in less room than this share of the picture's height names nothing that could be seen. */
const leastRoom = 0.008;

/**
 * Names for what a picture of the box `view` shows, each where the visible piece of its grid has most room: points {label,
 * kind: 'own' | 'grid' | 'parent'}. A grid is called by the last part of its name where it is clear of which
 * community.
 */
export function listLabels(
  grids: readonly GridShape[],
  view: Bounds,
  { ownIds, others }: PageLabels,
): Feature[] {
  const [west, south, east, north] = view;
  const [x, y] = [(east - west) * margin, (north - south) * margin];
  const box: Bounds = [west + x, south + y, east - x, north - y];
  const own = new Set(ownIds);
  const ownParents = new Set(grids.filter(({ id }) => own.has(id)).map(({ parentId }) => parentId));
  const visible = grids.flatMap((grid) => {
    const piece = clipToBox(grid.boundary, box);
    const found = piece && findLabelPlace(piece);
    return found && found.room > 0 ? [{ grid, ...found }] : [];
  });
  const name = (grid: GridShape): string =>
    ownParents.size === 1 && ownParents.has(grid.parentId) ? getShortName(grid) : grid.name || grid.code;
  const point = (place: Position, label: string, kind: string): Feature =>
    feature({ type: 'Point', coordinates: place }, { label, kind });
  const named = visible.filter(({ grid, room }) => own.has(grid.id) || room > (north - south) * leastRoom);
  const labels = named
    .filter(({ grid }) => own.has(grid.id) || others === 'grids')
    .map(({ grid, place }) => point(place, name(grid), own.has(grid.id) ? 'own' : 'grid'));
  if (others === 'grids') return labels;
  const parents = new Map<string, typeof visible>();
  for (const each of visible) {
    const { id, parentName } = { id: each.grid.parentId, parentName: each.grid.parentName };
    if (own.has(each.grid.id) || !id || !parentName || ownParents.has(id)) continue;
    parents.set(id, [...(parents.get(id) ?? []), each]);
  }
  return [
    ...labels,
    ...[...parents.values()].map((members) =>
      point(findMiddle(members), members[0]!.grid.parentName!, 'parent'),
    ),
  ];
}

/** The member's place nearest the middle of all, weighted by their room. */
function findMiddle(members: readonly { place: Position; room: number }[]): Position {
  const total = members.reduce((sum, { room }) => sum + room, 0);
  const middle = [0, 1].map((axis) =>
    members.reduce((sum, { place, room }) => sum + (place[axis]! * room) / total, 0),
  );
  const distance = ({ place }: { place: Position }): number =>
    Math.hypot(place[0]! - middle[0]!, place[1]! - middle[1]!);
  return members.reduce((best, each) => (distance(each) < distance(best) ? each : best)).place;
}

import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import type { StudioGrid } from '../../state/studio-store.js';
import { feature } from './collection.js';

/** "文昌社区第03网格" is known by its last part inside its community. */
export function shortenName(name: string): string {
  const from = name.search(/第[^第]*$/);
  return from > 0 ? name.slice(from) : name;
}

function markOf({ isNew, isChanged }: StudioGrid): 'new' | 'changed' | 'same' {
  return isNew ? 'new' : isChanged ? 'changed' : 'same';
}

/** A grid of the plan as the map draws it: {id, mark}. */
export function gridToFeature(grid: StudioGrid, boundary: Polygon | MultiPolygon): Feature {
  return feature(boundary, { id: grid.id, mark: markOf(grid) });
}

/** Its name, at a point inside: {id, name, short, code, mark}. */
export function gridToLabel(grid: StudioGrid, boundary: Polygon | MultiPolygon): Feature {
  const { id, code } = grid;
  const name = grid.name || code;
  return feature(
    { type: 'Point', coordinates: findInnerPoint(boundary) },
    { id, name, short: shortenName(name), code, mark: markOf(grid) },
  );
}

/**
 * A point well inside: the middle of the longest run of inside along a few level lines through the largest part.
 * Cheap enough for thousands; where a label stands decides nothing.
 */
export function findInnerPoint(boundary: Polygon | MultiPolygon): Position {
  const parts = boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates;
  let largest = parts[0]!;
  let most = -1;
  for (const part of parts) {
    const [west, south, east, north] = boxOf(part[0]!);
    const size = (east - west) * (north - south);
    if (size > most) [most, largest] = [size, part];
  }
  const [, south, , north] = boxOf(largest[0]!);
  let best: { length: number; at: Position } | null = null;
  for (const share of [0.5, 0.37, 0.63, 0.23, 0.77]) {
    const y = south + (north - south) * share;
    const crossings = largest.flatMap((ring) => crossingsAt(ring, y)).sort((a, b) => a - b);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const length = crossings[i + 1]! - crossings[i]!;
      // What lies nearer the middle is preferred unless it is much narrower.
      if (!best || length > best.length * 1.25)
        best = { length, at: [(crossings[i]! + crossings[i + 1]!) / 2, y] };
    }
  }
  return best?.at ?? largest[0]![0]!;
}

function crossingsAt(ring: readonly Position[], y: number): number[] {
  const found: number[] = [];
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1] as [number, number];
    const [bx, by] = ring[i] as [number, number];
    if (ay > y !== by > y) found.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
  }
  return found;
}

function boxOf(ring: readonly Position[]): [west: number, south: number, east: number, north: number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of ring as [number, number][]) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

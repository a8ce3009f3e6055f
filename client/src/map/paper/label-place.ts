import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { Bounds } from '../../state/view-store.js';
import { getBounds } from '../get-bounds.js';
import { partsOf } from './grid-shapes.js';

type Shape = Polygon | MultiPolygon;

/** A name is wider than high: room to its sides counts for less than room above and below. */
const flatness = 0.45;
const middlePull = 0.05;
const samples = 12;
const rounds = 5;

/**
 * Where a name has most room in a shape, and how much: the place farthest from every border, searched on a net of
 * places that is narrowed around the best again and again (after Garcia-Castellanos & Lombardo, "Poles of
 * inaccessibility", 2007). Null where the shape is empty.
 */
export function findLabelPlace(shape: Shape): { place: Position; room: number } | null {
  const bounds = getBounds([shape]);
  if (!bounds) return null;
  const [west, south, east, north] = bounds;
  const stretch = Math.cos((((south + north) / 2) * Math.PI) / 180) * flatness;
  const rings = partsOf(shape).flat();
  const [middleX, middleY] = [(west + east) / 2, (south + north) / 2];
  let best = { place: [middleX, middleY] as Position, room: -Infinity, worth: -Infinity };
  let [halfWidth, halfHeight] = [(east - west) / 2, (north - south) / 2];
  for (let round = 0; round < rounds; round += 1) {
    const [x, y] = best.place as [number, number];
    for (let i = 0; i <= samples; i += 1)
      for (let j = 0; j <= samples; j += 1) {
        const place = [
          x + halfWidth * ((2 * i) / samples - 1),
          y + halfHeight * ((2 * j) / samples - 1),
        ] as const;
        const room = measureRoom(place, rings, stretch);
        // Of places with the same room the one nearest the middle looks right.
        const away = Math.hypot((place[0] - middleX) * stretch, place[1] - middleY);
        const worth = room - away * middlePull;
        if (worth > best.worth) best = { place: [...place], room, worth };
      }
    halfWidth *= 3 / samples;
    halfHeight *= 3 / samples;
  }
  return best;
}

/** Distance from the nearest border, degrees of latitude; below nought outside. */
function measureRoom(
  [x, y]: readonly [number, number],
  rings: readonly Position[][],
  stretch: number,
): number {
  let isInside = false;
  let nearest = Infinity;
  for (const ring of rings)
    for (let i = 1; i < ring.length; i += 1) {
      const [ax, ay] = ring[i - 1] as [number, number];
      const [bx, by] = ring[i] as [number, number];
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) isInside = !isInside;
      const [dx, dy] = [(bx - ax) * stretch, by - ay];
      const [px, py] = [(x - ax) * stretch, y - ay];
      const along = Math.min(1, Math.max(0, (px * dx + py * dy) / (dx * dx + dy * dy || 1)));
      nearest = Math.min(nearest, Math.hypot(px - along * dx, py - along * dy));
    }
  return isInside ? nearest : -nearest;
}

/**
 * What of a shape lies in a box (Sutherland & Hodgman 1974): parts that the box cuts in two stay joined along its edge,
 * which is good enough to look for the room of a name. Null where nothing does.
 */
export function clipToBox(shape: Shape, [west, south, east, north]: Bounds): Shape | null {
  const edges = [
    { at: 0, limit: west, sign: 1 },
    { at: 0, limit: east, sign: -1 },
    { at: 1, limit: south, sign: 1 },
    { at: 1, limit: north, sign: -1 },
  ] as const;
  const parts = partsOf(shape).flatMap((part) => {
    const rings = part
      .map((ring) => edges.reduce<Position[]>((kept, edge) => clipRing(kept, edge), ring))
      .filter((ring) => ring.length > 3);
    return rings.length > 0 ? [rings] : [];
  });
  return parts.length > 0 ? { type: 'MultiPolygon', coordinates: parts } : null;
}

function clipRing(ring: readonly Position[], edge: { at: 0 | 1; limit: number; sign: 1 | -1 }): Position[] {
  const depth = (place: Position): number => edge.sign * (place[edge.at]! - edge.limit);
  const kept: Position[] = [];
  for (let i = 1; i < ring.length; i += 1) {
    const [a, b] = [ring[i - 1]!, ring[i]!];
    const [da, db] = [depth(a), depth(b)];
    if (da >= 0) kept.push(a);
    if (da >= 0 !== db >= 0) {
      const share = da / (da - db);
      kept.push([a[0]! + share * (b[0]! - a[0]!), a[1]! + share * (b[1]! - a[1]!)]);
    }
  }
  return kept.length > 0 ? [...kept, kept[0]!] : kept;
}

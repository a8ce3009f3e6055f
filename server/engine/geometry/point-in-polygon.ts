import type { MultiPolygon, Polygon, Position } from 'geojson';
import { isBetween, orientation, toGrid } from './grid.js';

/** Where a point lies with respect to a polygon. */
export type Containment = 'inside' | 'outside' | 'border';

/**
 * Whether a point lies in a polygon or multi-polygon, exact on the 1e-7° grid (everything is
 * rounded to it first). The borders of holes are border too, their inside is outside; a point on
 * the border of any part of a multi-polygon is on the border. The direction of rings does not matter.
 */
export function contains(polygon: Polygon | MultiPolygon, point: Position): Containment {
  const [x, y] = toGrid([point]) as unknown as [number, number];
  const parts = polygon.type === 'Polygon' ? [polygon.coordinates] : polygon.coordinates;
  let found: Containment = 'outside';
  for (const part of parts) {
    const here = containsInRings(part.map(toGrid), x, y);
    if (here === 'border') return 'border';
    if (here === 'inside') found = 'inside';
  }
  return found;
}

function containsInRings([shell, ...holes]: Int32Array[], x: number, y: number): Containment {
  if (!shell) return 'outside';
  const inShell = containsInRing(shell, x, y);
  if (inShell !== 'inside') return inShell;
  for (const hole of holes) {
    const inHole = containsInRing(hole, x, y);
    if (inHole === 'border') return 'border';
    if (inHole === 'inside') return 'outside';
  }
  return 'inside';
}

/**
 * The same for one closed ring in grid steps: counts how often a ray to the east crosses it
 * (even–odd rule). Half-open in y, so that a corner on the ray is counted once.
 */
export function containsInRing(ring: ArrayLike<number>, x: number, y: number): Containment {
  let inside = false;
  for (let i = 2; i < ring.length; i += 2) {
    const ax = ring[i - 2]!;
    const ay = ring[i - 1]!;
    const bx = ring[i]!;
    const by = ring[i + 1]!;
    if ((y < ay && y < by) || (y > ay && y > by) || (x > ax && x > bx)) continue;
    const side = orientation(ax, ay, bx, by, x, y);
    if (side === 0 && isBetween(ax, ay, bx, by, x, y)) return 'border';
    if (ay > y !== by > y && side === (by > ay ? 1 : -1)) inside = !inside;
  }
  return inside ? 'inside' : 'outside';
}

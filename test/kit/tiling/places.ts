import type { MultiPolygon } from 'geojson';

export type Place = readonly [x: number, y: number];

const known = new WeakMap<MultiPolygon, Place[][][]>();

/** A boundary in whole steps, rings closed as they were. */
export function partsOf(boundary: MultiPolygon): Place[][][] {
  let parts = known.get(boundary);
  if (!parts) {
    parts = boundary.coordinates.map((part) =>
      part.map((ring) => ring.map(([x, y]): Place => [Math.round(x! * 1e7), Math.round(y! * 1e7)])),
    );
    known.set(boundary, parts);
  }
  return parts;
}

/** From a place to a straight border. */
export function distanceTo([ax, ay]: Place, [bx, by]: Place, [x, y]: Place): number {
  const [dx, dy] = [bx - ax, by - ay];
  const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

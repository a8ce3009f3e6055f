import type { MultiPolygon, Polygon } from 'geojson';
import { Tiling } from '../../../server/engine/topology/tiling.js';
import type { GridId, Step, TilingEdit } from '../../../server/engine/topology/tiling.types.js';

/** Not closed. */
export type Ring = readonly Step[];

/** A place of a test's, far from 0, so that doubles have to work. */
export const at = ([x, y]: Step): Step => [1_200_000_000 + x, 300_000_000 + y];
export const toDegrees = (ring: Ring) =>
  [...ring, ring[0]!].map((place) => at(place).map((value) => value / 1e7));
/** A boundary of rings in a test's places. */
export const polygon = (...rings: Ring[]): Polygon => ({
  type: 'Polygon',
  coordinates: rings.map(toDegrees),
});
export const box = (x0: number, y0: number, x1: number, y1: number): Ring => [
  [x0, y0],
  [x1, y0],
  [x1, y1],
  [x0, y1],
];
/** A tiling of named boundaries. */
export const open = (grids: Record<GridId, Polygon | MultiPolygon>) =>
  Tiling.from(Object.entries(grids).map(([id, boundary]) => ({ id, boundary })));

/** a and b side by side under c; e is an enclave in c. */
export const town = () =>
  open({
    a: polygon(box(0, 0, 10_000, 10_000)),
    b: polygon(box(10_000, 0, 20_000, 10_000)),
    c: polygon(box(0, 10_000, 20_000, 20_000), box(5_000, 13_000, 9_000, 16_000)),
    e: polygon(box(5_000, 13_000, 9_000, 16_000)),
  });

/** An edit with all its places moved there. */
export const placed = (edit: TilingEdit): TilingEdit =>
  JSON.parse(JSON.stringify(edit), (_, value: unknown) =>
    Array.isArray(value) && value.length === 2 && value.every((v) => typeof v === 'number')
      ? at(value as unknown as Step)
      : value,
  ) as TilingEdit;

/** The rings of a grid in a test's places. */
export const ringsOf = (tiling: Tiling, id: GridId) =>
  tiling
    .boundary(id)
    .coordinates.map((part) =>
      part.map((ring) =>
        ring.map(([x, y]) => [Math.round(x! * 1e7) - 1_200_000_000, Math.round(y! * 1e7) - 300_000_000]),
      ),
    );
/** All that a tiling says its grids cover. */
export const everything = (tiling: Tiling) => tiling.gridIds().map((id) => [id, tiling.boundary(id)]);

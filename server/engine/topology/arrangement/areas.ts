import type { MultiPolygon, Polygon } from 'geojson';
import { STEPS_PER_DEGREE } from '../../coordinates/round.js';
import { toGrid } from '../../geometry/grid.js';
import type { Path } from './arrange.js';
import type { VertexRings } from './dissolve.js';
import type { PlanarGraph } from './half-edges.js';

/** A named area, as it comes from a file, a database or a tiling; in degrees, rings closed. */
export interface NamedArea {
  readonly id: string;
  readonly boundary: Polygon | MultiPolygon;
}

/** The parts of some areas, each an area of an arrangement by itself: parts of one that overlap count once. */
export interface PartPaths {
  readonly paths: Path[];
  /** Which area part p belongs to. */
  readonly ownerOf: number[];
}

export function partPaths(areas: readonly Pick<NamedArea, 'boundary'>[]): PartPaths {
  const paths: Path[] = [];
  const ownerOf: number[] = [];
  areas.forEach(({ boundary }, owner) => {
    const parts = boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates;
    for (const rings of parts) {
      for (const ring of rings) paths.push({ points: toGrid(ring), area: ownerOf.length });
      ownerOf.push(owner);
    }
  });
  return { paths, ownerOf };
}

type Places = Pick<PlanarGraph, 'xs' | 'ys'>;

/** Polygons of vertices → closed rings of steps. */
export function toSteps({ xs, ys }: Places, parts: readonly VertexRings[]): [x: number, y: number][][][] {
  return parts.map((rings) =>
    rings.map((ring) => [...ring, ring[0]!].map((v): [number, number] => [xs[v]!, ys[v]!])),
  );
}

/** Polygons of vertices → GeoJSON in degrees. */
export function toDegrees(places: Places, parts: readonly VertexRings[]): MultiPolygon {
  return {
    type: 'MultiPolygon',
    coordinates: toSteps(places, parts).map((rings) =>
      rings.map((ring) => ring.map(([x, y]) => [x / STEPS_PER_DEGREE, y / STEPS_PER_DEGREE])),
    ),
  };
}

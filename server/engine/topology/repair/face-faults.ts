import type { Arrangement } from '../arrangement/arrange.js';
import { eachHalfEdge, edgeLength, faceSize, type FaceSize } from '../arrangement/face-size.js';
import { metricAt, type Metric } from '../arrangement/metric.js';

/** Faces of an imported set: who claims each, and how big it is. */
export interface ClaimedFaces {
  readonly arrangement: Arrangement;
  /** The grids that cover each face, ascending. */
  readonly claims: number[][];
  /** In metres; nothing for face 0. */
  readonly sizes: FaceSize[];
  /** Narrower than the tolerance, or smaller than its square. */
  readonly isSliver: boolean[];
  /** Square metres of each grid as it came. */
  readonly areas: number[];
}

const NOTHING: FaceSize = { area: 0, perimeter: 0, width: 0 };

export function readClaims(
  arrangement: Arrangement,
  gridOf: readonly number[],
  gridCount: number,
  toleranceMetres: number,
): ClaimedFaces {
  const claims = arrangement.covers.map((cover) =>
    [...new Set(cover.map((part) => gridOf[part]!))].sort((a, b) => a - b),
  );
  const sizes = claims.map((_, face) =>
    face === 0 ? NOTHING : faceSize(arrangement, face, metricOf(arrangement, face)),
  );
  const areas = Array.from({ length: gridCount }, () => 0);
  claims.forEach((grids, face) => {
    for (const grid of grids) areas[grid]! += sizes[face]!.area;
  });
  return { arrangement, claims, sizes, isSliver: sizes.map((size) => isThin(size, toleranceMetres)), areas };
}

export const isThin = ({ area, width }: FaceSize, toleranceMetres: number): boolean =>
  width < toleranceMetres || area < toleranceMetres * toleranceMetres;

/** How long a step is where a face lies. */
export function metricOf({ graph, borders }: Arrangement, face: number): Metric {
  return metricAt(graph.ys[graph.from[borders[face]![0]! >> 1]!]!);
}

/** Metres of border that some faces share with each owner (-1: nobody), except among themselves. */
export function sharedBorders(
  arrangement: Arrangement,
  faces: ReadonlySet<number>,
  ownerOf: ArrayLike<number>,
): Map<number, number> {
  const shared = new Map<number, number>();
  for (const face of faces) {
    const metric = metricOf(arrangement, face);
    eachHalfEdge(arrangement, face, (h) => {
      const beyond = arrangement.faceOf[h ^ 1]!;
      if (faces.has(beyond)) return;
      const owner = ownerOf[beyond]!;
      shared.set(owner, (shared.get(owner) ?? 0) + edgeLength(arrangement, h >> 1, metric));
    });
  }
  return shared;
}

/** The owner with the longest border for which `isAllowed` holds; of equal ones the first in the input; -1 for none. */
export function longestOwner(
  shared: ReadonlyMap<number, number>,
  isAllowed: (owner: number) => boolean,
): number {
  let [best, most] = [-1, -1];
  for (const [owner, metres] of shared)
    if (owner >= 0 && isAllowed(owner) && (metres > most || (metres === most && owner < best)))
      [best, most] = [owner, metres];
  return best;
}

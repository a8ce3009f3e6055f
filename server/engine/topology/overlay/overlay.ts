import type { MultiPolygon } from 'geojson';
import { areaSquareMetres } from '../../coordinates/geodesic.js';
import { partPaths, toDegrees, type NamedArea } from '../arrangement/areas.js';
import { arrange } from '../arrangement/arrange.js';
import { dissolve } from '../arrangement/dissolve.js';
import { absorbSlivers, type FacePair } from './slivers.js';

/** Land that one area of each side covers; null where that side covers nothing. */
export interface Parcel {
  readonly a: string | null;
  readonly b: string | null;
  readonly boundary: MultiPolygon;
  readonly areaSquareMetres: number;
}

/**
 * The common refinement of two tilings: one parcel (maybe in several parts) for each pair of areas that share land, and
 * for land only one side covers. Parcels tile the union of both sides, their borders share all vertices. Borders that
 * differ by rounding alone leave no slivers: those narrower than 3 steps (3 cm) go to a parcel beside, of the same area
 * of `a` when there is one. Where areas of one side overlap each other the first counts. In the order of `a`, then `b`.
 */
export function overlay(a: readonly NamedArea[], b: readonly NamedArea[]): Parcel[] {
  const { paths, ownerOf } = partPaths([...a, ...b]);
  const arrangement = arrange(paths);
  // Numbered from 1 on each side; 0 is none.
  const pairs = arrangement.covers.map((cover): FacePair => {
    const pair: FacePair = [0, 0];
    for (const part of cover) {
      const owner = ownerOf[part]!;
      if (owner < a.length) pair[0] ||= owner + 1;
      else pair[1] ||= owner - a.length + 1;
    }
    return pair;
  });
  absorbSlivers(arrangement, pairs);

  const keyOf = ([p, q]: FacePair) => p * (b.length + 1) + q;
  // What only `b` covers comes last.
  const rank = (key: number) => (key <= b.length ? Infinity : key);
  const keys = [...new Set(pairs.map(keyOf))]
    .filter((key) => key !== 0)
    .sort((p, q) => (rank(p) === rank(q) ? p - q : rank(p) - rank(q)));
  const groupOf = new Map(keys.map((key, group) => [key, group]));
  const groups = pairs.map((pair) => groupOf.get(keyOf(pair)) ?? -1);
  return dissolve(arrangement, groups, keys.length).map((parts, group) => {
    const boundary = toDegrees(arrangement.graph, parts);
    const [p, q] = [Math.floor(keys[group]! / (b.length + 1)), keys[group]! % (b.length + 1)];
    return {
      a: p === 0 ? null : a[p - 1]!.id,
      b: q === 0 ? null : b[q - 1]!.id,
      boundary,
      areaSquareMetres: areaSquareMetres(boundary),
    };
  });
}

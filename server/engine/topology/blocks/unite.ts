import type { MultiPolygon } from 'geojson';
import { partPaths, toSteps } from '../arrangement/areas.js';
import { arrange } from '../arrangement/arrange.js';
import { dissolve } from '../arrangement/dissolve.js';

/**
 * Unites blocks that tile some land to districts that tile it too: neighbouring districts share every vertex of their
 * border, as an edit of the kind `replace` wants it.
 *
 * @param districtOf the district (0, 1, …) of each block; -1 leaves it out
 * @returns for each district its parts: polygons of [shell, ...holes], rings closed, in whole 1e-7° steps
 */
export function unite(
  blocks: readonly { readonly boundary: MultiPolygon }[],
  districtOf: ArrayLike<number>,
): [x: number, y: number][][][][] {
  const { paths, ownerOf } = partPaths(blocks);
  // A border between two blocks of one district bounds it twice, which is not at all.
  const arrangement = arrange(paths.map((path) => ({ ...path, area: districtOf[ownerOf[path.area]!]! })));
  const groups = arrangement.covers.map((cover) => cover[0] ?? -1);
  const count = Array.from(districtOf).reduce((most, district) => Math.max(most, district + 1), 0);
  return dissolve(arrangement, groups, count).map((parts) => toSteps(arrangement.graph, parts));
}

import { toGrid } from '../../geometry/grid.js';
import { findFault } from '../../geometry/validity.js';
import { partPaths, type NamedArea } from '../arrangement/areas.js';
import { arrange } from '../arrangement/arrange.js';
import { regions } from '../arrangement/dissolve.js';
import { faceSize, placeInside } from '../arrangement/face-size.js';
import { isThin, metricOf } from './face-faults.js';
import type { RepairFinding } from './repair.types.js';

/** Grids whose rings cross themselves or each other by more than the tolerance, each with its biggest loop. */
export function findRingFaults(grids: readonly NamedArea[], toleranceMetres: number): RepairFinding[] {
  return grids.flatMap((grid) => {
    const { boundary } = grid;
    const parts = boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates;
    const cleaned = parts.map((rings) => rings.map((ring) => withoutRepeats(toGrid(ring))));
    const sound = cleaned.map((rings) => rings.filter((ring) => ring.length >= 8));
    if (!findFault(sound.filter((rings) => rings.length > 0))) return [];
    return biggestLoop(grid, toleranceMetres) ?? [];
  });
}

/** Land that the even-odd rule cuts off from the main part, or leaves uncovered inside. */
function biggestLoop(grid: NamedArea, toleranceMetres: number): RepairFinding | null {
  const arrangement = arrange(partPaths([grid]).paths);
  const isCovered = arrangement.covers.map((cover) => (cover.length > 0 ? 0 : -1));
  const regionOf = regions(arrangement, isCovered);
  const sizes = isCovered.map((_, face) =>
    face === 0
      ? { area: Infinity, perimeter: 0, width: 0 }
      : faceSize(arrangement, face, metricOf(arrangement, face)),
  );
  const partCount = grid.boundary.type === 'Polygon' ? 1 : grid.boundary.coordinates.length;
  const areaOf = new Map<number, number>();
  for (let face = 1; face < isCovered.length; face++)
    if (isCovered[face] === 0)
      areaOf.set(regionOf[face]!, (areaOf.get(regionOf[face]!) ?? 0) + sizes[face]!.area);
  const main = new Set(
    [...areaOf]
      .sort(([p, a], [q, b]) => b - a || p - q)
      .slice(0, partCount)
      .map(([region]) => region),
  );
  let worst = -1;
  for (let face = 1; face < isCovered.length; face++) {
    // A face of the main land counts where parts lie upon each other.
    const isLoop = !main.has(regionOf[face]!) || arrangement.covers[face]!.length > 1;
    if (isLoop && !isThin(sizes[face]!, toleranceMetres) && !(sizes[face]!.area <= (sizes[worst]?.area ?? 0)))
      worst = face;
  }
  if (worst === -1) return null;
  const { area, width } = sizes[worst]!;
  return {
    kind: 'INVALID_RING',
    grids: [grid.id],
    givenTo: grid.id,
    at: placeInside(arrangement, worst),
    areaSquareMetres: area,
    widthMetres: width,
    count: 1,
  };
}

function withoutRepeats(ring: Int32Array): number[] {
  const cleaned: number[] = [];
  for (let i = 0; i < ring.length; i += 2)
    if (i === 0 || ring[i] !== ring[i - 2] || ring[i + 1] !== ring[i - 1])
      cleaned.push(ring[i]!, ring[i + 1]!);
  return cleaned;
}

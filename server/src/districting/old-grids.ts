import type { PointSums } from '@maplebridge/engine/tally/point-sums';
import { overlay } from '@maplebridge/engine/topology/overlay/overlay';
import type { Region } from './cut-land.js';

/** What blocks share with the grids there are. */
export interface Overlap {
  /** Ids of a region's old grids. */
  gridIds: string[];
  /** The one (by place in `gridIds`) that most of each block's households are in, or most of its land. */
  mainGrid: Int32Array;
  /** Parts of blocks that lie in grids. */
  shares: { block: number; grid: number; households: number; areaSquareMetres: number }[];
}

export function shareOut({ grids, blocks }: Region, households: PointSums): Overlap {
  const placeOf = new Map(grids.map(({ id }, i) => [id, i]));
  const shares = overlay(
    blocks.blocks.map(({ boundary }, i) => ({ id: String(i), boundary })),
    grids,
  ).flatMap(({ a, b, boundary, areaSquareMetres }) =>
    a === null || b === null
      ? []
      : [
          {
            block: Number(a),
            grid: placeOf.get(b)!,
            households: households.sumIn(boundary)[0]!,
            areaSquareMetres,
          },
        ],
  );
  const mainGrid = new Int32Array(blocks.blocks.length).fill(-1);
  const most = new Map<number, (typeof shares)[number]>();
  for (const share of shares) {
    const known = most.get(share.block);
    if (known && byHouseholds(known, share) >= 0) continue;
    most.set(share.block, share);
    mainGrid[share.block] = share.grid;
  }
  return { gridIds: grids.map(({ id }) => id), mainGrid, shares };
}

type Held = { households: number; areaSquareMetres: number };

const byHouseholds = (a: Held, b: Held): number =>
  a.households - b.households || a.areaSquareMetres - b.areaSquareMetres;

interface Match extends Held {
  district: number;
  grid: number;
}

/** Pairs each district with the old grid it shares most households with (or land), each in one pair at most. */
function matchGrids({ shares }: Overlap, districtOf: ArrayLike<number>): Match[] {
  const common = new Map<string, Match>();
  for (const { block, grid, households, areaSquareMetres } of shares) {
    const district = districtOf[block]!;
    const key = `${district} ${grid}`;
    const match = common.get(key) ?? { district, grid, households: 0, areaSquareMetres: 0 };
    match.households += households;
    match.areaSquareMetres += areaSquareMetres;
    common.set(key, match);
  }
  const [districts, grids] = [new Set<number>(), new Set<number>()];
  return [...common.values()]
    .sort((a, b) => byHouseholds(b, a))
    .filter(({ district, grid }) => {
      if (districts.has(district) || grids.has(grid)) return false;
      districts.add(district);
      grids.add(grid);
      return true;
    });
}

/** Households that stay in what goes on as their grid. */
export function countStaying(overlap: Overlap, districtOf: ArrayLike<number>): number {
  return matchGrids(overlap, districtOf).reduce((sum, { households }) => sum + households, 0);
}

/**
 * An old grid goes on as a district when most of its households (or of its land, where it has none) are in there, and
 * they are most of the district's.
 *
 * @returns for each district the id that goes on, or null
 */
export function keepOldIds(
  overlap: Overlap,
  districtOf: ArrayLike<number>,
  districts: number,
): (string | null)[] {
  const ids: (string | null)[] = Array.from({ length: districts }, () => null);
  const wholeOf = (isOwn: (share: Overlap['shares'][number]) => boolean): Held => {
    const own = overlap.shares.filter(isOwn);
    return {
      households: own.reduce((sum, { households }) => sum + households, 0),
      areaSquareMetres: own.reduce((sum, { areaSquareMetres }) => sum + areaSquareMetres, 0),
    };
  };
  for (const match of matchGrids(overlap, districtOf)) {
    const isMost = (whole: Held) =>
      whole.households > 0
        ? 2 * match.households > whole.households
        : 2 * match.areaSquareMetres > whole.areaSquareMetres;
    const ofGrid = wholeOf(({ grid }) => grid === match.grid);
    const ofDistrict = wholeOf(({ block }) => districtOf[block] === match.district);
    if (isMost(ofGrid) && isMost(ofDistrict)) ids[match.district] = overlap.gridIds[match.grid]!;
  }
  return ids;
}

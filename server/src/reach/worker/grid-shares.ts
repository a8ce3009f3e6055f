import type { CoverTotals } from '@maplebridge/engine/reach/cover-totals';
import { demandKinds, type GridShare } from './protocol.js';

/** Covered shares of every grid that has streets or households. */
export function gridShares(covered: CoverTotals, all: CoverTotals): GridShare[] {
  const shares: GridShare[] = [];
  for (let grid = 0; grid < all.metresByGrid.length; grid++) {
    const metres = all.metresByGrid[grid]!;
    const households = all.weightByGrid[grid * demandKinds.length]!;
    if (metres === 0 && households === 0) continue;
    shares.push({
      grid,
      shareOfRoad: metres > 0 ? covered.metresByGrid[grid]! / metres : 0,
      shareOfHouseholds:
        households > 0 ? covered.weightByGrid[grid * demandKinds.length]! / households : null,
    });
  }
  return shares;
}

/** Of a grid's households; of its streets where none are known. */
export const shareOfGrid = ({ shareOfRoad, shareOfHouseholds }: GridShare) =>
  shareOfHouseholds ?? shareOfRoad;

import { sheetHeights, type SheetHeight } from '../../state/layout-store.js';

const shares: Record<SheetHeight, number> = { low: 0.34, half: 0.6, full: 1 };

/** The share of the map's height that a sheet takes. */
export function getShare(height: SheetHeight): number {
  return shares[height];
}

/** Where a sheet comes to rest that was let go at a share of the height; null: it was pushed away. */
export function snapSheet(share: number): SheetHeight | null {
  if (share < shares.low / 2) return null;
  const distance = (height: SheetHeight): number => Math.abs(shares[height] - share);
  return sheetHeights.reduce((nearest, each) => (distance(each) < distance(nearest) ? each : nearest));
}

/** What a repair met and decided. */
export type RepairKind =
  /** Land between grids that none covered: given to the neighbour with the longest shared border. */
  | 'GAP'
  /** Land that several grids covered: given to one of them. */
  | 'OVERLAP'
  /** All gaps and overlaps below the tolerance between the same grids, together. */
  | 'SLIVERS'
  /** A hole too big to be a fault of drawing (a lake, another county): left open. */
  | 'HOLE'
  /** The same land twice under two names: the first keeps it, the second is left out. */
  | 'DUPLICATE'
  /** A grid wholly covered by others: left out, for nothing remains of it. */
  | 'COVERED'
  /** A ring that crosses itself: taken by the even-odd rule. */
  | 'INVALID_RING'
  /** A piece cut off from its grid: given to a neighbour, or kept as an island. */
  | 'PIECE';

/** One thing a person may want to look at. */
export interface RepairFinding {
  readonly kind: RepairKind;
  /** Who met here, in the order of the input. */
  readonly grids: readonly string[];
  /** Whose the land is now; null: nobody's. */
  readonly givenTo: string | null;
  /** A place inside, in whole 1e-7° steps. */
  readonly at: readonly [x: number, y: number];
  readonly areaSquareMetres: number;
  /** About 2 · area / perimeter; 0 where there is no area. */
  readonly widthMetres: number;
  /** How many places SLIVERS gathers; otherwise 1. */
  readonly count: number;
}

/** A grid of the repaired set. */
export interface RepairedGrid {
  readonly id: string;
  /** Parts of [shell, ...holes]; rings closed (first = last), shells counter-clockwise, holes clockwise. */
  readonly parts: (readonly [x: number, y: number])[][][];
}

export interface Repair {
  readonly grids: RepairedGrid[];
  readonly findings: RepairFinding[];
}

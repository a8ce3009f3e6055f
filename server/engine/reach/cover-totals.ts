import type { OriginCover } from './coverage.js';
import { rounded, type Demand } from './demand.js';
import { SegmentTally } from './segment-tally.js';

/** Metres are told by "at least so many origins", from 1 up to this. */
export const mostCounted = 5;

/** What a union of covers amounts to. All amounts are multiples of 2⁻²⁰, so that sums are exact. */
export interface CoverTotals {
  /** [k − 1]: metres of street, with demand or without, that at least k origins reach, k = 1 … 5. */
  readonly metresByCount: Float64Array;
  /** Metres of the demand's street pieces that are reached; by grid those that lie in one. */
  pieceMetres: number;
  readonly metresByGrid: Float64Array;
  /** Weight of the demand's points that are reached, by kind; also [grid × kindCount + kind]. */
  readonly weightByKind: Float64Array;
  readonly weightByGrid: Float64Array;
}

export function emptyTotals({ gridCount, kindCount }: Pick<Demand, 'gridCount' | 'kindCount'>): CoverTotals {
  return {
    metresByCount: new Float64Array(mostCounted),
    pieceMetres: 0,
    metresByGrid: new Float64Array(gridCount),
    weightByKind: new Float64Array(kindCount),
    weightByGrid: new Float64Array(gridCount * kindCount),
  };
}

export function copyTotals(totals: CoverTotals): CoverTotals {
  return {
    metresByCount: totals.metresByCount.slice(),
    pieceMetres: totals.pieceMetres,
    metresByGrid: totals.metresByGrid.slice(),
    weightByKind: totals.weightByKind.slice(),
    weightByGrid: totals.weightByGrid.slice(),
  };
}

/** Everything that could be reached: what covered amounts are a share of. */
export function totalsOfDemand(demand: Demand, lengths: Float32Array): CoverTotals {
  const totals = emptyTotals(demand);
  const { points, pieces } = demand;
  for (let s = 0; s < demand.segmentCount; s++) {
    totals.metresByCount[0]! += rounded(lengths[s]!);
    for (let i = pieces.first[s]!; i < pieces.first[s + 1]!; i++)
      addPiece(totals, pieces.grids[i]!, rounded((pieces.to[i]! - pieces.from[i]!) * lengths[s]!));
  }
  for (let i = 0; i < points.weights.length; i++)
    addPoint(totals, demand.kindCount, points.grids[i]!, points.kinds[i]!, points.weights[i]!);
  return totals;
}

/** What one origin covers, alone. */
export function totalsOfCover(
  { segments, fromFirst, fromLast, homes }: OriginCover,
  lengths: Float32Array,
  demand: Demand,
): CoverTotals {
  const totals = emptyTotals(demand);
  const tally = new SegmentTally();
  for (let i = 0; i < segments.length; i++) {
    const segment = segments[i]!;
    const home = homes.get(segment);
    tally.reset();
    if (home) tally.addHome(home);
    else tally.addEnds(fromFirst[i]!, fromLast[i]!);
    tally.finish();
    addSegment(totals, demand, segment, lengths[segment]!, tally, 1);
  }
  return totals;
}

/**
 * Adds what is covered of one segment.
 *
 * @param sign −1: takes it away again
 */
export function addSegment(
  totals: CoverTotals,
  demand: Demand,
  segment: number,
  length: number,
  tally: SegmentTally,
  sign: 1 | -1,
): void {
  const isWhole = tally.whole > 0;
  for (let count = 1; count <= mostCounted; count++) {
    const metres = tally.whole >= count ? length : length * shareCounted(tally, count);
    if (metres === 0) break;
    totals.metresByCount[count - 1]! += sign * rounded(metres);
  }
  const { points, pieces, kindCount } = demand;
  for (let i = pieces.first[segment]!; i < pieces.first[segment + 1]!; i++) {
    const [from, to] = [pieces.from[i]!, pieces.to[i]!];
    const share = isWhole ? to - from : tally.coveredWithin(from, to);
    if (share > 0) addPiece(totals, pieces.grids[i]!, sign * rounded(share * length));
  }
  for (let i = points.first[segment]!; i < points.first[segment + 1]!; i++)
    if (isWhole || tally.countAt(points.shares[i]!) > 0)
      addPoint(totals, kindCount, points.grids[i]!, points.kinds[i]!, sign * points.weights[i]!);
}

function shareCounted({ partCount, bounds, counts }: SegmentTally, atLeast: number): number {
  let share = 0;
  for (let i = 0; i < partCount; i++) if (counts[i]! >= atLeast) share += bounds[i + 1]! - bounds[i]!;
  return share;
}

function addPiece(totals: CoverTotals, grid: number, metres: number): void {
  totals.pieceMetres += metres;
  if (grid >= 0) totals.metresByGrid[grid]! += metres;
}

function addPoint(totals: CoverTotals, kindCount: number, grid: number, kind: number, weight: number): void {
  totals.weightByKind[kind]! += weight;
  if (grid >= 0) totals.weightByGrid[grid * kindCount + kind]! += weight;
}

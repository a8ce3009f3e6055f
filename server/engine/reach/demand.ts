/** Something on a street that should be reached: households of a building, a risk point, an incident. */
export interface DemandPoint {
  readonly segment: number;
  /** Of the segment's length, from its first end. */
  readonly share: number;
  readonly weight: number;
  /** Number of the grid it lies in; −1: in none. */
  readonly grid: number;
  /** Number below `kindCount`, whose meaning is the caller's. */
  readonly kind: number;
}

/** A piece of a segment that should be reached, in one grid or none (−1). Pieces do not overlap. */
export interface DemandPiece {
  readonly segment: number;
  readonly from: number;
  readonly to: number;
  readonly grid: number;
}

/** Demand in arrays, by segment: `first[s] … first[s + 1] - 1`. */
export interface Demand {
  readonly segmentCount: number;
  readonly gridCount: number;
  readonly kindCount: number;
  readonly points: {
    readonly first: Uint32Array;
    readonly shares: Float32Array;
    readonly weights: Float64Array;
    readonly grids: Int32Array;
    readonly kinds: Uint8Array;
  };
  readonly pieces: {
    readonly first: Uint32Array;
    readonly from: Float32Array;
    readonly to: Float32Array;
    readonly grids: Int32Array;
  };
}

/** Sums of amounts that are whole multiples of this are exact whatever their order, up to 8 billion. */
const UNIT = 2 ** -20;

/** An amount (metres, a weight) to the nearest millionth. */
export function rounded(amount: number): number {
  return Math.round(amount / UNIT) * UNIT;
}

/**
 * Puts demand in order.
 *
 * @param sizes how many segments the graph has; how many grids and kinds the numbers may name
 * @throws RangeError for a number beyond those
 */
export function collectDemand(
  sizes: { segmentCount: number; gridCount: number; kindCount: number },
  points: readonly DemandPoint[],
  pieces: readonly DemandPiece[],
): Demand {
  for (const { segment, grid } of [...points, ...pieces])
    if (!(segment >= 0 && segment < sizes.segmentCount && grid >= -1 && grid < sizes.gridCount))
      throw new RangeError(`demand on segment ${segment}, grid ${grid}: no such segment or grid`);
  for (const { kind } of points)
    if (!(kind >= 0 && kind < sizes.kindCount)) throw new RangeError(`demand of kind ${kind}: no such kind`);
  const orderedPoints = bySegment(points);
  const orderedPieces = bySegment(pieces);
  return {
    ...sizes,
    points: {
      first: firstOf(orderedPoints, sizes.segmentCount),
      shares: Float32Array.from(orderedPoints, ({ share }) => share),
      weights: Float64Array.from(orderedPoints, ({ weight }) => rounded(weight)),
      grids: Int32Array.from(orderedPoints, ({ grid }) => grid),
      kinds: Uint8Array.from(orderedPoints, ({ kind }) => kind),
    },
    pieces: {
      first: firstOf(orderedPieces, sizes.segmentCount),
      from: Float32Array.from(orderedPieces, ({ from }) => from),
      to: Float32Array.from(orderedPieces, ({ to }) => to),
      grids: Int32Array.from(orderedPieces, ({ grid }) => grid),
    },
  };
}

const bySegment = <T extends { segment: number }>(items: readonly T[]): T[] =>
  [...items].sort((a, b) => a.segment - b.segment);

function firstOf(items: readonly { segment: number }[], segmentCount: number): Uint32Array {
  const first = new Uint32Array(segmentCount + 1);
  for (const { segment } of items) first[segment + 1]!++;
  for (let s = 0; s < segmentCount; s++) first[s + 1]! += first[s]!;
  return first;
}

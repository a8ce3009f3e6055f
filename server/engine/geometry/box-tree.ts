/** Called with two edges by number; false ends the search. */
type EdgePair = (first: number, second: number) => boolean;

/**
 * Bounding boxes over the edges of some rings, as a binary tree in the order of the edges. Neighbours
 * along a ring are neighbours in space, so no sorting is needed: finding all pairs of edges whose
 * boxes meet costs about n log n for shapes that occur.
 */
export class BoxTree {
  private readonly boxes: Float64Array;

  /** `edges` holds x0, y0, x1, y1 of each edge. */
  constructor(
    private readonly edges: Float64Array,
    private readonly count = edges.length / 4,
  ) {
    // A tree over [low, high) has its root at node 1; children of n are 2n and 2n + 1.
    let nodes = 2;
    while (nodes < 2 * count) nodes *= 2;
    this.boxes = new Float64Array(4 * (nodes + 1));
    if (count > 0) this.build(1, 0, count);
  }

  /** Calls `visit` once for each pair of edges (smaller number first) whose boxes meet; stops when it returns false. */
  visitPairs(visit: EdgePair): boolean {
    return this.count === 0 || this.within(1, 0, this.count, visit);
  }

  private build(node: number, low: number, high: number): void {
    const { boxes, edges } = this;
    const at = 4 * node;
    if (high - low === 1) {
      const e = 4 * low;
      boxes[at] = Math.min(edges[e]!, edges[e + 2]!);
      boxes[at + 1] = Math.min(edges[e + 1]!, edges[e + 3]!);
      boxes[at + 2] = Math.max(edges[e]!, edges[e + 2]!);
      boxes[at + 3] = Math.max(edges[e + 1]!, edges[e + 3]!);
      return;
    }
    const middle = (low + high) >>> 1;
    this.build(2 * node, low, middle);
    this.build(2 * node + 1, middle, high);
    const a = 8 * node;
    const b = a + 4;
    boxes[at] = Math.min(boxes[a]!, boxes[b]!);
    boxes[at + 1] = Math.min(boxes[a + 1]!, boxes[b + 1]!);
    boxes[at + 2] = Math.max(boxes[a + 2]!, boxes[b + 2]!);
    boxes[at + 3] = Math.max(boxes[a + 3]!, boxes[b + 3]!);
  }

  private within(node: number, low: number, high: number, visit: EdgePair): boolean {
    if (high - low === 1) return true;
    const middle = (low + high) >>> 1;
    return (
      this.within(2 * node, low, middle, visit) &&
      this.within(2 * node + 1, middle, high, visit) &&
      this.between(2 * node, low, middle, 2 * node + 1, middle, high, visit)
    );
  }

  private between(
    a: number,
    aLow: number,
    aHigh: number,
    b: number,
    bLow: number,
    bHigh: number,
    visit: EdgePair,
  ): boolean {
    if (!this.meet(4 * a, 4 * b)) return true;
    const aSize = aHigh - aLow;
    const bSize = bHigh - bLow;
    if (aSize === 1 && bSize === 1) return visit(aLow, bLow);
    if (aSize >= bSize) {
      const middle = (aLow + aHigh) >>> 1;
      return (
        this.between(2 * a, aLow, middle, b, bLow, bHigh, visit) &&
        this.between(2 * a + 1, middle, aHigh, b, bLow, bHigh, visit)
      );
    }
    const middle = (bLow + bHigh) >>> 1;
    return (
      this.between(a, aLow, aHigh, 2 * b, bLow, middle, visit) &&
      this.between(a, aLow, aHigh, 2 * b + 1, middle, bHigh, visit)
    );
  }

  private meet(a: number, b: number): boolean {
    const { boxes } = this;
    return (
      boxes[a]! <= boxes[b + 2]! &&
      boxes[b]! <= boxes[a + 2]! &&
      boxes[a + 1]! <= boxes[b + 3]! &&
      boxes[b + 1]! <= boxes[a + 3]!
    );
  }
}

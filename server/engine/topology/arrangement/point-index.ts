const LEAF = 8;

/**
 * A k-d tree without nodes: numbers of points ordered so that the middle one of each stretch splits it, by x and y in
 * turn (J. L. Bentley, "Multidimensional binary search trees used for associative searching", CACM 18, 1975).
 */
export class PointIndex {
  private readonly order: Int32Array;

  constructor(
    private readonly xs: ArrayLike<number>,
    private readonly ys: ArrayLike<number>,
    count: number,
  ) {
    this.order = Int32Array.from({ length: count }, (_, i) => i);
    this.build(0, count - 1, true);
  }

  /** Calls `visit` for each point in a closed box, in an order that only depends on the points. */
  visitBox(west: number, south: number, east: number, north: number, visit: (point: number) => void): void {
    this.search(0, this.order.length - 1, true, west, south, east, north, visit);
  }

  private build(low: number, high: number, byX: boolean): void {
    if (high - low < LEAF) return;
    const middle = (low + high) >>> 1;
    this.select(low, high, middle, byX ? this.xs : this.ys);
    this.build(low, middle - 1, !byX);
    this.build(middle + 1, high, !byX);
  }

  /** Hoare's selection: what belongs before `middle` comes to stand before it. */
  private select(low: number, high: number, middle: number, values: ArrayLike<number>): void {
    const { order } = this;
    let [left, right] = [low, high];
    while (left < right) {
      const pivot = values[order[(left + right) >>> 1]!]!;
      let [i, j] = [left, right];
      while (i <= j) {
        while (values[order[i]!]! < pivot) i++;
        while (values[order[j]!]! > pivot) j--;
        if (i > j) break;
        const swapped = order[i]!;
        order[i++] = order[j]!;
        order[j--] = swapped;
      }
      if (middle <= j) right = j;
      else if (middle >= i) left = i;
      else return;
    }
  }

  private search(
    low: number,
    high: number,
    byX: boolean,
    west: number,
    south: number,
    east: number,
    north: number,
    visit: (point: number) => void,
  ): void {
    const { order, xs, ys } = this;
    if (high - low < LEAF) {
      for (let i = low; i <= high; i++) {
        const point = order[i]!;
        const [x, y] = [xs[point]!, ys[point]!];
        if (x >= west && x <= east && y >= south && y <= north) visit(point);
      }
      return;
    }
    const middle = (low + high) >>> 1;
    const point = order[middle]!;
    const [x, y] = [xs[point]!, ys[point]!];
    const value = byX ? x : y;
    if ((byX ? west : south) <= value) this.search(low, middle - 1, !byX, west, south, east, north, visit);
    if (x >= west && x <= east && y >= south && y <= north) visit(point);
    if ((byX ? east : north) >= value) this.search(middle + 1, high, !byX, west, south, east, north, visit);
  }
}

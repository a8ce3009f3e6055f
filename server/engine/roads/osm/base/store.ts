import { Growing } from '../../growing.js';

/** Node places by id: 16 bytes a node, found by binary search. Ids may come in any order. */
export class NodeStore {
  private readonly ids = new Growing(new Float64Array(1024));
  private readonly xs = new Growing(new Int32Array(1024));
  private readonly ys = new Growing(new Int32Array(1024));
  private order: Uint32Array | null = null;
  private ascending = true;

  get size(): number {
    return this.ids.length;
  }

  add(id: number, longitude: number, latitude: number): void {
    if (this.ascending && this.ids.length > 0 && id <= this.ids.at(this.ids.length - 1))
      this.ascending = false;
    this.ids.push(id);
    this.xs.push(Math.round(longitude * 1e7));
    this.ys.push(Math.round(latitude * 1e7));
    this.order = null;
  }

  /** The node's number for `x` and `y`, or -1 when the file does not hold it. */
  find(id: number): number {
    const ids = this.ids.view();
    const order = this.ascending ? null : (this.order ??= sortedOrder(ids));
    let low = 0;
    let high = ids.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const index = order ? order[middle]! : middle;
      const found = ids[index]!;
      if (found === id) return index;
      if (found < id) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** Longitude and latitude in steps of 1e-7°. */
  x(index: number): number {
    return this.xs.at(index);
  }

  y(index: number): number {
    return this.ys.at(index);
  }

  /** All places, in steps of 1e-7°: x0, y0, x1, y1 … */
  places(): Int32Array {
    const [xs, ys] = [this.xs.view(), this.ys.view()];
    const places = new Int32Array(2 * xs.length);
    for (let i = 0; i < xs.length; i++) {
      places[2 * i] = xs[i]!;
      places[2 * i + 1] = ys[i]!;
    }
    return places;
  }
}

function sortedOrder(ids: Float64Array): Uint32Array {
  return Uint32Array.from(ids.keys()).sort((a, b) => ids[a]! - ids[b]!);
}

/** The node ids of all ways, in one array, and each way's number by its id. */
export class WayStore {
  private readonly ids = new Growing(new Float64Array(256));
  private readonly starts = new Growing(new Uint32Array(256));
  private readonly refs = new Growing(new Float64Array(4096));
  private readonly numbers = new Map<number, number>();

  get size(): number {
    return this.ids.length;
  }

  add(id: number, nodeIds: readonly number[]): void {
    this.numbers.set(id, this.ids.length);
    this.ids.push(id);
    this.starts.push(this.refs.length);
    for (const nodeId of nodeIds) this.refs.push(nodeId);
  }

  find(id: number): number {
    return this.numbers.get(id) ?? -1;
  }

  id(index: number): number {
    return this.ids.at(index);
  }

  /** The way's node ids, a view that lasts until the next `add`. */
  nodeIds(index: number): Float64Array {
    const end = index + 1 < this.starts.length ? this.starts.at(index + 1) : this.refs.length;
    return this.refs.view().subarray(this.starts.at(index), end);
  }
}

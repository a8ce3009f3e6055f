import { orientation } from '../../geometry/grid.js';
import type { PlanarGraph } from './half-edges.js';

/** Finds what lies straight to the west of a place: edges in horizontal bands about as high as an edge. */
export class WestwardView {
  private readonly south: number;
  private readonly height: number;
  private readonly starts: Int32Array;
  private readonly edges: Int32Array;

  constructor(private readonly graph: PlanarGraph) {
    const { ys, from, to } = graph;
    const count = from.length;
    let [south, north, total] = [Infinity, -Infinity, 0];
    for (let e = 0; e < count; e++) {
      const [a, b] = [ys[from[e]!]!, ys[to[e]!]!];
      south = Math.min(south, a, b);
      north = Math.max(north, a, b);
      total += Math.abs(a - b);
    }
    this.south = south;
    this.height = Math.max(1, Math.ceil(total / Math.max(1, count)), Math.ceil((north - south + 1) / count));
    const bands = Math.floor((north - south) / this.height) + 1;
    this.starts = new Int32Array(bands + 1);
    this.eachBand((band) => this.starts[band + 1]!++);
    for (let band = 0; band < bands; band++) this.starts[band + 1]! += this.starts[band]!;
    this.edges = new Int32Array(this.starts[bands]!);
    const fill = this.starts.slice();
    this.eachBand((band, edge) => {
      this.edges[fill[band]!++] = edge;
    });
  }

  /**
   * The first edge met when looking west from just above a place, as the half-edge that has the place on its left;
   * -1 when there is none. The place may be a vertex, but must not lie inside an edge.
   */
  halfEdgeFacing(x: number, y: number): number {
    const { xs, ys, from, to } = this.graph;
    const band = Math.floor((y - this.south) / this.height);
    if (band < 0 || band >= this.starts.length - 1) return -1;
    let best = -1;
    for (let i = this.starts[band]!; i < this.starts[band + 1]!; i++) {
      const e = this.edges[i]!;
      const [a, b] = ys[from[e]!]! < ys[to[e]!]! ? [from[e]!, to[e]!] : [to[e]!, from[e]!];
      // Half-open, so that of two edges ending at this height only the one going up counts.
      if (ys[a]! > y || ys[b]! <= y) continue;
      // a → b goes up: a place to its right is east of it.
      if (orientation(xs[a]!, ys[a]!, xs[b]!, ys[b]!, x, y) >= 0) continue;
      if (best === -1 || this.isEastOf(e, best)) best = e;
    }
    if (best === -1) return -1;
    // The half-edge that runs down has the east on its left.
    return ys[from[best]!]! > ys[to[best]!]! ? 2 * best : 2 * best + 1;
  }

  /** Of two edges that do not cross and share a height: whether e lies further east there. */
  private isEastOf(e: number, other: number): boolean {
    const { xs, ys } = this.graph;
    const [a, b] = this.upwards(e);
    const [c, d] = this.upwards(other);
    const side = (p: number, q: number, v: number) =>
      orientation(xs[p]!, ys[p]!, xs[q]!, ys[q]!, xs[v]!, ys[v]!);
    // The lower end that stands higher lies beside the other edge.
    if (ys[a]! >= ys[c]!) return (side(c, d, a) || side(c, d, b)) < 0;
    return (side(a, b, c) || side(a, b, d)) > 0;
  }

  private upwards(e: number): [number, number] {
    const { ys, from, to } = this.graph;
    return ys[from[e]!]! < ys[to[e]!]! ? [from[e]!, to[e]!] : [to[e]!, from[e]!];
  }

  private eachBand(visit: (band: number, edge: number) => void): void {
    const { ys, from, to } = this.graph;
    for (let e = 0; e < from.length; e++) {
      const [a, b] = [ys[from[e]!]!, ys[to[e]!]!];
      if (a === b) continue;
      const last = Math.floor((Math.max(a, b) - this.south) / this.height);
      for (let band = Math.floor((Math.min(a, b) - this.south) / this.height); band <= last; band++)
        visit(band, e);
    }
  }
}

import type { DistrictGraph } from './graph.js';
import type { Random } from './random.js';

/**
 * Draws districts by chance: a random spanning tree is cut where each side can be divided within the bounds (one such
 * place by chance, else the one nearest to even shares), and each side again (recombination: D. DeFord, M. Duchin and J. Solomon, Harvard Data Science Review 3.1 (2021)).
 *
 * @param graph in one piece, with at least as many nodes as districts
 * @returns each node's district; each is one piece
 */
export function cutAtRandom(
  graph: DistrictGraph,
  districts: number,
  { low, high }: { low: number; high: number },
  random: Random,
): Int32Array {
  const part = new Int32Array(graph.nodeCount);
  const nodes = Int32Array.from(part, (_, v) => v);
  const tree = new RandomTree(graph, nodes, low, high, random);
  // Nodes begin … end - 1 of the list make up districts d … d + count - 1.
  const divide = (begin: number, end: number, d: number, count: number): void => {
    if (count === 1) {
      for (let i = begin; i < end; i++) part[nodes[i]!] = d;
      return;
    }
    tree.grow(begin, end);
    // In a tree like a star no cut leaves enough nodes on both sides for half the districts, but one always can go alone.
    let half = count >> 1;
    let middle = tree.cut(half, count - half);
    if (middle === -1) {
      half = 1;
      middle = tree.cut(half, count - half);
    }
    divide(begin, middle, d, half);
    divide(middle, end, d + half, count - half);
  };
  divide(0, graph.nodeCount, 0, districts);
  return part;
}

/** A random spanning tree of a stretch of a list of nodes. */
class RandomTree {
  private readonly edges: Int32Array;
  private readonly links: Int32Array[];
  private readonly set: Int32Array;
  private readonly parent: Int32Array;
  private readonly order: Int32Array;
  private readonly weight: Float64Array;
  private readonly count: Int32Array;
  private readonly isInside: Uint8Array;
  private begin = 0;
  private size = 0;

  constructor(
    private readonly graph: DistrictGraph,
    private readonly nodes: Int32Array,
    private readonly low: number,
    private readonly high: number,
    private readonly random: Random,
  ) {
    const { nodeCount, neighbours } = graph;
    this.edges = new Int32Array(neighbours.length);
    // Neighbours in the tree: the first in [0], and for each entry 2 e or 2 e + 1 of an edge the next in [1].
    this.links = [new Int32Array(nodeCount), new Int32Array(neighbours.length)];
    this.set = new Int32Array(nodeCount);
    this.parent = new Int32Array(nodeCount);
    this.order = new Int32Array(nodeCount);
    this.weight = new Float64Array(nodeCount);
    this.count = new Int32Array(nodeCount);
    this.isInside = new Uint8Array(nodeCount);
  }

  /** Edges in random order, each taken that joins two trees (J. Kruskal, 1956). */
  grow(begin: number, end: number): void {
    const { nodes, edges, set, isInside } = this;
    const { first, neighbours } = this.graph;
    const [heads, next] = this.links as [Int32Array, Int32Array];
    this.begin = begin;
    this.size = end - begin;
    for (let i = begin; i < end; i++) {
      isInside[nodes[i]!] = 1;
      set[nodes[i]!] = nodes[i]!;
      heads[nodes[i]!] = -1;
    }
    let edgeCount = 0;
    for (let i = begin; i < end; i++) {
      const v = nodes[i]!;
      for (let j = first[v]!; j < first[v + 1]!; j++) {
        const w = neighbours[j]!;
        if (v >= w || isInside[w] === 0) continue;
        edges[2 * edgeCount] = v;
        edges[2 * edgeCount++ + 1] = w;
      }
    }
    for (let left = edgeCount, joined = 1; joined < this.size; left--) {
      const e = 2 * this.random.below(left);
      const last = 2 * left - 2;
      const [v, w] = [edges[e]!, edges[e + 1]!];
      [edges[e], edges[e + 1]] = [edges[last]!, edges[last + 1]!];
      [edges[last], edges[last + 1]] = [v, w];
      const [a, b] = [this.rootOf(v), this.rootOf(w)];
      if (a === b) continue;
      set[a] = b;
      joined++;
      next[last] = heads[v]!;
      heads[v] = last;
      next[last + 1] = heads[w]!;
      heads[w] = last + 1;
    }
    for (let i = begin; i < end; i++) isInside[nodes[i]!] = 0;
    this.hang();
  }

  /**
   * Cuts the tree and sorts its stretch of the list by sides: `left` districts' worth first, then `right` districts' worth.
   * Each side has at least so many nodes.
   *
   * @returns where the right side begins; -1 when no cut leaves enough nodes
   */
  cut(left: number, right: number): number {
    const { nodes, order, parent, isInside, begin, size } = this;
    const place = this.pickCut(left, right);
    if (place === null) return -1;
    const { top, isLeft } = place;
    isInside[top] = 1;
    for (let i = 1; i < size; i++) if (isInside[parent[order[i]!]!] === 1) isInside[order[i]!] = 1;
    let front = begin;
    let back = begin + size;
    for (let i = 0; i < size; i++) {
      const v = order[i]!;
      if ((isInside[v] === 1) === isLeft) nodes[front++] = v;
      else nodes[--back] = v;
      isInside[v] = 0;
    }
    return front;
  }

  private pickCut(left: number, right: number): { top: number; isLeft: boolean } | null {
    const { order, weight, count, size, low, high } = this;
    const total = weight[order[0]!]!;
    // Between these the left side and the right side can be divided.
    const least = Math.max(left * low, total - right * high);
    const most = Math.min(left * high, total - right * low);
    const wanted = (total * left) / (left + right);
    let nearest = Infinity;
    let fitting = 0;
    let found: { top: number; isLeft: boolean } | null = null;
    for (let i = 1; i < size; i++) {
      const top = order[i]!;
      for (let side = 0; side < 2; side++) {
        const isLeft = side === 0;
        const onLeft = isLeft ? count[top]! : size - count[top]!;
        if (onLeft < left || size - onLeft < right) continue;
        const share = isLeft ? weight[top]! : total - weight[top]!;
        if (share >= least && share <= most) {
          if (this.random.below(++fitting) === 0) found = { top, isLeft };
        } else if (fitting === 0 && Math.abs(share - wanted) < nearest) {
          nearest = Math.abs(share - wanted);
          found = { top, isLeft };
        }
      }
    }
    return found;
  }

  /** Orders the tree from a root downwards; with each node goes what hangs on it. */
  private hang(): void {
    const { edges, order, parent, weight, count, size } = this;
    const [heads, next] = this.links as [Int32Array, Int32Array];
    const root = this.nodes[this.begin]!;
    parent[root] = -1;
    order[0] = root;
    for (let head = 0, tail = 1; head < size; head++) {
      const v = order[head]!;
      weight[v] = this.graph.weights[v]!;
      count[v] = 1;
      for (let link = heads[v]!; link >= 0; link = next[link]!) {
        const w = edges[link ^ 1]!;
        if (w === parent[v]) continue;
        parent[w] = v;
        order[tail++] = w;
      }
    }
    for (let i = size - 1; i > 0; i--) {
      const v = order[i]!;
      weight[parent[v]!]! += weight[v]!;
      count[parent[v]!]! += count[v]!;
    }
  }

  private rootOf(v: number): number {
    const { set } = this;
    while (set[v] !== v) v = set[v] = set[set[v]!]!;
    return v;
  }
}

/** Pieces of land and who borders on whom, in compressed rows, both ways round. */
export interface DistrictGraph {
  readonly nodeCount: number;
  /** Neighbours of node v: `neighbours[first[v]] … neighbours[first[v + 1] - 1]`, ascending, each once. */
  readonly first: Int32Array;
  readonly neighbours: Int32Array;
  /** What a border between the two costs when it parts districts, beside `neighbours`; not negative. */
  readonly costs: Float64Array;
  /** What districts are to have alike; not negative. */
  readonly weights: Float64Array;
  /** What districts' shapes are told from; null where shape does not count. */
  readonly shape: LandShape | null;
}

/** Each piece's area and the length of its whole outline; between two pieces it is the edge's `lengths`. */
export interface LandShape {
  readonly areas: Float64Array;
  readonly outlines: Float64Array;
  /** Beside `neighbours`. */
  readonly lengths: Float64Array;
}

/** A border between two nodes, what it costs to part them and, where shape counts, how long it is. */
export type GraphEdge = readonly [a: number, b: number, cost: number, length?: number];

/**
 * Builds a graph; edges named twice add up, those from a node to itself go.
 *
 * @param land areas, and outlines that are nobody's border (the rim); without it shape does not count
 */
export function districtGraph(
  weights: ArrayLike<number>,
  edges: Iterable<GraphEdge>,
  land?: { areas: ArrayLike<number>; rims: ArrayLike<number> },
): DistrictGraph {
  const nodeCount = weights.length;
  const rows = Array.from({ length: nodeCount }, () => new Map<number, [cost: number, length: number]>());
  const add = (a: number, b: number, cost: number, length: number) => {
    const known = rows[a]!.get(b);
    rows[a]!.set(b, known ? [known[0] + cost, known[1] + length] : [cost, length]);
  };
  for (const [a, b, cost, length = 0] of edges) {
    if (a === b) continue;
    add(a, b, cost, length);
    add(b, a, cost, length);
  }
  const first = new Int32Array(nodeCount + 1);
  rows.forEach((row, v) => (first[v + 1] = first[v]! + row.size));
  const neighbours = new Int32Array(first[nodeCount]!);
  const costs = new Float64Array(neighbours.length);
  const lengths = new Float64Array(neighbours.length);
  rows.forEach((row, v) => {
    [...row.keys()]
      .sort((a, b) => a - b)
      .forEach((w, i) => {
        neighbours[first[v]! + i] = w;
        [costs[first[v]! + i], lengths[first[v]! + i]] = row.get(w)!;
      });
  });
  return {
    nodeCount,
    first,
    neighbours,
    costs,
    weights: Float64Array.from(weights),
    shape: land
      ? { areas: Float64Array.from(land.areas), outlines: outlinesOf(first, lengths, land.rims), lengths }
      : null,
  };
}

function outlinesOf(first: Int32Array, lengths: Float64Array, rims: ArrayLike<number>): Float64Array {
  return Float64Array.from(rims, (rim, v) =>
    lengths.subarray(first[v]!, first[v + 1]!).reduce((sum, length) => sum + length, rim),
  );
}

/** The part of a graph on some nodes, numbered in their order. What borders on others counts as rim. */
export function inducedGraph(graph: DistrictGraph, nodes: ArrayLike<number>): DistrictGraph {
  const { first, neighbours, costs, weights, shape } = graph;
  const nodeCount = nodes.length;
  const numberOf = new Int32Array(graph.nodeCount).fill(-1);
  let most = 0;
  for (let i = 0; i < nodeCount; i++) {
    numberOf[nodes[i]!] = i;
    most += first[nodes[i]! + 1]! - first[nodes[i]!]!;
  }
  const ownFirst = new Int32Array(nodeCount + 1);
  const ownNeighbours = new Int32Array(most);
  const ownCosts = new Float64Array(most);
  const ownLengths = new Float64Array(shape ? most : 0);
  let at = 0;
  for (let i = 0; i < nodeCount; i++) {
    for (let j = first[nodes[i]!]!; j < first[nodes[i]! + 1]!; j++) {
      const other = numberOf[neighbours[j]!]!;
      if (other < 0) continue;
      ownNeighbours[at] = other;
      ownCosts[at] = costs[j]!;
      if (shape) ownLengths[at] = shape.lengths[j]!;
      at++;
    }
    ownFirst[i + 1] = at;
  }
  const pick = (values: Float64Array) => Float64Array.from(nodes, (v) => values[v]!);
  return {
    nodeCount,
    first: ownFirst,
    neighbours: ownNeighbours.subarray(0, at),
    costs: ownCosts.subarray(0, at),
    weights: pick(weights),
    shape: shape && {
      areas: pick(shape.areas),
      outlines: pick(shape.outlines),
      lengths: ownLengths.subarray(0, at),
    },
  };
}

/** A graph in which nodes of the same group (0, 1, … `count` - 1) are one. */
export function contractedGraph(
  graph: DistrictGraph,
  groupOf: ArrayLike<number>,
  count: number,
): DistrictGraph {
  const { first, neighbours, costs, weights, shape } = graph;
  const groupWeights = new Float64Array(count);
  const areas = new Float64Array(count);
  const rims = new Float64Array(count);
  const edges: GraphEdge[] = [];
  for (let v = 0; v < graph.nodeCount; v++) {
    const group = groupOf[v]!;
    groupWeights[group]! += weights[v]!;
    if (shape) {
      areas[group]! += shape.areas[v]!;
      rims[group]! += shape.outlines[v]!;
    }
    for (let i = first[v]!; i < first[v + 1]!; i++) {
      const length = shape?.lengths[i] ?? 0;
      rims[group]! -= length;
      const w = neighbours[i]!;
      if (v < w) edges.push([group, groupOf[w]!, costs[i]!, length]);
    }
  }
  return districtGraph(groupWeights, edges, shape ? { areas, rims } : undefined);
}

/** Which piece (0, 1, …) each node belongs to, of those that hang together within the same `label`. */
export function connectedPieces(
  { nodeCount, first, neighbours }: DistrictGraph,
  label?: ArrayLike<number>,
): { pieceOf: Int32Array; count: number } {
  const pieceOf = new Int32Array(nodeCount).fill(-1);
  const queue = new Int32Array(nodeCount);
  let count = 0;
  for (let start = 0; start < nodeCount; start++) {
    if (pieceOf[start] !== -1) continue;
    pieceOf[start] = count;
    queue[0] = start;
    for (let head = 0, tail = 1; head < tail; head++) {
      const v = queue[head]!;
      for (let i = first[v]!; i < first[v + 1]!; i++) {
        const w = neighbours[i]!;
        if (pieceOf[w] !== -1 || (label && label[w] !== label[v])) continue;
        pieceOf[w] = count;
        queue[tail++] = w;
      }
    }
    count++;
  }
  return { pieceOf, count };
}

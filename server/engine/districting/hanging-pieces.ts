import type { DistrictGraph } from './graph.js';

/**
 * Groups of nodes that are in one district whatever is drawn: what hangs on the rest by a single node and weighs less than
 * any district may, goes with that node. (Cut nodes: J. Hopcroft and R. Tarjan, CACM 16 (1973), without recursion.)
 *
 * @param graph in one piece
 * @param low least weight of a district
 * @returns the group of each node: 0, 1, … `count` - 1
 */
export function groupHangingPieces(
  graph: DistrictGraph,
  low: number,
): { groupOf: Int32Array; count: number } {
  const { nodeCount } = graph;
  const { order, parent, reach, weightBelow, placeOf } = searchDepthFirst(graph);
  const total = weightBelow[0] ?? 0;
  const group = Int32Array.from({ length: nodeCount }, (_, v) => v);
  const rootOf = (v: number): number => {
    while (group[v] !== v) v = group[v] = group[group[v]!]!;
    return v;
  };
  // Children cut off by their parent, with all that stands below them: weight by parent, to know what remains above.
  const hanging = new Float64Array(nodeCount);
  const cutsOff = (i: number) => i > 0 && reach[i]! >= placeOf[parent[i]!]!;
  for (let i = 1; i < nodeCount; i++) if (cutsOff(i)) hanging[placeOf[parent[i]!]!]! += weightBelow[i]!;
  // `order` lists what stands below a node right after it.
  const lastBelow = Int32Array.from({ length: nodeCount }, (_, i) => i);
  for (let i = nodeCount - 1; i > 0; i--) {
    const above = placeOf[parent[i]!]!;
    lastBelow[above] = Math.max(lastBelow[above]!, lastBelow[i]!);
  }
  for (let i = 1; i < nodeCount; i++) {
    if (!cutsOff(i)) continue;
    if (weightBelow[i]! < low)
      for (let j = i; j <= lastBelow[i]!; j++) group[rootOf(order[j]!)] = rootOf(parent[i]!);
  }
  for (let i = 1; i < nodeCount; i++) {
    const v = order[i]!;
    const above = total - graph.weights[v]! - hanging[i]!;
    const isCutNode = hanging[i]! > 0;
    if (!isCutNode || above >= low) continue;
    // Everything that neither is v nor hangs below it.
    const stays = new Uint8Array(nodeCount);
    for (let j = i + 1; j <= lastBelow[i]!; j++) {
      const up = parent[j]!;
      if (up === v ? cutsOff(j) : stays[placeOf[up]!] === 1) stays[j] = 1;
    }
    for (let j = 0; j < nodeCount; j++) if (j !== i && stays[j] === 0) group[rootOf(order[j]!)] = rootOf(v);
  }
  const numberOf = new Int32Array(nodeCount).fill(-1);
  let count = 0;
  const groupOf = Int32Array.from({ length: nodeCount }, (_, v) => {
    const root = rootOf(v);
    if (numberOf[root] === -1) numberOf[root] = count++;
    return numberOf[root]!;
  });
  return { groupOf, count };
}

/** By place in the order of discovery: the node, its parent, how far back it and those below it reach, their weight. */
function searchDepthFirst({ nodeCount, first, neighbours, weights }: DistrictGraph) {
  const placeOf = new Int32Array(nodeCount).fill(-1);
  const order = new Int32Array(nodeCount);
  const parent = new Int32Array(nodeCount).fill(-1);
  const reach = new Int32Array(nodeCount);
  const weightBelow = new Float64Array(nodeCount);
  const next = first.slice(0, nodeCount);
  const stack: number[] = [];
  let count = 0;
  const discover = (v: number, from: number): void => {
    placeOf[v] = reach[count] = count;
    order[count] = v;
    parent[count] = from;
    weightBelow[count++] = weights[v]!;
    stack.push(v);
  };
  if (nodeCount > 0) discover(0, -1);
  while (stack.length > 0) {
    const v = stack.at(-1)!;
    const at = placeOf[v]!;
    if (next[v]! < first[v + 1]!) {
      const w = neighbours[next[v]!++]!;
      if (placeOf[w] === -1) discover(w, v);
      else if (w !== parent[at]) reach[at] = Math.min(reach[at]!, placeOf[w]!);
      continue;
    }
    stack.pop();
    if (parent[at] === -1) continue;
    const above = placeOf[parent[at]!]!;
    reach[above] = Math.min(reach[above]!, reach[at]!);
    weightBelow[above]! += weightBelow[at]!;
  }
  return { order, parent, reach, weightBelow, placeOf };
}

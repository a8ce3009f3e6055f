import { edgeKey } from './arrangement.js';

/**
 * Edge keys of the largest two-connected part of a graph (Hopcroft and Tarjan 1973, iterative).
 * Dead ends and loops that hang on one node fall away; in what remains every face is a simple ring.
 */
export function largestBlock(neighbours: readonly (readonly number[])[]): Set<number> {
  const depth = new Int32Array(neighbours.length).fill(-1);
  const low = new Int32Array(neighbours.length);
  const cursor = new Int32Array(neighbours.length);
  const parent = new Int32Array(neighbours.length).fill(-1);
  const edges: number[] = [];
  let best: number[] = [];
  for (let root = 0; root < neighbours.length; root++) {
    if (depth[root] !== -1) continue;
    depth[root] = 0;
    const stack = [root];
    while (stack.length > 0) {
      const node = stack[stack.length - 1]!;
      if (cursor[node]! < neighbours[node]!.length) {
        const other = neighbours[node]![cursor[node]!++]!;
        if (depth[other] === -1) {
          edges.push(edgeKey(node, other));
          parent[other] = node;
          depth[other] = low[other] = depth[node]! + 1;
          stack.push(other);
        } else if (other !== parent[node] && depth[other]! < depth[node]!) {
          edges.push(edgeKey(node, other));
          low[node] = Math.min(low[node]!, depth[other]!);
        }
        continue;
      }
      stack.pop();
      const above = parent[node]!;
      if (above < 0) continue;
      low[above] = Math.min(low[above]!, low[node]!);
      if (low[node]! >= depth[above]!) {
        const block = edges.splice(edges.lastIndexOf(edgeKey(above, node)));
        if (block.length > best.length) best = block;
      }
    }
  }
  return new Set(best);
}

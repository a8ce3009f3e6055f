import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { districtGraph, type GraphEdge } from './graph.js';
import { groupHangingPieces } from './hanging-pieces.js';
import { Wholeness } from './wholeness.js';

describe('groupHangingPieces', () => {
  it('keeps with a node what hangs on it alone and is too light for a district', () => {
    // A triangle 0 1 2; 3 and 4 hang on 2 in a row, 5 on 0.
    const edges: GraphEdge[] = [[0, 1, 1], [1, 2, 1], [2, 0, 1], [2, 3, 1], [3, 4, 1], [0, 5, 1]]; // prettier-ignore
    const graph = districtGraph([5, 5, 5, 1, 4, 6], edges);
    const groups = (low: number) => [...groupHangingPieces(graph, low).groupOf];
    expect(groups(4)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(groups(5)).toEqual([0, 1, 2, 3, 3, 4]);
    expect(groups(6)).toEqual([0, 1, 2, 2, 2, 3]);
    expect(groups(7)).toEqual([0, 1, 2, 2, 2, 0]);
  });

  it('puts together what a cut node parts from every heavy piece, and nothing that could be apart', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(100), { minLength: 1, maxLength: 9 }),
        fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 5 }),
        fc.integer({ min: 1, max: 12 }),
        (back, more, low) => {
          const count = back.length + 1;
          const edges: GraphEdge[] = back.map((pick, i) => [i + 1, pick % (i + 1), 1]);
          for (const [a, b] of more) edges.push([a % count, b % count, 1]);
          const weights = Array.from({ length: count }, (_, v) => 1 + (v % 4));
          const { groupOf } = groupHangingPieces(districtGraph(weights, edges), low);
          const [least, most] = [true, false].map((onlyCutNodes) =>
            naiveGroups(count, edges, weights, low, onlyCutNodes),
          );
          for (let v = 0; v < count; v++)
            for (let w = 0; w < v; w++) {
              if (least![v] === least![w]) expect(groupOf[v]).toBe(groupOf[w]);
              if (groupOf[v] === groupOf[w]) expect(most![v]).toBe(most![w]);
            }
        },
      ),
    );
  });
});

/** For each node taken out (or only those that part the rest): the pieces left that are too light go with it. */
function naiveGroups(
  count: number,
  edges: readonly GraphEdge[],
  weights: readonly number[],
  low: number,
  onlyCutNodes: boolean,
): number[] {
  const group = weights.map((_, v) => v);
  for (let out = 0; out < count; out++) {
    const seen = new Set([out]);
    for (let start = 0; start < count; start++) {
      if (seen.has(start)) continue;
      const piece = [start];
      seen.add(start);
      for (const v of piece)
        for (const [a, b] of edges)
          for (const [from, to] of [
            [a, b],
            [b, a],
          ] as const)
            // prettier-ignore
            if (from === v && !seen.has(to)) {
              seen.add(to);
              piece.push(to);
            }
      if (
        (onlyCutNodes && piece.length === count - 1) ||
        piece.reduce((sum, v) => sum + weights[v]!, 0) >= low
      )
        continue;
      for (const v of piece) {
        const [from, to] = [group[v]!, group[out]!];
        group.forEach((g, i) => g === from && (group[i] = to));
      }
    }
  }
  return group;
}

describe('Wholeness', () => {
  it('agrees with a search of what is left, for nodes with many neighbours too', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(59), fc.nat(59)), { minLength: 40, maxLength: 150 }),
        fc.boolean(),
        fc.array(fc.nat(2), { minLength: 60, maxLength: 60 }),
        (pairs, hasHub, parts) => {
          const edges = pairs.map(([a, b]): GraphEdge => [a, b, 1]);
          if (hasHub) for (let v = 1; v < 60; v++) edges.push([0, v, 1]);
          const graph = districtGraph(new Uint8Array(60), edges);
          const part = Int32Array.from(parts);
          const wholeness = new Wholeness(graph);
          const { first, neighbours } = graph;
          for (let u = 0; u < 60; u++) {
            const around = [...neighbours.subarray(first[u], first[u + 1])].filter(
              (w) => part[w] === part[u],
            );
            const reached = around.slice(0, 1);
            for (const v of reached)
              for (const w of neighbours.subarray(first[v], first[v + 1]))
                if (w !== u && part[w] === part[u] && !reached.includes(w)) reached.push(w);
            expect(wholeness.without(u, part)).toBe(
              around.length > 0 && around.every((w) => reached.includes(w)),
            );
          }
        },
      ),
    );
  });
});

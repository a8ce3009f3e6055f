import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCase } from '../../../test/kit/town.js';
import type { StreetGraph } from '../roads/graph/street-graph.js';
import type { PathPiece } from './path.js';
import { shortestLine } from './shortest-line.js';

const isSame = (a: number, b: number) => Math.abs(a - b) <= 1e-3 * (1 + Math.abs(a));

/** Metres between all vertices, by Floyd and Warshall. */
function allMetres(graph: StreetGraph): number[][] {
  const all = Array.from({ length: graph.vertexCount }, (_, i) =>
    Array.from({ length: graph.vertexCount }, (__, j) => (i === j ? 0 : Infinity)),
  );
  graph.lengths.forEach((metres, segment) => {
    const [a, b] = [graph.ends[2 * segment]!, graph.ends[2 * segment + 1]!];
    all[a]![b] = Math.min(all[a]![b]!, metres);
    all[b]![a] = Math.min(all[b]![a]!, metres);
  });
  for (const k of all.keys())
    for (const i of all.keys())
      for (const j of all.keys()) all[i]![j] = Math.min(all[i]![j]!, all[i]![k]! + all[k]![j]!);
  return all;
}

const metresOf = (graph: StreetGraph, path: readonly PathPiece[]) =>
  path.reduce((sum, { segment, from, to }) => sum + Math.abs(to - from) * graph.lengths[segment]!, 0);

describe('the shortest line along streets', () => {
  it('is as long as no line is shorter, hangs together and begins and ends where it should', () => {
    fc.assert(
      fc.property(arbitraryCase, fc.nat(), fc.nat(12), fc.nat(), fc.nat(12), ({ town }, s1, p1, s2, p2) => {
        const { graph } = town.network;
        const from = { segment: s1 % graph.segmentCount, share: p1 / 12 };
        const to = { segment: s2 % graph.segmentCount, share: p2 / 12 };
        const between = allMetres(graph);
        const sides = ({ segment, share }: typeof from) => [
          { vertex: graph.ends[2 * segment]!, metres: share * graph.lengths[segment]! },
          { vertex: graph.ends[2 * segment + 1]!, metres: (1 - share) * graph.lengths[segment]! },
        ];
        let least =
          from.segment === to.segment
            ? Math.abs(from.share - to.share) * graph.lengths[to.segment]!
            : Infinity;
        for (const a of sides(from))
          for (const b of sides(to))
            least = Math.min(least, a.metres + between[a.vertex]![b.vertex]! + b.metres);
        const path = shortestLine(graph, from, to, 1e6);
        expect(path === null).toBe(least === Infinity);
        if (!path) return;
        expect(isSame(metresOf(graph, path), least)).toBe(true);
        expect(path[0]).toMatchObject({ segment: from.segment, from: from.share });
        expect(path.at(-1)).toMatchObject({ segment: to.segment, to: to.share });
        for (let i = 1; i < path.length; i++) {
          const [before, after] = [path[i - 1]!, path[i]!];
          expect(graph.ends[2 * before.segment + before.to]).toBe(graph.ends[2 * after.segment + after.from]);
        }
        if (least > 1) expect(shortestLine(graph, from, to, least * 0.9)).toBeNull();
      }),
      { numRuns: 300 },
    );
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pathTo, reversedPath, type PathPiece } from '../../reach/path.js';
import { secondsTo } from '../../reach/cover.js';
import { EdgeSearch } from '../../reach/edge-search.js';
import { linesToGraph } from '../graph/lines-to-graph.js';
import { buildNetwork, type Network } from './network.js';
import { profiles } from './profile.js';
import { reverseNetwork } from './reverse-network.js';
import type { StreetGraph } from '../graph/street-graph.js';

const driving = { ...profiles.driving, turns: { ...profiles.driving.turns, signalSeconds: 0 } };
const attributes = { streetClass: 6, forward: 7, backward: 7, limit: 0, name: '' };

/** Streets over a small lattice and ways of three to five edges over them that are forbidden. */
const arbitraryTown = fc
  .record({
    streets: fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { minLength: 4, maxLength: 16 }),
    walks: fc.array(fc.array(fc.nat(), { minLength: 3, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
  })
  .map(({ streets, walks }) => {
    const at = (v: number) => [119.6 + (v % 4) / 1000 + v * 1e-5, 29.3 + Math.floor(v / 4) / 1000];
    const graph = linesToGraph(
      streets.filter(([a, b]) => a !== b).map(([a, b]) => ({ coordinates: [at(a), at(b)], attributes })),
      '',
    );
    const paths = walks.map((choices) => walk(graph, choices)).filter((path) => path.length > 2);
    return { ...graph, forbiddenPaths: Uint32Array.from(paths.flatMap((path) => [1, path.length, ...path])) };
  });

function walk(graph: StreetGraph, choices: number[]): number[] {
  const path: number[] = [];
  for (const choice of choices) {
    const last = path.at(-1);
    const onward =
      last === undefined
        ? [...graph.ends.keys()]
        : outOf(graph, graph.ends[last ^ 1]!).filter((edge) => edge !== (last ^ 1));
    if (onward.length === 0) break;
    path.push(onward[choice % onward.length]!);
  }
  return path;
}

const outOf = ({ outEdges, firstOut }: StreetGraph, vertex: number) => [
  ...outEdges.subarray(firstOut[vertex], firstOut[vertex + 1]),
];

const forbiddenOf = ({ forbiddenPaths }: StreetGraph): string[] => {
  const paths: string[] = [];
  for (let i = 0; i < forbiddenPaths.length; i += 2 + forbiddenPaths[i + 1]!)
    paths.push(`,${forbiddenPaths.slice(i + 2, i + 2 + forbiddenPaths[i + 1]!).join(',')}`);
  return paths;
};

/** When each edge is entered, found by a plain search that remembers the last edges. */
function oracle(graph: StreetGraph, free: Network, start: number): Map<number, number> {
  const forbidden = forbiddenOf(graph);
  const costs = new Map<string, number>();
  const canTurn = (a: number, b: number) =>
    free.turnTo.subarray(free.firstTurn[a], free.firstTurn[a + 1]).indexOf(b);
  const open: { history: number[]; time: number }[] = [{ history: [start], time: 0 }];
  const entered = new Map<number, number>();
  while (open.length > 0) {
    const { history, time } = open.shift()!;
    const key = history.join(',');
    if (time >= (costs.get(key) ?? Infinity)) continue;
    costs.set(key, time);
    const edge = history.at(-1)!;
    const onward = outOf(graph, graph.ends[edge ^ 1]!).filter((next) => next !== (edge ^ 1));
    // Where nothing else goes on, one turns round.
    const isEnd = onward.length === 0;
    for (const next of isEnd ? [edge ^ 1] : onward) {
      const travelled = [...history, next];
      if (forbidden.some((path) => `,${travelled.join(',')}`.endsWith(path))) continue;
      const turn = canTurn(edge, next);
      const cost = isEnd ? driving.turns.uTurnSeconds : free.turnTenths[free.firstTurn[edge]! + turn]! * 0.1;
      const arrival = time + (history.length === 1 ? 0.5 : 1) * free.seconds[edge]! + cost;
      if (arrival >= 100) continue;
      if (arrival < (entered.get(next) ?? Infinity)) entered.set(next, arrival);
      // No rule is longer than five edges.
      open.push({ history: travelled.slice(-4), time: arrival });
    }
  }
  return entered;
}

it('ways forbidden over several junctions are never gone, and all others are as soon as ever', () => {
  fc.assert(
    fc.property(arbitraryTown, fc.nat(), (graph, where) => {
      fc.pre(graph.segmentCount > 1);
      const segment = where % graph.segmentCount;
      const network = buildNetwork(graph, driving);
      const free = buildNetwork({ ...graph, forbiddenPaths: new Uint32Array(0) }, driving);
      const search = new EdgeSearch(network);
      // Twice, so that the second one finds everything as the first one found it.
      for (let run = 0; run < 2; run++) search.run([{ segment, share: 0.5 }], 100);
      const [onward, back] = [2 * segment, 2 * segment + 1].map((edge) => oracle(graph, free, edge));
      for (const edge of graph.ends.keys()) {
        const expected = Math.min(onward!.get(edge) ?? Infinity, back!.get(edge) ?? Infinity);
        if (expected === Infinity) expect(search.entrySeconds(edge)).toBe(Infinity);
        else expect(search.entrySeconds(edge)).toBeCloseTo(expected, 4);
      }
    }),
    { numRuns: 100 },
  );
});

it('ways to places keep to them, forwards and backwards, and take the seconds they are said to', () => {
  fc.assert(
    fc.property(arbitraryTown, fc.nat(), fc.nat(), (graph, from, to) => {
      fc.pre(graph.segmentCount > 1);
      const network = buildNetwork(graph, driving);
      const [home, goal] = [from, to].map((at) => ({ segment: at % graph.segmentCount, share: 0.25 }));
      const forward = new EdgeSearch(network);
      forward.run([home!], 600);
      const backward = new EdgeSearch(reverseNetwork(network));
      backward.run([goal!], 600);
      const seconds = secondsTo(forward, goal!);
      if (seconds < 599) expect(secondsTo(backward, home!)).toBeCloseTo(seconds, 4);
      const there = pathTo(forward, goal!);
      const back = pathTo(backward, home!);
      for (const path of [there, back && reversedPath(back)]) {
        if (!path) continue;
        const edges = path.map(
          ({ segment, from: start, to: end }: PathPiece) => 2 * segment + (start <= end ? 0 : 1),
        );
        for (const rule of forbiddenOf(graph)) expect(`,${edges.join(',')},`).not.toContain(`${rule},`);
      }
    }),
    { numRuns: 500 },
  );
});

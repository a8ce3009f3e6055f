import fc from 'fast-check';
import { buildGraph } from '../../server/engine/roads/graph/build-graph.js';
import { buildNetwork, type Network } from '../../server/engine/roads/network/network.js';
import { profiles } from '../../server/engine/roads/network/profile.js';
import { classNumber } from '../../server/engine/roads/graph/street-class.js';
import type { StreetPlace } from '../../server/engine/reach/search.js';

/** Streets of whole units, some one-way, turn costs in whole seconds, some turns forbidden. */
export interface Town {
  network: Network;
  units: number[];
}

const arbitraryTown = fc
  .record({
    vertices: fc.integer({ min: 2, max: 9 }),
    streets: fc.array(
      fc.record({
        a: fc.nat(),
        b: fc.nat(),
        units: fc.integer({ min: 1, max: 6 }),
        forward: fc.constantFrom(1, 2, 3),
        backward: fc.constantFrom(Infinity, 1, 2, 5),
      }),
      { minLength: 1, maxLength: 16 },
    ),
    forbidden: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 4 }),
    costs: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 7 }),
  })
  .map(buildTown)
  .filter(({ units }) => units.length > 0);

function buildTown({
  vertices,
  streets,
  forbidden,
  costs,
}: {
  vertices: number;
  streets: { a: number; b: number; units: number; forward: number; backward: number }[];
  forbidden: [number, number][];
  costs: number[];
}): Town {
  const points = Int32Array.from({ length: 2 * vertices }, (_, i) => ((i * 7919) % 97) * 1000 + i);
  const flags = new Map(Array.from({ length: vertices }, (_, i) => [i, 0]));
  const kept = streets.filter(({ a, b }) => a % vertices !== b % vertices);
  const refs = Uint32Array.from(kept.flatMap(({ a, b }) => [a % vertices, b % vertices]));
  const attributes = kept.map(() => ({
    streetClass: classNumber.residential,
    forward: 7,
    backward: 7,
    limit: 0,
    name: '',
  }));
  const starts = Uint32Array.from({ length: kept.length + 1 }, (_, i) => 2 * i);
  const { graph } = buildGraph({ points, flags, starts, refs, attributes }, 'test');
  const plain = buildNetwork(graph, profiles.driving);
  const edgeCount = 2 * kept.length;
  const seconds = Float32Array.from({ length: edgeCount }, (_, e) => {
    const { units, forward, backward } = kept[e >> 1]!;
    return units * (e % 2 === 0 ? forward : backward);
  });
  const banned = new Set(forbidden.map(([a, b]) => `${a % edgeCount} ${b % edgeCount}`));
  const turns = Array.from({ length: edgeCount }, (_, e) => {
    if (seconds[e] === Infinity) return [];
    const end = graph.ends[e ^ 1]!;
    return [...graph.outEdges.subarray(graph.firstOut[end], graph.firstOut[end + 1])].filter(
      (next) => next !== (e ^ 1) && seconds[next]! < Infinity && !banned.has(`${e} ${next}`),
    );
  });
  const turnTo = Uint32Array.from(turns.flat());
  const firstTurn = new Uint32Array(edgeCount + 1);
  turns.forEach((list, e) => (firstTurn[e + 1] = firstTurn[e]! + list.length));
  const turnTenths = Uint8Array.from(turnTo, (_, i) => 10 * costs[i % costs.length]!);
  const lengths = Float32Array.from(kept, ({ units }) => units);
  return {
    network: { ...plain, graph: { ...graph, lengths }, seconds, firstTurn, turnTo, turnTenths },
    units: kept.map(({ units }) => units),
  };
}

/** The same streets, every turn free. */
export function withFreeTurns({ network, units }: Town): Town {
  const { graph, seconds } = network;
  const turns = Array.from(seconds, (time, e) => {
    const end = graph.ends[e ^ 1]!;
    const out = [...graph.outEdges.subarray(graph.firstOut[end], graph.firstOut[end + 1])];
    return time === Infinity ? [] : out.filter((next) => next !== (e ^ 1) && seconds[next]! < Infinity);
  });
  const firstTurn = new Uint32Array(turns.length + 1);
  turns.forEach((list, e) => (firstTurn[e + 1] = firstTurn[e]! + list.length));
  const turnTo = Uint32Array.from(turns.flat());
  return { network: { ...network, firstTurn, turnTo, turnTenths: new Uint8Array(turnTo.length) }, units };
}

/** A plain Dijkstra that walks unit by unit: seconds at which each edge's k-th unit mark is passed. */
export function walk({ network, units }: Town, origins: StreetPlace[]): number[][] {
  const { seconds, firstTurn, turnTo, turnTenths } = network;
  const times = Array.from(seconds, (_, e) => new Array<number>(units[e >> 1]! + 1).fill(Infinity));
  const isDone = times.map((list) => list.map(() => false));
  for (const { segment, share } of origins) {
    const mark = Math.round(share * units[segment]!);
    if (seconds[2 * segment]! < Infinity) times[2 * segment]![mark] = 0;
    if (seconds[2 * segment + 1]! < Infinity) times[2 * segment + 1]![units[segment]! - mark] = 0;
  }
  for (;;) {
    let best: [number, number] | null = null;
    times.forEach((list, e) =>
      list.forEach((time, k) => {
        if (!isDone[e]![k] && time < (best ? times[best[0]]![best[1]]! : Infinity)) best = [e, k];
      }),
    );
    if (!best) return times;
    const [e, k] = best as [number, number];
    isDone[e]![k] = true;
    const time = times[e]![k]!;
    const count = units[e >> 1]!;
    if (k < count) times[e]![k + 1] = Math.min(times[e]![k + 1]!, time + seconds[e]! / count);
    else
      for (let i = firstTurn[e]!; i < firstTurn[e + 1]!; i++) {
        const next = times[turnTo[i]!]!;
        next[0] = Math.min(next[0]!, time + turnTenths[i]! / 10);
      }
  }
}

/** Metres walked within a limit, from either side of each unit. */
export function walkedMetres({ network, units }: Town, times: number[][], limit: number): number {
  let metres = 0;
  units.forEach((count, segment) => {
    for (let u = 0; u < count; u++) {
      const part = (edge: number, mark: number): number => {
        const step = network.seconds[edge]! / count;
        return Math.max(0, Math.min(1, (limit - times[edge]![mark]!) / step)) || 0;
      };
      metres += Math.min(1, part(2 * segment, u) + part(2 * segment + 1, count - 1 - u));
    }
  });
  return metres;
}

/** A town, a limit in seconds, and places to start from. */
export const arbitraryCase = arbitraryTown.chain((town) =>
  fc.record({
    town: fc.constant(town),
    limit: fc.integer({ min: 1, max: 60 }),
    origins: fc.array(
      fc.tuple(fc.nat(), fc.nat()).map(([segment, mark]): StreetPlace => {
        const s = segment % town.units.length;
        const count = town.units[s]!;
        return { segment: s, share: (mark % (count + 1)) / count };
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
);

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { secondsTo } from '../../reach/cover.js';
import { EdgeSearch } from '../../reach/edge-search.js';
import type { StreetPlace } from '../../reach/search.js';
import { joinGraphs } from './join-graphs.js';
import { joinLooseEnds } from './join-loose-ends.js';
import { linesToGraph, type StreetLine } from './lines-to-graph.js';
import { buildNetwork } from '../network/network.js';
import { findPieces } from './pieces.js';
import { profiles } from '../network/profile.js';
import { deserialiseGraph, serialiseGraph, StreetGraphDamaged } from './serialise.js';
import type { StreetGraph } from './street-graph.js';

// Streets over a coarse lattice, so that they meet often, at their ends and in their midst.
const place = fc
  .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }))
  .map(([x, y]) => [119.6 + x / 500, 29.3 + y / 500]);
const line = fc.record({
  coordinates: fc.array(place, { minLength: 2, maxLength: 6 }),
  attributes: fc.record({
    streetClass: fc.integer({ min: 2, max: 8 }),
    forward: fc.constantFrom(7, 4),
    backward: fc.constantFrom(7, 4),
    limit: fc.constantFrom(0, 30, 60),
    name: fc.constantFrom('', '解放路', 'Rua\nNova', '望枫路'),
  }),
});
const lines = fc.array(line, { minLength: 1, maxLength: 14 });

/** The ends of all streets that meet at a place. */
function placesAt({ places, ends }: StreetGraph, [x, y]: readonly number[]): StreetPlace[] {
  const isHere = (v: number) =>
    places[2 * v] === Math.round(x! * 1e7) && places[2 * v + 1] === Math.round(y! * 1e7);
  return [...ends].flatMap((v, edge) => (isHere(v) ? [{ segment: edge >> 1, share: edge & 1 }] : []));
}

/** Seconds by car from the end of one street to the ends of others. */
function seconds(graph: StreetGraph, from: number[], to: number[][]): number[] {
  const search = new EdgeSearch(buildNetwork(graph, { ...profiles.driving, turns: profiles.walking.turns }));
  search.run(placesAt(graph, from), 3600);
  return to.map((target) => Math.min(...placesAt(graph, target).map((at) => secondsTo(search, at))));
}

describe('joining graphs', () => {
  it('gives the distances of the graph that was cut', () => {
    fc.assert(
      fc.property(lines, fc.array(fc.boolean(), { minLength: 14, maxLength: 14 }), (all, side) => {
        fc.pre(all.every(({ coordinates }) => new Set(coordinates.map(String)).size > 1));
        const whole = linesToGraph(all, 'whole');
        const joined = joinGraphs(
          [true, false].map((wanted) =>
            linesToGraph(
              all.filter((_, i) => side[i] === wanted),
              '',
            ),
          ),
          'joined',
        );
        expect(joined.version).toBe('joined');
        const places = all.flatMap(({ coordinates }) => [coordinates[0]!, coordinates.at(-1)!]);
        const expected = seconds(whole, places[0]!, places);
        seconds(joined, places[0]!, places).forEach((time, i) => {
          if (expected[i] === Infinity) expect(time).toBe(Infinity);
          else expect(time).toBeCloseTo(expected[i]!, 3);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('takes streets that both have once, and keeps names and forbidden turns', () => {
    const streetAt = (coordinates: number[][], name: string): StreetLine => ({
      coordinates,
      attributes: { streetClass: 6, forward: 7, backward: 7, limit: 0, name },
    });
    const west = streetAt([[0, 0], [0.001, 0]], '西街'); // prettier-ignore
    const east = streetAt([[0.001, 0], [0.002, 0]], '东街'); // prettier-ignore
    const north = streetAt([[0.001, 0], [0.001, 0.001]], '北街'); // prettier-ignore
    const crossing = streetAt([[0.0015, 0.001], [0.001, 0.001], [0.0005, 0.0005]], '环路'); // prettier-ignore
    const graph = linesToGraph([west, east, north], '');
    const named = (name: string, of = graph) =>
      [...of.nameOf].findIndex((number) => of.names[number] === name);
    const turn = [2 * named('西街'), 2 * named('东街'), 3];
    const restricted = { ...graph, forbiddenTurns: Uint32Array.from(turn) };
    const joined = joinGraphs([linesToGraph([crossing, north], ''), restricted], '');
    expect(joined.segmentCount).toBe(5);
    expect([...joined.names].sort()).toEqual(['', '东街', '北街', '环路', '西街'].sort());
    const [edgeIn, edgeOut, binds] = joined.forbiddenTurns;
    expect([edgeIn, edgeOut, binds]).toEqual([2 * named('西街', joined), 2 * named('东街', joined), 3]);
    expect(findPieces(joined).count).toBe(1);
  });
});

it('forbidden ways stay whole where another graph cuts their streets', () => {
  const at = (x: number, y = 0) => [x / 1000, y / 1000];
  const named = (name: string, ...coordinates: number[][]): StreetLine => ({
    coordinates,
    attributes: { streetClass: 6, forward: 7, backward: 7, limit: 0, name },
  });
  const first = linesToGraph(
    [named('a', at(0), at(1)), named('b', at(1), at(2), at(3)), named('c', at(3), at(4))],
    '',
  );
  const edgeOf = (name: string) => 2 * [...first.nameOf].findIndex((number) => first.names[number] === name);
  const way = ['c', 'b', 'a'].map((name) => edgeOf(name) + 1);
  const joined = joinGraphs(
    [
      { ...first, forbiddenPaths: Uint32Array.of(1, 3, ...way) },
      linesToGraph([named('d', at(2), at(2, 1))], ''),
    ],
    '',
  );
  const [binds, length, ...moved] = joined.forbiddenPaths;
  expect([binds, length]).toEqual([1, 4]);
  expect(moved.map((edge) => joined.names[joined.nameOf[edge >> 1]!])).toEqual(['c', 'b', 'b', 'a']);
  moved.slice(1).forEach((edge, i) => expect(joined.ends[edge]).toBe(joined.ends[moved[i]! ^ 1]));
});

describe('keeping a graph', () => {
  it('gives back what was kept', () => {
    fc.assert(
      fc.property(lines, fc.array(fc.nat(99)), (all, rules) => {
        const graph = { ...linesToGraph(all, 'v'), forbiddenPaths: Uint32Array.from(rules) };
        expect(deserialiseGraph(serialiseGraph(graph), 'v')).toEqual(graph);
      }),
    );
  });

  it('notices bytes that are missing, too many or not its own', () => {
    fc.assert(
      fc.property(lines, fc.nat(), (all, at) => {
        const bytes = serialiseGraph(linesToGraph(all, ''));
        const damaged = [bytes.subarray(0, at % bytes.length), Uint8Array.of(...bytes, 0, 0, 0, 0)];
        for (const some of damaged) expect(() => deserialiseGraph(some, '')).toThrow(StreetGraphDamaged);
      }),
    );
    const graph = linesToGraph([{ coordinates: [[0, 0], [1, 1]], attributes: { streetClass: 6, forward: 7, backward: 7, limit: 0, name: '' } }], ''); // prettier-ignore
    const pointing = serialiseGraph({ ...graph, ends: Uint32Array.of(0, 7) });
    expect(() => deserialiseGraph(pointing, '')).toThrow('points outside');
    const foreign = serialiseGraph(graph);
    foreign[0]! ^= 1;
    expect(() => deserialiseGraph(foreign, '')).toThrow('no street graph');
  });
});

describe('lines', () => {
  const plain = { streetClass: 6, forward: 7, backward: 7, limit: 0, name: '' };
  it('meet where they share a position, and do not where they only cross', () => {
    const across = { coordinates: [[0, 0.001], [0.001, 0.001], [0.002, 0.001]], attributes: plain }; // prettier-ignore
    const meeting = { coordinates: [[0.001, 0], [0.00100000004, 0.001], [0.001, 0.002]], attributes: plain }; // prettier-ignore
    const bridge = { coordinates: [[0.0015, 0], [0.0015, 0.002]], attributes: plain }; // prettier-ignore
    expect(linesToGraph([across, meeting], '')).toMatchObject({ segmentCount: 4, vertexCount: 5 });
    expect(linesToGraph([across, bridge], '')).toMatchObject({ segmentCount: 2, vertexCount: 4 });
  });

  it('without length, and positions drawn twice, leave nothing behind', () => {
    const nowhere = { coordinates: [[1, 1], [1, 1], [1.00000001, 1]], attributes: plain }; // prettier-ignore
    const stuttering = { coordinates: [[0, 0], [0.001, 0], [0.001, 0], [0.002, 0]], attributes: plain }; // prettier-ignore
    const graph = linesToGraph([nowhere, stuttering], '');
    expect(graph).toMatchObject({ segmentCount: 1, vertexCount: 2 });
    expect(graph.lengths[0]).toBeCloseTo(222.64, 1);
  });
});

describe('loose ends', () => {
  const plain = { streetClass: 6, forward: 7, backward: 7, limit: 0, name: '' };
  const metre = 1 / 111_320;
  const lineThrough = (...coordinates: number[][]): StreetLine => ({ coordinates, attributes: plain });

  it('meet a line they miss by a hand, at its point or amid it, and no line farther off', () => {
    const main = lineThrough([0, 0], [0.001, 0], [0.002, 0]);
    const amid = lineThrough([0.0005, 0.3 * metre], [0.0005, 0.001]);
    const atPoint = lineThrough([0.001, -0.001], [0.001 + 0.2 * metre, -0.2 * metre]);
    const apart = lineThrough([0.0015, 2 * metre], [0.0015, 0.001]);
    const over = lineThrough([0.0017, -0.001], [0.0017, 0.001]);
    const { lines: met, joined } = joinLooseEnds([main, amid, atPoint, apart, over], 0.5);
    expect(joined).toBe(2);
    expect(findPieces(linesToGraph([main, amid, atPoint, apart, over], '')).count).toBe(5);
    const graph = linesToGraph(met, '');
    expect(findPieces(graph).count).toBe(3);
    expect(graph.segmentCount).toBe(7);
    expect(met[2]!.coordinates.at(-1)).toEqual([0.001, 0]);
  });

  it('that were shifted a little meet as they did before', () => {
    // Ten centimetres at most, and no two ends alike.
    const step = fc.integer({ min: -9, max: 9 });
    const ends = { minLength: 28, maxLength: 28, selector: String };
    fc.assert(
      fc.property(lines, fc.uniqueArray(fc.tuple(step, step), ends), (lattice, shifts) => {
        // On a circle, so that no end comes to lie on a line that only passes.
        const all = lattice.map(({ coordinates, attributes }) => ({
          attributes,
          coordinates: coordinates.map(([x, y]) => {
            const angle = Math.round((x! - 119.6) * 500) + 6 * Math.round((y! - 29.3) * 500);
            return [119.6 + 0.02 * Math.cos((angle * Math.PI) / 18), 0.02 * Math.sin((angle * Math.PI) / 18)];
          }),
        }));
        const shifted = all.map(({ coordinates, attributes }, i) => ({
          attributes,
          coordinates: coordinates.map(([x, y], k) => {
            const isEnd = k === 0 || k === coordinates.length - 1;
            const [dx, dy] = isEnd ? shifts[2 * i + +(k > 0)]! : [0, 0];
            return [x! + dx / 1e7, y! + dy / 1e7];
          }),
        }));
        const pieces = (of: StreetLine[]) => findPieces(linesToGraph(joinLooseEnds(of, 0.5).lines, ''), 100);
        // Streets of a hand's length are drawn by nobody.
        fc.pre(all.every(({ coordinates: c }) => new Set(c.map(String)).size > 1));
        const [before, after] = [pieces(all), pieces(shifted)];
        expect(after.count).toBe(before.count);
        after.longest.forEach((piece, i) =>
          expect(Math.abs(piece.metres - before.longest[i]!.metres)).toBeLessThan(20),
        );
      }),
      { numRuns: 500 },
    );
  });
});

it('a network in pieces: their number, the share of the largest, a place in each', () => {
  fc.assert(
    fc.property(lines, (all) => {
      const graph = linesToGraph(all, '');
      const { count, largestShare, longest, roadMetres } = findPieces(graph, 100);
      const network = buildNetwork(graph, profiles.walking);
      const search = new EdgeSearch(network);
      const seen = new Uint8Array(graph.segmentCount);
      // Everybody may walk everywhere: what a walk of hours reaches is a piece.
      const metres = longest.map(({ place }) => {
        search.run(placesAt(graph, place), 36_000, 60);
        const reached = [...graph.lengths.keys()].filter((s) => search.entrySeconds(2 * s) < Infinity);
        for (const segment of reached) seen[segment]!++;
        return reached.reduce((sum, segment) => sum + graph.lengths[segment]!, 0);
      });
      expect(count).toBe(longest.length);
      expect(seen.every((times) => times === 1)).toBe(true);
      longest.forEach((piece, i) => expect(piece.metres).toBeCloseTo(metres[i]!, 1));
      expect(largestShare * roadMetres).toBeCloseTo(Math.max(0, ...metres) || roadMetres, 1);
    }),
  );
});

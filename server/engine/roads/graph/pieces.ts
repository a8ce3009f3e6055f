import { STEPS_PER_DEGREE } from '../../coordinates/round.js';
import type { StreetGraph } from './street-graph.js';

/** Streets one can get to from each other, one-way streets taken both ways. */
export interface Piece {
  readonly metres: number;
  /** Longitude and latitude of a place in it: one end of its longest segment. */
  readonly place: readonly [number, number];
}

/** The pieces a network falls into. */
export interface Pieces {
  readonly count: number;
  readonly roadMetres: number;
  /** Of all metres, those in the longest piece; 1 for a network without streets. */
  readonly largestShare: number;
  /** The longest ones, longest first. */
  readonly longest: readonly Piece[];
}

/** @param listed how many pieces to name */
export function findPieces(graph: StreetGraph, listed = 5): Pieces {
  const { ends, lengths, places, segmentCount, vertexCount } = graph;
  const parent = Uint32Array.from({ length: vertexCount }, (_, v) => v);
  const rootOf = (vertex: number): number => {
    let v = vertex;
    while (parent[v] !== v) v = parent[v] = parent[parent[v]!]!;
    return v;
  };
  for (let s = 0; s < segmentCount; s++) parent[rootOf(ends[2 * s]!)] = rootOf(ends[2 * s + 1]!);
  const metres = new Float64Array(vertexCount);
  const longestSegment = new Int32Array(vertexCount).fill(-1);
  let roadMetres = 0;
  for (let s = 0; s < segmentCount; s++) {
    const root = rootOf(ends[2 * s]!);
    const longest = longestSegment[root]!;
    if (longest < 0 || lengths[s]! > lengths[longest]!) longestSegment[root] = s;
    metres[root]! += lengths[s]!;
    roadMetres += lengths[s]!;
  }
  const roots = Array.from(metres.keys()).filter((v) => longestSegment[v]! >= 0);
  roots.sort((a, b) => metres[b]! - metres[a]!);
  const longest = roots.slice(0, listed).map((root): Piece => {
    const at = 2 * ends[2 * longestSegment[root]!]!;
    return {
      metres: metres[root]!,
      place: [places[at]! / STEPS_PER_DEGREE, places[at + 1]! / STEPS_PER_DEGREE],
    };
  });
  return {
    count: roots.length,
    roadMetres,
    largestShare: roadMetres === 0 ? 1 : longest[0]!.metres / roadMetres,
    longest,
  };
}

import type { StreetGraph } from '../graph/street-graph.js';

/**
 * Edges besides those of the graph, for ways that are forbidden over several junctions: an edge amid such a way is
 * travelled as one of several shadows, by what was travelled before it, and each shadow has its own turns. The edge itself
 * is then never turned into; its time is the soonest of its shadows'.
 */
export interface Shadows {
  /** The graph's edge that shadow `2 segmentCount + i` stands for. A shadow's twin is its number `^ 1`, as an edge's is. */
  readonly edges: Uint32Array;
  /** The shadows of an edge. */
  readonly of: ReadonlyMap<number, readonly number[]>;
}

const noShadows: Shadows = { edges: new Uint32Array(0), of: new Map() };

/** Forbidden ways as a machine that reads edges one after another (A. V. Aho, M. J. Corasick, CACM 18 (1975)). */
export interface WayRules {
  readonly shadows: Shadows;
  /** What follows edge or shadow `from` when one goes on into `edge` of the graph; −1 where the way so far forbids it. */
  next(from: number, edge: number): number;
}

const noRules: WayRules = { shadows: noShadows, next: (_from, edge) => edge };

/** @param flag bit of `accessFlag` whose rules count */
export function wayRules({ forbiddenPaths, segmentCount }: StreetGraph, flag: number): WayRules {
  const ways: number[][] = [];
  for (let i = 0; i < forbiddenPaths.length; i += 2 + forbiddenPaths[i + 1]!)
    if ((forbiddenPaths[i]! & flag) !== 0)
      ways.push([...forbiddenPaths.subarray(i + 2, i + 2 + forbiddenPaths[i + 1]!)]);
  if (ways.length === 0) return noRules;

  const forbidden = new Set(ways.map(String));
  const longest = Math.max(...ways.map(({ length }) => length));
  // What has been travelled, as far as it may yet become a forbidden way: two edges or more.
  const begun = new Map(
    ways.flatMap((way) =>
      way.slice(2).map((_, i) => [String(way.slice(0, i + 2)), way.slice(0, i + 2)] as const),
    ),
  );
  const first = new Set(ways.map(([edge]) => edge!));
  const edges: number[] = [];
  const of = new Map<number, number[]>();
  const numberOf = new Map<string, number>();
  const historyOf = new Map<number, number[]>();
  const add = (history: number[]): void => {
    const edge = history.at(-1)!;
    const number = 2 * segmentCount + edges.length + (edge & 1);
    edges.push(edge & ~1, edge | 1);
    of.set(edge, [...(of.get(edge) ?? []), number]);
    numberOf.set(String(history), number);
    historyOf.set(number, history);
  };
  for (const history of begun.values()) {
    const edge = history.at(-1)!;
    if (!of.has(edge)) add([edge]);
    add(history);
  }
  return {
    shadows: { edges: Uint32Array.from(edges), of },
    next(from, edge) {
      const plain = of.get(edge)?.[0] ?? edge;
      const history = historyOf.get(from) ?? [from];
      if (history.length === 1 && !first.has(history[0]!)) return plain;
      const travelled = [...history, edge];
      for (let length = Math.min(longest, travelled.length); length > 1; length--) {
        const tail = String(travelled.slice(-length));
        if (forbidden.has(tail)) return -1;
        const shadow = numberOf.get(tail);
        if (shadow !== undefined) {
          // A shorter way may end here all the same.
          for (let shorter = length - 1; shorter > 2; shorter--)
            if (forbidden.has(String(travelled.slice(-shorter)))) return -1;
          return shadow;
        }
      }
      return plain;
    },
  };
}

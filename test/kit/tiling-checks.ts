import { findFault } from '@maplebridge/engine/geometry/validity';
import { expect } from 'vitest';

/** Parts of [shell, ...holes] of closed rings, in whole 1e-7° steps. */
type Parts = readonly (readonly (readonly (readonly [x: number, y: number])[])[])[];

interface TiledGrid {
  readonly id: string;
  readonly parts: Parts;
}

/**
 * Expects polygons to be valid and to tile what they cover: no directed edge twice, every edge shared by two or on the outer
 * border. Knows nothing of how they came about.
 *
 * @returns how many rings the outer border has: one, and one more for each enclosed hole or separate land
 */
export function expectTiling(grids: readonly TiledGrid[]): number {
  const edges = new Map<string, readonly [string, string]>();
  for (const { id, parts } of grids) {
    expect([id, findFault(parts.map((rings) => rings.map((ring) => ring.flat())))]).toEqual([id, null]);
    for (const ring of parts.flat())
      for (let i = 1; i < ring.length; i++) {
        const key = `${ring[i - 1]!.join()} ${ring[i]!.join()}`;
        if (edges.has(key)) throw new Error(`${id} runs along ${key}, and so does another`);
        edges.set(key, [ring[i - 1]!.join(), ring[i]!.join()]);
      }
  }
  const outer = new Map<string, string[]>();
  for (const [from, to] of edges.values())
    if (!edges.has(`${to} ${from}`)) outer.set(from, [...(outer.get(from) ?? []), to]);
  let rings = 0;
  for (const start of outer.keys())
    while (outer.get(start)!.length > 0) {
      rings++;
      let at = outer.get(start)!.pop()!;
      while (at !== start) at = outer.get(at)!.pop()!;
    }
  return rings;
}

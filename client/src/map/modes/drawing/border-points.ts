import type { Tiling } from '@maplebridge/engine/topology/tiling';
import type { GridId, Step } from '@maplebridge/engine/topology/tiling.types';
import type { Feature, Position } from 'geojson';
import { isSame, lineOf, pointAt, toStep } from './steps.js';

/** More handles than this say nothing any more. */
const mostHandles = 4000;

type Rings = Pick<Tiling, 'boundary' | 'has'>;

/** Every ring of a grid in steps, closed. */
export function ringsOf(tiling: Rings, id: GridId): Step[][] {
  if (!tiling.has(id)) return [];
  return tiling
    .boundary(id)
    .coordinates.flat()
    .map((ring) => ring.map(([x, y]: Position) => toStep(x!, y!)));
}

/** Handles of some grids' borders: vertices, nodes, and between two vertices the place that would become one. */
export function listHandles(tiling: Rings & Pick<Tiling, 'vertices'>, ids: readonly GridId[]): Feature[] {
  const vertices: Feature[] = [];
  const middles: Feature[] = [];
  const seen = new Set<string>();
  for (const id of ids.filter((each) => tiling.has(each))) {
    const outer = new Set<string>();
    for (const { at, isNode, isOuter } of tiling.vertices(id)) {
      if (isOuter) outer.add(at.join());
      if (seen.has(at.join())) continue;
      seen.add(at.join());
      vertices.push(pointAt(at, isOuter ? 'outer' : isNode ? 'node' : 'vertex'));
    }
    for (const ring of ringsOf(tiling, id))
      for (let i = 1; i < ring.length; i++) {
        const [a, b] = [ring[i - 1]!, ring[i]!];
        if (outer.has(a.join()) && outer.has(b.join())) continue;
        const middle: Step = [Math.round((a[0] + b[0]) / 2), Math.round((a[1] + b[1]) / 2)];
        if (seen.has(middle.join())) continue;
        seen.add(middle.join());
        middles.push(pointAt(middle, 'middle'));
      }
  }
  return [...middles, ...vertices].slice(0, mostHandles);
}

/** The pieces of border that end at a vertex. */
export function borderAt(tiling: Rings, ids: readonly GridId[], at: Step): Feature[] {
  const lines: Feature[] = [];
  for (const id of ids)
    for (const ring of ringsOf(tiling, id))
      for (let i = 1; i < ring.length; i++)
        if (isSame(ring[i - 1]!, at) || isSame(ring[i]!, at))
          lines.push(lineOf([ring[i - 1]!, ring[i]!], 'border'));
  return lines;
}

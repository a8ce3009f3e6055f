import { distanceMetres } from '../coordinates/geodesic.js';
import { STEPS_PER_DEGREE } from '../coordinates/round.js';
import type { TilingState } from './edits/tiling-state.js';
import { OUTSIDE } from './mesh/mesh.js';
import type { Shape } from './mesh/rings.js';
import type { Neighbour } from './tiling.types.js';

/** Who lies beyond a shape's borders, by the metres of common border, longest first. */
export function findNeighbours(state: TilingState, shape: Shape): Neighbour[] {
  const { mesh } = state;
  const position = (v: number) => [mesh.x[v]! / STEPS_PER_DEGREE, mesh.y[v]! / STEPS_PER_DEGREE];
  const metres = new Map<number, number>();
  for (const { vertices } of shape.parts.flat()) {
    for (const [i, v] of vertices.entries()) {
      const w = vertices[(i + 1) % vertices.length]!;
      const other = mesh.label[mesh.find(w, v)]!;
      if (other === OUTSIDE) continue;
      metres.set(other, (metres.get(other) ?? 0) + distanceMetres(position(v), position(w)));
    }
  }
  return [...metres]
    .map(([label, length]) => ({ id: state.idOf(label), metres: length }))
    .sort((a, b) => b.metres - a.metres || (a.id < b.id ? -1 : 1));
}

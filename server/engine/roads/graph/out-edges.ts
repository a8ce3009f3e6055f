import { allocateShared } from './share.js';

/** Edges by the vertex they start from, as a graph holds them. */
export function listOutEdges(
  ends: Uint32Array,
  vertexCount: number,
): { firstOut: Uint32Array; outEdges: Uint32Array } {
  const firstOut = allocateShared(vertexCount + 1, Uint32Array);
  const outEdges = allocateShared(ends.length, Uint32Array);
  for (let e = 0; e < ends.length; e++) firstOut[ends[e]! + 1]!++;
  for (let v = 0; v < vertexCount; v++) firstOut[v + 1]! += firstOut[v]!;
  const next = firstOut.slice();
  for (let e = 0; e < ends.length; e++) outEdges[next[ends[e]!]!++] = e;
  return { firstOut, outEdges };
}

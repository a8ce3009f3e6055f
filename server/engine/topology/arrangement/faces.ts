import { isCounterClockwise } from './ring-area.js';
import { linkHalfEdges, originOf, type PlanarGraph } from './half-edges.js';
import { WestwardView } from './westward-view.js';

/** The faces of a planar drawing. Face 0 is the unbounded one. */
export interface Faces {
  readonly graph: PlanarGraph;
  readonly count: number;
  /** Next half-edge around the face on the left. */
  readonly next: Int32Array;
  /** Face on the left of each half-edge. */
  readonly faceOf: Int32Array;
  /** A half-edge of each border of each face: its outer one, then those of what lies inside it without touching. */
  readonly borders: readonly number[][];
}

/** All faces with their holes. Edges must meet in vertices only (see snapRound). */
export function findFaces(graph: PlanarGraph): Faces {
  const next = linkHalfEdges(graph);
  const cycleOf = new Int32Array(next.length).fill(-1);
  const cycles: number[] = [];
  for (let h = 0; h < next.length; h++) {
    if (cycleOf[h] !== -1) continue;
    for (let at = h; cycleOf[at] === -1; at = next[at]!) cycleOf[at] = cycles.length;
    cycles.push(h);
  }

  const faceOfCycle = new Int32Array(cycles.length).fill(-1);
  const borders: number[][] = [[]];
  const outside: { cycle: number; vertex: number }[] = [];
  cycles.forEach((half, cycle) => {
    const ring = verticesAround({ graph, next }, half);
    // A tree goes around nothing: it is the outside of what it is.
    if (isCounterClockwise(graph, ring)) {
      faceOfCycle[cycle] = borders.length;
      borders.push([half]);
    } else outside.push({ cycle, vertex: westernmost(graph, ring) });
  });
  // From west to east: what a look to the west meets has its face already.
  const { xs, ys } = graph;
  outside.sort((a, b) => xs[a.vertex]! - xs[b.vertex]! || ys[a.vertex]! - ys[b.vertex]!);
  const view = outside.length > 1 ? new WestwardView(graph) : null;
  for (const { cycle, vertex } of outside) {
    const seen = view ? view.halfEdgeFacing(xs[vertex]!, ys[vertex]!) : -1;
    const face = seen === -1 ? 0 : faceOfCycle[cycleOf[seen]!]!;
    faceOfCycle[cycle] = face;
    borders[face]!.push(cycles[cycle]!);
  }
  return { graph, count: borders.length, next, faceOf: cycleOf.map((cycle) => faceOfCycle[cycle]!), borders };
}

/** The vertices around a cycle of half-edges, beginning with the origin of one. */
export function verticesAround({ graph, next }: Pick<Faces, 'graph' | 'next'>, start: number): number[] {
  const vertices: number[] = [];
  let h = start;
  do {
    vertices.push(originOf(graph, h));
    h = next[h]!;
  } while (h !== start);
  return vertices;
}

function westernmost({ xs, ys }: PlanarGraph, ring: readonly number[]): number {
  let best = ring[0]!;
  for (const v of ring) if (xs[v]! < xs[best]! || (xs[v] === xs[best] && ys[v]! < ys[best]!)) best = v;
  return best;
}

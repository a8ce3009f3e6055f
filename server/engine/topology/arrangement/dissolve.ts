import type { Faces } from './faces.js';
import { originOf } from './half-edges.js';
import { isCounterClockwise } from './ring-area.js';

/** A polygon as numbers of vertices: [shell, ...holes], not closed; shells counter-clockwise, holes clockwise. */
export type VertexRings = number[][];

/**
 * The polygons of groups of faces: groupOf[face] is 0, 1, …, or -1 for none. Valid under OGC Simple Features: rings
 * are simple, parts and holes touch in points at most. Neighbouring groups share the vertices of their border.
 */
export function dissolve(faces: Faces, groupOf: ArrayLike<number>, groups: number): VertexRings[][] {
  const { graph, next, faceOf, borders, count } = faces;
  const isBorder = (h: number) => groupOf[faceOf[h]!] !== groupOf[faceOf[h ^ 1]!];
  const regionOf = regions(faces, groupOf);
  const parts: (VertexRings | undefined)[] = Array.from({ length: count });
  const result: VertexRings[][] = Array.from({ length: groups }, () => []);
  const visited = new Uint8Array(next.length);
  for (let face = 0; face < count; face++) {
    const group = groupOf[face]!;
    if (group < 0) continue;
    for (const border of borders[face]!) {
      let h = border;
      do {
        if (visited[h] === 0 && isBorder(h)) addWalk(h, regionOf[face]!, group);
        h = next[h]!;
      } while (h !== border);
    }
  }
  return result;

  /** One walk along the border of a region, cut into simple rings where it meets itself. */
  function addWalk(start: number, region: number, group: number): void {
    const path: number[] = [];
    const placeOf = new Map<number, number>();
    let h = start;
    do {
      visited[h] = 1;
      const vertex = originOf(graph, h);
      const before = placeOf.get(vertex);
      if (before !== undefined) addRing(path.splice(before), region, group);
      placeOf.set(vertex, path.length);
      path.push(vertex);
      h = next[h]!;
      while (!isBorder(h)) h = next[h ^ 1]!;
    } while (h !== start);
    addRing(path, region, group);

    function addRing(ring: number[], of: number, to: number): void {
      for (const vertex of ring) placeOf.delete(vertex);
      let part = parts[of];
      if (!part) {
        part = parts[of] = [];
        result[to]!.push(part);
      }
      // A region has one shell: the ring that goes round it to the left.
      if (isCounterClockwise(graph, ring)) part.unshift(ring);
      else part.push(ring);
    }
  }
}

/** The faces of a group that hang together across edges have the same number (that of one of them). */
export function regions({ faceOf, count, graph }: Faces, groupOf: ArrayLike<number>): Int32Array {
  const parent = Int32Array.from({ length: count }, (_, face) => face);
  const root = (face: number): number => {
    let at = face;
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
    return at;
  };
  for (let e = 0; e < graph.from.length; e++) {
    const [a, b] = [faceOf[2 * e]!, faceOf[2 * e + 1]!];
    if (groupOf[a] !== groupOf[b]) continue;
    const [p, q] = [root(a), root(b)];
    if (p !== q) parent[Math.max(p, q)] = Math.min(p, q);
  }
  return parent.map((_, face) => root(face));
}

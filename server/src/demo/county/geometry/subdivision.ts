import { directedKey, edgeKey, type Arrangement } from './arrangement.js';
import { distance, signedArea, type Point } from './plane.js';
import { largestBlock } from './largest-block.js';

/** What a border runs along; bits, since lines may coincide. */
export const STREET = 1;
export const WATER = 2;
export const RAIL = 4;
export const OUTLINE = 8;
export const OTHER = 16;
/** A lane that parts no blocks: it is a street on the map but no border. */
export const LANE = 32;

/** A piece of border between two faces, from junction to junction. */
export interface Arc {
  /** Face on the left and on the right going from the first node to the last; -1 is outside the county. */
  left: number;
  right: number;
  nodes: number[];
  metres: number;
  /** Metres that follow a street or water. */
  followedMetres: number;
}

export interface Face {
  /** Corners, counter-clockwise, open. */
  nodes: number[];
  polygon: Point[];
  squareMetres: number;
  /** Arcs around it in order; `forward` when the face is on the arc's left. */
  arcs: { arc: number; forward: boolean }[];
}

export interface Subdivision {
  faces: Face[];
  arcs: Arc[];
  /** Flags by undirected edge key. */
  edgeFlags: Map<number, number>;
}

/** The faces of an arrangement: only its largest two-connected part counts, so every face is one simple ring. */
export function subdivide(
  arrangement: Arrangement,
  flags: readonly number[],
  keepEdge: (middle: Point) => boolean,
): Subdivision {
  const { points, unitX, unitY, paths } = arrangement;
  const edgeFlags = new Map<number, number>();
  const neighbours: number[][] = points.map(() => []);
  paths.forEach((path, line) => {
    for (let i = 1; i < path.length; i++) {
      const a = path[i - 1]!;
      const b = path[i]!;
      const key = edgeKey(a, b);
      const before = edgeFlags.get(key);
      if (before !== undefined) {
        edgeFlags.set(key, before | flags[line]!);
        continue;
      }
      const middle: Point = [(points[a]![0] + points[b]![0]) / 2, (points[a]![1] + points[b]![1]) / 2];
      if (!(flags[line]! & OUTLINE) && !keepEdge(middle)) continue;
      edgeFlags.set(key, flags[line]!);
      if (flags[line]! & LANE) continue;
      neighbours[a]!.push(b);
      neighbours[b]!.push(a);
    }
  });
  const kept = largestBlock(neighbours);
  const links = neighbours.map((list, a) => {
    const bearing = (b: number): number => Math.atan2(unitY[b]! - unitY[a]!, unitX[b]! - unitX[a]!);
    const around = list.filter((b) => kept.has(edgeKey(a, b)));
    return around.length < 3 ? around : around.sort((b, c) => bearing(b) - bearing(c));
  });
  const faces = traceFaces(links, points);
  const arcs = traceArcs(faces.rings, faces.faceOf, links, points, edgeFlags);
  return {
    faces: faces.rings.map((nodes, index) => {
      const polygon = nodes.map((node) => points[node]!);
      return { nodes, polygon, squareMetres: signedArea(polygon), arcs: arcs.around[index]! };
    }),
    arcs: arcs.arcs,
    edgeFlags,
  };
}

function traceFaces(
  links: readonly number[][],
  points: readonly Point[],
): { rings: number[][]; faceOf: Map<number, number> } {
  const faceOf = new Map<number, number>();
  const visited = new Set<number>();
  const rings: number[][] = [];
  links.forEach((list, start) => {
    for (const second of list) {
      if (visited.has(directedKey(start, second))) continue;
      const ring: number[] = [];
      let [a, b] = [start, second];
      while (!visited.has(directedKey(a, b))) {
        visited.add(directedKey(a, b));
        ring.push(a);
        // Turn as far left as possible: the link just clockwise of the way back.
        const around = links[b]!;
        const back = around.indexOf(a);
        [a, b] = [b, around[(back - 1 + around.length) % around.length]!];
      }
      if (signedArea(ring.map((node) => points[node]!)) <= 0) continue;
      ring.forEach((node, i) => faceOf.set(directedKey(node, ring[(i + 1) % ring.length]!), rings.length));
      rings.push(ring);
    }
  });
  return { rings, faceOf };
}

function traceArcs(
  rings: readonly number[][],
  faceOf: Map<number, number>,
  links: readonly number[][],
  points: readonly Point[],
  edgeFlags: Map<number, number>,
): { arcs: Arc[]; around: { arc: number; forward: boolean }[][] } {
  const arcs: Arc[] = [];
  const arcOf = new Map<number, number>();
  const around = rings.map((ring, face) => {
    const own: { arc: number; forward: boolean }[] = [];
    const startAt = ring.findIndex((node) => links[node]!.length > 2);
    for (let k = 0; k < ring.length;) {
      const nodeAt = (i: number): number => ring[(startAt + i) % ring.length]!;
      const nodes = [nodeAt(k), nodeAt(k + 1)];
      while (links[nodes[nodes.length - 1]!]!.length === 2) nodes.push(nodeAt(k + nodes.length));
      k += nodes.length - 1;
      const known = arcOf.get(directedKey(nodes[1]!, nodes[0]!));
      if (known !== undefined) {
        own.push({ arc: known, forward: false });
        continue;
      }
      const right = faceOf.get(directedKey(nodes[1]!, nodes[0]!)) ?? -1;
      let metres = 0;
      let followedMetres = 0;
      for (let i = 1; i < nodes.length; i++) {
        const step = distance(points[nodes[i - 1]!]!, points[nodes[i]!]!);
        metres += step;
        if (edgeFlags.get(edgeKey(nodes[i - 1]!, nodes[i]!))! & (STREET | WATER)) followedMetres += step;
        arcOf.set(directedKey(nodes[i - 1]!, nodes[i]!), arcs.length);
      }
      own.push({ arc: arcs.length, forward: true });
      arcs.push({ left: face, right, nodes, metres, followedMetres });
    }
    return own;
  });
  return { arcs, around };
}

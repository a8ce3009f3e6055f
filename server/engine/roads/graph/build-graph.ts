import { Growing } from '../growing.js';
import { localMetres } from './local-metres.js';
import type { StreetAttributes } from '../osm/graph/osm-way.js';
import { listOutEdges } from './out-edges.js';
import { share } from './share.js';
import type { StreetGraph } from './street-graph.js';

/** Lines over numbered points: what a graph is built from, whatever the file. */
export interface StreetLines {
  /** Points in steps of 1e-7°: x0, y0, x1, y1 … */
  readonly points: Int32Array;
  /** Points where a line must be cut even if no other line meets it there; their `vertexFlag` bits. */
  readonly flags: ReadonlyMap<number, number>;
  /** Line i runs over `refs[starts[i]] … refs[starts[i + 1] - 1]`, numbers of points. */
  readonly starts: Uint32Array;
  readonly refs: Uint32Array;
  readonly attributes: readonly StreetAttributes[];
}

/** Where each line came to lie: segments `first[i] … first[i + 1] - 1`, in the line's direction. */
export interface BuiltGraph {
  readonly graph: StreetGraph;
  readonly firstSegment: Uint32Array;
  /** Vertex of each point, plus one; 0 for a point that is none. */
  readonly vertexOf: Uint32Array;
}

/**
 * Cuts lines at junctions (points that two lines share, or one line twice), at flagged points and at their ends.
 * Pieces without length are dropped.
 */
export function buildGraph(lines: StreetLines, version: string): BuiltGraph {
  const { points, flags, starts, refs, attributes } = lines;
  const uses = countUses(lines);
  for (const point of flags.keys()) if (uses[point]! > 0) uses[point] = 2;
  const vertexOf = new Uint32Array(points.length / 2);
  const places = new Growing(new Int32Array(4096));
  const ends = new Growing(new Uint32Array(4096));
  const lengths = new Growing(new Float32Array(4096));
  const classes = new Growing(new Uint8Array(4096));
  const limits = new Growing(new Uint8Array(4096));
  const access = new Growing(new Uint8Array(4096));
  const nameOf = new Growing(new Uint32Array(4096));
  const firstBend = new Growing(new Uint32Array(4096));
  const bends = new Growing(new Int32Array(16384));
  const vertexFlags = new Growing(new Uint8Array(4096));
  const names = new Map<string, number>([['', 0]]);
  const firstSegment = new Uint32Array(attributes.length + 1);

  const vertexAt = (point: number): number => {
    if (vertexOf[point] === 0) {
      places.push(points[2 * point]!);
      places.push(points[2 * point + 1]!);
      vertexFlags.push(flags.get(point) ?? 0);
      vertexOf[point] = vertexFlags.length;
    }
    return vertexOf[point]! - 1;
  };

  for (let line = 0; line < attributes.length; line++) {
    const { streetClass, forward, backward, limit, name } = attributes[line]!;
    firstSegment[line] = classes.length;
    let nameNumber = names.get(name);
    if (nameNumber === undefined) names.set(name, (nameNumber = names.size));
    const last = starts[line + 1]! - 1;
    let from = starts[line]!;
    let metres = 0;
    let bendsSoFar = bends.length;
    for (let i = from + 1; i <= last; i++) {
      const a = 2 * refs[i - 1]!;
      const b = 2 * refs[i]!;
      metres += localMetres(points[a]!, points[a + 1]!, points[b]!, points[b + 1]!);
      if (i < last && uses[refs[i]!]! < 2) {
        bends.push(points[b]!);
        bends.push(points[b + 1]!);
        continue;
      }
      if (metres > 0) {
        ends.push(vertexAt(refs[from]!));
        ends.push(vertexAt(refs[i]!));
        lengths.push(metres);
        classes.push(streetClass);
        limits.push(limit);
        access.push(forward | (backward << 4));
        nameOf.push(nameNumber);
        firstBend.push(bendsSoFar / 2);
      } else bends.length = bendsSoFar;
      from = i;
      metres = 0;
      bendsSoFar = bends.length;
    }
  }
  firstSegment[attributes.length] = classes.length;
  firstBend.push(bends.length / 2);

  const vertexCount = vertexFlags.length;
  const segmentCount = classes.length;
  const shared = { ends: share(ends.view(), Uint32Array) };
  const { firstOut, outEdges } = listOutEdges(shared.ends, vertexCount);
  const graph: StreetGraph = {
    version,
    vertexCount,
    segmentCount,
    places: share(places.view(), Int32Array),
    vertexFlags: share(vertexFlags.view(), Uint8Array),
    firstOut,
    outEdges,
    ...shared,
    lengths: share(lengths.view(), Float32Array),
    classes: share(classes.view(), Uint8Array),
    limits: share(limits.view(), Uint8Array),
    access: share(access.view(), Uint8Array),
    nameOf: share(nameOf.view(), Uint32Array),
    names: [...names.keys()],
    firstBend: share(firstBend.view(), Uint32Array),
    bends: share(bends.view(), Int32Array),
    forbiddenTurns: new Uint32Array(0),
    forbiddenPaths: new Uint32Array(0),
  };
  return { graph, firstSegment, vertexOf };
}

/** How often each point is an end (counts twice) or passed; capped at 2. */
function countUses({ points, starts, refs, attributes }: StreetLines): Uint8Array {
  const uses = new Uint8Array(points.length / 2);
  for (let line = 0; line < attributes.length; line++) {
    const end = starts[line + 1]!;
    for (let i = starts[line]!; i < end; i++) {
      const point = refs[i]!;
      if (uses[point]! < 2) uses[point]!++;
    }
    uses[refs[starts[line]!]!] = 2;
    uses[refs[end - 1]!] = 2;
  }
  return uses;
}

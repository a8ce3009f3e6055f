/**
 * A street network in typed arrays, shareable between threads.
 *
 * A *segment* is a piece of street between two junctions (or dead ends, barriers). It is travelled by two *edges*:
 * edge `2 s` runs along segment `s` as it is drawn, edge `2 s + 1` against it; the twin of edge `e` is `e ^ 1`.
 */
export interface StreetGraph {
  /** Changes with the streets: what was computed on another version is out of date. */
  readonly version: string;
  readonly vertexCount: number;
  readonly segmentCount: number;
  /** Vertices, in steps of 1e-7°: x0, y0, x1, y1 … */
  readonly places: Int32Array;
  /** Bits of `vertexFlag`. */
  readonly vertexFlags: Uint8Array;
  /** Edges that leave vertex v: `outEdges[firstOut[v]] … outEdges[firstOut[v + 1] - 1]`. */
  readonly firstOut: Uint32Array;
  readonly outEdges: Uint32Array;
  /** Vertex at the start and at the end of each segment: [from0, to0, from1, to1 …]; `ends[e]` is where edge e starts. */
  readonly ends: Uint32Array;
  /** Metres on the ellipsoid. */
  readonly lengths: Float32Array;
  /** Numbers of `streetClasses`. */
  readonly classes: Uint8Array;
  /** Signed limit, km/h; 0 where there is none. */
  readonly limits: Uint8Array;
  /** Bits of `accessFlag`, forward in the low half, backward in the high half. */
  readonly access: Uint8Array;
  /** Number into `names`. */
  readonly nameOf: Uint32Array;
  readonly names: readonly string[];
  /** Bends of segment s between its ends, in steps of 1e-7°: `bends[2 i]`, `bends[2 i + 1]` for i from `firstBend[s]`. */
  readonly firstBend: Uint32Array;
  readonly bends: Int32Array;
  /** Forbidden ways through a junction, three numbers each: edge in, edge out, profile bits it binds. */
  readonly forbiddenTurns: Uint32Array;
  /** Forbidden ways over several junctions, one after another: profile bits, number of edges (three or more), the edges. */
  readonly forbiddenPaths: Uint32Array;
}

/** Who may use a segment in one direction. */
export const accessFlag = { driving: 1, cycling: 2, walking: 4 } as const;

export const vertexFlag = {
  /** Traffic signals. */
  signal: 1,
  /** A barrier that stops cars, bicycles, walkers. */
  noDriving: 2,
  noCycling: 4,
  noWalking: 8,
} as const;

/** Bytes of all arrays. */
export function byteLengthOf(graph: StreetGraph): number {
  return Object.values(graph).reduce(
    (sum: number, value: unknown) => sum + (ArrayBuffer.isView(value) ? value.byteLength : 0),
    0,
  );
}

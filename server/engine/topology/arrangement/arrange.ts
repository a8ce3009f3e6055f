import { findFaces, type Faces } from './faces.js';
import { snapRound } from './snap-round.js';

/** A ring of an area (closed), or a line, in whole steps: x0, y0, x1, y1, … */
export interface Path {
  readonly points: ArrayLike<number>;
  /** The area whose border this is; -1 for a line that bounds none. */
  readonly area: number;
  /** Flags that the edges it becomes carry, beside those of others that run there. */
  readonly marks?: number;
}

/** An arrangement of paths: what they cut the plane into, and which areas cover each face. */
export interface Arrangement extends Faces {
  /** Marks of each edge. */
  readonly marks: Int32Array;
  /** The areas that cover each face, in ascending order; a ring counts by the even-odd rule. */
  readonly covers: readonly (readonly number[])[];
}

/**
 * The arrangement of segments on the 1e-7° grid: noded by snap rounding, faces found, covers told. Edges that bound
 * nothing after rounding (both sides have the same cover) are dropped unless they carry marks.
 */
export function arrange(paths: readonly Path[]): Arrangement {
  const { segments, pathOf } = segmentsOf(paths);
  const noded = snapRound(segments);
  const toggles: number[][] = noded.from.map(() => []);
  const marksOf = new Int32Array(noded.from.length);
  for (let s = 0; s < pathOf.length; s++) {
    const { area, marks = 0 } = paths[pathOf[s]!]!;
    for (let i = noded.starts[s]!; i < noded.starts[s + 1]!; i++) {
      const edge = noded.halves[i]! >> 1;
      marksOf[edge]! |= marks;
      if (area >= 0) toggle(toggles[edge]!, area);
    }
  }
  const kept = noded.from.map((_, e) => e).filter((e) => toggles[e]!.length > 0 || marksOf[e] !== 0);
  const faces = findFaces({
    xs: noded.vertices.xs,
    ys: noded.vertices.ys,
    from: kept.map((e) => noded.from[e]!),
    to: kept.map((e) => noded.to[e]!),
  });
  return {
    ...faces,
    marks: Int32Array.from(kept, (e) => marksOf[e]!),
    covers: spreadCovers(
      faces,
      kept.map((e) => toggles[e]!),
    ),
  };
}

function segmentsOf(paths: readonly Path[]): { segments: Int32Array; pathOf: Int32Array } {
  const count = paths.reduce((sum, { points }) => sum + Math.max(0, points.length / 2 - 1), 0);
  const segments = new Int32Array(4 * count);
  const pathOf = new Int32Array(count);
  let s = 0;
  paths.forEach(({ points }, p) => {
    for (let i = 2; i < points.length; i += 2, s++) {
      for (let k = 0; k < 4; k++) segments[4 * s + k] = points[i - 2 + k]!;
      pathOf[s] = p;
    }
  });
  return { segments, pathOf };
}

/** Adds what is not in a set, takes out what is. */
function toggle(set: number[], area: number): void {
  const at = set.indexOf(area);
  if (at === -1) set.push(area);
  else set.splice(at, 1);
}

/** From face to face, starting outside where nothing covers: crossing an edge of an area's border enters or leaves it. */
function spreadCovers({ count, next, faceOf, borders }: Faces, toggles: readonly number[][]): number[][] {
  const covers: number[][] = Array.from({ length: count });
  covers[0] = [];
  const queue = [0];
  for (let face = queue.pop(); face !== undefined; face = queue.pop()) {
    for (const start of borders[face]!) {
      let h = start;
      do {
        const beyond = faceOf[h ^ 1]!;
        if (!covers[beyond]) {
          const cover = covers[face]!.slice();
          for (const area of toggles[h >> 1]!) toggle(cover, area);
          covers[beyond] = cover.sort((a, b) => a - b);
          queue.push(beyond);
        }
        h = next[h]!;
      } while (h !== start);
    }
  }
  return covers;
}

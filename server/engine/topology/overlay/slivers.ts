import { eachHalfEdge, edgeLength, faceSize, IN_STEPS } from '../arrangement/face-size.js';
import type { Faces } from '../arrangement/faces.js';

/** Which area of each side covers a face, numbered from 1; 0 is none. */
export type FacePair = [a: number, b: number];

const NARROWEST_STEPS = 3;

/** Gives faces that are there by rounding alone to a neighbour: the pair of that becomes theirs, in place. */
export function absorbSlivers(faces: Faces, pairs: FacePair[]): void {
  const slivers: { face: number; area: number }[] = [];
  for (let face = 1; face < faces.count; face++) {
    if (pairs[face]![0] === 0 && pairs[face]![1] === 0) continue;
    const { area, width } = faceSize(faces, face, IN_STEPS);
    if (width < NARROWEST_STEPS) slivers.push({ face, area });
  }
  slivers.sort((p, q) => p.area - q.area || p.face - q.face);
  // What is a sliver itself inherits nothing before it has found its own place.
  let waiting = new Set(slivers.map(({ face }) => face));
  for (let left = -1; waiting.size !== left;) {
    left = waiting.size;
    const still = new Set(waiting);
    for (const face of waiting) {
      const heir = findHeir(faces, pairs, face, still);
      if (!heir) continue;
      pairs[face] = heir;
      still.delete(face);
    }
    waiting = still;
  }
}

/** The pair of the neighbour with the longest shared border; one that keeps the area of `a`, or else of `b`, goes first. */
function findHeir(
  faces: Faces,
  pairs: readonly FacePair[],
  face: number,
  waiting: ReadonlySet<number>,
): FacePair | null {
  const [a, b] = pairs[face]!;
  const lengths = new Map<string, { pair: FacePair; rank: number; length: number }>();
  eachHalfEdge(faces, face, (h) => {
    const beyond = faces.faceOf[h ^ 1]!;
    const pair = pairs[beyond]!;
    if (waiting.has(beyond) || (pair[0] === 0 && pair[1] === 0)) return;
    const rank = a !== 0 && pair[0] === a ? 2 : b !== 0 && pair[1] === b ? 1 : 0;
    const entry = lengths.get(pair.join()) ?? { pair, rank, length: 0 };
    entry.length += edgeLength(faces, h >> 1, IN_STEPS);
    lengths.set(pair.join(), entry);
  });
  let best: { pair: FacePair; rank: number; length: number } | null = null;
  for (const entry of lengths.values())
    if (!best || entry.rank > best.rank || (entry.rank === best.rank && entry.length > best.length))
      best = entry;
  return best && best.pair;
}

import { eachHalfEdge, edgeLength, faceSize } from '../arrangement/face-size.js';
import type { Faces } from '../arrangement/faces.js';
import { metricAt } from '../arrangement/metric.js';

interface Blob {
  area: number;
  perimeter: number;
  /** Metres shared with other blobs. */
  readonly shared: Map<number, number>;
}

/**
 * Joins faces that are too small or too narrow (between the two carriageways of a street) to the neighbour they share the
 * most border with, the smallest first, until none is left that has a neighbour.
 *
 * @param isInside faces to look at
 * @returns for each face the number of the block it belongs to, from 0 in the order of faces; -1 for the others
 */
export function mergeFaces(
  faces: Faces,
  isInside: readonly boolean[],
  leastSquareMetres: number,
  leastWidthMetres: number,
): { blockOf: Int32Array; count: number } {
  const blobs = isInside.map((inside, face) => (inside ? blobOf(faces, face, isInside) : null));
  const parent = Int32Array.from(isInside.keys());
  const isSmall = ({ area, perimeter }: Blob) =>
    area < leastSquareMetres || 2 * area < leastWidthMetres * perimeter;
  // Areas only grow, so what was put in with a smaller one is out of date and put in again.
  const queue = new SmallestFirst();
  blobs.forEach((blob, face) => blob && isSmall(blob) && queue.add(face, blob.area));
  for (let taken = queue.take(); taken; taken = queue.take()) {
    const { item: face, key } = taken;
    const blob = blobs[face];
    if (!blob || blob.area !== key || !isSmall(blob)) continue;
    const heir = longest(blob.shared);
    if (heir === -1) continue;
    const into = blobs[heir]!;
    into.area += blob.area;
    into.perimeter += blob.perimeter - 2 * blob.shared.get(heir)!;
    into.shared.delete(face);
    for (const [other, metres] of blob.shared) {
      if (other === heir) continue;
      const both = (into.shared.get(other) ?? 0) + metres;
      into.shared.set(other, both);
      blobs[other]!.shared.delete(face);
      blobs[other]!.shared.set(heir, both);
    }
    blobs[face] = null;
    parent[face] = heir;
    if (isSmall(into)) queue.add(heir, into.area);
  }

  const blockOf = new Int32Array(isInside.length).fill(-1);
  let count = 0;
  blobs.forEach((blob, face) => {
    if (blob) blockOf[face] = count++;
  });
  for (let face = 0; face < isInside.length; face++) {
    if (!isInside[face]) continue;
    let root = face;
    while (parent[root] !== root) root = parent[root] = parent[parent[root]!]!;
    blockOf[face] = blockOf[root]!;
  }
  return { blockOf, count };
}

function blobOf(faces: Faces, face: number, isInside: readonly boolean[]): Blob {
  const { ys, from } = faces.graph;
  const metric = metricAt(ys[from[faces.borders[face]![0]! >> 1]!]!);
  const shared = new Map<number, number>();
  let perimeter = 0;
  eachHalfEdge(faces, face, (h) => {
    const beyond = faces.faceOf[h ^ 1]!;
    if (beyond === face) return;
    const metres = edgeLength(faces, h >> 1, metric);
    perimeter += metres;
    if (isInside[beyond]) shared.set(beyond, (shared.get(beyond) ?? 0) + metres);
  });
  return { area: faceSize(faces, face, metric).area, perimeter, shared };
}

function longest(shared: ReadonlyMap<number, number>): number {
  let [best, most] = [-1, -1];
  for (const [other, metres] of shared)
    if (metres > most || (metres === most && other < best)) [best, most] = [other, metres];
  return best;
}

/** A binary heap of numbers by key, of equal keys the smaller number first. */
class SmallestFirst {
  private readonly heap: { item: number; key: number }[] = [];

  add(item: number, key: number): void {
    const { heap } = this;
    let at = heap.push({ item, key }) - 1;
    while (at > 0 && this.isBefore(at, (at - 1) >> 1)) at = this.swap(at, (at - 1) >> 1);
  }

  take(): { item: number; key: number } | undefined {
    const { heap } = this;
    const [first] = heap;
    const last = heap.pop();
    if (heap.length === 0 || !last) return first;
    heap[0] = last;
    for (let at = 0; ;) {
      let child = 2 * at + 1;
      if (child + 1 < heap.length && this.isBefore(child + 1, child)) child++;
      if (child >= heap.length || !this.isBefore(child, at)) return first;
      at = this.swap(at, child);
    }
  }

  private isBefore(a: number, b: number): boolean {
    const [p, q] = [this.heap[a]!, this.heap[b]!];
    return p.key < q.key || (p.key === q.key && p.item < q.item);
  }

  private swap(a: number, b: number): number {
    [this.heap[a], this.heap[b]] = [this.heap[b]!, this.heap[a]!];
    return b;
  }
}

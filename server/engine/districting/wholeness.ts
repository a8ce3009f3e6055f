import type { DistrictGraph } from './graph.js';

/** Neighbours a mask has bits for. */
const MASKED = 31;

/** Tells whether a district stays one piece without one of its nodes; mostly from the node's neighbours alone. */
export class Wholeness {
  /** For each neighbour of a node, beside `neighbours`, which of the others it touches, as bits. */
  private readonly masks: Int32Array;
  private readonly label: Int32Array;
  private readonly stampOf: Int32Array;
  private readonly queue: Int32Array;
  private readonly root: Int32Array;
  private readonly waiting: Int32Array;
  private stamp = 0;

  constructor(private readonly graph: DistrictGraph) {
    const { nodeCount, first } = graph;
    let most = 0;
    for (let v = 0; v < nodeCount; v++) most = Math.max(most, first[v + 1]! - first[v]!);
    this.masks = neighbourMasks(graph);
    this.label = new Int32Array(nodeCount);
    this.stampOf = new Int32Array(nodeCount);
    this.queue = new Int32Array(nodeCount);
    this.root = new Int32Array(most);
    this.waiting = new Int32Array(most);
  }

  /** Whether the rest of u's district is one piece; false when there is no rest. */
  without(u: number, part: Int32Array): boolean {
    const { neighbours, first } = this.graph;
    const from = first[u]!;
    const degree = first[u + 1]! - from;
    if (degree > MASKED) return this.search(u, part);
    const own = part[u];
    let mask = 0;
    for (let i = 0; i < degree; i++) if (part[neighbours[from + i]!] === own) mask |= 1 << i;
    if (mask === 0) return false;
    // Neighbours joined by edges among themselves.
    let met = mask & -mask;
    for (let open = met; open !== 0;) {
      const lowest = open & -open;
      open ^= lowest;
      const more = this.masks[from + 31 - Math.clz32(lowest)]! & mask & ~met;
      met |= more;
      open |= more;
    }
    return met === mask || this.search(u, part);
  }

  /** Breadth-first from all of u's neighbours in its district at once, until all have met or one can go no further. */
  private search(u: number, part: Int32Array): boolean {
    const { label, stampOf, queue, root, waiting } = this;
    const { first, neighbours } = this.graph;
    const own = part[u]!;
    const stamp = ++this.stamp;
    stampOf[u] = stamp;
    label[u] = -1;
    let groups = 0;
    let tail = 0;
    for (let i = first[u]!; i < first[u + 1]!; i++) {
      const w = neighbours[i]!;
      if (part[w] !== own) continue;
      stampOf[w] = stamp;
      label[w] = root[groups] = groups;
      waiting[groups++] = 1;
      queue[tail++] = w;
    }
    if (groups < 2) return groups === 1;
    for (let head = 0; ; head++) {
      const v = queue[head]!;
      const group = this.rootOf(label[v]!);
      for (let i = first[v]!; i < first[v + 1]!; i++) {
        const w = neighbours[i]!;
        if (part[w] !== own) continue;
        if (stampOf[w] !== stamp) {
          stampOf[w] = stamp;
          label[w] = group;
          waiting[group]!++;
          queue[tail++] = w;
        } else if (label[w]! >= 0) {
          const other = this.rootOf(label[w]!);
          if (other === group) continue;
          root[other] = group;
          waiting[group]! += waiting[other]!;
          if (--groups === 1) return true;
        }
      }
      if (--waiting[group]! === 0) return false;
    }
  }

  private rootOf(group: number): number {
    const { root } = this;
    while (root[group] !== group) group = root[group]!;
    return group;
  }
}

function neighbourMasks({ nodeCount, first, neighbours }: DistrictGraph): Int32Array {
  const masks = new Int32Array(neighbours.length);
  const placeOf = new Int32Array(nodeCount).fill(-1);
  for (let v = 0; v < nodeCount; v++) {
    const from = first[v]!;
    const degree = first[v + 1]! - from;
    if (degree > MASKED) continue;
    for (let i = 0; i < degree; i++) placeOf[neighbours[from + i]!] = i;
    for (let i = 0; i < degree; i++) {
      const w = neighbours[from + i]!;
      for (let j = first[w]!; j < first[w + 1]!; j++) {
        const place = placeOf[neighbours[j]!]!;
        if (place >= 0) masks[from + i]! |= 1 << place;
      }
    }
    for (let i = 0; i < degree; i++) placeOf[neighbours[from + i]!] = -1;
  }
  return masks;
}

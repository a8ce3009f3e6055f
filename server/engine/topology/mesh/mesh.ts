import { orientation } from '../../geometry/grid.js';
import { SegmentIndex } from './segment-index.js';

/** Label of what belongs to no grid. */
export const OUTSIDE = 0;
/** In a journal: the edge is not there. */
export const ABSENT = -1;
/** Numbers a journal keeps of each change: from, to; left and right before; left and right after. */
export const CHANGE = 6;

/**
 * The borders of a tiling as a planar map: vertices in whole steps, and edges that know the grid on either side.
 * Edge e has two half-edges, 2e and 2e + 1, one for each direction; a half-edge carries the label of the grid to its
 * left. (Half-edges: M. de Berg et al., Computational Geometry, 3rd ed. 2008, ch. 2; here without stored faces, for a
 * face's rings are found by walking.)
 *
 * All changes go through `set`; while `journal` is an array it takes each one down, so that an edit can
 * be taken back by running it backwards. Vertices are never removed: one without edges is just not there.
 */
export class Mesh {
  x = new Int32Array(64);
  y = new Int32Array(64);
  vertexCount = 0;
  /** The vertex a half-edge starts from; it ends where its twin `h ^ 1` starts. */
  origin = new Int32Array(128);
  /** The grid to the left, or ABSENT. */
  label = new Int32Array(128).fill(ABSENT);
  /** Highest edge number so far + 1; some in between may be free. */
  edgeCount = 0;
  /** Changes so far, CHANGE numbers each. */
  journal: number[] | null = null;
  readonly index = new SegmentIndex();

  private firstOut = new Int32Array(64).fill(-1);
  private nextOut = new Int32Array(128);
  private readonly firstIn: number[] = [];
  private nextIn = new Int32Array(128);
  private previousIn = new Int32Array(128);
  private readonly free: number[] = [];
  private table = new Int32Array(128).fill(-1);
  private marks = new Int32Array(128);
  private markNow = 0;

  /** Makes room at once for what is to come. */
  reserve(vertices: number, edges: number): void {
    this.growVertices(vertices);
    this.growEdges(edges);
    this.index.reserve(edges);
  }

  /** The number of the vertex at a place, a new one if need be. */
  vertexAt(x: number, y: number): number {
    let slot = this.slotOf(x, y);
    const known = this.table[slot]!;
    if (known >= 0) return known;
    if (this.vertexCount === this.x.length) {
      this.growVertices(2 * this.vertexCount);
      slot = this.slotOf(x, y);
    }
    const vertex = this.vertexCount++;
    this.x[vertex] = x;
    this.y[vertex] = y;
    this.table[slot] = vertex;
    return vertex;
  }

  /** The vertex at a place if a border passes it, else -1. */
  findVertex(x: number, y: number): number {
    const vertex = this.table[this.slotOf(x, y)]!;
    return vertex >= 0 && this.firstOut[vertex]! >= 0 ? vertex : -1;
  }

  /** The half-edge u → v, or -1. */
  find(u: number, v: number): number {
    for (let h = this.firstOut[u]!; h >= 0; h = this.nextOut[h]!) if (this.origin[h ^ 1] === v) return h;
    return -1;
  }

  /** Half-edges that start from a vertex, in no order. */
  outOf(vertex: number): number[] {
    const out: number[] = [];
    for (let h = this.firstOut[vertex]!; h >= 0; h = this.nextOut[h]!) out.push(h);
    return out;
  }

  degree(vertex: number): number {
    let count = 0;
    for (let h = this.firstOut[vertex]!; h >= 0; h = this.nextOut[h]!) count++;
    return count;
  }

  /** Whether an edge of the outer border ends at the vertex. */
  isOuter(vertex: number): boolean {
    for (let h = this.firstOut[vertex]!; h >= 0; h = this.nextOut[h]!)
      if (this.label[h] === OUTSIDE || this.label[h ^ 1] === OUTSIDE) return true;
    return false;
  }

  /** Half-edges with this label to their left, in no order. */
  inLabel(label: number): number[] {
    const found: number[] = [];
    for (let h = this.firstIn[label] ?? -1; h >= 0; h = this.nextIn[h]!) found.push(h);
    return found;
  }

  /** The half-edge, from the western (southern) end, of each edge that has one of these labels on a side. */
  edgesOf(labels: ReadonlySet<number>): number[] {
    const edges = new Set<number>();
    for (const label of labels) for (const h of this.inLabel(label)) edges.add(h >> 1);
    const { x, y, origin } = this;
    // In an order that does not depend on what was before.
    return [...edges]
      .map((e) => 2 * e)
      .sort((h, k) => {
        const [p, q] = [this.leastEnd(h), this.leastEnd(k)];
        return (
          x[origin[p]!]! - x[origin[q]!]! ||
          y[origin[p]!]! - y[origin[q]!]! ||
          x[origin[p ^ 1]!]! - x[origin[q ^ 1]!]! ||
          y[origin[p ^ 1]!]! - y[origin[q ^ 1]!]!
        );
      })
      .map((h) => this.leastEnd(h));
  }

  hasLabel(label: number): boolean {
    return (this.firstIn[label] ?? -1) >= 0;
  }

  /** Makes the edge u–v what is given: grids to the left and right of u → v, both ABSENT for no edge. Returns u → v. */
  set(u: number, v: number, left: number, right: number): number {
    let h = this.find(u, v);
    this.journal?.push(
      u,
      v,
      h < 0 ? ABSENT : this.label[h]!,
      h < 0 ? ABSENT : this.label[h ^ 1]!,
      left,
      right,
    );
    if (left === ABSENT) {
      if (h >= 0) this.drop(h);
      return -1;
    }
    if (h < 0) h = this.create(u, v);
    this.relabel(h, left);
    this.relabel(h ^ 1, right);
    return h;
  }

  /** Runs changes backwards, or once more. */
  replay(journal: readonly number[], backwards: boolean): void {
    const count = journal.length / CHANGE;
    for (let i = 0; i < count; i++) {
      const at = CHANGE * (backwards ? count - 1 - i : i);
      const to = at + (backwards ? 2 : 4);
      this.set(journal[at]!, journal[at + 1]!, journal[to]!, journal[to + 1]!);
    }
  }

  /** The next half-edge along the border of the face to the left of h: the first one clockwise from the way back. */
  next(h: number): number {
    const back = h ^ 1;
    const v = this.origin[back]!;
    const u = this.origin[h]!;
    let best = -1;
    for (let k = this.firstOut[v]!; k >= 0; k = this.nextOut[k]!) {
      if (k !== back && (best < 0 || this.isSooner(v, this.x[u]!, this.y[u]!, k, best))) best = k;
    }
    return best < 0 ? back : best;
  }

  /** The half-edges around the face to the left of h, from h on. */
  walk(h: number): number[] {
    const walk = [h];
    for (let k = this.next(h); k !== h; k = this.next(k)) walk.push(k);
    return walk;
  }

  /** The label of the sector at v that the direction to (x, y), where no edge runs, lies in; v has edges. */
  sectorAt(v: number, x: number, y: number): number {
    let best = -1;
    for (let k = this.firstOut[v]!; k >= 0; k = this.nextOut[k]!)
      if (best < 0 || this.isSooner(v, x, y, k, best)) best = k;
    return this.label[best]!;
  }

  /** Half-edges out of v, counter-clockwise. */
  around(v: number): number[] {
    const out = this.outOf(v);
    if (out.length < 3) return out;
    const first = out[0]!;
    const [x, y] = [this.x[this.origin[first ^ 1]!]!, this.y[this.origin[first ^ 1]!]!];
    return [first, ...out.slice(1).sort((a, b) => (this.isSooner(v, x, y, b, a) ? -1 : 1))];
  }

  /** Whether the sectors around a vertex have one grid each, seen from both their edges. */
  isConsistentAt(v: number): boolean {
    const out = this.around(v);
    const { label } = this;
    return out.every(
      (h, i) => label[h] === label[out[(i + 1) % out.length]! ^ 1] && label[h] !== label[h ^ 1],
    );
  }

  /** Begins a new round of marking half-edges. */
  clearMarks(): void {
    this.markNow++;
  }

  /** Marks a half-edge; false if it was marked already in this round. */
  mark(h: number): boolean {
    if (this.marks[h] === this.markNow) return false;
    this.marks[h] = this.markNow;
    return true;
  }

  /** Whether, turning clockwise at v from the direction to (x, y), half-edge a comes before b. */
  private isSooner(v: number, x: number, y: number, a: number, b: number): boolean {
    const [vx, vy] = [this.x[v]!, this.y[v]!];
    const [p, q] = [this.origin[a ^ 1]!, this.origin[b ^ 1]!];
    const [px, py, qx, qy] = [this.x[p]!, this.y[p]!, this.x[q]!, this.y[q]!];
    const [turnP, turnQ] = [turn(vx, vy, x, y, px, py), turn(vx, vy, x, y, qx, qy)];
    return turnP === turnQ ? orientation(vx, vy, px, py, qx, qy) < 0 : turnP < turnQ;
  }

  private leastEnd(h: number): number {
    const [u, v] = [this.origin[h]!, this.origin[h ^ 1]!];
    return this.x[u]! < this.x[v]! || (this.x[u] === this.x[v] && this.y[u]! < this.y[v]!) ? h : h ^ 1;
  }

  private create(u: number, v: number): number {
    const e = this.free.pop() ?? this.edgeCount++;
    this.growEdges(e + 1);
    const h = 2 * e;
    this.origin[h] = u;
    this.origin[h + 1] = v;
    this.nextOut[h] = this.firstOut[u]!;
    this.firstOut[u] = h;
    this.nextOut[h + 1] = this.firstOut[v]!;
    this.firstOut[v] = h + 1;
    this.index.insert(e, this.x[u]!, this.y[u]!, this.x[v]!, this.y[v]!);
    return h;
  }

  private drop(h: number): void {
    this.relabel(h, ABSENT);
    this.relabel(h ^ 1, ABSENT);
    this.unlinkOut(h);
    this.unlinkOut(h ^ 1);
    this.index.remove(h >> 1);
    this.free.push(h >> 1);
  }

  private unlinkOut(h: number): void {
    const u = this.origin[h]!;
    const next = this.nextOut[h]!;
    if (this.firstOut[u] === h) {
      this.firstOut[u] = next;
      return;
    }
    let k = this.firstOut[u]!;
    while (this.nextOut[k] !== h) k = this.nextOut[k]!;
    this.nextOut[k] = next;
  }

  private relabel(h: number, label: number): void {
    const before = this.label[h]!;
    if (before === label) return;
    if (before !== ABSENT) {
      const [next, previous] = [this.nextIn[h]!, this.previousIn[h]!];
      if (next >= 0) this.previousIn[next] = previous;
      if (previous >= 0) this.nextIn[previous] = next;
      else this.firstIn[before] = next;
    }
    this.label[h] = label;
    if (label === ABSENT) return;
    const first = this.firstIn[label] ?? -1;
    this.nextIn[h] = first;
    this.previousIn[h] = -1;
    if (first >= 0) this.previousIn[first] = h;
    this.firstIn[label] = h;
  }

  private slotOf(x: number, y: number): number {
    const mask = this.table.length - 1;
    const mixed = Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    for (let v = this.table[slot]!; v >= 0 && (this.x[v] !== x || this.y[v] !== y); v = this.table[slot]!)
      slot = (slot + 1) & mask;
    return slot;
  }

  private growVertices(count: number): void {
    if (count <= this.x.length) return;
    const capacity = Math.max(count, 2 * this.x.length);
    this.x = grown(this.x, capacity, 0);
    this.y = grown(this.y, capacity, 0);
    this.firstOut = grown(this.firstOut, capacity, -1);
    let slots = this.table.length;
    while (slots < 2 * capacity) slots *= 2;
    this.table = new Int32Array(slots).fill(-1);
    for (let v = 0; v < this.vertexCount; v++) this.table[this.slotOf(this.x[v]!, this.y[v]!)] = v;
  }

  private growEdges(count: number): void {
    if (2 * count <= this.origin.length) return;
    const capacity = Math.max(2 * count, 2 * this.origin.length);
    this.origin = grown(this.origin, capacity, 0);
    this.label = grown(this.label, capacity, ABSENT);
    this.nextOut = grown(this.nextOut, capacity, 0);
    this.nextIn = grown(this.nextIn, capacity, 0);
    this.previousIn = grown(this.previousIn, capacity, 0);
    this.marks = grown(this.marks, capacity, 0);
  }
}

/** How far to turn clockwise from v → r: 0 less than half a turn, 1 half, 2 more; same direction counts as a whole turn. */
function turn(vx: number, vy: number, rx: number, ry: number, px: number, py: number): number {
  const side = orientation(vx, vy, rx, ry, px, py);
  if (side < 0) return 0;
  if (side > 0) return 2;
  const isSame = (rx - vx) * (px - vx) + (ry - vy) * (py - vy) > 0;
  return isSame ? 3 : 1;
}

function grown(from: Int32Array<ArrayBuffer>, length: number, fill: number): Int32Array<ArrayBuffer> {
  const to = new Int32Array(length).fill(fill);
  to.set(from);
  return to;
}

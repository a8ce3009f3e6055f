import { findFault } from '../../../server/engine/geometry/validity.js';
import type { Tiling } from '../../../server/engine/topology/tiling.js';
import { distanceTo, partsOf, type Place } from './places.js';

/** Edges are named by two numbers of vertices in one. */
const MOST_VERTICES = 2 ** 26;

/**
 * Watches a tiling from outside, by what it says its grids cover, in the plainest way there is: directed edges in a map
 * and exact areas. After each edit `look` at the grids it names; `lookAtAll` asks the tiling for everything anew.
 */
export class TilingOracle {
  private readonly rings = new Map<string, Place[][][]>();
  private readonly edges = new Map<string, number[]>();
  private readonly owners = new Map<number, string>();
  private readonly pieces = new Map<string, number>();
  private readonly vertices = new Map<number, number>();
  private readonly places: Place[] = [];
  private readonly outerStart: (readonly [Place, Place])[];
  private readonly outerKnown = new Set<number>();
  private readonly origin: Place;
  private doubledArea = 0;

  constructor(private readonly tiling: Tiling) {
    const ids = tiling.gridIds();
    this.origin = partsOf(tiling.boundary(ids[0]!))[0]![0]![0]!;
    for (const id of ids) this.put(id);
    this.outerStart = this.outerEdges().map((edge) => this.endsOf(edge));
    for (const [id, parts] of this.rings) this.pieces.set(id, parts.length);
  }

  /** Throws where something is wrong with grids that an edit has changed, added or removed. */
  look(ids: readonly string[]): void {
    for (const id of ids) this.take(id);
    for (const id of ids) if (this.tiling.has(id)) this.put(id);
    for (const id of ids) {
      const parts = this.rings.get(id);
      if (!parts) continue;
      if (parts.length > (this.pieces.get(id) ?? 1)) throw new Error(`${id} is in ${parts.length} pieces`);
      const fault = findFault(parts.map((part) => part.map(doubled)));
      if (fault) throw new Error(`${id}: ${JSON.stringify(fault)}`);
      for (const edge of this.edges.get(id)!)
        if (!this.owners.has(turned(edge)) && !this.isOuter(edge))
          throw new Error(`${id} has an edge without twin: ${this.endsOf(edge).join(' ')}`);
    }
  }

  lookAtAll(): void {
    const ids = this.tiling.gridIds();
    if ([...this.rings.keys()].sort().join() !== ids.join()) throw new Error('other grids than told');
    for (const id of ids)
      if (JSON.stringify(this.rings.get(id)) !== JSON.stringify(partsOf(this.tiling.boundary(id))))
        throw new Error(`${id} changed untold`);
    this.look(ids);
    const outer = this.outerEdges().map((edge) => this.endsOf(edge));
    const around = outer.reduce((sum, [a, b]) => sum + this.doubledShoelace(a, b), 0);
    if (around !== this.doubledArea) throw new Error(`areas: ${this.doubledArea} inside, ${around} around`);
    const corners = new Set(outer.map(([a]) => String(a)));
    for (const [a] of this.outerStart)
      if (!corners.has(String(a))) throw new Error(`outer vertex ${a} has gone`);
  }

  private put(id: string): void {
    const parts = partsOf(this.tiling.boundary(id));
    this.rings.set(id, parts);
    const edges = this.edgesOf(parts);
    this.edges.set(id, edges);
    for (const edge of edges) {
      const other = this.owners.get(edge);
      if (other !== undefined)
        throw new Error(`${this.endsOf(edge).join(' ')} is claimed by ${other} and ${id}`);
      this.owners.set(edge, id);
    }
    this.doubledArea += this.areaOf(parts);
  }

  private take(id: string): void {
    const parts = this.rings.get(id);
    if (!parts) return;
    this.rings.delete(id);
    for (const edge of this.edges.get(id)!) this.owners.delete(edge);
    this.edges.delete(id);
    this.doubledArea -= this.areaOf(parts);
  }

  private edgesOf(parts: Place[][][]): number[] {
    const edges: number[] = [];
    for (const ring of parts.flat()) {
      const numbers = ring.map((place) => this.numberOf(place));
      for (let i = 1; i < numbers.length; i++) edges.push(numbers[i - 1]! * MOST_VERTICES + numbers[i]!);
    }
    return edges;
  }

  private numberOf(place: Place): number {
    const key = (place[0] - this.origin[0]) * MOST_VERTICES + place[1] - this.origin[1];
    let number = this.vertices.get(key);
    if (number === undefined) {
      number = this.places.push(place) - 1;
      this.vertices.set(key, number);
    }
    return number;
  }

  private endsOf(edge: number): [Place, Place] {
    return [this.places[Math.floor(edge / MOST_VERTICES)]!, this.places[edge % MOST_VERTICES]!];
  }

  private outerEdges(): number[] {
    return [...this.owners.keys()].filter((edge) => !this.owners.has(turned(edge)));
  }

  /** Whether an edge is the outer border's as it was at the start, or a piece of it with the ends rounded. */
  private isOuter(edge: number): boolean {
    if (this.outerKnown.has(edge)) return true;
    const ends = this.endsOf(edge);
    const isPiece = this.outerStart.some(([a, b]) =>
      ends.every((end) => isInBox(a, b, end) && distanceTo(a, b, end) <= 1),
    );
    if (isPiece) this.outerKnown.add(edge);
    return isPiece;
  }

  /** Seen from a place nearby, so that doubles hold it exactly. */
  private doubledShoelace([ax, ay]: Place, [bx, by]: Place): number {
    const [x, y] = this.origin;
    return (ax - x) * (by - y) - (bx - x) * (ay - y);
  }

  private areaOf(parts: Place[][][]): number {
    let sum = 0;
    for (const ring of parts.flat())
      for (let i = 1; i < ring.length; i++) sum += this.doubledShoelace(ring[i - 1]!, ring[i]!);
    if (!Number.isSafeInteger(sum)) throw new Error('too large to be exact');
    return sum;
  }
}

const turned = (edge: number) => (edge % MOST_VERTICES) * MOST_VERTICES + Math.floor(edge / MOST_VERTICES);

const isInBox = ([ax, ay]: Place, [bx, by]: Place, [x, y]: Place) =>
  Math.abs(2 * x - ax - bx) <= Math.abs(ax - bx) + 2 && Math.abs(2 * y - ay - by) <= Math.abs(ay - by) + 2;

/** Twice as large, the middle of an edge has whole coordinates too: that is quicker to look at. */
function doubled(ring: readonly Place[]): Float64Array {
  const flat = new Float64Array(2 * ring.length);
  ring.forEach(([x, y], i) => flat.set([2 * x, 2 * y], 2 * i));
  return flat;
}

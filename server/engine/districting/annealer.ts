import type { DistrictGraph } from './graph.js';
import type { Random } from './random.js';
import { Wholeness } from './wholeness.js';

/** Moves between two looks at the loads. */
const STRIDE = 128;
const ASKED_EVERY = 256;
const LEAST = 1e-7;

/** Least and most weight of each district. */
export interface LoadBounds {
  readonly low: ArrayLike<number>;
  readonly high: ArrayLike<number>;
}

/**
 * Districts that pass single nodes to one another over their borders while they cool (S. Kirkpatrick, C. Gelatt and
 * M. Vecchi, Science 220 (1983)). Each district stays one piece at every step; its weight may leave its bounds at a price
 * that follows how often that happens.
 */
export class Annealer {
  readonly part: Int32Array;
  /** The best so far: of those nearest to the bounds the one that costs least. */
  readonly best: Int32Array;
  bestCost = Infinity;
  bestExcess = Infinity;
  private cost = 0;
  /** By how much loads lie outside their bounds, altogether, in mean weights of a node. */
  private excess = 0;
  private price = 1;
  private readonly weights: Float64Array;
  private readonly low: Float64Array;
  private readonly high: Float64Array;
  private readonly load: Float64Array;
  private readonly size: Int32Array;
  private readonly area: Float64Array;
  private readonly outline: Float64Array;
  private readonly wholeness: Wholeness;
  /** Neighbours of each node that are in other districts; nodes with any, in no order, and where each stands there. */
  private readonly foreign: Int32Array;
  private readonly border: Int32Array;
  private readonly placeOf: Int32Array;
  private borderCount = 0;

  constructor(
    private readonly graph: DistrictGraph,
    private readonly districts: number,
    bounds: LoadBounds,
    private readonly side: number,
    private readonly random: Random,
  ) {
    const { nodeCount, weights } = graph;
    const unit = weights.reduce((sum, weight) => sum + weight, 0) / nodeCount || 1;
    this.weights = weights.map((weight) => weight / unit);
    this.low = Float64Array.from(bounds.low, (weight) => weight / unit);
    this.high = Float64Array.from(bounds.high, (weight) => weight / unit);
    this.part = new Int32Array(nodeCount);
    this.best = new Int32Array(nodeCount);
    this.load = new Float64Array(districts);
    this.size = new Int32Array(districts);
    this.area = new Float64Array(districts);
    this.outline = new Float64Array(districts);
    this.wholeness = new Wholeness(graph);
    this.foreign = new Int32Array(nodeCount);
    this.border = new Int32Array(nodeCount);
    this.placeOf = new Int32Array(nodeCount);
  }

  /** Begins anew from districts that are one piece each. */
  start(part: ArrayLike<number>): void {
    const { first, neighbours, costs, nodeCount, shape } = this.graph;
    for (const sums of [this.load, this.size, this.area, this.outline]) sums.fill(0);
    this.part.set(part);
    this.cost = 0;
    this.borderCount = 0;
    for (let v = 0; v < nodeCount; v++) {
      const own = part[v]!;
      this.load[own]! += this.weights[v]!;
      this.size[own]!++;
      if (shape) {
        this.area[own]! += shape.areas[v]!;
        this.outline[own]! += shape.outlines[v]!;
      }
      let foreign = 0;
      for (let i = first[v]!; i < first[v + 1]!; i++) {
        const w = neighbours[i]!;
        if (part[w] !== own) {
          foreign++;
          this.cost += costs[i]! / 2;
        } else if (shape) this.outline[own]! -= shape.lengths[i]!;
      }
      this.foreign[v] = foreign;
      if (foreign > 0) this.enter(v);
    }
    if (shape)
      for (let d = 0; d < this.districts; d++) this.cost += this.roundness(this.area[d]!, this.outline[d]!);
    this.excess = 0;
    for (let d = 0; d < this.districts; d++) this.excess += this.excessOf(d, this.load[d]!);
    this.price = 1;
    this.bestCost = this.bestExcess = Infinity;
    this.keepIfBest();
  }

  /**
   * Tries so many moves while it cools from `hot` to `cold`, in mean costs of an edge.
   * The districts within bounds are held at six in ten while it is hot, and at nineteen in twenty when it is cold.
   *
   * @param isOver asked now and then with the moves tried in this run; ends it
   * @returns moves tried
   */
  run(moves: number, hot: number, cold: number, isOver: (moves: number) => boolean): number {
    const strides = Math.ceil(moves / STRIDE);
    const step = (cold - hot) / strides;
    let s = 0;
    for (let temperature = hot; s < strides && this.borderCount > 0; s++, temperature += step) {
      if (s % ASKED_EVERY === ASKED_EVERY - 1 && isOver(s * STRIDE)) break;
      for (let m = 0; m < STRIDE; m++) this.tryMove(temperature);
      this.adjustPrice(0.6 + (0.35 * s) / strides);
    }
    this.keepIfBest();
    return s * STRIDE;
  }

  private tryMove(temperature: number): void {
    const { part, random, load, size } = this;
    const { first, neighbours, costs, shape } = this.graph;
    const u = this.border[random.below(this.borderCount)]!;
    const a = part[u]!;
    if (size[a] === 1) return;
    const from = first[u]!;
    const end = first[u + 1]!;
    // The district of a neighbour across the border, by chance.
    let pick = random.below(this.foreign[u]!);
    let at = from;
    while (part[neighbours[at]!] === a || pick-- > 0) at++;
    const b = part[neighbours[at]!]!;
    let change = 0;
    for (let i = from; i < end; i++) {
      const other = part[neighbours[i]!];
      if (other === a) change += costs[i]!;
      else if (other === b) change -= costs[i]!;
    }
    if (shape) change += this.shapeChange(u, a, b);
    const weight = this.weights[u]!;
    const excessChange =
      this.excessOf(a, load[a]! - weight) +
      this.excessOf(b, load[b]! + weight) -
      this.excessOf(a, load[a]!) -
      this.excessOf(b, load[b]!);
    const energy = change + this.price * excessChange;
    if (energy > 0 && energy > temperature * random.exponential()) return;
    if (!this.wholeness.without(u, part)) return;
    this.move(u, a, b);
    this.cost += change;
    this.excess += excessChange;
    if (this.excess < LEAST && this.cost < this.bestCost - LEAST) this.keepIfBest();
  }

  private move(u: number, a: number, b: number): void {
    const { part, foreign } = this;
    const { first, neighbours, shape } = this.graph;
    part[u] = b;
    this.load[a]! -= this.weights[u]!;
    this.load[b]! += this.weights[u]!;
    this.size[a]!--;
    this.size[b]!++;
    if (shape) {
      this.area[a]! -= shape.areas[u]!;
      this.area[b]! += shape.areas[u]!;
      this.outline[a]! += this.outlineLost(u, a);
      this.outline[b]! -= this.outlineLost(u, b);
    }
    let others = 0;
    for (let i = first[u]!; i < first[u + 1]!; i++) {
      const w = neighbours[i]!;
      if (part[w] === b) {
        if (--foreign[w]! === 0) this.leave(w);
        continue;
      }
      others++;
      if (part[w] === a && foreign[w]!++ === 0) this.enter(w);
    }
    if (others === 0) this.leave(u);
    foreign[u] = others;
  }

  /** What leaving district d (or, the other way round, joining it) changes of its outline. */
  private outlineLost(u: number, d: number): number {
    const { first, neighbours } = this.graph;
    const { lengths, outlines } = this.graph.shape!;
    let shared = 0;
    for (let i = first[u]!; i < first[u + 1]!; i++)
      if (this.part[neighbours[i]!] === d) shared += lengths[i]!;
    return 2 * shared - outlines[u]!;
  }

  private shapeChange(u: number, a: number, b: number): number {
    const { area, outline } = this;
    const own = this.graph.shape!.areas[u]!;
    return (
      this.roundness(area[a]! - own, outline[a]! + this.outlineLost(u, a)) +
      this.roundness(area[b]! + own, outline[b]! - this.outlineLost(u, b)) -
      this.roundness(area[a]!, outline[a]!) -
      this.roundness(area[b]!, outline[b]!)
    );
  }

  /** Length of an outline against the area inside; times the side of a district in nodes it is in edges. */
  private roundness(area: number, outline: number): number {
    return (this.side * outline) / (2 * Math.sqrt(area));
  }

  private excessOf(d: number, load: number): number {
    return load > this.high[d]! ? load - this.high[d]! : load < this.low[d]! ? this.low[d]! - load : 0;
  }

  /** Dearer when more districts than wanted lie outside their bounds. */
  private adjustPrice(wanted: number): void {
    let within = 0;
    for (let d = 0; d < this.districts; d++) if (this.excessOf(d, this.load[d]!) < LEAST) within++;
    this.price *= within < wanted * this.districts ? 1.01 : 0.99;
    if (this.price > 50) this.price = 50;
    else if (this.price < 0.02) this.price = 0.02;
  }

  private keepIfBest(): void {
    const isNearer = this.excess < this.bestExcess - LEAST;
    if (!isNearer && (this.excess > this.bestExcess + LEAST || this.cost >= this.bestCost - LEAST)) return;
    this.bestCost = this.cost;
    this.bestExcess = this.excess < LEAST ? 0 : this.excess;
    this.best.set(this.part);
  }

  private enter(v: number): void {
    this.placeOf[v] = this.borderCount;
    this.border[this.borderCount++] = v;
  }

  private leave(v: number): void {
    const last = this.border[--this.borderCount]!;
    this.border[this.placeOf[v]!] = last;
    this.placeOf[last] = this.placeOf[v]!;
  }
}

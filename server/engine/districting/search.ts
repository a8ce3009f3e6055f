import { Annealer } from './annealer.js';
import { inducedGraph, type DistrictGraph } from './graph.js';
import { cutAtRandom } from './random-cut.js';
import { Random } from './random.js';

/** Moves of one cooling, for each node. */
const MOVES = 600;
/** Temperatures, in mean costs of an edge; shapes change by less at a step. */
const EDGES = { hot: 1, cold: 0.22 };
const SHAPES = { hot: 0.7, cold: 0.1 };
/** Share of the time for beginnings; with two districts there are no parts to better. */
const BEGINNINGS = 0.3;
const BEGINNINGS_OF_TWO = 0.5;
const MOST_KEPT = 8;
const LEAST = 1e-6;

export interface SearchTask {
  readonly graph: DistrictGraph;
  readonly districts: number;
  readonly low: number;
  readonly high: number;
}

/** Districts, what they cost, and by how much their loads lie outside the bounds. */
interface Drawing {
  part: Int32Array;
  cost: number;
  excess: number;
}

/**
 * Draws districts on a graph in one piece. First from many random beginnings, each cooled down; then the best of them are
 * bettered: all districts are warmed up a little, or two or three neighbours warmed up or drawn anew by chance, and what
 * comes out no worse is kept (large neighbourhood search, P. Shaw, CP 1998).
 *
 * @param spent share of the time spent, by moves so far
 * @returns each node's district
 */
export function searchDistricts(
  task: SearchTask,
  { seed, spent }: { seed: number; spent: (moves: number) => number },
): Int32Array {
  const search = new DistrictSearch(task, new Random(seed), spent);
  search.beginAnew(task.districts === 2 ? BEGINNINGS_OF_TWO : BEGINNINGS);
  search.betterKept();
  return search.best.part;
}

class DistrictSearch {
  best: Drawing;
  private readonly kept: Drawing[] = [];
  private readonly graph: DistrictGraph;
  private readonly whole: Annealer;
  /** Side of a district, in nodes. */
  private readonly side: number;
  private readonly hot: number;
  private readonly cold: number;
  private moves = 0;

  constructor(
    private readonly task: SearchTask,
    private readonly random: Random,
    private readonly spent: (moves: number) => number,
  ) {
    const { graph, districts } = task;
    this.graph = withMeanCostOne(graph);
    this.side = Math.sqrt(graph.nodeCount / districts);
    ({ hot: this.hot, cold: this.cold } = graph.shape ? SHAPES : EDGES);
    this.whole = this.annealerOf(this.graph, districts);
    this.best = { part: new Int32Array(graph.nodeCount), cost: Infinity, excess: Infinity };
  }

  /** From random beginnings until such a share of the time is spent, once at least; the best ones are kept. */
  beginAnew(until: number): void {
    const { graph, random, task, whole, kept } = this;
    const most = MOVES * graph.nodeCount;
    let length = most / 8;
    do {
      whole.start(cutAtRandom(graph, task.districts, task, random));
      this.cool(whole, length, this.hot);
      kept.push(this.noteBest(drawingOf(whole)));
      kept.sort(byWorth);
      if (kept.length > MOST_KEPT) kept.pop();
      // What time allows, told from the first short run.
      length = Math.min(most, (0.15 * this.moves) / Math.max(this.spent(this.moves), 1e-9));
    } while (this.spent(this.moves) < until);
  }

  betterKept(): void {
    const { random, kept, task, graph } = this;
    // Only as many as leave each pair of neighbouring districts several turns.
    const movesLeft = (1 / Math.max(this.spent(this.moves), 1e-9) - 1) * this.moves;
    const turns = (movesLeft * task.districts) / (2 * MOVES * graph.nodeCount);
    kept.length = Math.max(1, Math.min(kept.length, Math.floor(turns / (6 * task.districts))));
    while (this.spent(this.moves) < 1) {
      const drawing = kept[random.below(kept.length)]!;
      if (random.below(2) === 0) this.warmUp(drawing);
      else this.betterPart(drawing, this.pickDistricts(drawing, random.below(5) < 2 ? 3 : 2));
    }
  }

  /** Cools all districts down once more, from a third of the heat or more. */
  private warmUp(drawing: Drawing): void {
    this.whole.start(drawing.part);
    this.cool(
      this.whole,
      (MOVES * this.graph.nodeCount) / 2,
      this.hot * (0.3 + this.random.below(100) / 150),
    );
    const found = drawingOf(this.whole);
    if (byWorth(found, drawing) <= 0) Object.assign(drawing, this.noteBest(found));
  }

  /** Draws some districts anew, or from where they are; the others stay. */
  private betterPart(drawing: Drawing, chosen: readonly number[]): void {
    const { random, task } = this;
    const numberOf = new Int32Array(task.districts).fill(-1);
    chosen.forEach((d, i) => (numberOf[d] = i));
    const nodes: number[] = [];
    drawing.part.forEach((d, v) => numberOf[d] !== -1 && nodes.push(v));
    const graph = inducedGraph(this.graph, nodes);
    const annealer = this.annealerOf(graph, chosen.length);
    annealer.start(Int32Array.from(nodes, (v) => numberOf[drawing.part[v]!]!));
    const before = drawingOf(annealer);
    if (random.below(2) === 0) annealer.start(cutAtRandom(graph, chosen.length, task, random));
    this.cool(annealer, MOVES * nodes.length, this.hot);
    const after = drawingOf(annealer);
    if (byWorth(after, before) > 0) return;
    nodes.forEach((v, i) => (drawing.part[v] = chosen[after.part[i]!]!));
    drawing.cost += after.cost - before.cost;
    const excess = drawing.excess + after.excess - before.excess;
    drawing.excess = excess < LEAST ? 0 : excess;
    this.noteBest(drawing);
  }

  /** A district by chance and others that touch it or one another. */
  private pickDistricts({ part }: Drawing, count: number): number[] {
    const { random, task } = this;
    const { first, neighbours, nodeCount } = this.graph;
    const chosen = [random.below(task.districts)];
    while (chosen.length < Math.min(count, task.districts)) {
      // The district across a border, each edge as likely as the next.
      let across = -1;
      let seen = 0;
      for (let v = 0; v < nodeCount; v++) {
        if (!chosen.includes(part[v]!)) continue;
        for (let i = first[v]!; i < first[v + 1]!; i++) {
          const other = part[neighbours[i]!]!;
          if (!chosen.includes(other) && random.below(++seen) === 0) across = other;
        }
      }
      chosen.push(across);
    }
    return chosen;
  }

  private annealerOf(graph: DistrictGraph, districts: number): Annealer {
    const { low, high } = this.task;
    const bounds = {
      low: new Float64Array(districts).fill(low),
      high: new Float64Array(districts).fill(high),
    };
    return new Annealer(graph, districts, bounds, this.side, this.random);
  }

  private cool(annealer: Annealer, moves: number, hot: number): void {
    this.moves += annealer.run(moves, hot, this.cold, (own) => this.spent(this.moves + own) >= 1);
  }

  private noteBest(drawing: Drawing): Drawing {
    if (byWorth(drawing, this.best) < 0) this.best = { ...drawing, part: drawing.part.slice() };
    return drawing;
  }
}

const drawingOf = ({ best, bestCost, bestExcess }: Annealer): Drawing => ({
  part: best.slice(),
  cost: bestCost,
  excess: bestExcess,
});

/** Negative when the first is nearer to its bounds, or as near and costs less. */
function byWorth(a: Drawing, b: Drawing): number {
  if (Math.abs(a.excess - b.excess) > LEAST) return a.excess - b.excess;
  return Math.abs(a.cost - b.cost) > LEAST ? a.cost - b.cost : 0;
}

/** Costs in their mean, as temperatures are. */
function withMeanCostOne(graph: DistrictGraph): DistrictGraph {
  const mean = graph.costs.reduce((sum, cost) => sum + cost, 0) / graph.costs.length;
  return mean > 0 ? { ...graph, costs: graph.costs.map((cost) => cost / mean) } : graph;
}

import { Annealer, type LoadBounds } from './annealer.js';
import type { DistrictGraph } from './graph.js';
import { inducedGraph } from './graph.js';
import { cutAtRandom } from './random-cut.js';
import { Random } from './random.js';

export const knobs = {
  anneal: 600,
  hot: 1,
  cold: 0.22,
  part: 600,
  partHot: 1,
  restartShare: 0.3,
  pool: 8,
  recut: 0.5,
  three: 0.4,
  four: 0,
  equal: 1,
  shapeHot: 0.7,
  shapeCold: 0.1,
  whole: 0,
  wholeHot: 0.6,
};

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
 * bettered in parts: two or three neighbouring districts at a time are warmed up or drawn anew by chance, and what comes
 * out no worse is kept (large neighbourhood search, P. Shaw, CP 1998).
 *
 * @param spent share of the time spent, by moves so far
 * @returns each node's district
 */
export function searchDistricts(
  task: SearchTask,
  { seed, spent }: { seed: number; spent: (moves: number) => number },
): Int32Array {
  const search = new DistrictSearch(task, new Random(seed), spent);
  search.beginAnew(task.districts === 2 ? 1 : knobs.restartShare);
  search.betterParts();
  (globalThis as any).__log = search.log;
  (globalThis as any).__stats = search.stats;
  return search.best.part;
}

class DistrictSearch {
  best: Drawing;
  log: string[] = [];
  stats = { restarts: 0, steps: 0, taken: 0, moves: 0 };
  private readonly pool: Drawing[] = [];
  private readonly graph: DistrictGraph;
  private moves = 0;
  private readonly hot: number;
  private readonly cold: number;
  private readonly side: number;
  private readonly isOver: (own: number) => boolean;

  constructor(
    private readonly task: SearchTask,
    private readonly random: Random,
    private readonly spent: (moves: number) => number,
  ) {
    this.graph = withMeanCostOne(task.graph);
    this.side = Math.sqrt(task.graph.nodeCount / task.districts);
    this.hot = task.graph.shape ? knobs.shapeHot : knobs.hot;
    this.cold = task.graph.shape ? knobs.shapeCold : knobs.cold;
    this.isOver = (own) => this.spent(this.moves + own) >= 1;
    this.best = {
      part: cutAtRandom(this.graph, task.districts, task, this.random),
      cost: Infinity,
      excess: Infinity,
    };
  }

  /** From random beginnings until such a share of the time is spent, once at least; the best ones are kept. */
  beginAnew(until: number): void {
    const { graph, random, task } = this;
    const annealer = this.annealerOf(graph, task.districts);
    const perRun = knobs.anneal * graph.nodeCount;
    let length = perRun / 8;
    do {
      annealer.start(cutAtRandom(graph, task.districts, task, random));
      this.cool(annealer, length, this.hot);
      this.stats.restarts++;
      this.keep({ part: annealer.best.slice(), cost: annealer.bestCost, excess: annealer.bestExcess });
      // What time allows, told from the first short run.
      length = Math.min(perRun, (0.15 * this.moves) / Math.max(this.spent(this.moves), 1e-9));
    } while (this.spent(this.moves) < until);
  }

  betterParts(): void {
    const { random, pool, task } = this;
    const spent = Math.max(this.spent(this.moves), 1e-9);
    // As many as leave each pair of neighbouring districts several turns.
    const turns = ((1 / spent - 1) * this.moves * task.districts) / (2 * knobs.part * this.graph.nodeCount);
    pool.length = Math.max(1, Math.min(pool.length, Math.floor(turns / (20 * task.districts))));
    while (task.districts > 1 && this.spent(this.moves) < 1) {
      const drawing = pool[random.below(pool.length)]!;
      const r = random.below(100) / 100;
      if (random.below(100) < 100 * knobs.whole) { this.rewarm(drawing); continue; }
      this.betterPart(
        drawing,
        this.pickDistricts(drawing, r < knobs.four ? 4 : r < knobs.four + knobs.three ? 3 : 2),
      );
    }
    this.stats.moves = this.moves;
  }

  private whole: Annealer | null = null;
  private rewarm(drawing: Drawing): void {
    this.whole ??= this.annealerOf(this.graph, this.task.districts);
    const annealer = this.whole;
    annealer.start(drawing.part);
    this.cool(annealer, (knobs.anneal * this.graph.nodeCount) / 2, this.hot * (0.4 + 0.6 * this.random.below(100) / 100) * knobs.wholeHot);
    const found = { part: annealer.best.slice(), cost: annealer.bestCost, excess: annealer.bestExcess };
    this.stats.steps++;
    if (byWorth(found, drawing) > 0) return;
    if (byWorth(found, drawing) < 0) this.stats.taken++;
    Object.assign(drawing, found);
    this.noteBest(drawing, 'w');
  }

  private betterPart(drawing: Drawing, chosen: readonly number[]): void {
    const { graph, random } = this;
    const numberOf = new Int32Array(this.task.districts).fill(-1);
    chosen.forEach((d, i) => (numberOf[d] = i));
    const nodes: number[] = [];
    drawing.part.forEach((d, v) => numberOf[d] !== -1 && nodes.push(v));
    const part = inducedGraph(graph, nodes);
    const annealer = this.annealerOf(part, chosen.length);
    annealer.start(Int32Array.from(nodes, (v) => numberOf[drawing.part[v]!]!));
    const { bestCost: cost, bestExcess: excess } = annealer;
    const anew = random.below(100) < knobs.recut * 100;
    if (anew) annealer.start(cutAtRandom(part, chosen.length, this.task, random));
    this.cool(annealer, knobs.part * nodes.length, anew ? this.hot : this.hot * knobs.partHot);
    this.stats.steps++;
    const change = annealer.bestCost - cost;
    const excessChange = annealer.bestExcess - excess;
    if (excessChange > LEAST || (excessChange > -LEAST && change > LEAST)) return;
    if (change < -LEAST || excessChange < -LEAST) this.stats.taken++;
    nodes.forEach((v, i) => (drawing.part[v] = chosen[annealer.best[i]!]!));
    drawing.cost += change;
    drawing.excess = Math.abs(drawing.excess + excessChange) < LEAST ? 0 : drawing.excess + excessChange;
    this.noteBest(drawing, anew ? 'c' : 'k');
  }

  /** A district by chance and others that touch it or one another. */
  private pickDistricts({ part }: Drawing, count: number): number[] {
    const { random } = this;
    const { first, neighbours, nodeCount } = this.graph;
    const wanted = Math.min(count, this.task.districts);
    const isChosen = new Uint8Array(this.task.districts);
    const chosen = [random.below(this.task.districts)];
    isChosen[chosen[0]!] = 1;
    while (chosen.length < wanted) {
      const across: number[] = [];
      for (let v = 0; v < nodeCount; v++) {
        if (!isChosen[part[v]!]) continue;
        for (let i = first[v]!; i < first[v + 1]!; i++)
          if (!isChosen[part[neighbours[i]!]!]) across.push(part[neighbours[i]!]!);
      }
      const next = across[random.below(across.length)]!;
      isChosen[next] = 1;
      chosen.push(next);
    }
    return chosen;
  }

  private annealerOf(graph: DistrictGraph, districts: number): Annealer {
    const bounds: LoadBounds = {
      low: new Float64Array(districts).fill(this.task.low),
      high: new Float64Array(districts).fill(this.task.high),
    };
    return new Annealer(graph, districts, bounds, this.side, this.random);
  }

  private cool(annealer: Annealer, moves: number, hot: number): void {
    this.moves += annealer.run(moves, hot, this.cold, this.isOver);
  }

  private keep(drawing: Drawing): void {
    this.noteBest(drawing, 'r');
    this.pool.push(drawing);
    this.pool.sort(byWorth);
    if (this.pool.length > knobs.pool) this.pool.pop();
  }

  private noteBest(drawing: Drawing, how: string): void {
    if (byWorth(drawing, this.best) < 0) {
      this.best = { ...drawing, part: drawing.part.slice() };
      this.log.push(
        `${how}@${(this.moves / 1e6).toFixed(1)}M:${drawing.cost.toFixed(1)}${drawing.excess ? '!' + drawing.excess.toFixed(3) : ''}`,
      );
    }
  }
}

const LEAST = 1e-6;

const byWorth = (a: Drawing, b: Drawing): number =>
  Math.abs(a.excess - b.excess) > LEAST
    ? a.excess - b.excess
    : Math.abs(a.cost - b.cost) > LEAST
      ? a.cost - b.cost
      : 0;

/** Temperatures are told in mean costs of an edge. */
function withMeanCostOne(graph: DistrictGraph): DistrictGraph {
  const mean = graph.costs.reduce((sum, cost) => sum + cost, 0) / graph.costs.length;
  return mean > 0 ? { ...graph, costs: graph.costs.map((cost) => cost / mean) } : graph;
}

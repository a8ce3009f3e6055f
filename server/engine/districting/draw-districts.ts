import { allotDistricts } from './allot.js';
import { connectedPieces, contractedGraph, inducedGraph, type DistrictGraph } from './graph.js';
import { groupHangingPieces } from './hanging-pieces.js';
import { measureDistricts, type DistrictMeasures } from './measure-districts.js';
import { searchDistricts } from './search.js';

export interface DistrictingTask {
  readonly graph: DistrictGraph;
  readonly districts: number;
  /** Least and most weight of a district. */
  readonly low: number;
  readonly high: number;
}

export interface DistrictingRun {
  /** The same seed and the same `spent` give the same districts. */
  readonly seed?: number;
  /**
   * Share of the time that is spent, asked now and then: at 1 the search ends with the best so far.
   *
   * @param moves tried so far, to measure time by what is done
   */
  readonly spent: (moves: number) => number;
}

/** Why there can be no districts within the bounds, or that none were found. */
export type DistrictingProblem =
  | 'TOO_FEW_NODES'
  | 'TOO_MANY_PIECES'
  | 'WEIGHT_TOO_SMALL'
  | 'WEIGHT_TOO_LARGE'
  | 'NODE_TOO_HEAVY'
  | 'PIECE_DOES_NOT_DIVIDE'
  | 'NONE_FOUND';

export interface DrawnDistricts extends DistrictMeasures {
  /** District of each node, from 0. Each district has a node; each is one piece unless there are TOO_MANY_PIECES. */
  readonly districtOf: Int32Array;
  /** Null: every district is one piece and within bounds. Else these are the nearest found. */
  readonly problem: DistrictingProblem | null;
}

/**
 * Parts a graph into districts that are one piece each, weigh between `low` and `high` and cost as little as can be at
 * their borders (or, where the graph has shape, are as compact as can be).
 *
 * Where land is in several pieces each gets districts of its own, as many as its weight calls for. What hangs
 * on the rest by one node is drawn together with it. The search is told in `searchDistricts`.
 *
 * @throws RangeError for a task that makes no sense: no districts, more of them than nodes, bounds that are no range
 */
export function drawDistricts(task: DistrictingTask, { seed = 1, spent }: DistrictingRun): DrawnDistricts {
  const { graph, districts, low, high } = task;
  if (!(Number.isInteger(districts) && districts >= 1))
    throw new RangeError(`${districts} is no number of districts`);
  if (districts > graph.nodeCount)
    throw new RangeError(`${graph.nodeCount} nodes do not make ${districts} districts`);
  if (!(low >= 0 && high >= low)) throw new RangeError(`${low} to ${high} is no range of weights`);
  const pieces = piecesOf(task);
  const counts = allotDistricts(
    pieces.map(({ nodes }) => ({ weight: sumOf(graph, nodes), most: nodes.length })),
    districts,
  );
  const districtOf = new Int32Array(graph.nodeCount);
  if (counts === null) packPieces(task, pieces, districtOf);
  else {
    let moves = 0;
    let done = 0;
    let next = 0;
    pieces.forEach(({ nodes }, r) => {
      const count = counts[r]!;
      const [from, share] = [done / graph.nodeCount, nodes.length / graph.nodeCount];
      const before = moves;
      const own = drawPiece(
        { ...task, graph: inducedGraph(graph, nodes), districts: count },
        seed + r,
        (own) => {
          moves = before + own;
          return (spent(moves) - from) / share;
        },
      );
      nodes.forEach((v, i) => (districtOf[v] = next + own[i]!));
      next += count;
      done += nodes.length;
    });
  }
  const measures = measureDistricts(graph, districtOf, districts);
  return { districtOf, ...measures, problem: problemOf(task, pieces, counts, measures) };
}

/** Draws within land in one piece. */
function drawPiece(
  { graph, districts, low, high }: DistrictingTask,
  seed: number,
  spent: (moves: number) => number,
): Int32Array {
  if (districts === 1) return new Int32Array(graph.nodeCount);
  const mean = graph.weights.reduce((sum, weight) => sum + weight, 0) / districts;
  // Where even shares lie outside the bounds, nearest to them is to be even.
  const slack = (high - low) / 8;
  const bounds =
    mean >= low && mean <= high ? { low, high } : { low: Math.max(0, mean - slack), high: mean + slack };
  const { groupOf, count } = groupHangingPieces(graph, bounds.low);
  const isWorthIt = count < graph.nodeCount && count >= districts;
  const drawn = searchDistricts(
    { graph: isWorthIt ? contractedGraph(graph, groupOf, count) : graph, districts, ...bounds },
    { seed, spent },
  );
  return isWorthIt ? groupOf.map((group) => drawn[group]!) : drawn;
}

interface Piece {
  nodes: Int32Array;
}

/** Pieces of land. */
function piecesOf({ graph }: DistrictingTask): Piece[] {
  const { pieceOf, count } = connectedPieces(graph);
  const nodes: number[][] = Array.from({ length: count }, () => []);
  pieceOf.forEach((piece, v) => nodes[piece]!.push(v));
  return nodes.map((own) => ({ nodes: Int32Array.from(own) }));
}

/** More pieces than districts: the heaviest piece left always goes to the lightest district. */
function packPieces(
  { graph, districts }: DistrictingTask,
  pieces: readonly Piece[],
  districtOf: Int32Array,
): void {
  const loads = new Float64Array(districts);
  const byWeight = pieces
    .map(({ nodes }) => ({ nodes, weight: sumOf(graph, nodes) }))
    .sort((a, b) => b.weight - a.weight);
  byWeight.forEach(({ nodes, weight }, i) => {
    // Each district gets one before any gets a second, were its weight nothing.
    const d = i < districts ? i : loads.indexOf(Math.min(...loads));
    loads[d]! += weight;
    for (const v of nodes) districtOf[v] = d;
  });
}

function problemOf(
  { graph, districts, low, high }: DistrictingTask,
  pieces: readonly Piece[],
  counts: readonly number[] | null,
  { loads }: DistrictMeasures,
): DistrictingProblem | null {
  if (counts === null) return 'TOO_MANY_PIECES';
  if (loads.every((load) => load >= low && load <= high)) return null;
  const total = loads.reduce((sum, load) => sum + load, 0);
  if (total < districts * low) return 'WEIGHT_TOO_SMALL';
  if (total > districts * high) return 'WEIGHT_TOO_LARGE';
  if (graph.weights.some((weight) => weight > high)) return 'NODE_TOO_HEAVY';
  // How few and how many districts each piece could be.
  let [fewest, most] = [0, 0];
  const doesDivide = pieces.every(({ nodes }) => {
    const weight = sumOf(graph, nodes);
    const [few, many] = [
      Math.max(1, Math.ceil(weight / high)),
      low > 0 ? Math.floor(weight / low) : nodes.length,
    ];
    [fewest, most] = [fewest + few, most + many];
    return few <= many;
  });
  return doesDivide && fewest <= districts && districts <= most ? 'NONE_FOUND' : 'PIECE_DOES_NOT_DIVIDE';
}

const sumOf = ({ weights }: DistrictGraph, nodes: Int32Array): number =>
  nodes.reduce((sum, v) => sum + weights[v]!, 0);

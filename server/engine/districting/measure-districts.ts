import { connectedPieces, type DistrictGraph } from './graph.js';

export interface DistrictMeasures {
  readonly loads: Float64Array;
  /** Cost of all edges between districts. */
  readonly cutCost: number;
  readonly cutEdges: number;
  /** Pieces of land each district is in. */
  readonly pieces: Int32Array;
  /** Polsby–Popper of each, 4π area / outline²; null where the graph has no shape. */
  readonly compactness: Float64Array | null;
}

/** Measures districts from the ground up, whoever drew them. */
export function measureDistricts(
  graph: DistrictGraph,
  districtOf: ArrayLike<number>,
  districts: number,
): DistrictMeasures {
  const { nodeCount, first, neighbours, costs, weights, shape } = graph;
  const loads = new Float64Array(districts);
  const areas = new Float64Array(districts);
  const outlines = new Float64Array(districts);
  let cutCost = 0;
  let cutEdges = 0;
  for (let v = 0; v < nodeCount; v++) {
    const own = districtOf[v]!;
    loads[own]! += weights[v]!;
    areas[own]! += shape?.areas[v] ?? 0;
    outlines[own]! += shape?.outlines[v] ?? 0;
    for (let i = first[v]!; i < first[v + 1]!; i++) {
      const w = neighbours[i]!;
      if (districtOf[w] === own) outlines[own]! -= shape?.lengths[i] ?? 0;
      else if (v < w) {
        cutEdges++;
        cutCost += costs[i]!;
      }
    }
  }
  const pieces = new Int32Array(districts);
  const { pieceOf, count } = connectedPieces(graph, districtOf);
  const isSeen = new Uint8Array(count);
  pieceOf.forEach((piece, v) => {
    if (isSeen[piece]) return;
    isSeen[piece] = 1;
    pieces[districtOf[v]!]!++;
  });
  const compactness = shape && areas.map((area, d) => (4 * Math.PI * area) / outlines[d]! ** 2);
  return { loads, cutCost, cutEdges, pieces, compactness };
}

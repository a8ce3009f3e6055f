import { findPieces, type Pieces } from '@maplebridge/engine/roads/graph/pieces';
import type { StreetGraph } from '@maplebridge/engine/roads/graph/street-graph';

/** What a street network is made of. */
export interface StreetGraphReport extends Pieces {
  readonly segments: number;
  /** Where three or more streets meet. */
  readonly junctions: number;
  /** Turn restrictions in use. */
  readonly restrictions: number;
  /** Those of the file that are not: incomplete ones, and ones for certain times only. */
  readonly restrictionsUnused: number;
}

type Restrictions = Pick<StreetGraphReport, 'restrictions' | 'restrictionsUnused'>;

export function reportOn(
  graph: StreetGraph,
  told: Restrictions = { restrictions: 0, restrictionsUnused: 0 },
): StreetGraphReport {
  const { firstOut, segmentCount, vertexCount } = graph;
  let junctions = 0;
  for (let v = 0; v < vertexCount; v++) if (firstOut[v + 1]! - firstOut[v]! > 2) junctions++;
  return { segments: segmentCount, junctions, ...told, ...findPieces(graph) };
}

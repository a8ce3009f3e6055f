import { toSteps, type NamedArea } from '../arrangement/areas.js';
import { arrange, type Path } from '../arrangement/arrange.js';
import { dissolve } from '../arrangement/dissolve.js';
import { closeSmallHoles, decideOwners } from './decide-owners.js';
import { readClaims } from './face-faults.js';
import { describeFindings } from './findings.js';
import { readRings, type InputRing } from './input-rings.js';
import { joinEdges } from './join-edges.js';
import { joinPieces } from './join-pieces.js';
import { joinVertices } from './join-vertices.js';
import type { Repair } from './repair.types.js';
import { findRingFaults } from './ring-faults.js';
import type { VertexTable } from '../arrangement/vertex-table.js';

/**
 * Makes a true tiling of an imported set: no gap, no overlap, neighbours share every vertex of their border. Vertices and
 * borders of different grids nearer than the tolerance become one; then everything is noded and each face goes to one grid.
 * What is thinner than the tolerance (2 · area / perimeter, or its area below the tolerance squared) is only counted; bigger
 * gaps and overlaps are decided too, for the grid with the longest shared border, and told one by one, so that somebody can look.
 * A set that is a tiling already comes back as it is, T-junctions noded. The way is that of "snap, node, polygonise, label"
 * of H. Ledoux, K. Arroyo Ohori and M. Meijers, "A triangulation-based approach to automatically repair GIS polygons",
 * Computers & Geosciences 66 (2014), on an arrangement instead of a triangulation.
 *
 * @param grids in degrees; rings closed, in any direction; they may cross themselves (even-odd rule)
 * @returns grids in the order of the input, without those of which nothing is left (findings name them)
 */
export function repairTiling(grids: readonly NamedArea[], toleranceMetres: number): Repair {
  const ringFaults = findRingFaults(grids, toleranceMetres);
  const input = readRings(grids);
  joinVertices(input, toleranceMetres);
  joinEdges(input, toleranceMetres);
  const arrangement = arrange(input.rings.map((ring) => pathOf(ring, input.table)));
  const faces = readClaims(arrangement, input.gridOf, grids.length, toleranceMetres);
  const decision = decideOwners(faces);
  const pieces = joinPieces(faces, input.gridOf, decision.ownerOf, toleranceMetres);
  closeSmallHoles(faces, decision);
  const parts = dissolve(arrangement, decision.ownerOf, grids.length);
  return {
    grids: parts.flatMap((own, i) =>
      own.length === 0 ? [] : [{ id: grids[i]!.id, parts: toSteps(arrangement.graph, own) }],
    ),
    findings: [...ringFaults, ...describeFindings(faces, decision, pieces, grids)],
  };
}

function pathOf({ part, vertices }: InputRing, { xs, ys }: VertexTable): Path {
  return { area: part, points: vertices.flatMap((vertex) => [xs[vertex]!, ys[vertex]!]) };
}

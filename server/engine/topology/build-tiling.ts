import type { MultiPolygon, Polygon, Position } from 'geojson';
import { toGrid } from '../geometry/grid.js';
import { signedSize } from '../geometry/normalise.js';
import { inspect } from './check-tiling.js';
import { TilingState } from './edits/tiling-state.js';
import { nodeJunctions, nodeTouches, putRing, type Claim } from './mesh/match-rings.js';
import { Mesh } from './mesh/mesh.js';
import type { GridId, TilingFault } from './tiling.types.js';

export interface GivenGrid {
  id: GridId;
  boundary: Polygon | MultiPolygon;
}

export interface Start {
  state: TilingState;
  /** Why it is no tiling; none if it is one. */
  faults: TilingFault[];
}

/**
 * Polygons in degrees → the mesh of their borders. Coordinates are rounded to whole steps; where a vertex of one ring
 * lies on a neighbour's edge, or within a step of it, the neighbour gets that vertex.
 */
export function buildState(grids: readonly GivenGrid[]): Start {
  const mesh = new Mesh();
  const state = new TilingState(mesh);
  const claims: Claim[] = [];
  let positions = 0;
  for (const { boundary } of grids) for (const ring of ringsOf(boundary)) positions += ring.ring.length;
  // Each vertex of a tiling is in two rings or three.
  mesh.reserve(Math.ceil(positions * 0.6), Math.ceil(positions * 0.6));
  const empty: GridId[] = [];
  for (const { id, boundary } of grids) {
    if (state.findLabel(id) !== undefined) throw new Error(`Grid ${id} is there twice.`);
    const label = state.labelFor(id);
    for (const { ring, isShell } of ringsOf(boundary)) {
      const grid = toGrid(ring);
      if (signedSize(grid) > 0 !== isShell) reverse(grid);
      putRing(mesh, label, verticesOf(mesh, grid), claims);
    }
    if (!mesh.hasLabel(label)) empty.push(id);
  }
  nodeJunctions(mesh, claims);
  let { faults, shapes, holeCount } = inspect(state, () => Infinity);
  if (faults.some(({ kind, at }) => kind === 'CROSSING' && mesh.findVertex(at[0], at[1]) >= 0)) {
    nodeTouches(mesh, claims);
    ({ faults, shapes, holeCount } = inspect(state, () => Infinity));
  }
  for (const [label, shape] of shapes.entries()) if (shape) state.shapes[label] = shape;
  state.holeCount = holeCount;
  return { state, faults: [...faultsOf(state, claims, empty), ...faults] };
}

function faultsOf(state: TilingState, claims: readonly Claim[], empty: readonly GridId[]): TilingFault[] {
  return [
    ...claims.map(({ from, labels }): TilingFault => {
      const grids = state.idsOf(labels);
      const kind = grids.length > 1 ? 'OVERLAP' : 'INVALID_RING';
      return { kind, grids, at: state.step(from), areaSquareMetres: null };
    }),
    ...empty.map((id): TilingFault => ({
      kind: 'INVALID_RING',
      grids: [id],
      at: [0, 0],
      areaSquareMetres: 0,
    })),
  ];
}

function ringsOf(boundary: Polygon | MultiPolygon): { ring: Position[]; isShell: boolean }[] {
  const parts = boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates;
  return parts.flatMap((part) => part.map((ring, r) => ({ ring, isShell: r === 0 })));
}

function verticesOf(mesh: Mesh, grid: Int32Array): number[] {
  const vertices: number[] = [];
  for (let i = 0; i < grid.length; i += 2) {
    const v = mesh.vertexAt(grid[i]!, grid[i + 1]!);
    if (vertices[vertices.length - 1] !== v) vertices.push(v);
  }
  if (vertices.length > 1 && vertices[0] === vertices[vertices.length - 1]) vertices.pop();
  // Less than a triangle covers nothing.
  return vertices.length < 3 ? [] : vertices;
}

function reverse(grid: Int32Array): void {
  for (let i = 0, j = grid.length - 2; i < j; i += 2, j -= 2) {
    [grid[i], grid[j]] = [grid[j]!, grid[i]!];
    [grid[i + 1], grid[j + 1]] = [grid[j + 1]!, grid[i + 1]!];
  }
}

import { areaSquareMetres, lengthMetres } from '../coordinates/geodesic.js';
import { flatSquareMetres } from './arrangement/ring-area.js';
import type { TilingState } from './edits/tiling-state.js';
import { ABSENT, OUTSIDE } from './mesh/mesh.js';
import { shapeOf, toGeoJson, type Ring, type Shape } from './mesh/rings.js';
import { edgesClash, placeOfClash } from './mesh/segments.js';
import { isHole } from './repair/hole.js';
import type { TilingFault } from './tiling.types.js';

export interface Inspection {
  faults: TilingFault[];
  /** By label, from 1. */
  shapes: Shape[];
  /** How often enclosed land is somebody else's rather than a gap. */
  holeCount: number;
}

/**
 * Looks at everything, whatever has been looked at before: no two borders meet but in a vertex; around every vertex the
 * borders agree on the grid between them; rings nest; nothing enclosed is left uncovered; no grid is in more pieces
 * than `mostPieces` says. Whether enclosed land is a gap depends on the size of the grids; once it has been decided for a
 * start, `knownHoles` says how many are none (no edit makes one more).
 */
export function inspect(
  state: TilingState,
  mostPieces: (label: number) => number,
  knownHoles = 0,
): Inspection {
  const faults = [...findClashes(state), ...findTurns(state)];
  const shapes: Shape[] = [];
  for (let label = 1; label <= state.labelCount; label++) {
    if (!state.mesh.hasLabel(label)) continue;
    const shape = shapeOf(state.mesh, label);
    shapes[label] = shape;
    const grids = state.idsOf([label]);
    const fault = (kind: TilingFault['kind'], ring: Ring) =>
      faults.push({ kind, grids, at: state.step(ring.vertices[0]!), areaSquareMetres: null });
    if (shape.misplaced) fault('INVALID_RING', shape.misplaced);
    else if (shape.parts.length > mostPieces(label)) fault('IN_PIECES', shape.parts[1]![0]!);
  }
  const outside = shapeOf(state.mesh, OUTSIDE, true);
  if (outside.misplaced) faults.push(faultAlong(state, 'OVERLAP', outside.misplaced, null));
  const enclosed = outside.parts;
  const gaps = enclosed.length === knownHoles ? [] : findGaps(state, enclosed, shapes);
  return { faults: [...faults, ...gaps], shapes, holeCount: enclosed.length - gaps.length };
}

function findClashes(state: TilingState): TilingFault[] {
  const { mesh } = state;
  const { origin, x, y, label } = mesh;
  const faults: TilingFault[] = [];
  const near: number[] = [];
  for (let e = 0; e < mesh.edgeCount; e++) {
    if (label[2 * e] === ABSENT) continue;
    const [a, b] = [origin[2 * e]!, origin[2 * e + 1]!];
    near.length = 0;
    for (const f of mesh.index.along(x[a]!, y[a]!, x[b]!, y[b]!, near)) {
      if (f <= e || !edgesClash(mesh, e, f)) continue;
      const grids = state.idsOf([...state.gridsBeside(2 * e), ...state.gridsBeside(2 * f)]);
      faults.push({ kind: 'CROSSING', grids, at: placeOfClash(mesh, e, f), areaSquareMetres: null });
    }
  }
  return faults;
}

function findTurns(state: TilingState): TilingFault[] {
  const { mesh } = state;
  const faults: TilingFault[] = [];
  for (let v = 0; v < mesh.vertexCount; v++)
    if (!mesh.isConsistentAt(v))
      faults.push({
        kind: 'UNMATCHED_EDGE',
        grids: state.gridsAt(v),
        at: state.step(v),
        areaSquareMetres: null,
      });
  return faults;
}

/** Land enclosed but not covered that is no lake or the like. */
function findGaps(state: TilingState, enclosed: Shape['parts'], shapes: readonly Shape[]): TilingFault[] {
  const { mesh } = state;
  const places = { xs: mesh.x, ys: mesh.y };
  const areas = Object.values(shapes)
    .map(({ parts }) => parts.flat().map(({ vertices }) => vertices))
    // Where rings cross, nothing may be left of a grid.
    .filter((rings) => rings.length > 0)
    .map((rings) => flatSquareMetres(places, rings));
  return enclosed.flatMap((part) => {
    const shape = toGeoJson(mesh, { parts: [part], misplaced: null });
    const area = areaSquareMetres(shape);
    const perimeter = shape.coordinates[0]!.reduce((sum, ring) => sum + lengthMetres(ring), 0);
    return isHole(area, (2 * area) / perimeter, areas) ? [] : [faultAlong(state, 'GAP', part[0]!, area)];
  });
}

function faultAlong(
  state: TilingState,
  kind: TilingFault['kind'],
  ring: Ring,
  area: number | null,
): TilingFault {
  const { mesh } = state;
  const labels = ring.vertices.flatMap((v, i) => {
    const h = mesh.find(v, ring.vertices[(i + 1) % ring.vertices.length]!);
    return h < 0 ? [] : state.gridsBeside(h);
  });
  return { kind, grids: state.idsOf(labels), at: state.step(ring.vertices[0]!), areaSquareMetres: area };
}

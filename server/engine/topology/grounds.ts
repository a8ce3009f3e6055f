import type { MultiPolygon } from 'geojson';
import { STEPS_PER_DEGREE } from '../coordinates/round.js';
import { toMultiPolygon } from '../geometry/normalise.js';
import { buildState, type GivenGrid } from './build-tiling.js';
import { EditRefusal } from './edits/refusal.js';
import type { TilingState } from './edits/tiling-state.js';
import { repairTiling } from './repair/repair-tiling.js';
import type { GridId, Step, TilingFault } from './tiling.types.js';

/** What a tiling stands on; only a repair gives it another. */
export interface Ground {
  state: TilingState;
  /** A start that is no tiling: what was given, and why. */
  broken: { given: Map<GridId, MultiPolygon>; faults: TilingFault[] } | null;
}

/** The ground that grids make, whether they are a tiling or not. */
export function openGround(grids: readonly GivenGrid[]): Ground {
  const { state, faults } = buildState(grids);
  if (faults.length === 0) return { state, broken: null };
  const given = new Map(grids.map(({ id, boundary }) => [id, toMultiPolygon(boundary)]));
  return { state, broken: { given, faults } };
}

/**
 * A tiling out of a ground that is none.
 *
 * @throws EditRefusal where nothing is to be repaired, or what comes out is no tiling either
 */
export function repairGround({ broken }: Ground, toleranceMetres: number): Ground {
  if (!broken) throw new EditRefusal('IS_A_TILING');
  const given = [...broken.given].map(([id, boundary]) => ({ id, boundary }));
  const position = ([x, y]: Step) => [x / STEPS_PER_DEGREE, y / STEPS_PER_DEGREE];
  const repaired = repairTiling(given, toleranceMetres).grids.map(({ id, parts }) => {
    const coordinates = parts.map((part) => part.map((ring) => ring.map(position)));
    return { id, boundary: { type: 'MultiPolygon' as const, coordinates } };
  });
  const ground = openGround(repaired);
  if (ground.broken) throw notATiling(ground);
  return ground;
}

export function notATiling({ broken }: Ground): EditRefusal {
  const fault = broken?.faults[0];
  return new EditRefusal('NOT_A_TILING', fault?.at ?? null, fault?.grids ?? []);
}

/** All grids of a ground, in the order of their ids' code units. */
export function listIds({ state, broken }: Ground): GridId[] {
  if (broken) return [...broken.given.keys()].sort();
  const ids: GridId[] = [];
  for (let label = 1; label <= state.labelCount; label++)
    if (state.shapes[label]) ids.push(state.idOf(label));
  return ids.sort();
}

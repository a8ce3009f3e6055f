import type { Partition } from '../../state/overlays.js';
import type { StudioGrid } from '../../state/studio-store.js';
import type { Staff } from './fold-staff.js';
import type { Norms } from './use-weights.js';
import type { GridWeight } from './weigher.js';

export type FigureId =
  | 'households'
  | 'areaSquareMetres'
  | 'incidents'
  | 'riskPoints'
  | 'coverShare'
  | 'officers'
  | 'leads'
  | 'workers'
  | 'workload'
  | 'compactness'
  | 'parts';

/** One figure of a grid before and after; null: there is none. */
export interface GridFigure {
  id: FigureId;
  before: number | null;
  after: number | null;
  /** Key under `studio.norm`, with the norm's own values, where it is missed afterwards. */
  missed: { norm: 'size' | 'officers' | 'leads' | 'workers' | 'parts'; low: number; high: number } | null;
}

export interface Side {
  weight: GridWeight | undefined;
  workload: number | undefined;
  staff: Staff | undefined;
}

/** Everything that is said of a grid, and which norm it misses. A grid that ends misses none. */
export function listFigures(
  grid: StudioGrid | undefined,
  before: Side,
  after: Side,
  partition: Partition,
  norms: Norms,
): GridFigure[] {
  const figure = (
    id: FigureId,
    was: number | null | undefined,
    is: number | null | undefined,
  ): GridFigure => ({
    id,
    before: was ?? null,
    after: is ?? null,
    missed: null,
  });
  const ofWeight = (id: FigureId & keyof GridWeight): GridFigure =>
    figure(id, before.weight?.[id], after.weight?.[id]);
  const posts = (id: 'officers' | 'leads' | 'workers', role: keyof Staff, norm: number): GridFigure => {
    const is = after.weight ? (after.staff?.[role] ?? 0) : null;
    const all = figure(id, before.weight ? (before.staff?.[role] ?? 0) : null, is);
    const isMissed = is !== null && is < norm && grid?.kind !== 'DEDICATED';
    return { ...all, missed: isMissed ? { norm: id, low: norm, high: norm } : null };
  };
  const size = ofWeight('households');
  const { householdsLow: low, householdsHigh: high } = norms;
  if (grid?.kind === 'BASIC' && size.after !== null && (size.after < low || size.after > high))
    size.missed = { norm: 'size', low, high };
  const parts = ofWeight('parts');
  if (parts.after !== null && parts.after > 1 && parts.after > (parts.before ?? 1))
    parts.missed = { norm: 'parts', low: 1, high: 1 };
  return [
    size,
    ofWeight('areaSquareMetres'),
    ofWeight('incidents'),
    ofWeight('riskPoints'),
    ofWeight('coverShare'),
    ...(partition === 'POLICE'
      ? [posts('officers', 'OFFICER', norms.officersPerPoliceGrid)]
      : [
          posts('leads', 'GRID_LEAD', norms.leadsPerGrid),
          posts('workers', 'GRID_WORKER', norms.workersPerGrid),
        ]),
    figure('workload', before.workload, after.workload),
    ofWeight('compactness'),
    // One piece is what everybody expects.
    ...((parts.before ?? 1) > 1 || (parts.after ?? 1) > 1 ? [parts] : []),
  ];
}

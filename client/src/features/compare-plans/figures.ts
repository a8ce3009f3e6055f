import type {
  GridFiguresPartsFragment,
  PlanComparisonQuery,
} from '../../graphql/generated/studio/graphql.js';

export type Comparison = PlanComparisonQuery['planComparison'];
export type ComparisonRow = Comparison['rows'][number];
export type Parcel = Comparison['parcels'][number];

/** What grids are compared by. */
export const measures = [
  'households',
  'incidents',
  'riskPoints',
  'police',
  'gridWorkers',
  'workload',
  'areaSquareMetres',
  'coverShare',
  'compactness',
] as const;
export type Measure = (typeof measures)[number];

/** Those whose sum over all grids says something. */
const summed: ReadonlySet<Measure> = new Set([
  'households',
  'incidents',
  'riskPoints',
  'police',
  'gridWorkers',
  'areaSquareMetres',
]);

/** A figure of a grid; null: it is not known, or the grid is not there. */
function readFigure(figures: GridFiguresPartsFragment | null | undefined, measure: Measure): number | null {
  if (!figures) return null;
  return measure === 'police' ? figures.officers + figures.auxiliaries : (figures[measure] ?? null);
}

export interface Change {
  before: number | null;
  after: number | null;
  /** A grid that is not there yet, or no more, counts as nothing; null: one of the two is not known. */
  difference: number | null;
}

/** How a grid's figure changes. */
export function readChange({ before, after }: ComparisonRow, measure: Measure): Change {
  const [former, next] = [readFigure(before, measure), readFigure(after, measure)];
  const isAdded = summed.has(measure);
  const [a, b] = [former ?? (isAdded && !before ? 0 : null), next ?? (isAdded && !after ? 0 : null)];
  return { before: former, after: next, difference: a === null || b === null ? null : b - a };
}

/** The sum over all grids; null for a measure that does not add up, or where no grid has a figure. */
export function sumChange(rows: readonly ComparisonRow[], measure: Measure): Change | null {
  if (!summed.has(measure)) return null;
  const sum = (side: 'before' | 'after'): number | null => {
    const known = rows.map((row) => readFigure(row[side], measure)).filter((value) => value !== null);
    return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
  };
  const [before, after] = [sum('before'), sum('after')];
  return { before, after, difference: before === null || after === null ? null : after - before };
}

/** Whether a grid is new, gone, drawn otherwise, or counts otherwise. (Workload is a share of the mean, which moves for all.) */
export const isTouched = (row: ComparisonRow): boolean =>
  row.change !== 'UNCHANGED' ||
  measures.some((measure) => summed.has(measure) && !!readChange(row, measure).difference);

/** How a parcel looks from a grid that is chosen; from none it only moved. */
export function getParcelTone(
  { fromGridId, toGridId }: Pick<Parcel, 'fromGridId' | 'toGridId'>,
  chosen: readonly string[],
): 'gained' | 'lost' | 'moved' {
  if (toGridId && chosen.includes(toGridId)) return 'gained';
  if (fromGridId && chosen.includes(fromGridId)) return 'lost';
  return 'moved';
}

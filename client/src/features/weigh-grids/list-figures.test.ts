import { describe, expect, it } from 'vitest';
import type { StudioGrid } from '../../state/studio-store.js';
import { foldStaff, nobody } from './fold-staff.js';
import { listFigures, type Side } from './list-figures.js';
import type { Norms } from './use-weights.js';
import type { GridWeight } from './weigher.js';

const norms = {
  householdsLow: 300,
  householdsHigh: 500,
  officersPerPoliceGrid: 1,
  leadsPerGrid: 1,
  workersPerGrid: 2,
} as Norms;
const grid = { id: 'a', kind: 'BASIC' } as StudioGrid;
const weight = (rest: Partial<GridWeight> = {}): GridWeight => ({
  households: 400,
  coverShare: null,
  incidents: 3,
  riskPoints: 1,
  areaSquareMetres: 1e6,
  compactness: 0.5,
  parts: 1,
  ...rest,
});
const side = (rest: Partial<GridWeight> = {}): Side => ({
  weight: weight(rest),
  workload: 1,
  staff: { ...nobody, GRID_LEAD: 1, GRID_WORKER: 2 },
});
const none: Side = { weight: undefined, workload: undefined, staff: undefined };
const missedOf = (figures: ReturnType<typeof listFigures>) =>
  figures.flatMap(({ missed }) => missed?.norm ?? []);

describe('the figures of a grid', () => {
  it('miss no norm where all is well', () => {
    expect(missedOf(listFigures(grid, side(), side(), 'SOCIAL', norms))).toEqual([]);
  });
  it('name the norm of size, but not for a dedicated grid', () => {
    expect(missedOf(listFigures(grid, side(), side({ households: 501 }), 'SOCIAL', norms))).toEqual(['size']);
    const dedicated = { ...grid, kind: 'DEDICATED' as const };
    expect(missedOf(listFigures(dedicated, side(), side({ households: 0 }), 'SOCIAL', norms))).toEqual([]);
  });
  it('ask of a new grid who is to work there', () => {
    const figures = listFigures(grid, none, { ...side(), staff: undefined }, 'SOCIAL', norms);
    expect(missedOf(figures)).toEqual(['leads', 'workers']);
    expect(figures[0]).toMatchObject({ before: null, after: 400 });
  });
  it('ask nothing of a grid that ends', () => {
    expect(missedOf(listFigures(undefined, side(), none, 'SOCIAL', norms))).toEqual([]);
  });
  it('speak of parts only where there are several', () => {
    expect(listFigures(grid, side(), side(), 'POLICE', norms).some(({ id }) => id === 'parts')).toBe(false);
    expect(missedOf(listFigures(grid, side(), side({ parts: 2 }), 'SOCIAL', norms))).toEqual(['parts']);
  });
});

describe('who a plan leaves where', () => {
  const staff = new Map([
    ['a', { ...nobody, GRID_WORKER: 2 }],
    ['b', { ...nobody, GRID_WORKER: 1, OFFICER: 1 }],
  ]);
  it('keeps all in a grid made of several', () => {
    const after = foldStaff(staff, [
      { label: '', changes: [{ kind: 'merge', grids: ['a', 'b'], into: 'b' }] },
    ]);
    expect([...after]).toEqual([['b', { ...nobody, GRID_WORKER: 3, OFFICER: 1 }]]);
  });
  it('leaves a new grid without anybody', () => {
    const line = [
      [0, 0],
      [1, 1],
    ] as const;
    const after = foldStaff(staff, [
      { label: '', changes: [{ kind: 'split', grid: 'a', line, into: ['a', 'new'] }] },
    ]);
    expect(after.get('a')).toEqual(staff.get('a'));
    expect(after.has('new')).toBe(false);
  });
});

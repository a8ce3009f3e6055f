import { describe, expect, it } from 'vitest';
import { findNormProblems, type GridFacts } from './norm-problems.js';
import { defaultNorms } from './staffing-norms.js';

const grid = (id: string, facts: Partial<GridFacts> = {}): GridFacts => ({
  id,
  partition: 'SOCIAL',
  kind: 'BASIC',
  households: 400,
  parentId: 'p',
  parentName: '文昌社区',
  staff: { GRID_LEAD: 1, GRID_WORKER: 1 },
  hasPost: true,
  ...facts,
});
const kinds = (grids: GridFacts[], norms = defaultNorms) =>
  Object.fromEntries(
    [...findNormProblems(grids, norms, 'zh-CN')].map(([id, problems]) => [
      id,
      problems.map(({ kind }) => kind),
    ]),
  );
const served = { OFFICER: 1, AUXILIARY: 2, GRID_LEAD: 1, GRID_WORKER: 1 };

describe('findNormProblems', () => {
  it('finds nothing where every norm is met', () => {
    expect(kinds([grid('a', { staff: served }), grid('b')])).toEqual({ a: [], b: [] });
  });

  it('counts officers and auxiliaries over a whole community, and says so of each of its grids', () => {
    const found = findNormProblems(
      [
        grid('a', { staff: { ...served, AUXILIARY: 1 } }),
        grid('b'),
        grid('c', { parentId: 'q', parentName: '滨溪社区' }),
      ],
      defaultNorms,
      'zh-CN',
    );
    expect(found.get('b')).toEqual([
      { kind: 'TOO_FEW_AUXILIARIES', message: '文昌社区辅警 1 名，应有 2 名', expected: 2, actual: 1 },
    ]);
    expect(found.get('c')!.map(({ kind }) => kind)).toEqual(['TOO_FEW_OFFICERS', 'TOO_FEW_AUXILIARIES']);
  });

  it.each(['石塘村', '石塘村委会', '石塘村村民委员会'])(
    'asks one auxiliary of %s and no officer',
    (parentName) => {
      const staff = { AUXILIARY: 1, GRID_LEAD: 1, GRID_WORKER: 1 };
      expect(kinds([grid('a', { parentName, staff })])).toEqual({ a: [] });
      expect(kinds([grid('a', { parentName })])).toEqual({ a: ['TOO_FEW_AUXILIARIES'] });
    },
  );

  it('takes 新村社区 for a community', () => {
    expect(kinds([grid('a', { parentName: '新村社区' })]).a).toContain('TOO_FEW_OFFICERS');
  });

  it('measures basic grids by households, at the limits still right, and dedicated ones not', () => {
    const of = (households: number | null, kind: GridFacts['kind'] = 'BASIC') =>
      kinds([grid('a', { households, kind, staff: served })]).a;
    expect(of(300)).toEqual([]);
    expect(of(500)).toEqual([]);
    expect(of(299)).toEqual(['HOUSEHOLDS_BELOW']);
    expect(of(501)).toEqual(['HOUSEHOLDS_ABOVE']);
    expect(of(null)).toEqual(['HOUSEHOLDS_UNKNOWN']);
    expect(of(12, 'DEDICATED')).toEqual([]);
  });

  it('asks an officer of each police grid, a post of every grid, and no liaison station of any', () => {
    const police = {
      partition: 'POLICE' as const,
      households: null,
      staff: {},
      parentName: '枫城所01警务区',
    };
    expect(
      kinds([grid('a', { ...police, hasPost: false }), grid('b', { ...police, staff: { OFFICER: 1 } })]),
    ).toEqual({
      a: ['NO_POST', 'TOO_FEW_OFFICERS'],
      b: [],
    });
    expect(kinds([grid('a', police)], { ...defaultNorms, officersPerPoliceGrid: 0 })).toEqual({ a: [] });
  });
});

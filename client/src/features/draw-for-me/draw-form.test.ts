import { describe, expect, it } from 'vitest';
import { defaultForm, findProblem, listScope, toInput } from './draw-form.js';

const grids = [
  { id: 'a', parentId: 'wenchang', upperId: 'fengcheng' },
  { id: 'b', parentId: 'wenchang', upperId: 'fengcheng' },
  { id: 'c', parentId: 'meijia', upperId: 'baishi' },
];

describe('what is to be drawn anew', () => {
  it('is what is chosen on the map, what lies under an area of either level, or all', () => {
    expect(listScope(defaultForm, grids, ['c', 'gone'])).toEqual(['c']);
    const area = { ...defaultForm, scope: 'area' as const };
    expect(listScope(area, grids, ['c'])).toEqual([]);
    expect(listScope({ ...area, areaId: 'wenchang' }, grids, [])).toEqual(['a', 'b']);
    expect(listScope({ ...area, areaId: 'baishi' }, grids, [])).toEqual(['c']);
    expect(listScope({ ...defaultForm, scope: 'all' }, grids, [])).toEqual(['a', 'b', 'c']);
  });

  it('needs a grid to be drawn, and something to balance', () => {
    expect(findProblem(defaultForm, [])).toBe('noScope');
    expect(findProblem({ ...defaultForm, keepGridIds: ['a', 'b'] }, ['a'])).toBe('allKept');
    expect(findProblem({ ...defaultForm, householdWeight: 0 }, ['a'])).toBe('noWeight');
    expect(findProblem(defaultForm, ['a'])).toBeNull();
  });

  it('asks for as many grids as there are unless another number is said, and keeps only grids of the scope', () => {
    const form = { ...defaultForm, keepGridIds: ['b', 'elsewhere'] };
    expect(toInput(form, 'SOCIAL', ['a', 'b', 'c'], 90 * 86_400_000)).toMatchObject({
      gridIds: ['a', 'b', 'c'],
      districts: 2,
      keepGridIds: ['b'],
      tolerance: 0.1,
      from: '1970-01-01T00:00:00.000Z',
    });
    expect(toInput({ ...form, scope: 'all', districts: 7 }, 'POLICE', ['a'], 0)).toMatchObject({
      gridIds: null,
      districts: 7,
    });
  });
});

import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { AssignmentFragment } from '../../graphql/generated/studio/graphql.js';
import { cutIntoPages, fromForce, fromPlan, listPages } from './atlas-grids.js';

const boundary: Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ],
  ],
};
const common = {
  kind: 'BASIC' as const,
  boundary,
  areaSquareMetres: 1,
  households: 300,
  householdsSource: null,
  householdsAsOf: null,
};
const assignment = (id: string, office: string): AssignmentFragment => ({
  grid: {
    id,
    code: id,
    name: id,
    kind: 'BASIC',
    households: 300,
    householdsSource: null,
    householdsAsOf: null,
    areaSquareMetres: 1,
    parent: null,
  },
  station: { id: 's', name: '枫城派出所', kind: 'STATION' },
  office: { id: office, name: office, kind: 'OFFICE' },
  liaisonStation: null,
  staff: [{ role: 'OFFICER', count: 2, source: null, asOf: null }],
  problems: [],
});
const planGrid = (id: string, code: string, isNew: boolean, from: string[]) => ({
  ...common,
  id,
  code,
  name: id,
  parentId: 'p',
  parentName: '文昌社区',
  isNew,
  from,
});

describe('grids of an atlas', () => {
  it('in force stand by code with their posts and staff', () => {
    const grids = ['b', 'a'].map((id) => ({
      ...common,
      id,
      code: id,
      name: id,
      parent: { id: 'p', name: '文昌社区' },
    }));
    const pages = fromForce(grids, [assignment('a', '文昌警务室')]);
    expect(pages.map(({ id, office, staff }) => [id, office, staff])).toEqual([
      ['a', '文昌警务室', { OFFICER: 2 }],
      ['b', null, null],
    ]);
  });

  it('of a plan keep what their origins agree on; who works in a new one is still to be said', () => {
    const all = [assignment('a', '文昌警务室'), assignment('b', '东门警务室')];
    const [kept, merged] = fromPlan(
      [planGrid('n', '', true, ['a', 'b']), planGrid('a', '01', false, ['a'])],
      all,
    );
    expect(kept).toMatchObject({ id: 'a', office: '文昌警务室', staff: { OFFICER: 2 } });
    expect(merged).toMatchObject({ id: 'n', station: '枫城派出所', office: null, staff: null });
  });

  it('are those of a community or those chosen', () => {
    const grids = fromPlan([planGrid('a', '01', false, []), planGrid('b', '02', false, [])], []);
    expect(listPages(grids, { kind: 'chosen', ids: ['b', 'gone'] }).map(({ id }) => id)).toEqual(['b']);
    expect(listPages(grids, { kind: 'parent', id: 'p' })).toHaveLength(2);
    expect(listPages(grids, { kind: 'parent', id: 'q' })).toHaveLength(0);
  });

  it('fill pages of an index without an empty one at the end', () => {
    expect(cutIntoPages([1, 2, 3, 4], 2)).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(cutIntoPages([], 2)).toEqual([]);
  });
});

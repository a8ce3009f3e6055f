import { describe, expect, it } from 'vitest';
import type { AssignmentFragment } from '../../graphql/generated/studio/graphql.js';
import { groupByPost } from './assignment.js';
import { parseCount, pasteBlock, toRows, withEdit } from './table-edits.js';

const make = (id: string, officers: number | null, households: number | null = 300): AssignmentFragment => ({
  grid: {
    id,
    code: id,
    name: id,
    kind: 'BASIC',
    households,
    householdsSource: null,
    householdsAsOf: null,
    areaSquareMetres: 1,
    parent: null,
  },
  station: { id: 's', name: '枫城派出所', kind: 'STATION' },
  office: null,
  liaisonStation: null,
  staff: officers === null ? [] : [{ role: 'OFFICER', count: officers, source: null, asOf: null }],
  problems: [],
});
const [a, b] = [make('a', 1), make('b', null)];
const byId = new Map([a, b].map((each) => [each.grid.id, each]));

describe('counts in the table', () => {
  it('are read as people type them', () => {
    expect(parseCount(' １2 ', 'OFFICER')).toBe(12);
    expect(parseCount('1,204', 'HOUSEHOLDS')).toBe(1204);
    expect(parseCount('', 'OFFICER')).toBeNull();
    for (const text of ['-1', '1.5', 'x', '20000']) expect(parseCount(text, 'OFFICER')).toBeUndefined();
  });

  it('are no edit where they say what is recorded', () => {
    expect(withEdit({}, a, 'OFFICER', 2)).toEqual({ 'a:OFFICER': 2 });
    expect(withEdit({ 'a:OFFICER': 2 }, a, 'OFFICER', 1)).toEqual({});
    expect(withEdit({}, b, 'OFFICER', null)).toEqual({});
  });

  it('say nobody where a role is emptied, and not known where households are', () => {
    expect(withEdit({}, a, 'OFFICER', null)).toEqual({ 'a:OFFICER': 0 });
    expect(withEdit({}, a, 'HOUSEHOLDS', null)).toEqual({ 'a:HOUSEHOLDS': null });
  });

  it('come as a block from a spreadsheet, down and to the right; what does not fit is counted', () => {
    const pasted = pasteBlock(
      {},
      '2\t3\r\n4\tmany\r\n5\t6\r\n',
      { id: 'a', field: 'OFFICER' },
      ['a', 'b'],
      byId,
    );
    expect(pasted).toEqual({
      edits: { 'a:OFFICER': 2, 'a:AUXILIARY': 3, 'b:OFFICER': 4 },
      put: 3,
      refused: 3,
    });
    expect(toRows({ ...pasted.edits, 'b:HOUSEHOLDS': 410 })).toEqual({
      staff: [
        { gridId: 'a', role: 'OFFICER', count: 2 },
        { gridId: 'a', role: 'AUXILIARY', count: 3 },
        { gridId: 'b', role: 'OFFICER', count: 4 },
      ],
      households: [{ gridId: 'b', households: 410 }],
    });
  });
});

describe('grids by post', () => {
  it('have every post, also one without grids, and those without a post last', () => {
    const sets = groupByPost(
      [a, b],
      [
        { id: 's', name: '枫城派出所' },
        { id: 't', name: '云岭派出所' },
      ],
      'STATION',
    );
    expect(sets.map(({ post, assignments }) => [post?.name, assignments.length])).toEqual([
      ['枫城派出所', 2],
      ['云岭派出所', 0],
    ]);
    expect(groupByPost([a], [], 'OFFICE').map(({ post, households }) => [post, households])).toEqual([
      [null, 300],
    ]);
  });
});

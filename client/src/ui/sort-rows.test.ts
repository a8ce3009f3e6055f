import { expect, it } from 'vitest';
import { sortRows } from './sort-rows.js';

const rows = [
  { id: 'a', name: '第10网格', count: 7 },
  { id: 'b', name: '第2网格', count: null },
  { id: 'c', name: '第3网格', count: 1280 },
  { id: 'd', name: '第4网格', count: 7 },
];
const sorted = (key: string, direction: 'ascending' | 'descending'): unknown[] =>
  sortRows(rows, { key, direction }).map(({ id }) => id);

it('sorts numbers as numbers, keeps equal rows in place, and what is unknown last either way', () => {
  expect(sorted('count', 'ascending')).toEqual(['a', 'd', 'c', 'b']);
  expect(sorted('count', 'descending')).toEqual(['c', 'a', 'd', 'b']);
});

it('sorts names by the numbers in them', () => {
  expect(sorted('name', 'ascending')).toEqual(['b', 'c', 'd', 'a']);
});

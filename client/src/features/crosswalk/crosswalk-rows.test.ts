import { expect, it } from 'vitest';
import { filterRows, type CrosswalkRow } from './crosswalk-rows.js';

const row = (police: string, social: string, share: number): CrosswalkRow => ({
  policeGrid: { id: police, code: `8${police}`, name: `枫城所${police}警格` },
  socialGrid: { id: social, code: `9${social}`, name: `文昌社区第${social}网格` },
  areaSquareMetres: share * 1e6,
  shareOfPolice: share,
  shareOfSocial: share,
  households: 1,
  incidents: 1,
});
const rows = [row('01', '07', 0.5), row('01', '08', 0.004), row('02', '08', 0.9)];
const all = { text: '', gridIds: [], withSlivers: false };

it('leaves out slivers unless asked for, and finds by name, code or grids of either side', () => {
  expect(filterRows(rows, all)).toEqual([rows[0], rows[2]]);
  expect(filterRows(rows, { ...all, withSlivers: true })).toEqual(rows);
  expect(filterRows(rows, { ...all, text: '第08' })).toEqual([rows[2]]);
  expect(filterRows(rows, { ...all, text: '801' })).toEqual([rows[0]]);
  expect(filterRows(rows, { ...all, gridIds: ['07'] })).toEqual([rows[0]]);
  expect(filterRows(rows, { ...all, gridIds: ['07'], text: '第08' })).toEqual([]);
});

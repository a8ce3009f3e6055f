import { describe, expect, it } from 'vitest';
import type { Source, SourceRecord } from '../read/source.js';
import { mapColumns } from './columns.js';
import { readFreeText } from './free-text.js';
import { readPlace } from './places.js';
import { requireNearCounty, type Box } from './plausible.js';
import { convertGeometry, type SourceSystem } from './systems.js';

const wgs84: SourceSystem = { name: 'wgs84', assumed: false, toWgs84: (x, y) => [x, y] };
const record = (...cells: (string | null)[]): SourceRecord => ({
  line: 2,
  feature: null,
  cells,
  geometry: null,
});
const source = (columns: string[], dropped: string[] = []): Source => ({
  format: 'CSV',
  encoding: 'UTF-8',
  columns,
  dropped,
  records: [],
  declaredSystem: null,
  hasGeometry: false,
});

describe('mapColumns', () => {
  const fields = [
    { name: 'code', required: true, guesses: ['编号', 'id'] },
    { name: 'name', guesses: ['name'] },
  ];

  it('guesses by usual headers and lets a flag win', () => {
    expect(mapColumns(source(['ID', 'Name']), fields, {}).mapped).toEqual([
      { field: 'code', column: 'ID', guessed: true },
      { field: 'name', column: 'Name', guessed: true },
    ]);
    expect(mapColumns(source(['ID', 'Name']), fields, { code: 'name' }).mapped).toEqual([
      { field: 'code', column: 'name', guessed: false },
    ]);
  });

  it('fills headers in braces and drops separators left behind', () => {
    const { readers } = mapColumns(source(['a', 'b']), fields, { code: 'a', name: '{a} · {b}' });
    const name = readers.get('name')!;
    expect([
      name(record('x', 'y')),
      name(record('x', null)),
      name(record(null, 'y')),
      name(record(null, null)),
    ]).toEqual(['x · y', 'x', 'y', null]);
  });

  it('refuses columns that are not there, are about persons, or are needed', () => {
    expect(() => mapColumns(source(['a']), fields, { code: 'z' })).toThrow('importColumnUnknown');
    expect(() => mapColumns(source(['a'], ['姓名']), fields, { code: '姓名' })).toThrow(
      'importColumnIdentity',
    );
    expect(() => mapColumns(source(['a'], ['姓名']), fields, { code: '{a} {姓名}' })).toThrow(
      'importColumnIdentity',
    );
    expect(() => mapColumns(source(['a']), fields, {})).toThrow('importColumnMissing');
  });
});

describe('readPlace', () => {
  const x = ({ cells }: SourceRecord) => cells[0] ?? null;
  const y = ({ cells }: SourceRecord) => cells[1] ?? null;
  it.each([
    [['120.2', '29.7'], { place: [120.2, 29.7] }],
    [[null, null], { place: null }],
    [['0', '0'], { place: null }],
    [['120.2', null], { fault: { reason: 'rowHalfAPlace' } }],
    [['29.7', '120.2'], { fault: { reason: 'rowAxesSwapped' } }],
    [['520000', '3280000'], { fault: { reason: 'rowNotDegrees' } }],
    [['200', '29.7'], { fault: { reason: 'rowOutOfRange' } }],
    [['1e', '29.7'], { fault: { reason: 'rowCoordinateNotANumber' } }],
  ])('%j', (cells, expected) =>
    expect(readPlace(record(...(cells as string[])), x, y, wgs84)).toMatchObject(expected),
  );
});

describe('requireNearCounty', () => {
  const zhuji: Box = [119.9, 29.3, 120.6, 30];
  it('takes what lies there, mostly', () => {
    expect(() =>
      requireNearCounty(
        [
          [120.2, 29.7],
          [120.3, 29.6],
          [0, 0],
        ],
        zhuji,
        wgs84,
      ),
    ).not.toThrow();
    expect(() => requireNearCounty([[2, 48]], null, wgs84)).not.toThrow();
  });
  it('tells swapped axes from the wrong place', () => {
    expect(() => requireNearCounty([[29.7, 120.2]], zhuji, wgs84)).toThrow('importAxesSwapped');
    expect(() => requireNearCounty([[2, 48]], zhuji, wgs84)).toThrow('importFarAway');
  });
});

it('convertGeometry converts positions and leaves the malformed for the check', () => {
  const shift: SourceSystem = { ...wgs84, toWgs84: (x, y) => [x + 1, y + 1] };
  expect(convertGeometry({ type: 'LineString', coordinates: [[1, 2, 3], ['a', 2], null] }, shift)).toEqual({
    type: 'LineString',
    coordinates: [[2, 3], ['a', 2], null],
  });
  expect(convertGeometry(null, shift)).toBeNull();
});

it('readFreeText covers numbers that name somebody, also where the database alone would see them', () => {
  expect(readFreeText('call 13812345678 now')).toBe('call 〔手机号已隐去〕 now');
  expect(readFreeText('0.13812345678')).not.toContain('13812345678');
  expect(readFreeText('073XX N OTTAWA AVE')).toBe('073XX N OTTAWA AVE');
  expect(readFreeText(null)).toBeNull();
});

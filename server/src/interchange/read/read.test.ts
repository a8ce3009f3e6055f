import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.js';
import { isIdentityColumn } from './identity-columns.js';
import { locateJsonError, placeOf } from './locate-json-error.js';
import { readCsv } from './read-csv.js';
import { readGeoJson } from './read-geojson.js';

const bytes = (text: string) => Buffer.from(text);

describe('locateJsonError', () => {
  it('finds nothing wrong with what JSON.parse reads', () => {
    fc.assert(fc.property(fc.json(), (text) => locateJsonError(bytes(text)) === null));
  });

  it('finds a place in every text that JSON.parse refuses', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', ',', '}', ']', '"', 'x', '1', ':'),
        (text, at, put) => {
          const broken = text.slice(0, at % text.length) + put + text.slice((at % text.length) + 1);
          let sound = true;
          try {
            JSON.parse(broken);
          } catch {
            sound = false;
          }
          expect(locateJsonError(bytes(broken)) === null).toBe(sound);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('counts lines and columns from 1, in characters', () => {
    expect(placeOf(bytes('{"名":\n"值" x}'), bytes('{"名":\n"值" ').length)).toEqual({ line: 2, column: 5 });
  });
});

describe('readGeoJson', () => {
  it('gives each feature its line and number, and its properties as text', () => {
    const text =
      '{"features": [\n{"type":"Feature","properties":{"a":1,"b":"x\\"]}","c":null},"geometry":null},\n\n{"type":"Feature","properties":{"b":" "},"geometry":{"type":"Point","coordinates":[1,2]}}],\n"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4490"}}}';
    const source = readGeoJson(bytes(text));
    expect(source.columns).toEqual(['a', 'b', 'c']);
    expect(source.records).toEqual([
      { line: 2, feature: 1, cells: ['1', 'x"]}', null], geometry: null },
      { line: 4, feature: 2, cells: [undefined, null], geometry: { type: 'Point', coordinates: [1, 2] } },
    ]);
    expect(source.declaredSystem).toBe('EPSG:4490');
  });

  it('drops properties about persons', () => {
    const source = readGeoJson(
      bytes(
        '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"网格长姓名":"张三","phone":"1","code":"1"},"geometry":null}]}',
      ),
    );
    expect(source).toMatchObject({ columns: ['code'], dropped: ['网格长姓名', 'phone'] });
    expect(JSON.stringify(source)).not.toContain('张三');
  });

  it.each([
    '[]',
    '7',
    '{}',
    '{"type":"Topology","features":[]}',
    '{"type":"FeatureCollection","features":{}}',
  ])('refuses %s, which is JSON', (text) =>
    expect(() => readGeoJson(bytes(text))).toThrow('importNotFeatureCollection'),
  );

  it.each([
    '',
    '{',
    '{"type":"FeatureCollection","features":[',
    '{"type":"FeatureCollection","features":[{}',
    '{"type":"FeatureCollection","features":[]]',
    '{"type":"FeatureCollection","features":[1,]}',
    '{"a":"',
  ])('refuses %s, which is not', (text) => expect(() => readGeoJson(bytes(text))).toThrow('importNotJson'));
});

describe('readCsv', () => {
  it('finds the delimiter, steps over blank lines and counts lines through quoted breaks', () => {
    const source = readCsv(bytes('id;place;note\r\n1;"a;\nb";x\r\n\r\n2;c; \r\n'));
    expect(source.columns).toEqual(['id', 'place', 'note']);
    expect(source.records.map(({ line, cells }) => [line, ...cells])).toEqual([
      [2, '1', 'a;\nb', 'x'],
      [5, '2', 'c', null],
    ]);
  });

  it('keeps no cell of a column about persons', () => {
    const source = readCsv(bytes('编号,报警人,联系电话,车牌号,类别\n1,张三,13812345678,浙A12345,盗窃\n'));
    expect(source).toMatchObject({ columns: ['编号', '类别'], dropped: ['报警人', '联系电话', '车牌号'] });
    expect(source.records[0]!.cells).toEqual(['1', '盗窃']);
  });

  it('says on which line a row has too few columns', () => {
    expect(() => readCsv(bytes('a,b\n1,2\n3\n'))).toThrow(
      expect.objectContaining({ parameters: { line: 3, found: 1, expected: 2 } }),
    );
  });
});

describe('decodeText', () => {
  it('takes marks off and tells UTF-8 from GB18030', () => {
    expect(decodeText(bytes('\ufeff名'))).toEqual({ bytes: bytes('名'), encoding: 'UTF-8' });
    expect(decodeText(Buffer.of(0xc3, 0xfb))).toEqual({ bytes: bytes('名'), encoding: 'GB18030' });
    expect(decodeText(Buffer.of(0xff, 0xfe, 0x0d, 0x54)).bytes.toString()).toBe('名');
  });

  it('refuses bytes that are not in the declared encoding', () => {
    expect(() => decodeText(Buffer.of(0xc3, 0xfb), 'utf-8')).toThrow('importEncodingWrong');
    expect(() => decodeText(Buffer.of(0x41, 0xff), 'gb18030')).toThrow('importEncodingWrong');
  });
});

describe('isIdentityColumn', () => {
  it.each([
    '姓名',
    '报警人',
    '当事人身份证号',
    '联系电话',
    '手机号码',
    '车牌号',
    '出生日期',
    'Victim Name',
    'caller_phone',
    'PHONE',
    'LicensePlate',
    'id_card',
    'ID Number',
    'SSN',
    'suspect',
    'DOB',
    'contactPerson',
    'race',
    'e-mail',
  ])('knows %s', (name) => expect(isIdentityColumn(name)).toBe(true));

  it.each([
    'ID',
    'Case Number',
    'Block',
    'Primary Type',
    'Description',
    'Location Description',
    'Date',
    '编号',
    '案发时间',
    '报警时间',
    '户数',
    '住户数',
    'BEAT_NUM',
    'DISTRICT',
    'hotel',
    'name',
    '名称',
    'Domestic',
    'stage',
    'Latitude',
  ])('lets %s pass', (name) => expect(isIdentityColumn(name)).toBe(false));
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { makeShapefile, makeZip, type ShapefileContent } from '../../../../../test/kit/make-shapefile.js';
import { Refusal } from '../../../errors.js';
import { inspectFile } from '../inspect-file.js';
import { readSource } from '../read-source.js';
import { readShapes } from './shapes.js';

const folder = mkdtempSync(join(tmpdir(), 'maplebridge-shapefile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;

/** Writes the parts beside each other and reads them. */
function read(parts: Record<string, Buffer>, options = {}) {
  const stem = join(folder, `layer-${count++}`);
  for (const [extension, bytes] of Object.entries(parts)) writeFileSync(stem + extension, bytes);
  return readSource(inspectFile(`${stem}.shp`, ['Shapefile']), options);
}

function readArchive(archive: Buffer, options = {}) {
  const path = join(folder, `archive-${count++}.zip`);
  writeFileSync(path, archive);
  return readSource(inspectFile(path, ['Shapefile']), options);
}

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.messageCode;
    throw error;
  }
  return 'went through';
}

const gbk = {
  名称: Buffer.from('c3fbb3c6', 'hex'),
  解放路: Buffer.from('bde2b7c5c2b7', 'hex'),
  电话: Buffer.from('b5e7bbb0', 'hex'),
};
const line: [number, number][] = [
  [119.6, 29.3],
  [119.61, 29.3],
];
const chinese: ShapefileContent = {
  type: 3,
  shapes: [[line], [line, line], null, [line]],
  fields: [
    { name: gbk.名称, length: 7 },
    { name: '限速', type: 'N', length: 6 },
    { name: gbk.电话, length: 11 },
    { name: 'oneway', type: 'L', length: 1 },
  ],
  rows: [
    [gbk.解放路, '60.000', '13800000000', 'T'],
    // Cut to the column's width amid a character.
    [Buffer.concat([gbk.解放路, gbk.解放路]), '******', '', '?'],
    null,
    ['', '0', '', 'N'],
  ],
};
// Names of columns in one table are in one encoding.
chinese.fields[1]!.name = Buffer.from('cfdecbd9', 'hex');

describe('a shapefile', () => {
  it('is read with Chinese text in GB18030, without columns about persons and deleted rows', () => {
    const source = read(makeShapefile(chinese));
    expect(source).toMatchObject({
      format: 'Shapefile',
      encoding: 'GB18030',
      columns: ['名称', '限速', 'oneway'],
      dropped: ['电话'],
      declaredSystem: null,
    });
    expect(source.records.map(({ line, cells }) => [line, ...cells])).toEqual([
      [1, '解放路', '60', 'true'],
      [2, '解放路', null, null],
      [4, null, '0', 'false'],
    ]);
    expect(source.records.map(({ geometry }) => geometry)).toEqual([
      { type: 'LineString', coordinates: line },
      { type: 'MultiLineString', coordinates: [line, line] },
      { type: 'LineString', coordinates: line },
    ]);
  });

  it('is read in the encoding its .cpg names, or the user does', () => {
    const utf8: ShapefileContent = {
      ...chinese,
      shapes: [[line]],
      fields: [{ name: '名称', length: 10 }],
      rows: [['解放路甲']],
    };
    expect(read(makeShapefile(utf8))).toMatchObject({ encoding: 'UTF-8', columns: ['名称'] });
    expect(read(makeShapefile(utf8)).records[0]!.cells).toEqual(['解放路']);
    for (const codePage of ['936', 'CP936', 'ANSI 936', 'GBK', 'gb2312'])
      expect(read(makeShapefile({ ...chinese, codePage })).encoding).toBe('GB18030');
    expect(read(makeShapefile({ ...chinese, codePage: 'UTF-8' }), { encoding: 'gbk' }).columns[0]).toBe(
      '名称',
    );
    expect(messageOf(() => read(makeShapefile({ ...chinese, codePage: 'UTF-8' })))).toBe(
      'importEncodingWrong',
    );
    expect(messageOf(() => read(makeShapefile(chinese), { encoding: 'klingon' }))).toBe(
      'importEncodingUnknown',
    );
  });

  it('is found in a zip archive, of several layers the one meant', () => {
    const parts = makeShapefile({ ...chinese, projection: 'GEOGCS["GCS_WGS_1984"]' });
    const named = (stem: string) =>
      Object.fromEntries(Object.entries(parts).map(([extension, bytes]) => [stem + extension, bytes]));
    const one = readArchive(makeZip({ ...named('路网/中心线'), '__MACOSX/._x.shp': Buffer.alloc(3) }));
    expect(one).toMatchObject({
      declaredSystem: 'GEOGCS["GCS_WGS_1984"]',
      columns: ['名称', '限速', 'oneway'],
    });
    const several = makeZip({ ...named('roads'), ...named('railways') });
    expect(readArchive(several, { layer: /roads/ }).records.length).toBe(3);
    expect(messageOf(() => readArchive(several))).toBe('shapefileLayers');
    expect(messageOf(() => readArchive(makeZip({ 'xl/workbook.xml': Buffer.from('<x/>') })))).toBe(
      'importFormatZip',
    );
  });

  it('gives polygons their holes, whichever way the rings turn', () => {
    const ring = (x: number, y: number, size: number): [number, number][] => [[x, y], [x, y + size], [x + size, y + size], [x + size, y], [x, y]]; // prettier-ignore
    const [shell, hole, island] = [ring(0, 0, 9), ring(1, 1, 2).reverse(), ring(20, 0, 4)] as const;
    const content: ShapefileContent = { ...chinese, type: 15, shapes: [[shell, island, hole]] };
    expect(readShapes(makeShapefile(content)['.shp']!, '')).toEqual([
      { type: 'MultiPolygon', coordinates: [[shell, hole], [island]] },
    ]);
    const turned: ShapefileContent = { ...content, shapes: [[shell.toReversed()]] };
    expect(readShapes(makeShapefile(turned)['.shp']!, '')).toEqual([
      { type: 'Polygon', coordinates: [shell.toReversed()] },
    ]);
  });

  it('says which part is missing, cut off or not of the same set', () => {
    const parts = makeShapefile(chinese);
    expect(messageOf(() => read({ '.shp': parts['.shp']! }))).toBe('shapefilePart');
    expect(messageOf(() => read({ ...parts, '.dbf': parts['.dbf']!.subarray(0, -9) }))).toBe('shapefileCut');
    expect(messageOf(() => read({ ...parts, '.shp': parts['.shp']!.subarray(0, -9) }))).toBe('shapefileCut');
    const fewer = makeShapefile({ ...chinese, rows: chinese.rows.slice(1) });
    expect(messageOf(() => read({ ...parts, '.dbf': fewer['.dbf']! }))).toBe('shapefileRows');
  });

  it('never fails but with words, however it was damaged', { timeout: 30_000 }, () => {
    const parts: Record<string, Buffer> = { ...makeShapefile(chinese), '.cpg': Buffer.from('GBK') };
    const archive = makeZip(
      Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [`a${name}`, bytes])),
    );
    fc.assert(
      fc.property(fc.nat(), fc.nat({ max: 255 }), fc.boolean(), (at, value, cut) => {
        const spoil = (bytes: Buffer) => {
          if (cut) return bytes.subarray(0, 4 + (at % (bytes.length - 4)));
          const copy = Buffer.from(bytes);
          copy[at % copy.length] = value;
          return copy;
        };
        // `messageOf` lets through what is no refusal.
        messageOf(() => readArchive(spoil(archive)));
        messageOf(() => read({ ...parts, '.shp': spoil(parts['.shp']!) }));
        messageOf(() => read({ ...parts, '.dbf': spoil(parts['.dbf']!) }));
      }),
      { numRuns: 100 },
    );
  });
});

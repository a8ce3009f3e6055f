import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { localViewer } from '@maplebridge/server/database/index';
import { Refusal } from '@maplebridge/server/errors';
import { importIncidents } from '@maplebridge/server/interchange/incidents/import-incidents';
import { importPosts } from '@maplebridge/server/interchange/posts/import-posts';
import { importStreets } from '@maplebridge/server/interchange/streets/import-streets';
import { importTerritory } from '@maplebridge/server/interchange/territory/import-territory';
import { beforeAll, expect, it } from 'vitest';
import { describeOnBothDatabases } from '../kit/databases.js';
import {
  collection,
  countRows,
  county,
  feature,
  polygon,
  square,
  temporaryFiles,
  twoGrids,
} from './import-support.js';

describeOnBothDatabases('An import of bad input', (test) => {
  const file = temporaryFiles();
  const open = async () => test.database;
  const territory = (text: string | Uint8Array, options = {}) =>
    importTerritory(open, file('areas.geojson', text), { level: 'grid', ...options });
  const incidents = (text: string | Uint8Array, options = {}) =>
    importIncidents(open, file('incidents.csv', text), { crs: 'wgs84', ...options });
  const area = (geometry: unknown) => collection(feature({ code: '003' }, geometry));

  beforeAll(async () => {
    const made = await importTerritory(open, file('county.geojson', `\ufeff${twoGrids}`), { ...county });
    expect(made).toMatchObject({ outcome: 'written', taken: 2 });
  });

  /** Runs an import that must refuse the file as a whole, and leave everything as it was. */
  async function refusal(work: () => Promise<unknown>): Promise<Refusal> {
    const before = await countRows(test.database);
    const error = await work().then(
      () => expect.unreachable('the import went through'),
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(Refusal);
    expect(await countRows(test.database)).toEqual(before);
    return error as Refusal;
  }

  /** As `refusal`, for a file that is read and has refused records. */
  async function refusedRows(work: () => ReturnType<typeof importTerritory>) {
    const before = await countRows(test.database);
    const report = await work();
    expect(report.outcome).toBe('refused');
    expect(await countRows(test.database)).toEqual(before);
    return report.refused.map(({ line, reason }) => `${line} ${reason}`);
  }

  it('names line and column of broken JSON', async () => {
    const error = await refusal(() =>
      territory('{"type":"FeatureCollection",\n"features":[\n  {"type" "Feature"}]}'),
    );
    expect(error).toMatchObject({ messageCode: 'importNotJson', parameters: { line: 3, column: 11 } });
    expect(await refusal(() => territory(twoGrids.slice(0, 200)))).toMatchObject({
      messageCode: 'importNotJson',
    });
  });

  it.each([
    ['null', null, 'rowGeometryMissing'],
    [
      'self-crossing',
      polygon([
        [120.2, 29.7],
        [120.21, 29.71],
        [120.21, 29.7],
        [120.2, 29.71],
        [120.2, 29.7],
      ]),
      'rowSelfCrossing',
    ],
    ['swapped', polygon(square(120.2, 29.7).map(([x, y]) => [y, x])), 'rowAxesSwapped'],
    ['out of range', polygon(square(200, 29.7)), 'rowOutOfRange'],
    ['in metres', polygon(square(500_000, 3_200_000, 100)), 'rowNotDegrees'],
    ['open', polygon(square(120.2, 29.7).slice(0, 4)), 'rowRingNotClosed'],
    [
      'made of text',
      {
        type: 'Polygon',
        coordinates: [
          [
            ['120', '29'],
            ['121', '29'],
            ['121', '30'],
            ['120', '29'],
          ],
        ],
      },
      'rowCoordinateNotANumber',
    ],
    ['a point', { type: 'Point', coordinates: [120.2, 29.7] }, 'rowGeometryType'],
  ])('refuses a geometry that is %s, with its line', async (_name, geometry, reason) => {
    expect(await refusedRows(() => territory(area(geometry)))).toEqual([`2 ${reason}`]);
  });

  it('refuses codes that repeat or are taken, and parents that are not there', async () => {
    const text = collection(
      feature({ code: '003' }, polygon(square(120.22, 29.7))),
      feature({ code: '003' }, polygon(square(120.23, 29.7))),
      feature({ code: '001' }, polygon(square(120.24, 29.7))),
      feature({ code: '005', up: 'nowhere' }, polygon(square(120.25, 29.7))),
    );
    expect(await refusedRows(() => territory(text, { columns: { parent: 'up' } }))).toEqual([
      '3 rowCodeTwice',
      '4 rowCodeTaken',
      '5 rowParentUnknown',
    ]);
  });

  it('refuses a file whose declared system puts it far from the county', async () => {
    const inMetres = collection(feature({ code: '009' }, polygon(square(520_000, 4_000_000, 500))));
    expect(await refusal(() => territory(inMetres, { crs: 'EPSG:4549' }))).toMatchObject({
      messageCode: 'importFarAway',
    });
    expect(
      await refusal(() => territory(area(polygon(square(120.2, 29.7))), { crs: 'EPSG:999999' })),
    ).toMatchObject({
      messageCode: 'importSystemUnknown',
    });
    const swapped = '编号,类别,时间,经度,纬度\nA1,盗窃,2026-01-01,29.705,120.205\n';
    expect(await refusedRows(() => incidents(swapped))).toEqual(['2 rowAxesSwapped']);
  });

  it('refuses a CSV without what it needs', async () => {
    expect(await refusal(() => incidents('编号,时间\nA1,2026-01-01\n'))).toMatchObject({
      messageCode: 'importColumnMissing',
    });
    expect(
      await refusal(() => incidents('编号,类别,经度,纬度\nA1,盗窃,120.2,29.7\n', { crs: undefined })),
    ).toMatchObject({
      messageCode: 'importSystemMissing',
    });
    expect(await refusal(() => incidents('编号,类别\nA1,盗窃,120.2\n'))).toMatchObject({
      messageCode: 'importColumnCount',
      parameters: { line: 2 },
    });
    expect(await refusal(() => incidents('编号,类别\nA1,"盗窃\nA2,盗窃\n'))).toMatchObject({
      messageCode: 'importCsvBroken',
    });
    expect(
      await refusal(() => incidents('编号,类别,姓名\nA1,盗窃,张三\n', { columns: { description: '姓名' } })),
    ).toMatchObject({
      messageCode: 'importColumnIdentity',
    });
  });

  it('refuses rows with bad dates, doubled numbers, half a place and kinds we do not record', async () => {
    const rows = [
      '编号,类别,时间,经度,纬度',
      'A1,盗窃,2026-02-30,120.205,29.705',
      'A2,盗窃,2026-01-01,120.205,29.705',
      'A2,盗窃,2026-01-01,120.205,29.705',
      'A3,盗窃,2026-01-01,120.205,',
      'A4,信访人员上访,2026-01-01,120.205,29.705',
      'A5,盗窃,2099-01-01,120.205,29.705',
      'A6,,2026-01-01,120.205,29.705',
      'A7,盗窃,2026-01-01,121.9,31.2',
    ];
    expect(await refusedRows(() => incidents(rows.join('\n')))).toEqual([
      '2 rowTimeMalformed',
      '4 rowNumberTwice',
      '5 rowHalfAPlace',
      '6 rowKindRefused',
      '7 rowTimeImplausible',
      '8 rowKindMissing',
      '9 rowFarAway',
    ]);
  });

  it('refuses files that are missing, empty, folders or of another format', async () => {
    const codes = async (work: () => Promise<unknown>) => (await refusal(work)).messageCode;
    const folder = join(dirname(file('x', 'x')), 'folder.csv');
    mkdirSync(folder, { recursive: true });
    expect(await codes(() => importPosts(open, '/no/such/file.csv', { kind: 'station' }))).toBe(
      'importFileMissing',
    );
    expect(await codes(() => importPosts(open, folder, { kind: 'station' }))).toBe('importFileIsFolder');
    expect(await codes(() => incidents(''))).toBe('importFileEmpty');
    expect(await codes(() => incidents(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0)))).toBe('importFormatZip');
    expect(await codes(() => incidents(Uint8Array.of(0x1f, 0x8b, 8, 0)))).toBe('importFormatPacked');
    expect(await codes(() => territory('code,name\n1,2\n'))).toBe('importFormatNotTaken');
    expect(await codes(() => territory('<html></html>'))).toBe('importFormatUnknown');
    expect(await codes(() => incidents('编号,类别\nA1,盗窃\n', { encoding: 'klingon' }))).toBe(
      'importEncodingUnknown',
    );
  });

  it('refuses a truncated or damaged OSM file and shows none of it', async () => {
    const header = Uint8Array.of(0, 0, 0, 13, 0x0a, 9, ...Buffer.from('OSMHeader'), 0x18, 100, 1, 2, 3);
    expect(await refusal(() => importStreets(open, file('cut.osm.pbf', header), {}))).toMatchObject({
      messageCode: 'osmTruncated',
    });
    const xml = '<osm version="0.6"><node id="1" lat="29.7" lon="120.2"/><way id="1"><nd ref="1"/>';
    expect(await refusal(() => importStreets(open, file('cut.osm', xml), {}))).toMatchObject({
      messageCode: 'osmTruncated',
    });
  });

  it('leaves nothing when the database fails midway', async () => {
    const rows = Array.from({ length: 4500 }, (_, i) => `B${i},盗窃,2026-01-01 08:00,120.205,29.705`);
    const before = await countRows(test.database);
    const sabotaged: typeof open = async () => ({
      ...test.database,
      read: test.database.read,
      write: (viewer, work) =>
        test.database.write(viewer, (session) => {
          let inserts = 0;
          const query: typeof session.query = (sql, parameters) => {
            if (sql.includes('INSERT INTO incident (') && ++inserts === 2)
              return Promise.reject(new Error('the cable is out'));
            return session.query(sql, parameters);
          };
          return work({ ...session, query });
        }),
    });
    const path = file('many.csv', `编号,类别,时间,经度,纬度\n${rows.join('\n')}\n`);
    await expect(importIncidents(sabotaged, path, { crs: 'wgs84' })).rejects.toThrow('the cable is out');
    expect(await countRows(test.database)).toEqual(before);
  });

  it('leaves nothing when it is stopped midway', async () => {
    const rows = Array.from({ length: 4500 }, (_, i) => `C${i},盗窃,2026-01-01 08:00,120.205,29.705`);
    const stop = new AbortController();
    const path = file('many.csv', `编号,类别,时间,经度,纬度\n${rows.join('\n')}\n`);
    const error = await refusal(() =>
      importIncidents(open, path, {
        crs: 'wgs84',
        signal: stop.signal,
        progress: (stage) => stage === 'store' && stop.abort(),
      }),
    );
    expect(error.messageCode).toBe('importInterrupted');
  });

  it('takes the good rows when told to skip the bad, and says which those were', async () => {
    const text =
      '编号,类别,时间,经度,纬度\nD1,盗窃,never,120.205,29.705\nD2,盗窃,2026年01月02日08时05分,120.205,29.705\nD3,盗窃,2026-01-02,,\n';
    const report = await incidents(text, { onError: 'skip' });
    expect(report).toMatchObject({
      outcome: 'written',
      taken: 2,
      refused: [{ line: 2, field: 'occurred', reason: 'rowTimeMalformed' }],
    });
    const rows = await test.database.read(localViewer, (session) =>
      session.query(
        `SELECT number, occurred_at, occurred_precision, grid_id IS NOT NULL AS in_grid, status, source FROM incident WHERE number LIKE 'D%' ORDER BY number`,
      ),
    );
    expect(rows).toEqual([
      {
        number: 'D2',
        occurred_at: '2026-01-02T00:05:00.000Z',
        occurred_precision: 'INSTANT',
        in_grid: true,
        status: 'CLOSED',
        source: 'IMPORT',
      },
      {
        number: 'D3',
        occurred_at: '2026-01-01T16:00:00.000Z',
        occurred_precision: 'DATE',
        in_grid: false,
        status: 'CLOSED',
        source: 'IMPORT',
      },
    ]);
  });

  it('writes nothing on a dry run', async () => {
    const before = await countRows(test.database);
    const report = await incidents('编号,类别\nE1,盗窃\nE2,盗窃\n', { dryRun: true });
    expect(report.outcome).toBe('refused'); // no time anywhere
    const timed = await incidents('编号,类别,时间\nE1,盗窃,2026-01-01\nE2,新类别,2026-01-01\n', {
      dryRun: true,
    });
    expect(timed).toMatchObject({ outcome: 'dry-run', taken: 2 });
    expect(await countRows(test.database)).toEqual(before);
  });

  it('reads GB18030, drops columns about persons and masks what stands in free text', async () => {
    const text = encodeGb18030(
      '编号;类别;时间;报警人;简要警情\nF1;盗窃;2026-01-03 10:00;张三;失主电话13812345678\n',
    );
    const report = await incidents(text, {});
    expect(report).toMatchObject({ outcome: 'written', encoding: 'GB18030', dropped: ['报警人'] });
    const [row] = await test.database.read(localViewer, (session) =>
      session.query<{ kind: string; description: string }>(
        `SELECT kind, description FROM incident WHERE number = 'F1'`,
      ),
    );
    expect(row).toEqual({ kind: 'THEFT', description: '失主电话〔手机号已隐去〕' });
  });
});

/** Node only decodes GB18030; two-byte codes are found by decoding all of them. */
function encodeGb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++)
      if (trail !== 0x7f) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  return Buffer.from([...text].flatMap((character) => codes.get(character) ?? [character.charCodeAt(0)]));
}

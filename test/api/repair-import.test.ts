import { readFileSync } from 'node:fs';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { distanceMetres } from '@maplebridge/engine/coordinates/geodesic';
import { partPaths, type NamedArea } from '@maplebridge/engine/topology/arrangement/areas';
import { arrange } from '@maplebridge/engine/topology/arrangement/arrange';
import { faceSize } from '@maplebridge/engine/topology/arrangement/face-size';
import { metricAt } from '@maplebridge/engine/topology/arrangement/metric';
import { repairTiling } from '@maplebridge/engine/topology/repair/repair-tiling';
import { localViewer } from '@maplebridge/server/database/index';
import { importCommand } from '@maplebridge/server/interchange/command/import-command';
import { importTerritory } from '@maplebridge/server/interchange/territory/import-territory';
import { describe, expect, it, vi } from 'vitest';
import { describeOnBothDatabases, type TestDatabase } from '../kit/databases.js';
import { jitter, makeFaults, type PlainArea } from '../kit/faulty-tiling.js';
import { pseudoRandom } from '../kit/random-tiling.js';
import { findSharedData } from '../kit/shared-data.js';
import { expectTiling } from '../kit/tiling-checks.js';
import { collection, countRows, county, feature, polygon, square, temporaryFiles } from './import-support.js';

/** `mb import territory …` on a test's database: what it prints, and how it ends. */
async function run(test: TestDatabase, language: 'en' | 'zh-CN', ...words: string[]) {
  const lines: string[] = [];
  let exitCode = -1;
  const command = importCommand({
    language,
    open: async () => test.database,
    signal: new AbortController().signal,
    print: (line) => lines.push(line),
    printError: () => undefined,
    isTerminal: false,
    exit: (code) => (exitCode = code),
  });
  await command.parseAsync(['territory', ...words], { from: 'user' });
  return { lines, exitCode };
}

interface Stored {
  id: string;
  boundary: MultiPolygon;
}

const stored = (test: TestDatabase): Promise<Stored[]> =>
  test.database.read(localViewer, (session) =>
    session.query<Stored>(
      'SELECT code AS id, ST_AsGeoJSON(boundary, 7)::json AS boundary FROM territory_now WHERE is_leaf ORDER BY code',
    ),
  );

const inSteps = ({ id, boundary }: Stored) => ({
  id,
  parts: boundary.coordinates.map((rings) =>
    rings.map((ring) => ring.map(([x, y]) => [Math.round(x! * 1e7), Math.round(y! * 1e7)] as const)),
  ),
});

/** PostGIS on what is stored: the union's area against the sum of areas, valid shapes, shared land of any pair. */
const ORACLE = `WITH leaf AS (SELECT code, boundary FROM territory_now WHERE is_leaf)
  SELECT (SELECT bool_and(ST_IsValid(boundary)) FROM leaf) AS valid,
    (SELECT sum(ST_Area(boundary)) FROM leaf) AS summed, (SELECT ST_Area(ST_Union(boundary)) FROM leaf) AS united,
    (SELECT count(*)::int FROM leaf a JOIN leaf b ON a.code < b.code AND a.boundary && b.boundary
      WHERE ST_Relate(a.boundary, b.boundary, '2********')) AS overlapping,
    (SELECT sum(ST_NumInteriorRings(part.geom))::int FROM (SELECT (ST_Dump(ST_Union(boundary))).geom FROM leaf) part) AS holes`;

async function expectTrueTiling(test: TestDatabase, holes: number): Promise<void> {
  const [row] = await test.database.read(localViewer, (session) =>
    session.query<{ valid: boolean; summed: number; united: number; overlapping: number; holes: number }>(
      ORACLE,
    ),
  );
  expect(row).toMatchObject({ valid: true, overlapping: 0, holes });
  expect(row!.united / row!.summed).toBeCloseTo(1, 12);
  expectTiling((await stored(test)).map(inSteps));
}

describeOnBothDatabases('An import that repairs', (test) => {
  const file = temporaryFiles();
  /** The second bulges 100 m into the first; between it and the third 100 m are nobody's. */
  const faulty = collection(
    feature({ code: '001' }, polygon(square(120.2, 29.7))),
    feature({ code: '002' }, polygon(square(120.209, 29.7))),
    feature(
      { code: '003' },
      {
        type: 'Polygon',
        coordinates: [
          [
            [120.2, 29.71],
            [120.219, 29.71],
            [120.219, 29.72],
            [120.2, 29.72],
            [120.2, 29.71],
          ],
        ],
      },
    ),
    feature(
      { code: '004' },
      {
        type: 'Polygon',
        coordinates: [
          [
            [120.22, 29.7],
            [120.23, 29.7],
            [120.23, 29.72],
            [120.219, 29.72],
            [120.219, 29.718],
            [120.22, 29.718],
            [120.22, 29.702],
            [120.219, 29.702],
            [120.219, 29.7],
            [120.22, 29.7],
          ],
        ],
      },
    ),
  );
  const given = ['--level', 'grid', '--county-name', county.countyName, '--county-code', county.countyCode];

  it('names the option where a file has gaps or overlaps', async () => {
    const path = file('faulty.geojson', faulty);
    const { lines } = await run(test, 'en', path, ...given, '--dry-run');
    expect(lines.filter((line) => line.includes('--repair'))).toHaveLength(2);
    const chinese = await run(test, 'zh-CN', path, ...given, '--dry-run');
    expect(chinese.lines.filter((line) => line.includes('--repair'))).toHaveLength(2);
  });

  it('refuses a tolerance that is no such thing, or goes with no repair', async () => {
    const path = file('faulty.geojson', faulty);
    for (const words of [
      ['--repair', '--tolerance', 'wide'],
      ['--repair', '--tolerance', '0'],
      ['--repair', '--tolerance', '1000'],
      ['--tolerance', '3'],
    ])
      await expect(run(test, 'en', path, ...given, ...words)).rejects.toMatchObject({
        messageCode: 'importTolerance',
      });
  });

  it('refuses what is there twice, with its line, and stores nothing', async () => {
    const before = await countRows(test.database);
    const twice = collection(
      feature({ code: '001' }, polygon(square(120.2, 29.7))),
      feature({ code: '002' }, polygon(square(120.21, 29.7))),
      feature({ code: '009' }, polygon(square(120.21, 29.7))),
    );
    const { lines, exitCode } = await run(test, 'en', file('twice.geojson', twice), ...given, '--repair');
    expect(exitCode).toBe(1);
    expect(lines.join('\n')).toMatch(/the same land as 002.*120\.2\d+, 29\.7\d+.*line 4/);
    expect(await countRows(test.database)).toEqual(before);
  });

  it('stores a true tiling and says what it decided, where, in both languages', async () => {
    const path = file('faulty.geojson', faulty);
    const chinese = await run(test, 'zh-CN', path, ...given, '--repair', '--dry-run');
    expect(chinese.lines.join('\n')).toMatch(
      /001 × 002 重叠：\d+ m²，宽约 [\d.]+ 米，位于 \(120\.2\d+, 29\.7\d+\)/,
    );
    const { lines, exitCode } = await run(test, 'en', path, ...given, '--repair', '--tolerance', '2');
    expect(exitCode).toBe(0);
    const said = lines.filter((line) => /^- (Gap|Overlap)/.test(line));
    expect(said).toHaveLength(2);
    expect(said.find((line) => line.includes('Overlap'))).toMatch(/001 × 002.*given to 00[12]/);
    expect(said.find((line) => line.includes('Gap'))).toMatch(/00[234].* at \(120\.21\d+, 29\.71\d+\)/);
    expect(await stored(test)).toHaveLength(4);
    await expectTrueTiling(test, 0);
  });

  it('takes a ring that crosses itself, which it would refuse otherwise', async () => {
    const bow = polygon([
      [120.3, 29.7],
      [120.31, 29.71],
      [120.31, 29.7],
      [120.3, 29.71],
      [120.3, 29.7],
    ]);
    const path = file('bow.geojson', collection(feature({ code: '021' }, bow)));
    expect((await run(test, 'en', path, '--level', 'grid')).lines.join('\n')).toContain('crosses itself');
    const { lines, exitCode } = await run(test, 'en', path, '--level', 'grid', '--repair');
    expect(exitCode).toBe(0);
    expect(lines.join('\n')).toMatch(
      /The border of 021 crosses itself; a loop of \d+ m² at \(120\.30\d+, 29\.70\d+\)/,
    );
  });
});

const beatsFile = findSharedData('chicago/beats.geojson');

describe.skipIf(!beatsFile)('Chicago', () => {
  vi.setConfig({ testTimeout: 120_000 });
  const codes = new Map<string, number>();
  const beats = (): PlainArea[] => {
    codes.clear();
    const { features } = JSON.parse(readFileSync(beatsFile!, 'utf8')) as FeatureCollection<Polygon>;
    return features.map(({ properties, geometry }) => {
      const code = properties!.BEAT_NUM as string;
      const count = (codes.get(code) ?? 0) + 1;
      codes.set(code, count);
      return { id: count === 1 ? code : `${code}-${count}`, boundary: geometry };
    });
  };
  const frame = {
    level: 'police-grid',
    countyName: 'Chicago',
    countyCode: '17031',
    timeZone: 'America/Chicago',
    columns: { code: 'BEAT' },
  } as const;

  describeOnBothDatabases('with every ring jittered by up to 2 m, five overlaps and five gaps', (test) => {
    const file = temporaryFiles();
    const random = pseudoRandom(20_140_930);
    const { areas, faults } = makeFaults(beats(), 5, random);
    const jittered = jitter(areas, 2, random);
    const text = collection(...jittered.map(({ id, boundary }) => feature({ BEAT: id }, boundary)));

    it('is a true tiling again, for PostGIS too, each of the ten named at its place', async () => {
      const report = await importTerritory(async () => test.database, file('jittered.geojson', text), {
        ...frame,
        repairToleranceMetres: 5,
      });
      expect(report).toMatchObject({ outcome: 'written', taken: 277, refused: [] });
      const told = report.notes.filter(
        ({ message }) => message === 'importRepairGap' || message === 'importRepairOverlap',
      );
      for (const { kind, grids, place } of faults) {
        const found = told.find(({ parameters }) => {
          const [x, y] = /\((.*), (.*)\)/.exec(String(parameters.place))!.slice(1).map(Number);
          return distanceMetres([x!, y!], place) < 30;
        });
        expect(found?.message).toBe(kind === 'GAP' ? 'importRepairGap' : 'importRepairOverlap');
        expect(String(found!.parameters.grids).split(' × ').sort()).toEqual(grids.toSorted());
      }
      expect(told).toHaveLength(10);
      await expectTrueTiling(test, 0);
    });

    it('has given next to no land that was one beat’s to another: under 0.002 %', async () => {
      expect(movedMetres(jittered, await stored(test))).toBeLessThan(10_000);
    });
  });

  it('as it came is nearly a tiling, and becomes one without a word', () => {
    const { grids, findings } = repairTiling(beats(), 5);
    expect(findings).toEqual([]);
    expect(grids).toHaveLength(277);
    expectTiling(grids);
    const repaired = grids.map(({ id, parts }): Stored => ({
      id,
      boundary: {
        type: 'MultiPolygon',
        coordinates: parts.map((rings) => rings.map((ring) => ring.map(([x, y]) => [x / 1e7, y / 1e7]))),
      },
    }));
    expect(movedMetres(beats(), repaired)).toBe(0);
  });
});

/** Square metres that one area alone claimed before and another has now. */
function movedMetres(before: readonly NamedArea[], after: readonly NamedArea[]): number {
  const all = [...before, ...after];
  const { paths, ownerOf } = partPaths(all);
  const arrangement = arrange(paths);
  return arrangement.covers.reduce((sum, cover, face) => {
    const owners = cover.map((part) => ownerOf[part]!);
    const [claimed, got] = [
      owners.filter((i) => i < before.length),
      owners.filter((i) => i >= before.length),
    ];
    if (claimed.length !== 1 || got.length !== 1 || all[claimed[0]!]!.id === all[got[0]!]!.id) return sum;
    const latitude = arrangement.graph.ys[arrangement.graph.from[arrangement.borders[face]![0]! >> 1]!]!;
    return sum + faceSize(arrangement, face, metricAt(latitude)).area;
  }, 0);
}

import {
  openDataset,
  publishDataset,
  storeBaseFeatures,
} from '@maplebridge/server/basemap/store-base-features';
import { localViewer } from '@maplebridge/server/database/index';
import { inspectFile } from '@maplebridge/server/interchange/read/inspect-file';
import { readSource } from '@maplebridge/server/interchange/read/read-source';
import { beforeAll, expect, it } from 'vitest';
import { newId, planActions, splitDown, type Plan } from '../kit/plan-support.js';
import { CELL, ORIGIN, seedCounty, type SeededCounty } from '../kit/seed.js';
import { describeApi } from '../kit/server.js';
import { temporaryFiles } from './import-support.js';

interface Figures {
  households: number | null;
  incidents: number;
  riskPoints: number;
  areaSquareMetres: number;
  compactness: number;
  parts: number;
  coverShare: number | null;
  gridWorkers: number;
  workload: number;
}
interface Comparison {
  parcels: {
    fromGridId: string;
    toGridId: string;
    areaSquareMetres: number;
    households: number;
    incidents: number;
    riskPoints: number;
  }[];
  rows: { gridId: string; code: string; change: string; before: Figures | null; after: Figures | null }[];
  before: { grids: number; meanWorkload: number; outOfSize: number };
  after: { grids: number; meanWorkload: number; outOfSize: number };
}
const FIGURES =
  'households incidents riskPoints areaSquareMetres compactness parts coverShare gridWorkers workload';
const BALANCE =
  'grids meanWorkload largestDeviation coefficientOfVariation meanCompactness outOfSize understaffed';
const COMPARE = `query ($left: ID, $right: ID, $from: DateTime) { planComparison(left: $left, right: $right, from: $from) {
  parcels { fromGridId toGridId areaSquareMetres households incidents riskPoints boundary }
  rows { gridId code name change before { ${FIGURES} } after { ${FIGURES} } } before { ${BALANCE} } after { ${BALANCE} } } }`;

describeApi('what a boundary plan weighs', (api) => {
  const plans = planActions(api);
  const file = temporaryFiles();
  const half = newId();
  let county: SeededCounty;
  let plan: Plan;

  beforeAll(async () => {
    county = await seedCounty(api.test.database);
    const place = (column: number, row: number) => ({
      type: 'Point' as const,
      coordinates: [ORIGIN.longitude + column * CELL, ORIGIN.latitude + row * CELL],
    });
    await api.test.database.write(localViewer, async (session) => {
      const dataset = await openDataset(session, 'buildings', null);
      const building = (column: number, row: number, households: number) => ({
        layer: 'building' as const,
        kind: 'house',
        name: null,
        rank: 0,
        minZoom: 14,
        households,
        geometry: place(column, row),
      });
      await storeBaseFeatures(session, dataset, [
        building(0.2, 0.4, 90),
        building(0.3, 0.6, 20),
        building(0.8, 0.5, 200),
        building(1.5, 0.5, 301),
      ]);
      await publishDataset(session, dataset);
      await session.execute(
        `INSERT INTO risk_point (id, county_id, code, name, kind, level, location, inspection_cycle_days)
         SELECT gen_random_uuid(), $1, 'R' || n, '风险点' || n, 'WATER', (ARRAY['RED', 'BLUE'])[n]::risk_level,
           ST_SetSRID(ST_MakePoint(x, 30.005), 4326), 30
         FROM unnest(ARRAY[1, 2], ARRAY[120.008, 120.021]) AS t (n, x)`,
        [county.countyId],
      );
      await session.execute(
        `INSERT INTO grid_staff (territory_id, county_id, role, count) VALUES ($1, $2, 'GRID_WORKER', 2)`,
        [county.gridId(0, 0), county.countyId],
      );
    });
    const report = `mutation ($input: ReportIncidentInput!) { reportIncident(input: $input) { incident { id } } }`;
    for (const [kind, column] of [
      ['THEFT', 0.9],
      ['THEFT', 0.1],
      ['DOMESTIC_VIOLENCE', 0.9],
    ] as const)
      await api.query(report, {
        input: {
          clientKey: newId(),
          kind,
          source: 'CALL_110',
          longitude: ORIGIN.longitude + column * CELL,
          latitude: ORIGIN.latitude + 0.3 * CELL,
        },
      });
    plan = await plans.create({ name: '一分为二 <试>/..' });
    plan = (await plans.edit(plan, [splitDown(county.gridId(0, 0), 0, 0, half)])).plan;
  });

  it('counts households by building where there are some', async () => {
    const grids = await plans.grids(plan.id);
    const [west, east] = [county.gridId(0, 0), half].map((id) => grids.find((grid) => grid.id === id)!);
    expect([west!.households, east!.households]).toEqual([110, 200]);
    expect(west!.householdsSource).toBe('sum of buildings');
  });

  it('warns of sizes and of staff that will be missing, without standing in the way', async () => {
    const { boundaryPlan } = await api.query<{
      boundaryPlan: {
        check: {
          isSound: boolean;
          faults: object[];
          warnings: { kind: string; message: string; gridIds: string[] }[];
        };
      };
    }>(
      `query ($id: ID!) { boundaryPlan(id: $id) { check { isSound faults { kind } warnings { kind message gridIds location } } } }`,
      { id: plan.id },
    );
    const { isSound, faults, warnings } = boundaryPlan.check;
    expect([isSound, faults]).toEqual([true, []]);
    const kindsOf = (id: string) =>
      warnings.filter(({ gridIds }) => gridIds.includes(id)).map(({ kind }) => kind);
    expect(kindsOf(half)).toEqual(expect.arrayContaining(['HOUSEHOLDS_BELOW', 'TOO_FEW_WORKERS']));
    // Its two grid workers stay with it.
    expect(kindsOf(county.gridId(0, 0))).toContain('HOUSEHOLDS_BELOW');
    expect(kindsOf(county.gridId(0, 0))).not.toContain('TOO_FEW_WORKERS');
    expect(kindsOf(county.gridId(1, 1))).toEqual([]);
    expect(warnings.find(({ kind }) => kind === 'TOO_FEW_WORKERS')!.message).toContain('测试社区第9网格: ');
  });

  it('gives points in whole steps; a sensitive incident stands at its grid’s anchor', async () => {
    const { planPoints: points } = await api.query<{
      planPoints: {
        households: number[];
        incidents: number[];
        riskPoints: number[];
        hasHouseholdPoints: boolean;
        hasCover: boolean;
      };
    }>(
      `query ($id: ID!) { planPoints(planId: $id) { households incidents riskPoints hasHouseholdPoints hasCover } }`,
      {
        id: plan.id,
      },
    );
    expect(points).toMatchObject({ hasHouseholdPoints: true, hasCover: false });
    const rows = (numbers: number[], size: number) =>
      Array.from({ length: numbers.length / size }, (_, i) => numbers.slice(size * i, size * (i + 1)));
    expect(rows(points.households, 4)).toContainEqual([1200080000, 300050000, 200, -1]);
    expect(rows(points.households, 4)).toHaveLength(4);
    expect(rows(points.riskPoints, 3).sort()).toEqual([
      [1200080000, 300050000, 1],
      [1200210000, 300050000, 4],
    ]);
    const places = rows(points.incidents, 2);
    expect(places).toHaveLength(3);
    expect(places).toContainEqual([1200090000, 300030000]);
    // Where the violence was is nobody's to see.
    expect(places.filter(([x]) => x === 1200090000)).toHaveLength(1);
  });

  it('compares with what is in force: land that changes hands, and each grid before and after', async () => {
    const { planComparison: comparison } = await api.query<{ planComparison: Comparison }>(COMPARE, {
      right: plan.id,
    });
    expect(comparison.parcels).toHaveLength(1);
    expect(comparison.parcels[0]).toMatchObject({
      fromGridId: county.gridId(0, 0),
      toGridId: half,
      households: 200,
      riskPoints: 1,
    });
    const rowOf = (id: string) => comparison.rows.find(({ gridId }) => gridId === id)!;
    const [west, east, other] = [rowOf(county.gridId(0, 0)), rowOf(half), rowOf(county.gridId(1, 1))];
    expect(west).toMatchObject({
      change: 'CHANGED',
      before: { households: 300, gridWorkers: 2 },
      after: { households: 110, gridWorkers: 2 },
    });
    expect(east).toMatchObject({
      change: 'NEW',
      before: null,
      after: { households: 200, riskPoints: 1, parts: 1, gridWorkers: 0 },
    });
    expect(other.change).toBe('UNCHANGED');
    expect(other.before!.areaSquareMetres).toBe(other.after!.areaSquareMetres);
    expect(west.after!.areaSquareMetres + east.after!.areaSquareMetres).toBeCloseTo(
      west.before!.areaSquareMetres,
      2,
    );
    expect(comparison.parcels[0]!.areaSquareMetres).toBeCloseTo(east.after!.areaSquareMetres, 2);
    const incidents = (side: 'before' | 'after') =>
      comparison.rows.reduce((sum, row) => sum + (row[side]?.incidents ?? 0), 0);
    expect([incidents('before'), incidents('after')]).toEqual([3, 3]);
    expect([comparison.before.grids, comparison.after.grids]).toEqual([8, 9]);
    expect(comparison.before.meanWorkload).toBeCloseTo(1);
    expect([comparison.before.outOfSize, comparison.after.outOfSize]).toEqual([0, 2]);
  });

  it('compares two plans, and refuses two of different partitions', async () => {
    const copy = await plans.create({ copyOf: plan.id });
    const { planComparison: same } = await api.query<{ planComparison: Comparison }>(COMPARE, {
      left: plan.id,
      right: copy.id,
    });
    // The same cut: the eastern half goes from one new grid to another.
    expect(same.parcels.map(({ fromGridId }) => fromGridId)).toEqual([half]);
    expect(same.rows.map(({ change }) => change).sort()).toEqual([
      'ENDED',
      'NEW',
      ...Array<string>(8).fill('UNCHANGED'),
    ]);
    const police = await plans.create({ partition: 'POLICE' });
    expect(await plans.refusalOf(COMPARE, { left: plan.id, right: police.id })).toContain('same partition');
    expect(await plans.refusalOf(COMPARE, { right: plan.id, from: '2020-01-01T00:00:00Z' })).toContain(
      'LIMIT_EXCEEDED',
    );
  });

  it('goes out as GeoJSON, as a shapefile our own importer reads, and as a table for a spreadsheet', async () => {
    const download = async (format: string, query = '') => {
      const response = await fetch(`${api.url}/plans/${plan.id}/export.${format}${query}`);
      expect(response.status).toBe(200);
      return { response, bytes: Buffer.from(await response.arrayBuffer()) };
    };
    const geojson = await download('geojson');
    expect(geojson.response.headers.get('content-disposition')).toBe(
      `attachment; filename="plan.geojson"; filename*=UTF-8''${encodeURIComponent(`${plan.number} 一分为二 -试-`)}.geojson`,
    );
    const { features } = JSON.parse(geojson.bytes.toString()) as {
      features: { id: string; properties: { code: string; change: string; households: number } }[];
    };
    expect(features).toHaveLength(9);
    expect(features.find(({ id }) => id === half)!.properties).toMatchObject({
      change: 'NEW',
      households: 200,
    });

    const zip = await download('zip');
    const source = readSource(inspectFile(file('plan.zip', zip.bytes), ['Shapefile']), {});
    const grids = await plans.grids(plan.id);
    expect(source).toMatchObject({ format: 'Shapefile', encoding: 'UTF-8' });
    expect(source.records).toHaveLength(9);
    const cellOf = (record: (typeof source.records)[number], column: string) =>
      record.cells[source.columns.indexOf(column)];
    const record = source.records.find((one) => cellOf(one, 'code') === '990199001001009')!;
    expect(['name', 'households', 'change'].map((column) => cellOf(record, column))).toEqual([
      '测试社区第9网格',
      '200',
      'NEW',
    ]);
    const ring = (geometry: unknown) =>
      ((geometry as { coordinates: number[][][] | number[][][][] }).coordinates.flat(3) as number[]).length;
    expect(ring(record.geometry)).toBe(ring(grids.find(({ id }) => id === half)!.boundary));

    const csv = (await download('csv', '?lang=en')).bytes.toString();
    expect(csv.startsWith('\uFEFFCode,Name,Kind,Parent code,')).toBe(true);
    const line = csv.split('\r\n').find((row) => row.startsWith('990199001001009'))!;
    expect(line).toBe(
      `990199001001009,测试社区第9网格,basic,990199001001,测试社区,200,sum of buildings,${line.split(',')[7]},new,测试派出所,,,,,,`,
    );
    expect(line.split(',')[7]).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('tells everybody of every change, and which plan it was', async () => {
    const cursor = async (after: string | null) =>
      (
        await api.query<{
          events: { cursor: string; events: { subjectId: string; planId: string | null }[] };
        }>(
          `query ($after: String) { events(after: $after, topics: [BOUNDARY]) { cursor events { subjectId ... on BoundaryEvent { planId } } } }`,
          { after },
        )
      ).events;
    const { cursor: start } = await cursor(null);
    plan = (await plans.undo(plan)).plan;
    plan = (await plans.redo(plan)).plan;
    expect((await cursor(start)).events).toEqual([
      { subjectId: plan.id, planId: plan.id },
      { subjectId: plan.id, planId: plan.id },
    ]);
    const before = (await cursor(null)).cursor;
    await plans.publish(plan);
    // Once it is published it is compared with what it replaced.
    const { planComparison: past } = await api.query<{ planComparison: Comparison }>(COMPARE, {
      right: plan.id,
    });
    expect(past.parcels.map(({ toGridId }) => toGridId)).toEqual([half]);
    expect(past.rows.find(({ gridId }) => gridId === half)).toMatchObject({ change: 'NEW', before: null });
    expect(past.rows.find(({ gridId }) => gridId === county.gridId(0, 0))!.before).toMatchObject({
      households: 300,
      gridWorkers: 2,
    });
    const told = (await cursor(before)).events;
    expect(told).toContainEqual({ subjectId: county.countyId, planId: null });
    const [row] = await api.test.database.read(localViewer, (session) =>
      session.query<{ code: string }>(
        `SELECT t.code FROM risk_point r JOIN territory t ON t.id = r.grid_id WHERE r.code = 'R1'`,
      ),
    );
    expect(row!.code).toBe('990199001001009');
  });
});

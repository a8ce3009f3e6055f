import { beforeAll, expect, it } from 'vitest';
import {
  openDataset,
  publishDataset,
  storeBaseFeatures,
  type NewBaseFeature,
} from '@maplebridge/server/basemap/store-base-features';
import { requireCounty } from '@maplebridge/server/county/county.service';
import { localViewer } from '@maplebridge/server/database/index';
import { ensurePartition } from '@maplebridge/server/database/partitions';
import { storeIncidents, type BulkIncident } from '@maplebridge/server/incidents/store-incidents';
import { GridFinder, loadLeafVersions } from '@maplebridge/server/territory/grid-finder';
import { box, polygon, redraw } from '../kit/redraw.js';
import { CELL, ORIGIN, seedCounty, type SeededCounty } from '../kit/seed.js';
import { describeApi } from '../kit/server.js';

interface Row {
  policeGrid: { id: string; code: string; name: string };
  socialGrid: { id: string; code: string; name: string };
  areaSquareMetres: number;
  shareOfPolice: number;
  shareOfSocial: number;
  households: number;
  incidents: number;
}

const DAY_MS = 24 * 3600_000;
const NOW = Date.now();
const REDRAWN = new Date(NOW - 10 * DAY_MS);
const at = (x: number, y: number) => ({
  longitude: Math.round((ORIGIN.longitude + x * CELL) * 1e7) / 1e7,
  latitude: Math.round((ORIGIN.latitude + y * CELL) * 1e7) / 1e7,
});

describeApi('crosswalk', (api) => {
  let county: SeededCounty;
  beforeAll(async () => {
    county = await seedCounty(api.test.database);
    // A slanting police border with a bend, through three columns of social grids.
    await redraw(
      api.test.database,
      [
        {
          gridId: county.policeGridId('west'),
          boundary: polygon([0, 0], [0.7, 0], [1.61, 0.93], [3.2, 2], [0, 2]),
        },
        {
          gridId: county.policeGridId('east'),
          boundary: polygon([0.7, 0], [4, 0], [4, 2], [3.2, 2], [1.61, 0.93]),
        },
      ],
      REDRAWN,
    );
    await storeBuildings();
    await storeReports(
      [-20, -19, -2].map((day) => NOW + day * DAY_MS),
      at(2.1, 1.9),
    );
  });

  /** In the second cell of the south: 30 households west of the police border, 10 east of it. */
  async function storeBuildings(): Promise<void> {
    const building = (x: number, y: number, households: number): NewBaseFeature => ({
      layer: 'building',
      kind: 'apartments',
      name: null,
      rank: 0,
      minZoom: 14,
      households,
      geometry: box(x - 0.01, y - 0.01, x + 0.01, y + 0.01),
    });
    await api.test.database.write(localViewer, async (session) => {
      const dataset = await openDataset(session, 'test', null);
      await storeBaseFeatures(session, dataset, [
        building(1.1, 0.9, 20),
        building(1.05, 0.8, 10),
        building(1.9, 0.1, 10),
      ]);
      await publishDataset(session, dataset);
    });
  }

  /** Incidents at one place, at times in milliseconds. */
  async function storeReports(
    times: number[],
    place: { longitude: number; latitude: number },
  ): Promise<void> {
    const { database } = api.test;
    for (const time of times) await ensurePartition(database, 'incident', new Date(time));
    await database.write(localViewer, async (session) => {
      const incidents = times.map((time): BulkIncident => ({
        number: `C${time}`,
        kind: 'THEFT',
        sensitivity: 'OPEN',
        priority: 2,
        source: 'CALL_110',
        status: 'CLOSED',
        reportedAt: time,
        occurredAt: time,
        occurredPrecision: 'INSTANT',
        ...place,
        address: null,
        description: null,
      }));
      const finder = new GridFinder(await loadLeafVersions(session));
      const { id, ...rest } = await requireCounty(session);
      await storeIncidents(session, incidents, finder, {
        county: { id, ...rest },
        simulated: false,
        importRunId: null,
      });
    });
  }

  const crosswalk = async (parameters: { at?: Date; from?: Date; to?: Date } = {}) =>
    (
      await api.query<{ partitionCrosswalk: Row[] }>(
        `query ($at: DateTime, $from: DateTime, $to: DateTime) { partitionCrosswalk(at: $at, from: $from, to: $to) {
           policeGrid { id code name } socialGrid { id code name } areaSquareMetres shareOfPolice shareOfSocial households incidents } }`,
        parameters,
      )
    ).partitionCrosswalk;
  const pair = (rows: Row[], half: 'west' | 'east', column: number, row: number) =>
    rows.find(
      ({ policeGrid, socialGrid }) =>
        policeGrid.id === county.policeGridId(half) && socialGrid.id === county.gridId(column, row),
    );

  it('covers the same land as PostGIS finds, pair by pair', async () => {
    const rows = await crosswalk();
    const expected = await api.test.database.read(localViewer, (session) =>
      session.query<{ police: string; social: string; area: number }>(
        `SELECT p.territory_id AS police, s.territory_id AS social, ST_Area(ST_Intersection(p.boundary, s.boundary)::geography) AS area
         FROM territory_now p JOIN territory_now s ON s.level = 'GRID' AND ST_Area(ST_Intersection(p.boundary, s.boundary)::geography) > 1
         WHERE p.level = 'POLICE_GRID'`,
      ),
    );
    expect(rows).toHaveLength(expected.length);
    expect(expected.length).toBe(13);
    for (const { police, social, area } of expected) {
      const row = rows.find(
        ({ policeGrid, socialGrid }) => policeGrid.id === police && socialGrid.id === social,
      )!;
      // Where borders cross, the crossing is rounded to a step of 1e-7°: a centimetre along kilometres.
      expect(Math.abs(row.areaSquareMetres - area)).toBeLessThan(20);
    }
  });

  it('has shares that add up to one on either side', async () => {
    const rows = await crosswalk();
    const add = (key: (row: Row) => string, share: (row: Row) => number) => {
      const sums = new Map<string, number>();
      for (const row of rows) sums.set(key(row), (sums.get(key(row)) ?? 0) + share(row));
      return [...sums.values()];
    };
    for (const sum of add(
      ({ socialGrid }) => socialGrid.id,
      (row) => row.shareOfSocial,
    ))
      expect(sum).toBeCloseTo(1, 12);
    for (const sum of add(
      ({ policeGrid }) => policeGrid.id,
      (row) => row.shareOfPolice,
    ))
      expect(sum).toBeCloseTo(1, 12);
  });

  it('shares households out by buildings, else by land, without losing one', async () => {
    const rows = await crosswalk();
    // 301 on record; the map has 30 west of the border and 10 east of it.
    expect([pair(rows, 'west', 1, 0)!.households, pair(rows, 'east', 1, 0)!.households]).toEqual([226, 75]);
    const [west, east] = [pair(rows, 'west', 2, 1)!, pair(rows, 'east', 2, 1)!];
    expect(west.households + east.households).toBe(302);
    expect(west.households / 302).toBeCloseTo(west.shareOfSocial, 2);
    expect(rows.reduce((sum, { households }) => sum + households, 0)).toBe(2 * (300 + 301 + 302 + 303));
  });

  // Two of them before the police border was moved, one since.
  it('counts incidents by their places on the boundaries asked for', async () => {
    const now = await crosswalk();
    expect(pair(now, 'west', 2, 1)!.incidents).toBe(3);
    const then = await crosswalk({ at: new Date(NOW - 15 * DAY_MS) });
    expect(pair(then, 'west', 2, 1)).toBeUndefined();
    expect(pair(then, 'east', 2, 1)!.incidents).toBe(3);
    const week = await crosswalk({ from: new Date(NOW - 7 * DAY_MS) });
    expect(pair(week, 'west', 2, 1)!.incidents).toBe(1);
    expect(week.reduce((sum, { incidents }) => sum + incidents, 0)).toBe(1);
  });

  it('comes as a table for spreadsheets in either language', async () => {
    const get = (query: string, language = 'zh-CN') =>
      fetch(`${api.url}/exports/crosswalk.csv${query}`, { headers: { 'accept-language': language } });
    const response = await get('');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toContain('attachment');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(bytes).trim().split('\r\n');
    expect(lines[0]).toBe(
      '警格编码,警格名称,网格编码,网格名称,面积（平方米）,占警格面积（%）,占网格面积（%）,户数,警情数',
    );
    expect(lines).toHaveLength(14);
    expect(lines[1]).toMatch(
      /^B10101,测试所01警务区01警格,990199001001001,测试社区第1网格,\d+,[\d.]+,[\d.]+,\d+,0$/,
    );
    expect((await (await get('?lang=en')).text()).split('\r\n')[0]).toMatch(/^Police grid code,/);
    expect((await get('?at=yesterday')).status).toBe(400);
    expect((await get('?from=2020-01-01T00:00:00Z')).status).toBe(400);
  });

  it('counts an incident on a border where both partitions share land, before and after it moved', async () => {
    // The lower police code is in the east now, the lower social code still in the west: on the border between them the
    // two that each partition picks have no land in common.
    const swapped = new Date(NOW - 3600_000);
    await redraw(
      api.test.database,
      [
        { gridId: county.policeGridId('west'), boundary: box(2, 0, 4, 2) },
        { gridId: county.policeGridId('east'), boundary: box(0, 0, 2, 2) },
      ],
      swapped,
    );
    await storeReports([NOW - 2 * 3600_000, NOW - 1800_000], at(2, 0.5));
    const rows = await crosswalk({ from: new Date(NOW - 3 * 3600_000) });
    expect(pair(rows, 'east', 1, 0)!.incidents).toBe(2);
    expect(rows.every(({ areaSquareMetres }) => areaSquareMetres >= 1)).toBe(true);
    expect(rows.reduce((sum, { incidents }) => sum + incidents, 0)).toBe(2);
  });
});

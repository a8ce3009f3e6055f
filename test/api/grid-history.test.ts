import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { beforeAll, expect, it } from 'vitest';
import { requireCounty } from '@maplebridge/server/county/county.service';
import { localViewer } from '@maplebridge/server/database/index';
import { ensurePartition } from '@maplebridge/server/database/partitions';
import { storeIncidents, type BulkIncident } from '@maplebridge/server/incidents/store-incidents';
import { GridFinder, loadLeafVersions } from '@maplebridge/server/territory/grid-finder';
import { box, redraw } from '../kit/redraw.js';
import { CELL, ORIGIN, seedCounty, type SeededCounty } from '../kit/seed.js';
import { describeApi } from '../kit/server.js';

const DAY_MS = 24 * 3600_000;
const NOW = Date.now();
const at = (days: number) => new Date(NOW + days * DAY_MS);
/** The border between the first two grids moved half a cell to the east then, and moves back later. */
const MOVED = at(-10);
const MOVES_BACK = at(10);
/** In the first grid between the two dates, in the second before and after. */
const STRIP = { longitude: ORIGIN.longitude + 1.25 * CELL, latitude: ORIGIN.latitude + 0.5 * CELL };

interface Statistic {
  grid: { id: string; code: string };
  isInForce: boolean;
  incidents: number;
  urgent: number;
  riskPoints: number;
}

describeApi('grid history', (api) => {
  let county: SeededCounty;
  beforeAll(async () => {
    county = await seedCounty(api.test.database);
    const [west, east] = [county.gridId(0, 0), county.gridId(1, 0)];
    await redraw(
      api.test.database,
      [
        { gridId: west, boundary: box(0, 0, 1.5, 1), households: 450 },
        { gridId: east, boundary: box(1.5, 0, 2, 1) },
      ],
      MOVED,
    );
    await redraw(
      api.test.database,
      [
        { gridId: west, boundary: box(0, 0, 1, 1), households: 300 },
        { gridId: east, boundary: box(1, 0, 2, 1) },
      ],
      MOVES_BACK,
    );
    await storeStripIncidents();
  });

  /** Five in the strip before the border moved, three after; one of each is of a sensitive kind. */
  async function storeStripIncidents(): Promise<void> {
    const { database } = api.test;
    for (const days of [-30, -20, -5, 0]) await ensurePartition(database, 'incident', at(days));
    const incidents = [-20, -19, -18, -17, -16, -5, -4, -3].map((days, i): BulkIncident => ({
      number: `S${i}`,
      kind: i % 5 === 0 ? 'FAMILY_DISPUTE' : 'THEFT',
      sensitivity: i % 5 === 0 ? 'GRID_ONLY' : 'OPEN',
      priority: i % 5 === 0 ? 1 : 2,
      source: 'CALL_110',
      status: 'CLOSED',
      reportedAt: at(days).getTime(),
      occurredAt: at(days).getTime(),
      occurredPrecision: 'INSTANT',
      ...STRIP,
      address: null,
      description: null,
    }));
    await database.write(localViewer, async (session) => {
      const finder = new GridFinder(await loadLeafVersions(session));
      await storeIncidents(session, incidents, finder, {
        county: await requireCounty(session),
        simulated: false,
        importRunId: null,
      });
    });
  }

  const statistics = async (basis: string, day?: number): Promise<Map<string, Statistic>> => {
    const { gridStatistics } = await api.query<{ gridStatistics: Statistic[] }>(
      `query ($basis: StatisticsBasis, $from: DateTime!, $at: DateTime) {
         gridStatistics(partition: SOCIAL, basis: $basis, from: $from, at: $at) {
           grid { id code } isInForce incidents urgent riskPoints } }`,
      { basis, from: at(-30), at: day === undefined ? undefined : at(day) },
    );
    return new Map(gridStatistics.map((row) => [row.grid.id, row]));
  };

  it('lists the dates at which boundaries changed or will, newest first', async () => {
    const { boundaryDates } = await api.query(
      '{ boundaryDates(partition: SOCIAL) { at partition grids planNumber } }',
    );
    expect(boundaryDates).toEqual([
      {
        at: MOVES_BACK.toISOString(),
        partition: 'SOCIAL',
        grids: 2,
        planNumber: null,
      },
      { at: MOVED.toISOString(), partition: 'SOCIAL', grids: 2, planNumber: null },
    ]);
    expect((await api.query('{ boundaryDates(partition: POLICE) { at } }')).boundaryDates).toEqual([]);
  });

  it('finds the grid of a place at any instant, and shows each as it was', async () => {
    const gridAt = async (days: number) =>
      (
        await api.query<{ gridAt: { code: string; areaSquareMetres: number } }>(
          `query ($longitude: Float!, $latitude: Float!, $at: DateTime) {
             gridAt(longitude: $longitude, latitude: $latitude, at: $at) { code areaSquareMetres } }`,
          { ...STRIP, at: at(days) },
        )
      ).gridAt.code;
    expect(await gridAt(-11)).toBe(county.gridCode(1, 0));
    expect(await gridAt(0)).toBe(county.gridCode(0, 0));
    expect(await gridAt(11)).toBe(county.gridCode(1, 0));
    const households = async (days: number) =>
      (
        await api.query<{ grids: { edges: { node: { households: number } }[] } }>(
          'query ($ids: [ID!], $at: DateTime) { grids(filter: { ids: $ids, at: $at }) { edges { node { households parent { name } } } } }',
          { ids: [county.gridId(0, 0)], at: at(days) },
        )
      ).grids.edges.map(({ node }) => node.households);
    expect(await households(-11)).toEqual([300]);
    expect(await households(1)).toEqual([450]);
    expect(await households(11)).toEqual([300]);
  });

  it('tells all a grid has been, newest first, and its line of descent', async () => {
    const [child, parent] = [county.gridId(0, 0), county.gridId(3, 1)];
    await api.test.database.write(localViewer, (session) =>
      session.execute(
        'INSERT INTO territory_descent (child_id, parent_id, at, share, share_of_parent) VALUES ($1, $2, $3, 0.25, 1)',
        [child, parent, MOVED],
      ),
    );
    const history = async (id: string) =>
      (
        await api.query<{ gridHistory: Record<string, unknown> }>(
          `query ($id: ID!) { gridHistory(id: $id) { versions { households validFrom validTo areaSquareMetres post { name } }
             from { id code name at planNumber share } into { id share } } }`,
          { id },
        )
      ).gridHistory;
    const { versions, from, into } = await history(child);
    const iso = (date: Date) => date.toISOString().replace('Z', '+00:00');
    expect(versions).toMatchObject([
      { households: 300, validFrom: iso(MOVES_BACK), validTo: null },
      { households: 450, validFrom: iso(MOVED), validTo: iso(MOVES_BACK) },
      { households: 300, validFrom: null, validTo: iso(MOVED), post: { name: '测试派出所' } },
    ]);
    expect(from).toEqual([
      {
        id: parent,
        code: county.gridCode(3, 1),
        name: '测试社区第8网格',
        at: MOVED.toISOString(),
        planNumber: null,
        share: 0.25,
      },
    ]);
    expect(into).toEqual([]);
    expect((await history(parent)).into).toEqual([{ id: child, share: 1 }]);
    const { errors } = await api.execute(`{ gridHistory(id: "${county.countyId}") { versions { id } } }`);
    expect(errors![0]!.extensions.code).toBe('NOT_FOUND');
  });

  it('counts incidents on the boundaries of their time, or by place on those asked for', async () => {
    const figures = async (basis: string, day?: number) => {
      const rows = await statistics(basis, day);
      return [county.gridId(0, 0), county.gridId(1, 0)].map((id) => {
        const { incidents, urgent } = rows.get(id)!;
        return [incidents, urgent];
      });
    };
    const then = [
      [3, 1],
      [5, 1],
    ];
    expect(await figures('THEN')).toEqual(then);
    expect(await figures('THEN', -11)).toEqual(then);
    expect(await figures('NOW')).toEqual([
      [8, 2],
      [0, 0],
    ]);
    expect(await figures('NOW', -11)).toEqual([
      [0, 0],
      [8, 2],
    ]);
    expect(await figures('NOW', 11)).toEqual([
      [0, 0],
      [8, 2],
    ]);
    const rows = await statistics('NOW');
    expect(rows.size).toBe(8);
    expect([...rows.values()].every(({ isInForce }) => isInForce)).toBe(true);
  });

  it('counts for a grid that has ended since as well', async () => {
    await api.test.database.write(localViewer, (session) =>
      session.execute(
        'UPDATE territory_version SET valid_to = $2 WHERE territory_id = $1 AND valid_to IS NULL',
        [county.gridId(1, 0), at(12)],
      ),
    );
    expect((await statistics('THEN', 13)).get(county.gridId(1, 0))).toMatchObject({
      isInForce: false,
      incidents: 5,
    });
    expect((await statistics('NOW', 13)).has(county.gridId(1, 0))).toBe(false);
  });

  it('asks for a beginning and refuses too long a period', async () => {
    const ask = (from: string) =>
      api.execute(`{ gridStatistics(partition: SOCIAL, from: "${from}") { incidents } }`);
    expect((await ask('2020-01-01T00:00:00Z')).errors![0]!.extensions.code).toBe('LIMIT_EXCEEDED');
    expect((await ask(at(1).toISOString())).errors![0]!.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('draws tiles of the boundaries of a date, upper levels included', async () => {
    const side = 2 ** 12;
    const phi = (STRIP.latitude * Math.PI) / 180;
    const x = Math.floor(((STRIP.longitude + 180) / 360) * side);
    const y = Math.floor(((1 - Math.log(Math.tan(phi) + 1 / Math.cos(phi)) / Math.PI) / 2) * side);
    const widths = async (query: string) => {
      const response = await fetch(`${api.url}/tiles/territory/12/${x}/${y}.mvt${query}`);
      expect(response.status, query).toBe(200);
      const layer = new VectorTile(new PbfReader(new Uint8Array(await response.arrayBuffer()))).layers
        .territory!;
      const features = Array.from({ length: layer.length }, (_, i) => layer.feature(i));
      expect(features.map(({ properties }) => properties.level)).toContain('STATION');
      const grid = features.find(({ properties }) => properties.code === county.gridCode(0, 0))!;
      const xs = grid.loadGeometry()[0]!.map((point) => point.x);
      return Math.max(...xs) - Math.min(...xs);
    };
    const on = (days: number) => `?at=${at(days).toISOString()}`;
    const narrow = await widths(on(-11));
    expect(await widths(on(0))).toBeGreaterThan(1.4 * narrow);
    expect(await widths('')).toBeGreaterThan(1.4 * narrow);
    expect(await widths(on(11))).toBe(narrow);
    // Of one set of boundaries one tile is made, whatever the instant.
    const statements = await api.test.statementsDuring(() => widths(on(-12)));
    expect(statements.filter((sql) => sql.includes('ST_Affine'))).toEqual([]);
    for (const query of ['?at=yesterday', '?at=2026', '?at=2026-11-22T00:00:00Z&at=2026-11-23T00:00:00Z'])
      expect((await fetch(`${api.url}/tiles/territory/12/${x}/${y}.mvt${query}`)).status, query).toBe(404);
    const tileJson = await (await fetch(`${api.url}/tiles/territory.json${on(-11)}`)).json();
    expect(tileJson.tiles[0]).toMatch(/\.mvt\?at=\d{4}-/);
  });
});

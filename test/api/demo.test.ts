import { beforeAll, expect, it } from 'vitest';
import { startSimulator } from '@maplebridge/server/demo/simulator';
import { isEmpty, seedDemo } from '@maplebridge/server/demo/seed-demo';
import { gridInForce } from '@maplebridge/server/incidents/incidents.sql';
import { localViewer } from '@maplebridge/server/database/index';
import { describeApi } from '../kit/server.js';

interface Totals {
  [list: string]: { totalCount: number };
}

describeApi('the demo county', (api) => {
  beforeAll(async () => {
    expect(await isEmpty(api.test.database)).toBe(true);
    await seedDemo(api.test.database);
  }, 120_000);

  it('has the territory, posts, risk points and units the domain describes', async () => {
    const totals = await api.query<Totals>(`{
      communities: territories(filter: { levels: [COMMUNITY] }) { totalCount }
      towns: territories(filter: { levels: [TOWN] }) { totalCount }
      social: grids(filter: { partition: SOCIAL }) { totalCount }
      police: grids(filter: { partition: POLICE }) { totalCount }
      stations: posts(filter: { kinds: [STATION] }) { totalCount }
      squadrons: posts(filter: { kinds: [TRAFFIC_SQUADRON] }) { totalCount }
      offices: posts(filter: { kinds: [OFFICE] }) { totalCount }
      liaisonStations: posts(filter: { kinds: [LIAISON_STATION] }) { totalCount }
      riskPoints { totalCount } units { totalCount } incidents { totalCount } }`);
    const { incidents, ...exact } = Object.fromEntries(
      Object.entries(totals).map(([list, { totalCount }]) => [list, totalCount]),
    );
    expect(exact).toEqual({
      communities: 12,
      towns: 3,
      social: 100,
      police: 20,
      stations: 3,
      squadrons: 2,
      offices: 12,
      liaisonStations: 4,
      riskPoints: 150,
      units: 12,
    });
    expect(incidents).toBeGreaterThan(18_000);
    expect(incidents).toBeLessThan(22_000);
  });

  it('keeps its households through both trees and its grid names as written', async () => {
    const { county, police, grid } = await api.query<
      Record<string, { edges: { node: Record<string, unknown> }[] }>
    >(`{
      county: territories(filter: { levels: [COUNTY] }) { edges { node { name code households } } }
      police: territories(filter: { levels: [COUNTY_BUREAU] }) { edges { node { name households } } }
      grid: grids(filter: { text: "文昌社区第03网格" }) { edges { node { code post { name } parent { name } } } } }`);
    expect(county!.edges).toMatchObject([{ node: { name: '枫溪县', code: '990121', households: 38_000 } }]);
    expect(police!.edges).toMatchObject([{ node: { name: '枫溪县公安局' } }]);
    expect(grid!.edges).toMatchObject([
      { node: { code: '990121001002003', post: { name: '文昌社区警务室' }, parent: { name: '文昌社区' } } },
    ]);
  });

  it('places every incident in a grid of each partition, the one the database itself finds', async () => {
    // All of them where it takes four seconds, a fifth where it takes twenty.
    const share = api.test.kind === 'server' ? 1 : 5;
    const [row] = await api.test.database.read(localViewer, (session) =>
      session.query<{ nowhere: number; misplaced: number }>(
        `
        SELECT count(*) FILTER (WHERE grid_id IS NULL OR police_grid_id IS NULL OR community_id IS NULL) AS nowhere,
          count(*) FILTER (WHERE grid_version_id <> (SELECT version_id FROM (${gridInForce('SOCIAL', 'i.place', 'i.occurred_at')}) s)
            OR police_grid_version_id <> (SELECT version_id FROM (${gridInForce('POLICE', 'i.place', 'i.occurred_at')}) p)) AS misplaced
        FROM incident i WHERE hashtext(number) % $1 = 0`,
        [share],
      ),
    );
    expect(row).toEqual({ nowhere: 0, misplaced: 0 });
  }, 60_000);

  it('tiles the county in both partitions, as PostGIS sees it', async () => {
    const rows = await api.test.database.read(localViewer, (session) =>
      session.query<{ partition: string; overlaps: number; gap: number }>(`
        SELECT whole.partition::text, abs(ST_Area(whole.boundary) - sum(ST_Area(leaf.boundary))) / ST_Area(whole.boundary) AS gap,
          (SELECT count(*) FROM territory_now a JOIN territory_now b ON a.code < b.code AND a.partition = b.partition AND a.is_leaf AND b.is_leaf
             AND a.boundary && b.boundary AND ST_Relate(a.boundary, b.boundary, '2********') WHERE a.partition = whole.partition) AS overlaps
        FROM territory_now whole JOIN territory_now leaf ON leaf.is_leaf AND leaf.partition = whole.partition
        WHERE whole.level IN ('COUNTY', 'COUNTY_BUREAU') GROUP BY whole.partition, whole.boundary ORDER BY 1`),
    );
    expect(rows.map(({ overlaps }) => overlaps)).toEqual([0, 0]);
    for (const { gap } of rows) expect(gap).toBeLessThan(1e-9);
  });

  it('is moved and fed by the simulator through the API, and marked as simulated', async () => {
    const positions = () =>
      api.query<{ unitPositions: { unitId: string; location: unknown; simulated: boolean }[] }>(
        '{ unitPositions { unitId location simulated } }',
      );
    const before = await positions();
    const { incidents } = await api.query<Totals>('{ incidents { totalCount } }');
    const stop = startSimulator(`${api.url}/graphql`);
    try {
      await expect
        .poll(
          async () => {
            const now = await positions();
            return now.unitPositions.filter(
              ({ location }, i) =>
                JSON.stringify(location) !== JSON.stringify(before.unitPositions[i]!.location),
            ).length;
          },
          { timeout: 30_000, interval: 500 },
        )
        .toBe(12);
      await expect
        .poll(async () => (await api.query<Totals>('{ incidents { totalCount } }')).incidents!.totalCount, {
          timeout: 10_000,
        })
        .toBeGreaterThan(incidents!.totalCount);
    } finally {
      await stop();
    }
    expect((await positions()).unitPositions.every(({ simulated }) => simulated)).toBe(true);
    const newest = await api.query<{ incidents: { edges: object[] } }>(
      '{ incidents(first: 1) { edges { node { simulated } } } }',
    );
    expect(newest.incidents.edges).toEqual([{ node: { simulated: true } }]);
  }, 60_000);

  it('is found by name, code and street', async () => {
    const find = async (text: string) =>
      (
        await api.query<{ search: { kind: string; name: string; bounds: number[] | null }[] }>(
          'query ($text: String!) { search(text: $text) { kind name bounds location } }',
          { text },
        )
      ).search;
    expect((await find('万枫广场联勤警务站'))[0]).toMatchObject({ kind: 'POST', name: '万枫广场联勤警务站' });
    expect((await find('990121001002003'))[0]).toMatchObject({ kind: 'TERRITORY', name: '文昌社区第03网格' });
    expect((await find('枫城铁骑11'))[0]).toMatchObject({ kind: 'UNIT' });
    expect(await find('人民中路')).toContainEqual(
      expect.objectContaining({ kind: 'STREET', name: '人民中路' }),
    );
    expect(await find('没有这个地方')).toEqual([]);
    expect(await find('%')).toEqual([]);
  });
});

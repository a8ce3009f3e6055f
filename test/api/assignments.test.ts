import { localViewer } from '@maplebridge/server/database/index';
import { storePosts, type NewPost } from '@maplebridge/server/posts/store-posts';
import { refreshDueJurisdictions } from '@maplebridge/server/posts/jurisdictions';
import { GridFinder, loadLeafVersions } from '@maplebridge/server/territory/grid-finder';
import { beforeAll, expect, it } from 'vitest';
import { CELL, ORIGIN, seedCounty, type SeededCounty } from '../kit/seed.js';
import { describeApi, type TestApi } from '../kit/server.js';

interface Problem {
  kind: string;
  message: string;
  expected: number | null;
  actual: number | null;
}
interface Assignment {
  grid: {
    id: string;
    code: string;
    households: number | null;
    householdsSource: string | null;
    householdsAsOf: string | null;
    parent: { households: number | null } | null;
  };
  station: { id: string; name: string } | null;
  office: { name: string } | null;
  liaisonStation: { name: string } | null;
  staff: { role: string; count: number; source: string | null; asOf: string | null }[];
  problems: Problem[];
}

const FIELDS = `{ grid { id code households householdsSource householdsAsOf parent { households } } station { id name } office { name }
  liaisonStation { name } staff { role count source asOf } problems { kind message expected actual } }`;
const DAY_MS = 24 * 3600_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();

describeApi('assignments', (api) => {
  let county: SeededCounty;
  let second: string;
  let office: string;
  let liaison: string;
  beforeAll(async () => {
    county = await seedCounty(api.test.database);
    [second, office, liaison] = (await storeMorePosts(api)) as [string, string, string];
  });

  const list = async (partition = 'SOCIAL', at?: string): Promise<Assignment[]> =>
    (
      await api.query<{ gridAssignments: Assignment[] }>(
        `query ($partition: Partition!, $at: DateTime) { gridAssignments(partition: $partition, at: $at) ${FIELDS} }`,
        { partition, at },
      )
    ).gridAssignments;
  const of = async (column: number, row: number, at?: string) =>
    (await list('SOCIAL', at)).find(({ grid }) => grid.id === county.gridId(column, row))!;
  const assign = (input: object) =>
    api.execute<{ assignGrids: Assignment[] }>(
      `mutation ($input: AssignGridsInput!) { assignGrids(input: $input) ${FIELDS} }`,
      { input },
    );
  /** All stations a grid has on a day, of which there should be one at most. */
  const stationsOf = async (gridId: string, day: number) =>
    (
      await api.test.database.read(localViewer, (session) =>
        session.query<{ name: string }>(
          `SELECT p.name FROM post_grid g JOIN post p ON p.id = g.post_id AND p.kind = 'STATION'
           WHERE g.territory_id = $1 AND tstzrange(g.valid_from, g.valid_to) @> $2::timestamptz`,
          [gridId, inDays(day)],
        ),
      )
    ).map(({ name }) => name);
  const bounds = async (postId: string): Promise<number[] | null> => {
    const { post } = await api.query<{ post: { jurisdiction: { coordinates: number[][][][] } | null } }>(
      '{ post(id: "' + postId + '") { jurisdiction } }',
    );
    if (!post.jurisdiction) return null;
    const places = post.jurisdiction.coordinates.flat(2);
    const [xs, ys] = [0, 1].map((axis) => places.map((place) => place[axis]!)) as [number[], number[]];
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  };
  const cells = (west: number, south: number, east: number, north: number) =>
    [
      ORIGIN.longitude + west * CELL,
      ORIGIN.latitude + south * CELL,
      ORIGIN.longitude + east * CELL,
      ORIGIN.latitude + north * CELL,
    ].map((degrees) => Math.round(degrees * 1e7) / 1e7);

  it('lists every grid of a partition with its posts, lowest code first', async () => {
    const social = await list();
    expect(social).toHaveLength(8);
    expect(social.map(({ grid }) => grid.code)).toEqual(social.map(({ grid }) => grid.code).sort());
    expect(social[0]).toMatchObject({ station: { name: '测试派出所' }, office: null, staff: [] });
    expect(await list('POLICE')).toHaveLength(2);
  });

  it('says in words where norms are missed', async () => {
    const first = await of(0, 0);
    expect(first.problems.map(({ kind }) => kind)).toEqual([
      'TOO_FEW_LEADS',
      'TOO_FEW_WORKERS',
      'TOO_FEW_OFFICERS',
      'TOO_FEW_AUXILIARIES',
    ]);
    expect(first.problems[3]).toEqual({
      kind: 'TOO_FEW_AUXILIARIES',
      message: '测试社区: 0 auxiliaries, 2 wanted',
      expected: 2,
      actual: 0,
    });
    const [police] = await list('POLICE');
    expect(police!.problems.map(({ kind }) => kind)).toEqual(['NO_POST', 'TOO_FEW_OFFICERS']);
  });

  it('moves grids from one station to another, and both jurisdictions with them', async () => {
    expect(await bounds(county.stationId)).toEqual(cells(0, 0, 4, 2));
    const gridIds = [county.gridId(3, 0), county.gridId(3, 1)];
    const { data } = await assign({ gridIds, postKind: 'STATION', postId: second });
    expect(data!.assignGrids.map(({ station }) => station?.name)).toEqual(['第二派出所', '第二派出所']);
    expect((await of(3, 1)).station!.name).toBe('第二派出所');
    expect((await of(2, 1)).station!.name).toBe('测试派出所');
    expect(await bounds(county.stationId)).toEqual(cells(0, 0, 3, 2));
    expect(await bounds(second)).toEqual(cells(3, 0, 4, 2));
  });

  it('builds a liaison station’s jurisdiction across station lines, and takes it away again', async () => {
    const gridIds = [county.gridId(2, 0), county.gridId(3, 0)];
    await assign({ gridIds, postKind: 'LIAISON_STATION', postId: liaison });
    expect(await bounds(liaison)).toEqual(cells(2, 0, 4, 1));
    expect((await of(2, 0)).liaisonStation!.name).toBe('广场联勤警务站');
    await assign({ gridIds, postKind: 'LIAISON_STATION', postId: null });
    expect(await bounds(liaison)).toBeNull();
    expect((await of(2, 0)).liaisonStation).toBeNull();
  });

  it('holds from its date on and not before; the one laid down for later stays', async () => {
    const gridIds = [county.gridId(0, 1)];
    const [soon, later] = [inDays(10), inDays(20)];
    await assign({ gridIds, postKind: 'STATION', postId: second, effectiveAt: later });
    const { data } = await assign({ gridIds, postKind: 'STATION', postId: null, effectiveAt: soon });
    expect(data!.assignGrids[0]!.station).toBeNull();
    expect((await of(0, 1)).station!.name).toBe('测试派出所');
    expect((await of(0, 1, inDays(9))).station!.name).toBe('测试派出所');
    expect((await of(0, 1, inDays(11))).station).toBeNull();
    expect((await of(0, 1, inDays(21))).station!.name).toBe('第二派出所');
    await assign({ gridIds, postKind: 'STATION', postId: county.stationId, effectiveAt: inDays(15) });
    expect(await stationsOf(gridIds[0]!, 14)).toEqual([]);
    expect(await stationsOf(gridIds[0]!, 16)).toEqual(['测试派出所']);
    expect(await stationsOf(gridIds[0]!, 21)).toEqual(['第二派出所']);
    expect(await bounds(second)).toEqual(cells(3, 0, 4, 2));
    const { posts } = await api.query<{
      posts: { edges: { node: { name: string; jurisdiction: { coordinates: [] } } }[] };
    }>(
      'query ($at: DateTime) { posts(filter: { kinds: [STATION], text: "第二", at: $at }) { edges { node { name jurisdiction } } } }',
      { at: inDays(21) },
    );
    expect(posts.edges[0]!.node.jurisdiction.coordinates).toHaveLength(2);
    const then = await api.query<{ grids: { edges: { node: { post: { jurisdiction: object } | null } }[] } }>(
      `query ($at: DateTime, $ids: [ID!]) { grids(filter: { at: $at, ids: $ids }) { edges { node { post { name jurisdiction } } } } }`,
      { at: inDays(21), ids: gridIds },
    );
    expect(then.grids.edges[0]!.node.post).toMatchObject({
      name: '第二派出所',
      jurisdiction: {
        type: 'MultiPolygon',
        coordinates: expect.arrayContaining([expect.anything(), expect.anything()]),
      },
    });
  });

  it('dissolves jurisdictions anew when a date has come', async () => {
    const gridIds = [county.gridId(1, 1)];
    await assign({ gridIds, postKind: 'OFFICE', postId: office, effectiveAt: inDays(1) });
    const refresh = () => api.test.database.write(localViewer, refreshDueJurisdictions);
    expect(await refresh()).toBe(0);
    expect(await bounds(office)).toBeNull();
    // The day comes: what lies ahead moves into the past.
    await api.test.database.write(localViewer, (session) =>
      session.execute(`UPDATE post_grid SET valid_from = now() - interval '1 second' WHERE post_id = $1`, [
        office,
      ]),
    );
    await api.test.database.write(localViewer, (session) =>
      session.execute(`UPDATE post SET jurisdiction_at = now() - interval '1 hour' WHERE id = $1`, [office]),
    );
    expect(await refresh()).toBe(1);
    expect(await bounds(office)).toEqual(cells(1, 1, 2, 2));
    expect(await refresh()).toBe(0);
  });

  it('tells everybody that something changed', async () => {
    const count = async () => {
      const [row] = await api.test.database.read(localViewer, (session) =>
        session.query<{ count: number }>(`SELECT count(*)::int AS count FROM event WHERE topic = 'BOUNDARY'`),
      );
      return row!.count;
    };
    const before = await count();
    await assign({ gridIds: [county.gridId(0, 0)], postKind: 'STATION', postId: second });
    expect(await count()).toBe(before + 1);
    await assign({ gridIds: [county.gridId(0, 0)], postKind: 'STATION', postId: county.stationId });
  });

  it('keeps staff as counts from their date on, with source and date, and drops the problems', async () => {
    const rows = ['OFFICER', 'AUXILIARY', 'GRID_LEAD', 'GRID_WORKER'].map((role) => ({
      gridId: county.gridId(0, 0),
      role,
      count: 2,
    }));
    const set = (input: object) =>
      api.query<{ setGridStaff: Assignment[] }>(
        `mutation ($input: SetGridStaffInput!) { setGridStaff(input: $input) ${FIELDS} }`,
        { input },
      );
    const { setGridStaff } = await set({
      rows,
      source: '县局通报 13812345678',
      asOf: '2026-11-01T00:00:00Z',
    });
    expect(setGridStaff[0]!.staff[0]).toEqual({
      role: 'OFFICER',
      count: 2,
      source: '县局通报 〔手机号已隐去〕',
      asOf: '2026-11-01T00:00:00+00:00',
    });
    expect(setGridStaff[0]!.problems).toEqual([]);
    // The community has its officer now, so its other grids lack only their own people.
    expect((await of(2, 1)).problems.map(({ kind }) => kind)).toEqual(['TOO_FEW_LEADS', 'TOO_FEW_WORKERS']);
    await set({ rows: [{ gridId: county.gridId(0, 0), role: 'OFFICER', count: 0 }], effectiveAt: inDays(5) });
    expect((await of(0, 0)).staff[0]!.count).toBe(2);
    expect((await of(0, 0, inDays(6))).staff[0]!.count).toBe(0);
    expect((await of(0, 0, inDays(6))).problems.map(({ kind }) => kind)).toEqual(['TOO_FEW_OFFICERS']);
    await set({ rows: [{ gridId: county.gridId(0, 0), role: 'OFFICER', count: 3 }] });
    expect((await of(0, 0)).staff[0]!.count).toBe(3);
    expect((await of(0, 0, inDays(6))).staff[0]!.count).toBe(0);
    expect((await of(0, 0, inDays(-1))).staff).toEqual([]);
  });

  it('corrects household figures with their source and date, and the sums above', async () => {
    const shown = async () =>
      (
        await api.query<{ gridStatistics: { grid: { id: string }; households: number }[] }>(
          'query ($from: DateTime!) { gridStatistics(partition: SOCIAL, from: $from) { grid { id } households } }',
          { from: inDays(-1) },
        )
      ).gridStatistics.find(({ grid }) => grid.id === county.gridId(1, 0))!.households;
    expect(await shown()).toBe(301);
    const { setGridHouseholds } = await api.query<{ setGridHouseholds: Assignment[] }>(
      `mutation ($input: SetGridHouseholdsInput!) { setGridHouseholds(input: $input) ${FIELDS} }`,
      {
        input: {
          rows: [{ gridId: county.gridId(1, 0), households: 620 }],
          source: '社区台账',
          asOf: '2026-10-01T00:00:00Z',
        },
      },
    );
    expect(await shown()).toBe(620);
    const sum = 2 * (300 + 301 + 302 + 303) - 301 + 620;
    expect(setGridHouseholds[0]).toMatchObject({
      grid: {
        households: 620,
        householdsSource: '社区台账',
        householdsAsOf: '2026-10-01T00:00:00+00:00',
        parent: { households: sum },
      },
    });
    expect(setGridHouseholds[0]!.problems[0]).toMatchObject({
      kind: 'HOUSEHOLDS_ABOVE',
      expected: 500,
      actual: 620,
    });
    const { territories } = await api.query<{ territories: { edges: { node: { households: number } }[] } }>(
      '{ territories(filter: { levels: [COUNTY, TOWN] }) { edges { node { households } } } }',
    );
    expect(territories.edges.map(({ node }) => node.households)).toEqual([sum, sum]);
  });

  it('takes norms from settings and refuses those that cannot be', async () => {
    const set = (input: object) =>
      api.execute<{ setStaffingNorms: object }>(
        `mutation ($input: StaffingNormsInput!) { setStaffingNorms(input: $input) { householdsLow workersPerGrid auxiliariesPerCommunity socialCode } }`,
        { input },
      );
    const { data } = await set({ householdsLow: 200, workersPerGrid: 0 });
    expect(data!.setStaffingNorms).toEqual({
      householdsLow: 200,
      workersPerGrid: 0,
      auxiliariesPerCommunity: 2,
      socialCode: '{parent}###',
    });
    expect((await of(2, 1)).problems.map(({ kind }) => kind)).toEqual(['TOO_FEW_LEADS']);
    for (const input of [
      { householdsLow: 500, householdsHigh: 400 },
      { workersPerGrid: -1 },
      { socialCode: '###' },
      { policeCode: '{parent}' },
      { policeCode: '{parent:0}##' },
      { workloadHouseholds: 0, workloadIncidents: 0, workloadRiskPoints: 0 },
    ])
      expect((await set(input)).errors?.[0]?.extensions.code, JSON.stringify(input)).toBe('BAD_USER_INPUT');
    const restored = await set({ householdsLow: 300, workersPerGrid: 1, socialCode: 'W{parent:12}-###' });
    expect(restored.data!.setStaffingNorms).toMatchObject({ socialCode: 'W{parent:12}-###' });
  });

  it('refuses what is not there or does not fit, and changes nothing then', async () => {
    const gridIds = [county.gridId(0, 0)];
    const code = async (input: object) => (await assign(input)).errors?.[0]?.extensions.code;
    const before = await list();
    expect(await code({ gridIds: [county.countyId], postKind: 'STATION', postId: second })).toBe('NOT_FOUND');
    expect(await code({ gridIds, postKind: 'STATION', postId: office })).toBe('BAD_USER_INPUT');
    expect(await code({ gridIds, postKind: 'STATION', postId: county.countyId })).toBe('NOT_FOUND');
    expect(await code({ gridIds, postKind: 'VOLUNTEER_TEAM', postId: null })).toBe('BAD_USER_INPUT');
    expect(
      await code({ gridIds, postKind: 'STATION', postId: second, effectiveAt: '2126-01-01T00:00:00Z' }),
    ).toBe('BAD_USER_INPUT');
    expect(await code({ gridIds: ['nonsense'], postKind: 'STATION' })).toBe('BAD_USER_INPUT');
    expect(await list()).toEqual(before);
  });

  it('ends with a grid that is to end', async () => {
    const gridId = county.gridId(3, 1);
    const end = inDays(30);
    await api.test.database.write(localViewer, async (session) => {
      await session.execute('UPDATE territory SET ended_at = $2 WHERE id = $1', [gridId, end]);
      await session.execute('UPDATE territory_version SET valid_to = $2 WHERE territory_id = $1', [
        gridId,
        end,
      ]);
    });
    await assign({ gridIds: [gridId], postKind: 'OFFICE', postId: office });
    expect((await of(3, 1, inDays(29))).office!.name).toBe('测试社区警务室');
    const [row] = await api.test.database.read(localViewer, (session) =>
      session.query<{ end: string }>(
        'SELECT valid_to AS "end" FROM post_grid WHERE territory_id = $1 AND post_id = $2',
        [gridId, office],
      ),
    );
    expect(new Date(row!.end).toISOString()).toBe(end);
  });

  it('lets two who assign the same grid at once come one after the other', async () => {
    const gridIds = [county.gridId(2, 1)];
    const answers = await Promise.all(
      [second, county.stationId, second, county.stationId].map((postId) =>
        assign({ gridIds, postKind: 'STATION', postId }),
      ),
    );
    expect(answers.map(({ errors }) => errors)).toEqual([undefined, undefined, undefined, undefined]);
    expect(await stationsOf(gridIds[0]!, 0)).toHaveLength(1);
  });
});

/** A second station, an office and a liaison station without grids. @returns their ids */
async function storeMorePosts(api: TestApi): Promise<string[]> {
  const post = (kind: NewPost['kind'], code: string, name: string): NewPost => ({
    kind,
    code,
    name,
    address: null,
    place: null,
    openAroundTheClock: true,
    gridIds: [],
  });
  return api.test.database.write(localViewer, async (session) => {
    const [county] = await session.query<{ id: string }>(`SELECT county_id AS id FROM post LIMIT 1`);
    const finder = new GridFinder(await loadLeafVersions(session));
    return storePosts(
      session,
      county!.id,
      [
        post('STATION', 'B2', '第二派出所'),
        post('OFFICE', 'JWS1', '测试社区警务室'),
        post('LIAISON_STATION', 'LQZ1', '广场联勤警务站'),
      ],
      finder,
    );
  });
}

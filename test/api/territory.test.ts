import { beforeAll, expect, it } from 'vitest';
import { CELL, middleOf, ORIGIN, seedCounty, type SeededCounty } from '../kit/seed.js';
import { describeApi } from '../kit/server.js';

describeApi('territory', (api) => {
  let county: SeededCounty;
  beforeAll(async () => {
    county = await seedCounty(api.test.database);
  });

  const GRID_AT = `query ($longitude: Float!, $latitude: Float!, $partition: Partition) {
    gridAt(longitude: $longitude, latitude: $latitude, partition: $partition) { id code }
  }`;

  it('finds the grid a place lies in, in either partition', async () => {
    const place = middleOf(2, 1);
    const social = await api.query(GRID_AT, place);
    expect(social.gridAt).toEqual({ id: county.gridId(2, 1), code: county.gridCode(2, 1) });
    const police = await api.query(GRID_AT, { ...place, partition: 'POLICE' });
    expect(police.gridAt).toMatchObject({ id: county.policeGridId('east') });
  });

  it('gives a place on a border to the lowest code, and on a corner of four too', async () => {
    const border = { longitude: ORIGIN.longitude + CELL, latitude: ORIGIN.latitude + CELL / 2 };
    expect((await api.query(GRID_AT, border)).gridAt).toMatchObject({ code: county.gridCode(0, 0) });
    const corner = { longitude: ORIGIN.longitude + 2 * CELL, latitude: ORIGIN.latitude + CELL };
    expect((await api.query(GRID_AT, corner)).gridAt).toMatchObject({ code: county.gridCode(1, 0) });
  });

  it('finds nothing outside the county', async () => {
    expect((await api.query(GRID_AT, { longitude: 100, latitude: 20 })).gridAt).toBeNull();
  });

  it('says so when longitude and latitude are swapped', async () => {
    const { errors } = await api.execute(GRID_AT, { longitude: 30, latitude: 120 });
    expect(errors![0]!.extensions.code).toBe('BAD_USER_INPUT');
    expect(errors![0]!.message).toMatch(/swapped/);
  });

  it('answers grids with all they relate to', async () => {
    const { grids } = await api.query<{
      grids: { totalCount: number; edges: { node: Record<string, unknown> }[] };
    }>(
      `{ grids(first: 1, filter: { partition: SOCIAL }) { totalCount edges { node {
           code name kind level households householdsSource householdsAsOf areaSquareMetres boundary anchor
           a: incidentCount b: incidentCount(from: "2026-01-01T00:00:00Z") lastSeenAt minutesSinceSeen
           parent { name level parent { name parent { name level } } } post { name kind } liaisonStation { name } } } } }`,
    );
    expect(grids.totalCount).toBe(8);
    expect(grids.edges[0]!.node).toMatchObject({
      code: county.gridCode(0, 0),
      households: 300,
      householdsSource: '测试',
      householdsAsOf: '2026-01-01T00:00:00+00:00',
      a: 0,
      b: 0,
      lastSeenAt: null,
      boundary: { type: 'MultiPolygon' },
      parent: {
        name: '测试社区',
        level: 'COMMUNITY',
        parent: { name: '测试镇', parent: { name: '测试县', level: 'COUNTY' } },
      },
      post: { name: '测试派出所', kind: 'STATION' },
      liaisonStation: null,
    });
    // A hundredth of a degree square at 30° N on the ellipsoid.
    expect(grids.edges[0]!.node.areaSquareMetres).toBeCloseTo(1_069_400, -3);
  });

  it('dissolves the county from its grids', async () => {
    const { territories } = await api.query<{ territories: { edges: { node: Record<string, unknown> }[] } }>(
      `{ territories(filter: { levels: [COUNTY] }) { edges { node { name households boundary } } } }`,
    );
    expect(territories.edges).toHaveLength(1);
    expect(territories.edges[0]!.node).toMatchObject({
      name: '测试县',
      households: 2 * (300 + 301 + 302 + 303),
    });
  });

  it('filters by text, box and ids', async () => {
    const list = async (filter: string) =>
      (
        await api.query<{ grids: { edges: { node: { code: string } }[] } }>(
          `{ grids(filter: ${filter}) { edges { node { code } } } }`,
        )
      ).grids.edges.map(({ node }) => node.code);
    expect(await list('{ text: "第3网格" }')).toEqual([county.gridCode(2, 0)]);
    expect(await list(`{ text: "${county.gridCode(1, 1)}" }`)).toEqual([county.gridCode(1, 1)]);
    expect(await list(`{ ids: ["${county.gridId(3, 1)}"] }`)).toEqual([county.gridCode(3, 1)]);
    expect(await list('{ partition: SOCIAL, bbox: [120.001, 30.001, 120.002, 30.002] }')).toEqual([
      county.gridCode(0, 0),
    ]);
    expect(await list('{ text: "%" }')).toEqual([]);
  });

  it('refuses a malformed box, id, page size and cursor with a code', async () => {
    for (const field of [
      'grids(filter: { bbox: [1, 2, 3] }) { totalCount }',
      'grids(filter: { bbox: [121, 30, 120, 31] }) { totalCount }',
      'grid(id: "nonsense") { id }',
      'grids(first: 100000) { totalCount }',
      'grids(first: -1) { totalCount }',
      'grids(after: "nonsense") { edges { cursor } }',
    ]) {
      const { errors } = await api.execute(`{ ${field} }`);
      expect(errors?.[0]?.extensions.code, field).toBe('BAD_USER_INPUT');
    }
  });

  it('answers a list with all its relations in one statement', async () => {
    const statements = await api.test.statementsDuring(() =>
      api.query(
        `{ grids { totalCount edges { node { name parent { name } post { name } incidentCount } } } }`,
      ),
    );
    expect(statements).toHaveLength(1);
  });
});

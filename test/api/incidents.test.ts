import { beforeAll, expect, it } from 'vitest';
import { localViewer } from '@maplebridge/server/database/index';
import { middleOf, seedCounty, type SeededCounty } from '../kit/seed.js';
import { describeApi } from '../kit/server.js';

interface IncidentNode {
  id: string;
  number: string;
  grid: { code: string } | null;
  policeGrid: { id: string } | null;
  location: { coordinates: [number, number] } | null;
  address: string | null;
  description: string | null;
  coarsened: boolean;
}

const REPORT = `mutation ($input: ReportIncidentInput!) { reportIncident(input: $input) { incident {
  id number kind status priority source occurredPrecision location address description coarsened
  grid { code } policeGrid { id } kindInfo { name sensitivity } } } }`;

let keys = 0;
const report = (over: object = {}) => ({
  input: { clientKey: `key-${++keys}`, kind: 'THEFT', source: 'CALL_110', ...middleOf(1, 0), ...over },
});

describeApi('incidents', (api) => {
  let county: SeededCounty;
  beforeAll(async () => {
    county = await seedCounty(api.test.database);
  });

  const send = async (over: object = {}) =>
    (await api.query<{ reportIncident: { incident: IncidentNode } }>(REPORT, report(over))).reportIncident
      .incident;

  it('places a report in the grids of both partitions and numbers it', async () => {
    const incident = await send();
    expect(incident).toMatchObject({
      status: 'AWAITING_DISPATCH',
      priority: 2,
      grid: { code: county.gridCode(1, 0) },
      policeGrid: { id: county.policeGridId('west') },
      kindInfo: { name: '盗窃', sensitivity: 'OPEN' },
      coarsened: false,
    });
    expect(incident.number).toMatch(/^J\d{8}-\d{4}$/);
  });

  it('answers the same incident to the same client key, also when sent at once', async () => {
    const same = report({ clientKey: 'once' });
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        api.query<{ reportIncident: { incident: IncidentNode } }>(REPORT, same),
      ),
    );
    expect(new Set(answers.map((answer) => answer.reportIncident.incident.id)).size).toBe(1);
    const { incidents } = await api.query<{ incidents: { totalCount: number } }>(
      `{ incidents(filter: { text: "${answers[0]!.reportIncident.incident.number}" }) { totalCount } }`,
    );
    expect(incidents.totalCount).toBe(1);
  });

  it('keeps a report from outside every grid', async () => {
    const incident = await send({ longitude: 100, latitude: 20 });
    expect(incident).toMatchObject({ grid: null, policeGrid: null, location: { coordinates: [100, 20] } });
  });

  it('shows sensitive kinds at grid level only, and never their words', async () => {
    const incident = await send({
      kind: 'DOMESTIC_VIOLENCE',
      address: '测试路3号2幢',
      description: '家中争吵',
      ...{ longitude: 120.0123, latitude: 30.0012 },
    });
    expect(incident).toMatchObject({
      coarsened: true,
      address: null,
      description: null,
      grid: { code: county.gridCode(1, 0) },
    });
    expect(incident.location!.coordinates).not.toEqual([120.0123, 30.0012]);
    const { gridAt } = await api.query<{ gridAt: { anchor: { coordinates: number[] } } }>(
      `{ gridAt(longitude: 120.0123, latitude: 30.0012) { anchor } }`,
    );
    expect(incident.location!.coordinates).toEqual(gridAt.anchor.coordinates);
  });

  it('covers numbers of persons and plates in free text before storing it', async () => {
    const incident = await send({
      description: '报警人13812345678，身份证330681199001011234，车牌浙D12345',
      address: '电话13912345678',
    });
    expect(incident.description).toBe(
      '报警人〔手机号已隐去〕，身份证〔身份证号已隐去〕，车牌〔车牌号已隐去〕',
    );
    expect(incident.address).toBe('电话〔手机号已隐去〕');
  });

  it('has the database itself refuse an unmasked number', async () => {
    const { number } = await send();
    await expect(
      api.test.database.write(localViewer, (session) =>
        session.execute(`UPDATE incident SET description = '13812345678' WHERE number = $1`, [number]),
      ),
    ).rejects.toThrow(/check constraint/);
  });

  it.each([
    ['an unknown kind', { kind: 'NO_SUCH' }, 'UNKNOWN_KIND'],
    ['swapped coordinates', { longitude: 30, latitude: 120 }, 'BAD_USER_INPUT'],
    ['a future occurrence', { occurredAt: '2099-01-01T00:00:00Z' }, 'BAD_USER_INPUT'],
    ['an empty client key', { clientKey: '' }, 'BAD_USER_INPUT'],
    ['a description beyond 2,000 characters', { description: '长'.repeat(2001) }, 'BAD_USER_INPUT'],
    ['no number for a longitude', { longitude: 'x' }, 'BAD_USER_INPUT'],
  ])('refuses %s with a code, and stores nothing', async (_what, over, code) => {
    const count = async () =>
      (await api.query<{ incidents: { totalCount: number } }>('{ incidents { totalCount } }')).incidents
        .totalCount;
    const before = await count();
    const { errors } = await api.execute(REPORT, report(over));
    expect(errors![0]!.extensions.code).toBe(code);
    expect(await count()).toBe(before);
  });

  it('answers a page of incidents with their grids in one statement', async () => {
    const statements = await api.test.statementsDuring(() =>
      api.query(`{ incidents(first: 200, filter: { bbox: [119, 29, 121, 31] }) { totalCount edges { cursor node {
        id number kind status location grid { name } kindInfo { name } } } } }`),
    );
    expect(statements).toHaveLength(1);
  });

  it('pages through everything exactly once while others are reporting', async () => {
    for (let i = 0; i < 20; i++) await send();
    const all = await api.query<{ incidents: { edges: { node: { id: string } }[] } }>(
      '{ incidents(first: 1000) { edges { node { id } } } }',
    );
    const before = all.incidents.edges.map(({ node }) => node.id);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: {
        incidents: {
          edges: { node: { id: string } }[];
          pageInfo: { endCursor: string; hasNextPage: boolean };
        };
      } = await api.query(
        'query ($after: String) { incidents(first: 3, after: $after) { edges { node { id } } pageInfo { endCursor hasNextPage } } }',
        { after },
      );
      seen.push(...page.incidents.edges.map(({ node }) => node.id));
      after = page.incidents.pageInfo.hasNextPage ? page.incidents.pageInfo.endCursor : null;
      await send();
    } while (after);
    expect(seen).toEqual(before);
  });

  it('counts a grid’s incidents in a period', async () => {
    const { grid } = await api.query<{ grid: { all: number; none: number } }>(
      `{ grid(id: "${county.gridId(1, 0)}") { all: incidentCount none: incidentCount(to: "2020-01-01T00:00:00Z") } }`,
    );
    expect(grid.all).toBeGreaterThan(20);
    expect(grid.none).toBe(0);
  });
});

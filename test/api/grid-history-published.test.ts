import { beforeAll, expect, it } from 'vitest';
import { localViewer } from '@maplebridge/server/database/index';
import { storePosts } from '@maplebridge/server/posts/store-posts';
import { GridFinder, loadLeafVersions } from '@maplebridge/server/territory/grid-finder';
import { newId, planActions, type Plan } from '../kit/plan-support.js';
import { seedCounty, type SeededCounty } from '../kit/seed.js';
import { describeApi } from '../kit/server.js';

const DAY_MS = 24 * 3600_000;
const START = new Date(Date.now() - DAY_MS).toISOString();

interface History {
  versions: { validFrom: string | null; validTo: string | null; post: { name: string } | null }[];
  from: { id: string; planNumber: string; share: number }[];
  into: { id: string; planNumber: string; share: number }[];
}

describeApi('what a published plan leaves behind', (api) => {
  const plans = planActions(api);
  const merged = newId();
  let county: SeededCounty;
  let second: string;
  let row: string[];
  let published: Plan;

  // Three grids of a row become one; two are the first station's, one the second's.
  beforeAll(async () => {
    county = await seedCounty(api.test.database);
    row = [1, 2, 3].map((column) => county.gridId(column, 0));
    second = await storeSecondStation();
    await api.query('mutation ($input: AssignGridsInput!) { assignGrids(input: $input) { grid { id } } }', {
      input: { gridIds: [row[2]], postKind: 'STATION', postId: second },
    });
    expect(await landOf(second)).not.toBeNull();
    const draft = await plans.create();
    const { plan } = await plans.edit(draft, [{ kind: 'merge', grids: row, into: merged }]);
    published = await plans.publish(plan);
  });

  async function storeSecondStation(): Promise<string> {
    return api.test.database.write(localViewer, async (session) => {
      const finder = new GridFinder(await loadLeafVersions(session));
      const station = { kind: 'STATION' as const, code: 'B2', name: '第二派出所' };
      const rest = { address: null, place: null, openAroundTheClock: true, gridIds: [] };
      return (await storePosts(session, county.countyId, [{ ...station, ...rest }], finder))[0]!;
    });
  }
  const landOf = async (postId: string, at?: string): Promise<{ coordinates: unknown[] } | null> =>
    (
      await api.query<{
        posts: { edges: { node: { id: string; jurisdiction: { coordinates: unknown[] } | null } }[] };
      }>(
        'query ($at: DateTime) { posts(filter: { kinds: [STATION], at: $at }) { edges { node { id jurisdiction } } } }',
        { at },
      )
    ).posts.edges.find(({ node }) => node.id === postId)!.node.jurisdiction;
  const history = async (id: string) =>
    (
      await api.query<{ gridHistory: History }>(
        `query ($id: ID!) { gridHistory(id: $id) { versions { validFrom validTo post { name } }
           from { id planNumber share } into { id planNumber share } } }`,
        { id },
      )
    ).gridHistory;

  it('is a date with the plan’s number', async () => {
    const { boundaryDates } = await api.query<{
      boundaryDates: { grids: number; planNumber: string; planId: string }[];
    }>('{ boundaryDates(partition: SOCIAL) { grids planNumber planId } }');
    expect(boundaryDates).toEqual([{ grids: 4, planNumber: published.number, planId: published.id }]);
  });

  it('tells where the land came from and went to', async () => {
    const of = await history(merged);
    expect(of.from.map(({ id }) => id).sort()).toEqual([...row].sort());
    for (const { share, planNumber } of of.from) {
      expect(share).toBeCloseTo(1 / 3, 3);
      expect(planNumber).toBe(published.number);
    }
    const ended = await history(row[0]!);
    expect(ended.into).toEqual([{ id: merged, planNumber: published.number, share: 1 }]);
    expect(ended.versions).toHaveLength(1);
    expect(ended.versions[0]!.validTo).not.toBeNull();
    expect(ended.versions[0]!.post).toEqual({ name: '测试派出所' });
  });

  it('moves jurisdictions with the grids, and remembers those of before', async () => {
    expect(await landOf(second)).toBeNull();
    expect(
      (await landOf(second, new Date(Date.parse(published.effectiveAt!) - 1).toISOString()))?.coordinates,
    ).toHaveLength(1);
    const [version] = (await history(merged)).versions;
    expect(version!.post).toEqual({ name: '测试派出所' });
  });

  it('counts by place on what is in force, and lists what ended when something happened there', async () => {
    const { data } = await api.execute<{ gridStatistics: { grid: { id: string }; isInForce: boolean }[] }>(
      'query ($from: DateTime!) { gridStatistics(partition: SOCIAL, from: $from, basis: NOW) { grid { id } isInForce } }',
      { from: START },
    );
    expect(data!.gridStatistics).toHaveLength(6);
    expect(data!.gridStatistics.some(({ grid }) => grid.id === merged)).toBe(true);
  });
});

import { beforeAll, expect, it } from 'vitest';
import {
  openDataset,
  publishDataset,
  storeBaseFeatures,
  type NewBaseFeature,
} from '@maplebridge/server/basemap/store-base-features';
import { localViewer } from '@maplebridge/server/database/index';
import { createGraphQLClient } from '../kit/graphql-client.js';
import { box, polygon, redraw } from '../kit/redraw.js';
import { seedCounty, type SeededCounty } from '../kit/seed.js';
import { describeApi } from '../kit/server.js';

interface Words {
  north: string;
  east: string;
  south: string;
  west: string;
  isEdited: boolean;
}

const DAY_MS = 24 * 3600_000;
const NOW = Date.now();
const QUERY = `query ($id: ID!, $at: DateTime) { borderWords(gridId: $id, at: $at) { north east south west isEdited } }`;

describeApi('border words', (api) => {
  let county: SeededCounty;
  beforeAll(async () => {
    county = await seedCounty(api.test.database);
    const line = (x0: number, y0: number, x1: number, y1: number) => ({
      type: 'LineString' as const,
      coordinates: polygon([x0, y0], [x1, y1], [x1, y1]).coordinates[0]!.slice(0, 2),
    });
    const street = (name: string | null, nameEn: string | null, geometry: NewBaseFeature['geometry']) =>
      ({ layer: 'street', kind: 'primary', name, nameEn, rank: 1, minZoom: 8, geometry }) as NewBaseFeature;
    await api.test.database.write(localViewer, async (session) => {
      const dataset = await openDataset(session, 'test', null);
      await storeBaseFeatures(session, dataset, [
        street('解放路', 'Jiefang Road', line(2, -1, 2, 3)),
        street(null, null, line(1, -1, 1, 3)),
        { ...street('枫江', null, line(-1, 0, 5, 0)), layer: 'waterway', kind: 'river' },
      ]);
      await publishDataset(session, dataset);
    });
  });
  const ask = async (id: string, at?: Date): Promise<Words> =>
    (
      await createGraphQLClient(api.url, { 'accept-language': 'zh-CN' }).query<{ borderWords: Words }>(
        QUERY,
        {
          id,
          at,
        },
      )
    ).borderWords;

  it('says in Chinese what lies along each side: a street, a river, a neighbour, the county’s edge', async () => {
    expect(await ask(county.gridId(1, 0))).toEqual({
      north: '与测试社区第6网格交界',
      east: '解放路',
      south: '枫江',
      west: '与测试社区第1网格交界',
      isEdited: false,
    });
    expect((await ask(county.gridId(3, 1))).east).toBe('县界');
    expect(await ask(county.policeGridId('west'))).toMatchObject({ east: '解放路', west: '县界' });
  });

  it('says it in English too, with the street’s English name where it has one', async () => {
    const { borderWords } = await api.query<{ borderWords: Words }>(QUERY, { id: county.gridId(1, 0) });
    expect(borderWords).toMatchObject({
      east: 'Jiefang Road',
      south: '枫江',
      west: 'the border with 测试社区第1网格',
    });
  });

  it('keeps what somebody wrote, of the version that it was written for', async () => {
    const gridId = county.gridId(2, 1);
    const changed = new Date(NOW - DAY_MS);
    await redraw(api.test.database, [{ gridId, boundary: box(2, 1, 3, 1.9) }], changed);
    const words = { north: '北围墙', east: '东围墙', south: '南门', west: '解放路中心线' };
    await api.test.database.write(localViewer, (session) =>
      session.execute(
        'UPDATE territory_version SET border_words = $2::jsonb WHERE territory_id = $1 AND valid_to IS NULL',
        [gridId, JSON.stringify(words)],
      ),
    );
    expect(await ask(gridId)).toEqual({ ...words, isEdited: true });
    expect(await ask(gridId, new Date(NOW - 2 * DAY_MS))).toMatchObject({ west: '解放路', isEdited: false });
  });

  it('has words for the grids of a plan as well', async () => {
    const { createBoundaryPlan: plan } = await api.query<{ createBoundaryPlan: { id: string } }>(
      'mutation { createBoundaryPlan(input: { name: "调整", partition: SOCIAL }) { id } }',
    );
    const { planGrid } = await api.query<{ planGrid: { borders: Words } }>(
      'query ($planId: ID!, $gridId: ID!) { planGrid(planId: $planId, gridId: $gridId) { borders { east south isEdited } } }',
      { planId: plan.id, gridId: county.gridId(1, 0) },
    );
    expect(planGrid.borders).toEqual({ east: 'Jiefang Road', south: '枫江', isEdited: false });
  });

  it('refuses a grid that is not in force', async () => {
    for (const [id, code] of [
      [county.countyId, 'NOT_FOUND'],
      ['nonsense', 'BAD_USER_INPUT'],
    ]) {
      const { errors } = await api.execute(QUERY, { id });
      expect(errors![0]!.extensions.code).toBe(code);
    }
  });
});

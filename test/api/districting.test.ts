import { randomUUID } from 'node:crypto';
import {
  openDataset,
  publishDataset,
  storeBaseFeatures,
} from '@maplebridge/server/basemap/store-base-features';
import { localViewer } from '@maplebridge/server/database/index';
import type { MultiPolygon } from 'geojson';
import { beforeAll, expect, it } from 'vitest';
import { CELL, ORIGIN, seedCounty, type SeededCounty } from '../kit/seed.js';
import { describeApi } from '../kit/server.js';

interface District {
  boundary: MultiPolygon;
  households: number;
  incidents: number;
  streetMetres: number;
  areaSquareMetres: number;
  weight: number;
}

interface Job {
  id: string;
  state: string;
  progress: number;
  step: string;
  problem: string | null;
  blocks: number;
  proposals: {
    number: number;
    goal: string;
    withinTolerance: boolean;
    largestDeviation: number;
    districts: District[];
  }[];
}

const FIELDS = `id state progress step problem blocks
  proposals { number goal withinTolerance largestDeviation districts { boundary households incidents streetMetres areaSquareMetres weight } }`;
const START = `mutation ($input: DistrictingInput!) { startDistricting(input: $input) { ${FIELDS} } }`;
const SHOW = `query ($id: ID!) { districtingJob(id: $id) { ${FIELDS} } }`;
const CANCEL = `mutation ($id: ID!) { cancelDistricting(id: $id) { id state } }`;
const TAKE = `mutation ($id: ID!, $proposal: Int!) { takeDistricting(id: $id, proposal: $proposal, name: "重划方案", by: "测试镇") {
  id name state partition author editCount edits { label } grids { id code name isNew households boundary } check { isSound faults { message } } } }`;

/** Four grids in a row and four above, streets every 0.002° (about 200 m), a house in each block: more in the west. */
describeApi('drawing grids by the computer', (api) => {
  let county: SeededCounty;
  const start = async (input: object) =>
    (
      await api.query<{ startDistricting: Job }>(START, {
        input: { partition: 'SOCIAL', seconds: 1, ...input },
      })
    ).startDistricting;
  const show = async (id: string) =>
    (await api.query<{ districtingJob: Job | null }>(SHOW, { id })).districtingJob;
  async function finish(input: object): Promise<Job> {
    const { id } = await start(input);
    await expect
      .poll(async () => (await show(id))!.state, { timeout: 60_000, interval: 200 })
      .not.toBe('RUNNING');
    return (await show(id))!;
  }
  const refusal = async (input: object) => {
    const { errors } = await api.execute(START, { input: { partition: 'SOCIAL', districts: 4, ...input } });
    return errors?.[0]?.message;
  };

  const at = (x: number, y: number) => [
    Math.round((ORIGIN.longitude + x * CELL) * 1e7) / 1e7,
    Math.round((ORIGIN.latitude + y * CELL) * 1e7) / 1e7,
  ];
  const lines = [
    ...Array.from({ length: 21 }, (_, i) => [at(0.1 + i * 0.2, -0.1), at(0.1 + i * 0.2, 2.1)]),
    ...Array.from({ length: 11 }, (_, i) => [at(-0.1, 0.1 + i * 0.2), at(4.1, 0.1 + i * 0.2)]),
  ];
  const houses = Array.from({ length: 200 }, (_, i) => ({
    x: (i % 20) * 0.2 + 0.15,
    y: Math.floor(i / 20) * 0.2 + 0.15,
  }));
  const householdsAt = ({ x }: { x: number }) => (x < 1 ? 12 : 3);
  const total = houses.reduce((sum, house) => sum + householdsAt(house), 0);

  beforeAll(async () => {
    county = await seedCounty(api.test.database);
    await api.test.database.write(localViewer, async (session) => {
      const dataset = await openDataset(session, 'base', null);
      const feature = { name: null, address: null, rank: 6, minZoom: 13 };
      await storeBaseFeatures(session, dataset, [
        ...lines.map((coordinates) => ({
          ...feature,
          layer: 'street' as const,
          kind: 'residential',
          geometry: { type: 'LineString' as const, coordinates },
        })),
        ...houses.map((house) => ({
          ...feature,
          layer: 'building' as const,
          kind: 'apartments',
          households: householdsAt(house),
          geometry: {
            type: 'Polygon' as const,
            coordinates: [
              [[0, 0], [0.02, 0], [0.02, 0.02], [0, 0.02], [0, 0]].map(([dx, dy]) => at(house.x + dx!, house.y + dy!)),
            ],
          },
        })),
      ]); // prettier-ignore
      await publishDataset(session, dataset);
    });
  });

  it('proposes grids of even households, of which one is taken as a draft that holds', async () => {
    const job = await finish({ districts: 6, tolerance: 0.1, seconds: 2 });
    expect(job).toMatchObject({ state: 'DONE', problem: null, progress: 1 });
    expect(job.blocks).toBeGreaterThan(150);
    expect(job.proposals.map(({ goal }) => goal)).toEqual(['COMPACT', 'STREETS', 'FAMILIAR', 'EVEN']);
    for (const { districts, withinTolerance, largestDeviation } of job.proposals) {
      expect(districts.reduce((sum, { households }) => sum + households, 0)).toBe(total);
      expect(
        Math.max(...districts.map(({ households }) => Math.abs((6 * households) / total - 1))),
      ).toBeCloseTo(largestDeviation, 9);
      expect({ withinTolerance, largestDeviation }).toMatchObject({ withinTolerance: true });
      for (const { boundary } of districts) expect(boundary.coordinates).toHaveLength(1);
    }
    const { takeDistricting: plan } = await api.query<{
      takeDistricting: {
        id: string;
        grids: { id: string; code: string; isNew: boolean; households: number; boundary: MultiPolygon }[];
      };
    }>(TAKE, { id: job.id, proposal: 4 });
    expect(plan).toMatchObject({
      name: '重划方案',
      state: 'DRAFT',
      partition: 'SOCIAL',
      author: '测试镇',
      editCount: 1,
      edits: [{ label: 'Drawn by the computer: 6 grids' }],
      check: { isSound: true, faults: [] },
    });
    expect(plan.grids).toHaveLength(6);
    expect(new Set(plan.grids.map(({ code }) => code)).size).toBe(6);
    const proposed = job.proposals[3]!.districts.map(({ boundary }) =>
      JSON.stringify(boundary.coordinates.length),
    );
    expect(plan.grids.map(({ boundary }) => JSON.stringify(boundary.coordinates.length)).sort()).toEqual(
      proposed.sort(),
    );
    // Boundaries in force are what they were.
    const { gridAt } = await api.query<{ gridAt: { id: string } }>(
      'query { gridAt(partition: SOCIAL, longitude: 120.005, latitude: 30.005) { id } }',
    );
    expect(gridAt.id).toBe(county.gridId(0, 0));
  });

  it('leaves alone what it is told to', async () => {
    const scope = [0, 1].flatMap((column) => [0, 1].map((row) => county.gridId(column, row)));
    const job = await finish({
      gridIds: scope,
      keepGridIds: [scope[0]],
      districts: 3,
      proposals: 1,
      areaWeight: 1,
      householdWeight: 0,
    });
    expect(job.proposals).toHaveLength(1);
    const area = job.proposals[0]!.districts.reduce((sum, { areaSquareMetres }) => sum + areaSquareMetres, 0);
    const { takeDistricting: plan } = await api.query<{
      takeDistricting: {
        grids: { id: string; isNew: boolean; boundary: MultiPolygon }[];
        check: { isSound: boolean };
      };
    }>(TAKE, { id: job.id, proposal: 1 });
    expect(plan.check.isSound).toBe(true);
    expect(plan.grids).toHaveLength(8);
    const ids = plan.grids.map(({ id }) => id);
    for (const id of [scope[0], county.gridId(2, 0), county.gridId(3, 1)]) expect(ids).toContain(id);
    const { grids } = await api.query<{ grids: { edges: { node: { areaSquareMetres: number } }[] } }>(
      'query ($ids: [ID!]) { grids(filter: { ids: $ids }) { edges { node { areaSquareMetres } } } }',
      { ids: scope.slice(1) },
    );
    const before = grids.edges.reduce((sum, { node }) => sum + node.areaSquareMetres, 0);
    expect(area / before).toBeCloseTo(1, 5);
  });

  it('can be cancelled, and is not asked for twice too often', async () => {
    const running = [
      await start({ districts: 5, seconds: 100 }),
      await start({ districts: 6, seconds: 100 }),
    ];
    expect(await refusal({ districts: 5 })).toMatch(/2 searches for grids are running/);
    for (const { id } of running) {
      expect(running.every(({ state }) => state === 'RUNNING')).toBe(true);
      await api.query(CANCEL, { id });
      await expect.poll(async () => (await show(id))!.state, { timeout: 20_000 }).toBe('CANCELLED');
    }
  });

  it('refuses what makes no sense, in words', async () => {
    expect(await refusal({ districts: 0 })).toMatch(/number of new grids must be .* 1 to 300/);
    expect(await refusal({ districts: 301 })).toMatch(/1 to 300/);
    expect(await refusal({ tolerance: 0.001 })).toMatch(/tolerance must be from 0.005 to 1/);
    expect(await refusal({ seconds: 121 })).toMatch(/1 to 120 seconds/);
    expect(await refusal({ proposals: 5 })).toMatch(/proposals must be from 1 to 4/);
    expect(await refusal({ householdWeight: 0 })).toMatch(/at least one of them above 0/);
    expect(await refusal({ incidentWeight: -1 })).toMatch(/Weights must be/);
    expect(await refusal({ gridIds: ['x'] })).toMatch(/x/);
    expect(await refusal({ gridIds: [randomUUID()] })).toMatch(/No grid in force has the id/);
    expect(await refusal({ gridIds: [county.gridId(0, 0)], keepGridIds: [county.gridId(0, 0)] })).toMatch(
      /no grid to redraw/,
    );
    expect(await refusal({ from: '2026-02-01T00:00:00Z', to: '2026-01-01T00:00:00Z' })).toMatch(/./);
    const { errors } = await api.execute(CANCEL, { id: randomUUID() });
    expect(errors![0]!.message).toMatch(/not known/);
    expect(await show(randomUUID())).toBeNull();
  });

  it('says why nothing came of it', async () => {
    const none = await finish({ districts: 4, householdWeight: 0, incidentWeight: 1 });
    expect(none).toMatchObject({ state: 'FAILED', proposals: [] });
    expect(none.problem).toMatch(/nothing to balance/);
    const { errors } = await api.execute(TAKE, { id: none.id, proposal: 1 });
    expect(errors![0]!.message).toMatch(/no proposal 1/);
    const few = await finish({ gridIds: [county.gridId(3, 1)], districts: 300 });
    expect(few).toMatchObject({ state: 'FAILED', proposals: [] });
    expect(few.problem).toMatch(/fewer than grids asked for/);
  });
});

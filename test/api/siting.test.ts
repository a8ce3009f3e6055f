import { beforeAll, expect, it } from 'vitest';
import { createGraphQLClient } from '../kit/graphql-client.js';
import { onStreet, seedTown, setTownSpeeds, type Town } from '../kit/reckoned-town.js';
import { describeApi } from '../kit/server.js';
import { temporaryFiles } from './import-support.js';

interface Job {
  id: string;
  state: string;
  progress: number;
  step: string;
  problem: string | null;
  demandTotal: number;
  coveredBefore: number;
  covered: number;
  coveredTwiceBefore: number;
  coveredTwice: number;
  worth: number;
  bound: number | null;
  proven: boolean;
  sites: { name: string; location: { coordinates: [number, number] }; addedDemand: number }[];
  changes: object[];
}

const FIELDS = `id state progress step problem demandTotal coveredBefore covered coveredTwiceBefore coveredTwice worth bound proven
  sites { name location addedDemand } changes { action kind name longitude latitude }`;
const START = `mutation ($input: SitingInput!) { startSiting(input: $input) { ${FIELDS} } }`;
const SHOW = `query ($id: ID!) { sitingJob(id: $id) { ${FIELDS} } }`;
const CANCEL = `mutation ($id: ID!) { cancelSiting(id: $id) { id state } }`;

describeApi('siting of new liaison stations', (api) => {
  const file = temporaryFiles();
  let town: Town;
  const start = async (input: object) =>
    (await api.query<{ startSiting: Job }>(START, { input })).startSiting;
  const show = async (id: string) => (await api.query<{ sitingJob: Job | null }>(SHOW, { id })).sitingJob;
  async function finish(input: object): Promise<Job> {
    const { id } = await start(input);
    await expect
      .poll(async () => (await show(id))!.state, { timeout: 40_000, interval: 200 })
      .not.toMatch(/^(RUNNING|PROVING)$/);
    return (await show(id))!;
  }
  const households = async (points: object[], seconds: number) =>
    (
      await api.query<{ reach: { households: number }[] }>(
        'query ($points: [PlaceInput!], $seconds: [Int!]!) { reach(origins: [], seconds: $seconds, points: $points) { households } }',
        { points, seconds: [seconds] },
      )
    ).reach[0]!.households;

  beforeAll(async () => {
    town = await seedTown(api.test.database, file);
    await setTownSpeeds(api);
  });

  it('covers as much as the best of all choices, proves it, and can be tried on the board', async () => {
    const drawn = [120.001, 120.004, 120.011, 120.019, 120.026, 120.034, 120.039].map((x, i) => ({
      ...onStreet(x),
      name: `候选${i + 1}`,
    }));
    const seconds = 60;
    let best = 0;
    for (const [i, a] of drawn.entries())
      for (const b of drawn.slice(i + 1)) best = Math.max(best, await households([a, b], seconds));
    const job = await finish({ sites: 2, seconds, candidates: 'DRAWN', drawn });
    expect(job).toMatchObject({ state: 'DONE', proven: true, demandTotal: 1000, coveredBefore: 0, covered: best, bound: best });
    expect(job.sites).toHaveLength(2);
    expect(job.sites.reduce((sum, { addedDemand }) => sum + addedDemand, 0)).toBe(best);
    for (const { name, location } of job.sites) {
      const [longitude] = location.coordinates;
      expect(drawn.find((place) => place.name === name)!.longitude).toBeCloseTo(longitude, 6);
    }
    const { coverBoard } = await api.query<{ coverBoard: { tiers: { households: number; seconds: number }[] } }>(
      'query ($input: CoverBoardInput!) { coverBoard(input: $input) { tiers { households seconds } } }',
      { input: { hour: 12, changes: job.changes } },
    );
    const places = job.sites.map(({ location: { coordinates } }) => ({ longitude: coordinates[0], latitude: coordinates[1] }));
    expect(coverBoard.tiers[2]!.households).toBe(await households(places, coverBoard.tiers[2]!.seconds));
  }); // prettier-ignore

  it('keeps the stations there are, and adds where they do not reach', async () => {
    const post = await town.addPost({ kind: 'LIAISON_STATION', name: '西联勤站', place: [120.005, 30.005] });
    const drawn = [onStreet(120.005), onStreet(120.035)];
    const kept = await finish({ sites: 1, seconds: 60, candidates: 'DRAWN', drawn });
    expect(kept).toMatchObject({ coveredBefore: 100, covered: 500, proven: true });
    expect(kept.sites[0]!.location.coordinates[0]).toBeCloseTo(120.035, 6);
    const alone = await finish({ sites: 1, seconds: 60, candidates: 'DRAWN', drawn, keepExisting: false });
    expect(alone).toMatchObject({ coveredBefore: 0, covered: 400 });
    expect(post).toBeTruthy();
  });

  it('has no site serve more than its capacity', async () => {
    const drawn = [onStreet(120.02), onStreet(120.03)];
    const free = await finish({ sites: 1, seconds: 180, candidates: 'DRAWN', drawn, keepExisting: false });
    const bounded = await finish({
      sites: 1,
      seconds: 180,
      candidates: 'DRAWN',
      drawn,
      keepExisting: false,
      capacity: 350,
    });
    expect(free.covered).toBeGreaterThan(350);
    expect(bounded.covered).toBeLessThanOrEqual(350 + 1e-6);
    expect(bounded.covered).toBeGreaterThan(349);
  });

  it('counts half of what is covered twice where backup counts, apart from what is covered', async () => {
    const drawn = [onStreet(120.019), onStreet(120.021)];
    const question = { sites: 2, seconds: 3600, candidates: 'DRAWN', drawn, keepExisting: false };
    expect(await finish({ ...question, backup: true })).toMatchObject({
      demandTotal: 1000,
      covered: 1000,
      coveredTwiceBefore: 0,
      coveredTwice: 1000,
      worth: 1500,
      bound: 1500,
      proven: true,
    });
    expect(await finish(question)).toMatchObject({ covered: 1000, worth: 1000, bound: 1000, proven: true });
  });

  it('names its own candidates after the streets that meet there', async () => {
    const job = await finish({ sites: 1, seconds: 300 });
    expect(job.state).toBe('DONE');
    expect(job.sites[0]!.name).toMatch(/长街|北巷/);
    expect(job.changes[0]).toMatchObject({ action: 'ADD', kind: 'LIAISON_STATION' });
  });

  it('ends when it is cancelled, is told again after, and leaves the rest at work', async () => {
    const drawn = Array.from({ length: 2000 }, (_, i) => onStreet(120 + i * 0.00002));
    const { id } = await start({ sites: 50, seconds: 3600, candidates: 'DRAWN', drawn, backup: true });
    const { cancelSiting } = await api.query<{ cancelSiting: Job }>(CANCEL, { id });
    expect(cancelSiting.id).toBe(id);
    await expect.poll(async () => (await show(id))!.state, { timeout: 10_000 }).toBe('CANCELLED');
    expect(await show('nonsense')).toBeNull();
    const after = await finish({ sites: 1, seconds: 60, candidates: 'DRAWN', drawn: [onStreet(120.035)] });
    expect(after.state).toBe('DONE');
  });

  it('refuses what cannot be, with words in both languages', async () => {
    const refusal = async (input: object) => {
      const [english, chinese] = await Promise.all(
        ['en', 'zh-CN'].map((language) =>
          createGraphQLClient(api.url, { 'accept-language': language }).execute<{ startSiting: Job }>(START, { input }),
        ),
      );
      // What comes to light while it works is told by the job, in the language of who looks.
      const told = async (answer: typeof english, language: string) => {
        if (answer!.errors) return answer!.errors[0]!.message;
        const { query } = createGraphQLClient(api.url, { 'accept-language': language });
        let job = answer!.data!.startSiting;
        for (let i = 0; i < 100 && job.state === 'RUNNING'; i++) {
          await new Promise((resolve) => setTimeout(resolve, 50));
          job = (await query<{ sitingJob: Job }>(SHOW, { id: job.id })).sitingJob;
        }
        expect(job.state).toBe('FAILED');
        return job.problem!;
      };
      expect(await told(chinese, 'zh-CN')).toMatch(/[一-鿿]/u);
      return told(english, 'en');
    };
    expect(await refusal({ sites: 0 })).toMatch(/must be 1 to 50/);
    expect(await refusal({ sites: 51 })).toMatch(/must be 1 to 50/);
    expect(await refusal({ sites: 1, candidates: 'DRAWN', drawn: [] })).toMatch(/number of candidates/);
    expect(await refusal({ sites: 3, candidates: 'DRAWN', drawn: [onStreet(120.01)] })).toMatch(/only 1 candidates for 3/);
    expect(await refusal({ sites: 1, seconds: 0 })).toMatch(/is not a limit/);
    expect(await refusal({ sites: 1, capacity: 0 })).toMatch(/above 0/);
    expect(await refusal({ sites: 1, householdWeight: 0 })).toMatch(/Weights/);
    expect(await refusal({ sites: 1, householdWeight: -1 })).toMatch(/Weights/);
    const lake = { longitude: 120.035, latitude: 30.018 };
    expect(await refusal({ sites: 1, candidates: 'DRAWN', drawn: [lake] })).toMatch(/./);
    const { errors } = await api.execute(CANCEL, { id: 'nonsense' });
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  }); // prettier-ignore
});

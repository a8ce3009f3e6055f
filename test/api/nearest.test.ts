import { localViewer } from '@maplebridge/server/database/index';
import { beforeAll, expect, it } from 'vitest';
import { createGraphQLClient } from '../kit/graphql-client.js';
import { onStreet, secondsBetween, seedTown, setTownSpeeds, type Town } from '../kit/reckoned-town.js';
import { describeApi } from '../kit/server.js';
import { temporaryFiles } from './import-support.js';

interface Candidate {
  unit: { id: string; callSign: string; state: string };
  travelSeconds: number;
  available: boolean;
  fixAgeSeconds: number;
  reasons: string[];
  coverLost: { grid: { code: string }; shareBefore: number; shareAfter: number }[];
  coverBackAt: string;
  route: { type: string; coordinates: [number, number][] } | null;
}

const NEAREST = `query ($longitude: Float!, $latitude: Float!, $first: Int! = 5) {
  nearestUnits(longitude: $longitude, latitude: $latitude, first: $first) {
    unit { id callSign state } travelSeconds available fixAgeSeconds reasons coverBackAt route
    coverLost { grid { code } shareBefore shareAfter } } }`;

describeApi('the nearest units', (api) => {
  const file = temporaryFiles();
  let town: Town;
  const nearest = async (place: object, first = 5) =>
    (await api.query<{ nearestUnits: Candidate[] }>(NEAREST, { ...place, first })).nearestUnits;
  const named = (candidates: Candidate[]) => candidates.map(({ unit }) => unit.callSign);

  beforeAll(async () => {
    town = await seedTown(api.test.database, file);
    await setTownSpeeds(api);
    await town.addUnit({ callSign: '西01', longitude: 120.005 });
    await town.addUnit({ callSign: '东01', longitude: 120.035, ageSeconds: 40 });
    await town.addUnit({ callSign: '忙01', longitude: 120.011, state: 'ON_SCENE' });
    await town.addUnit({ callSign: '歇01', longitude: 120.012, state: 'OFF_DUTY' });
    await town.addUnit({ callSign: '步01', longitude: 120.0125, kind: 'FOOT', state: 'STANDBY' });
  });

  it('are in order of travel time, those that are free first, those off duty never', async () => {
    const found = await nearest(onStreet(120.012));
    expect(named(found)).toEqual(['步01', '西01', '东01', '忙01']);
    const seconds = found.map(({ travelSeconds }) => travelSeconds);
    expect(Math.abs(seconds[0]! - 10 * secondsBetween(120.0125, 120.012))).toBeLessThan(1);
    expect(Math.abs(seconds[1]! - secondsBetween(120.005, 120.012))).toBeLessThan(1);
    expect(Math.abs(seconds[2]! - secondsBetween(120.035, 120.012))).toBeLessThan(1);
    expect(found.map(({ available }) => available)).toEqual([true, true, true, false]);
  });

  it('answer the query of the design, with no more than asked for', async () => {
    const { nearestUnits } = await api.query<{ nearestUnits: object[] }>(
      `{ nearestUnits(longitude: 120.012, latitude: 30.005, first: 2) {
          unit { id callSign } travelSeconds reasons coverLost { grid { code } } } }`,
    );
    expect(nearestUnits).toHaveLength(2);
  });

  it('say why they rank where they do, in the language of who asks, and when they are free again', async () => {
    const before = Date.now();
    const [walker, car, , busy] = await nearest(onStreet(120.012));
    expect(walker!.reasons[0]).toMatch(/^soonest of those that are free/);
    expect(car!.reasons[0]).toMatch(/^about 1 min 8 s/);
    expect(busy!.reasons.join()).toMatch(/not free/);
    const back = Date.parse(car!.coverBackAt) - before;
    expect(Math.abs(back - (car!.travelSeconds + 25 * 60) * 1000)).toBeLessThan(10_000);
    const chinese = createGraphQLClient(api.url, { 'accept-language': 'zh-CN' });
    const { nearestUnits } = await chinese.query<{ nearestUnits: Candidate[] }>(NEAREST, onStreet(120.012));
    for (const { reasons } of nearestUnits) {
      expect(reasons.length).toBeGreaterThan(2);
      for (const reason of reasons) expect(reason).toMatch(/^[^{}a-z]*[一-鿿][^{}a-z]*$/u);
    }
  });

  it('have the age of their positions, and say when one is stale', async () => {
    const stale = await town.addUnit({ callSign: '旧01', longitude: 120.02, ageSeconds: 600 });
    const found = await nearest(onStreet(120.02));
    expect(Math.abs(found[0]!.fixAgeSeconds - 600)).toBeLessThan(20);
    expect(found[0]!.reasons.join()).toMatch(/no position for 10 min/);
    expect(Math.abs(found.find(({ unit }) => unit.callSign === '东01')!.fixAgeSeconds - 40)).toBeLessThan(20);
    await api.test.database.write(localViewer, (session) =>
      session.execute(`UPDATE unit SET state = 'OFF_DUTY' WHERE id = $1`, [stale]),
    );
  });

  it('come along the streets', async () => {
    const [, car] = await nearest(onStreet(120.012));
    const { coordinates } = car!.route!;
    expect(coordinates[0]![0]).toBeCloseTo(120.005, 5);
    expect(coordinates.at(-1)![0]).toBeCloseTo(120.012, 5);
    for (const [longitude, latitude] of coordinates) {
      expect(latitude).toBeCloseTo(30.005, 6);
      expect(longitude).toBeGreaterThanOrEqual(120.0049);
      expect(longitude).toBeLessThanOrEqual(120.0121);
    }
    // From the north end of the lane it is round the corner, not through the air.
    const north = await nearest({ longitude: 120.005, latitude: 30.018 });
    const west = north.find(({ unit }) => unit.callSign === '西01')!;
    expect(Math.abs(west.travelSeconds - (0.013 * 110_852) / 10)).toBeLessThan(2);
  });

  it('take away the cover that nobody else gives', async () => {
    // Within 180 s (1,800 m) 西01 covers the houses of the first two grids and the lane above, where no house is; 东01 those
    // of the last two; 步01 goes 180 m.
    const found = await nearest(onStreet(120.012));
    const lost = new Map(
      found.map(({ unit, coverLost }) => [unit.callSign, coverLost.map(({ grid }) => grid.code).sort()]),
    );
    expect(lost.get('西01')).toEqual([
      town.gridCode(0, 0),
      town.gridCode(1, 0),
      town.gridCode(0, 1),
    ]);
    expect(lost.get('东01')).toEqual([town.gridCode(2, 0), town.gridCode(3, 0)]);
    expect(lost.get('步01')).toEqual([]);
    expect(lost.get('忙01')).toEqual([]);
    for (const { shareBefore, shareAfter } of found[1]!.coverLost)
      expect([shareBefore, shareAfter]).toEqual([1, 0]);
    // A second car beside 西01, and nothing is lost when either goes.
    const second = await town.addUnit({ callSign: '西02', longitude: 120.006 });
    const after = await nearest(onStreet(120.012));
    expect(after.find(({ unit }) => unit.callSign === '西01')!.coverLost).toEqual([]);
    expect(after.find(({ unit }) => unit.callSign === '西01')!.reasons.at(-1)).toMatch(/^no grid loses 3-minute cover/);
    // On a call itself, it covers nothing any more.
    await api.test.database.write(localViewer, (session) =>
      session.execute(`UPDATE unit SET state = 'EN_ROUTE' WHERE id = $1`, [second]),
    );
    const busy = await nearest(onStreet(120.012));
    expect(busy.find(({ unit }) => unit.callSign === '西01')!.coverLost).toHaveLength(3);
    await api.test.database.write(localViewer, (session) =>
      session.execute(`UPDATE unit SET state = 'OFF_DUTY' WHERE id = $1`, [second]),
    );
  }); // prettier-ignore

  it('are refused for places nobody can drive to, with words in both languages', async () => {
    const refusal = async (variables: object) => {
      const [english, chinese] = await Promise.all(
        ['en', 'zh-CN'].map((language) =>
          createGraphQLClient(api.url, { 'accept-language': language }).execute(NEAREST, variables),
        ),
      );
      expect(chinese!.errors?.[0]?.message).toMatch(/[一-鿿]/u);
      expect(chinese!.errors?.[0]?.extensions.code).toBe(english!.errors?.[0]?.extensions.code);
      return `${english!.errors?.[0]?.extensions.code} ${english!.errors?.[0]?.message}`;
    };
    expect(await refusal({ ...onStreet(120.02), latitude: 30.06 })).toMatch(/^BAD_USER_INPUT .* m from the nearest street/);
    expect(await refusal({ longitude: 30, latitude: 120 })).toMatch(/^BAD_USER_INPUT/);
    expect(await refusal({ longitude: -120, latitude: -30 })).toMatch(/^BAD_USER_INPUT .*no street/);
    for (const first of [0, 21]) expect(await refusal({ ...onStreet(120.02), first })).toMatch(/^BAD_USER_INPUT/);
  }); // prettier-ignore
});

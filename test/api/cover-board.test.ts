import { localViewer } from '@maplebridge/server/database/index';
import { importIncidents } from '@maplebridge/server/interchange/incidents/import-incidents';
import { startServer } from '@maplebridge/server/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { createGraphQLClient } from '../kit/graphql-client.js';
import {
  METRES_PER_DEGREE,
  onStreet,
  secondsBetween,
  seedTown,
  setTownSpeeds,
  tileOf,
  type Town,
} from '../kit/reckoned-town.js';
import { describeApi } from '../kit/server.js';
import { temporaryFiles } from './import-support.js'; // prettier-ignore

interface Tier {
  tier: number;
  seconds: number;
  responders: number;
  closedResponders: number;
  roadMetres: number;
  roadMetresTotal: number;
  households: number;
  householdsTotal: number;
  riskPoints: number;
  riskPointsTotal: number;
  grids: { grid: { code: string }; shareOfRoad: number; shareOfHouseholds: number | null }[];
}
interface Gap {
  grid: { code: string };
  households: number;
  roadMetres: number;
  location: { coordinates: number[] };
  nearestName: string | null;
  nearestSeconds: number | null;
}
interface Board {
  reading: string;
  hour: number;
  networkVersion: string;
  tiers: Tier[];
  unplaced: { name: string; reason: string }[];
  tileView: string;
  byHour: { hour: number; shares: number[]; responders: number[] }[];
  gaps: Gap[];
}

const FIGURES = `reading hour networkVersion tileView unplaced { name reason }
  tiers { tier seconds responders closedResponders roadMetres roadMetresTotal households householdsTotal riskPoints riskPointsTotal
    grids { grid { code } shareOfRoad shareOfHouseholds } }`;
const BOARD = `query ($input: CoverBoardInput!) { coverBoard(input: $input) { ${FIGURES}
  byHour { hour shares responders } gaps(tier: 3, first: 10) { grid { code } households roadMetres location nearestName nearestSeconds } } }`;
const SAVE = `mutation ($input: CoverScenarioInput!) { saveCoverScenario(input: $input) { id name note version
  changes { action postId kind name longitude latitude opensAtMinute closesAtMinute } } }`;

describeApi('the 1-3-5 board', (api) => {
  const file = temporaryFiles();
  let town: Town;
  let station: string;
  let office: string;
  let guard: string;
  const ask = async (input: object = {}, client = api.query) =>
    (await client<{ coverBoard: Board }>(BOARD, { input: { hour: 12, ...input } })).coverBoard;
  const households = ({ tiers }: Board) => tiers.map((tier) => tier.households);
  /** All that a board says, without what names the answer and not the cover. */
  const figures = ({ tileView, ...board }: Board) => {
    expect(tileView).not.toBe('');
    return board;
  };
  const refusal = async (document: string, variables: object) => {
    const [english, chinese] = await Promise.all(
      ['en', 'zh-CN'].map((language) =>
        createGraphQLClient(api.url, { 'accept-language': language }).execute(document, variables),
      ),
    );
    expect(chinese!.errors?.[0]?.message).toMatch(/[一-鿿]/u);
    return `${english!.errors?.[0]?.extensions.code} ${english!.errors?.[0]?.message}`;
  };

  beforeAll(async () => {
    town = await seedTown(api.test.database, file);
    await setTownSpeeds(api, { slots: [{ fromHour: 7, toHour: 9, factor: 2 }] });
    // Tier 3, 3,000 m: from the west end to the house of the third grid. Tier 1, 300 m by bicycle. Tier 2, 1,800 m.
    station = await town.addPost({ kind: 'STATION', name: '西派出所', place: [120, 30.005], openAroundTheClock: true });
    office = await town.addPost({
      kind: 'OFFICE',
      name: '东警务室',
      place: [120.04, 30.005],
      hours: { opensAtMinute: 510, closesAtMinute: 1050 },
    });
    guard = await town.addPost({
      kind: 'SMALLEST_RESPONSE_UNIT',
      name: '夜间应急单元',
      place: [120.007, 30.005],
      hours: { opensAtMinute: 1200, closesAtMinute: 30 },
    });
    await town.addPost({ kind: 'COURT', name: '测试法庭', place: [120.01, 30.005] });
    await town.addUnit({ callSign: '巡01', longitude: 120.02, homePostId: office });
  }); // prettier-ignore

  it('counts what each tier covers at an hour, and who is closed', async () => {
    const board = await ask();
    expect(board).toMatchObject({ reading: 'BY_TIER', hour: 12 });
    expect(board.tiers.map(({ tier, seconds }) => [tier, seconds])).toEqual([[1, 60], [2, 180], [3, 300]]); // prettier-ignore
    expect(board.tiers.map(({ responders, closedResponders }) => [responders, closedResponders])).toEqual([[0, 1], [1, 0], [2, 0]]); // prettier-ignore
    // The unit at its home post in the east reaches the last two houses; station and office reach all.
    expect(households(board)).toEqual([0, 700, 1000]);
    expect(board.tiers.map((tier) => tier.householdsTotal)).toEqual([1000, 1000, 1000]);
    expect(Math.abs(board.tiers[1]!.roadMetres - 1800)).toBeLessThan(1);
    const street = 0.04 * METRES_PER_DEGREE + 0.013 * 110_852;
    for (const { roadMetresTotal } of board.tiers)
      expect(Math.abs(roadMetresTotal / street - 1)).toBeLessThan(0.001);
    // Every grid where there is something to cover: the lower row and the one above with the lane.
    expect(board.tiers[2]!.grids).toHaveLength(5);
  });

  it('has the hours of the posts, past midnight too, and the speeds of the hour', async () => {
    // At night the office is closed: the station's 3,000 m end between the third and the fourth house.
    const night = await ask({ hour: 0 });
    expect(households(night)).toEqual([100, 700, 600]);
    expect(night.tiers.map(({ closedResponders }) => closedResponders)).toEqual([0, 0, 1]);
    expect(households(await ask({ hour: 1 }))[0]).toBe(0);
    // In the rush everything takes twice as long.
    const rush = await ask({ hour: 8 });
    expect(Math.abs(rush.tiers[1]!.roadMetres - 900)).toBeLessThan(1);
    const { byHour } = await ask();
    expect(byHour.map(({ hour }) => hour)).toEqual(Array.from({ length: 24 }, (_, hour) => hour));
    for (const hour of [0, 8, 12, 20, 23]) {
      const board = await ask({ hour });
      const row = byHour[hour]!;
      expect(row.responders).toEqual(board.tiers.map(({ responders }) => responders));
      board.tiers.forEach((tier, i) => expect(row.shares[i]).toBeCloseTo(tier.households / 1000, 9));
    }
  });

  it('names the gaps, the worst first, with who is nearest', async () => {
    const { gaps } = await ask({ hour: 0 });
    expect(gaps[0]).toMatchObject({ grid: { code: town.gridCode(3, 0) }, households: 400, nearestName: '西派出所' });
    expect(gaps[0]!.nearestSeconds).toBeGreaterThan(300);
    const [longitude, latitude] = gaps[0]!.location.coordinates as [number, number];
    expect(latitude).toBeCloseTo(30.005, 4);
    expect(longitude).toBeGreaterThan(120.03);
    expect(gaps.every((gap, i) => i === 0 || gaps[i - 1]!.households >= gap.households)).toBe(true);
    expect((await ask()).gaps.every((gap) => gap.households === 0)).toBe(true);
  }); // prettier-ignore

  it('reads by importance: any responder, within the time of the place', async () => {
    const board = await ask({ reading: 'BY_IMPORTANCE', hour: 12 });
    // All three responders on duty in each row: 600 m, 1,800 m, 3,000 m from either end.
    expect(board.tiers.map(({ responders }) => responders)).toEqual([3, 3, 3]);
    expect(households(board)).toEqual([500, 1000, 1000]);
  });

  it('says which responders it cannot place', async () => {
    const far = await town.addPost({ kind: 'STATION', name: '湖中派出所', place: [120.035, 30.018] });
    const { unplaced } = await ask();
    expect(unplaced).toEqual([{ name: '湖中派出所', reason: expect.stringMatching(/^1,?\d+ m from/) as string }]);
    await end(far);
  }); // prettier-ignore

  const end = (id: string) =>
    api.test.database.write(localViewer, (session) =>
      session.execute('UPDATE post SET ended_at = now() WHERE id = $1', [id]),
    );

  describe('what if', () => {
    const closeStation = () => ({ action: 'CLOSE', postId: station });
    const changesOf = () => [
      { action: 'MOVE', postId: office, ...onStreet(120.03) },
      { action: 'HOURS', postId: guard, opensAtMinute: 0, closesAtMinute: 1320 },
      { action: 'ADD', kind: 'LIAISON_STATION', name: '新联勤站', ...onStreet(120.012), opensAtMinute: 480, closesAtMinute: 1200 },
      closeStation(),
    ]; // prettier-ignore

    it('a post closes: what it alone covered is lost, and the rest stays', async () => {
      const before = await ask({ hour: 0 });
      const after = await ask({ hour: 0, changes: [closeStation()] });
      expect(households(after)).toEqual([100, 700, 0]);
      expect(after.tiers[0]).toEqual(before.tiers[0]);
      expect(after.tiers[1]).toEqual(before.tiers[1]);
      expect(after.tiers[2]!.roadMetres).toBe(0);
      // A unit goes with its post when that moves.
      const moved = await ask({ changes: [{ action: 'MOVE', postId: office, ...onStreet(120.005) }] });
      expect(households(moved)[1]).toBe(300);
      expect(await figures(await ask({ hour: 0 }))).toEqual(figures(before));
    });

    it('equals the same changes saved as a scenario, and the same changes really made', async () => {
      const changes = changesOf();
      const { saveCoverScenario: saved } = await api.query<{ saveCoverScenario: { id: string } }>(SAVE, {
        input: { name: '东扩', changes },
      });
      const hours = [0, 8, 12, 21];
      const tried = [];
      for (const hour of hours) {
        const board = figures(await ask({ hour, changes }));
        expect(figures(await ask({ hour, scenarioId: saved.id }))).toEqual(board);
        tried.push(board);
      }
      await api.test.database.write(localViewer, async (session) => {
        await session.execute(`UPDATE post SET location = ST_SetSRID(ST_MakePoint(120.03, 30.005), 4326) WHERE id = $1`, [office]);
        await session.execute(`UPDATE post SET opens_at_minute = 0, closes_at_minute = 1320 WHERE id = $1`, [guard]);
      }); // prettier-ignore
      await end(station);
      const added = await town.addPost({
        kind: 'LIAISON_STATION',
        name: '新联勤站',
        place: [120.012, 30.005],
        hours: { opensAtMinute: 480, closesAtMinute: 1200 },
      });
      // A server that has never computed anything before.
      const fresh = await startServer({ database: api.test.database, port: 0 });
      try {
        const { query } = createGraphQLClient(fresh.url, { 'accept-language': 'en' });
        for (const [i, hour] of hours.entries())
          expect(figures(await ask({ hour }, query))).toEqual(tried[i]);
      } finally {
        await fresh.close();
      }
      await end(added);
      await api.test.database.write(localViewer, async (session) => {
        await session.execute(`UPDATE post SET location = ST_SetSRID(ST_MakePoint(120.04, 30.005), 4326) WHERE id = $1`, [office]);
        await session.execute(`UPDATE post SET opens_at_minute = 1200, closes_at_minute = 30 WHERE id = $1`, [guard]);
        await session.execute('UPDATE post SET ended_at = NULL WHERE id = $1', [station]);
      }); // prettier-ignore
      expect(households(await ask({ hour: 0 }))).toEqual([100, 700, 600]);
    });

    it('marks on the map what is gained and lost', async () => {
      const { tileView } = await ask({ hour: 0, changes: [closeStation()] });
      const tile = await fetch(
        `${api.url}/tiles/reach/14/${tileOf(120.002, 30.005, 14).join('/')}.mvt?view=${tileView}`,
      );
      expect(tile.status).toBe(200);
      const bytes = Buffer.from(await tile.arrayBuffer()).toString('latin1');
      expect(bytes).toContain('lost');
      expect(bytes).not.toContain('gained');
    });

    it('refuses changes that cannot be, with words in both languages', async () => {
      const change = (input: object) => refusal(BOARD, { input: { changes: [input] } });
      const nobody = '00000000-0000-4000-8000-000000000000';
      for (const input of [
        { action: 'CLOSE' },
        { action: 'CLOSE', postId: nobody },
        { action: 'MOVE', postId: station },
        { action: 'ADD', name: '无类别', ...onStreet(120.01) },
        { action: 'ADD', kind: 'COURT', name: '新法庭', ...onStreet(120.01) },
        { action: 'HOURS', postId: station, opensAtMinute: 5 },
        { action: 'HOURS', postId: station, opensAtMinute: 0, closesAtMinute: 1440 },
        { action: 'ADD', kind: 'STATION', name: '反', longitude: 30, latitude: 120 },
      ])
        expect(await change(input)).toMatch(/^BAD_USER_INPUT/);
      expect(await refusal(BOARD, { input: { scenarioId: nobody } })).toMatch(/^NOT_FOUND/);
      for (const hour of [-1, 24]) expect(await refusal(BOARD, { input: { hour } })).toMatch(/^BAD_USER_INPUT/);
      const gaps = '{ coverBoard(input: {}) { gaps(tier: 4) { households } } }';
      expect(await refusal(gaps, {})).toMatch(/^BAD_USER_INPUT There is no tier 4/);
    }); // prettier-ignore
  });

  describe('a scenario', () => {
    interface Scenario {
      id: string;
      name: string;
      version: number;
      changes: object[];
    }
    const save = async (input: object) =>
      (await api.query<{ saveCoverScenario: Scenario }>(SAVE, { input })).saveCoverScenario;

    it('is kept as it was saved, replaced by its id and version, and gone when deleted', async () => {
      const change = { action: 'HOURS', postId: office, opensAtMinute: 0, closesAtMinute: 600 };
      const first = await save({ name: ' 夜间加班 ', note: '试行', changes: [change] });
      expect(first).toMatchObject({ name: '夜间加班', note: '试行', version: 1, changes: [change] });
      const second = await save({ id: first.id, version: 1, name: '夜间加班（二）', changes: [] });
      expect(second).toMatchObject({ id: first.id, version: 2, changes: [] });
      const read = await api.query<{ coverScenario: Scenario; coverScenarios: Scenario[] }>(
        `query ($id: ID!) { coverScenario(id: $id) { name version } coverScenarios { id name } }`,
        { id: first.id },
      );
      expect(read.coverScenario).toEqual({ name: '夜间加班（二）', version: 2 });
      expect(read.coverScenarios[0]).toEqual({ id: first.id, name: '夜间加班（二）' });
      const DELETE = 'mutation ($id: ID!) { deleteCoverScenario(id: $id) }';
      expect(await api.query(DELETE, { id: first.id })).toEqual({ deleteCoverScenario: true });
      expect(await api.query(DELETE, { id: first.id })).toEqual({ deleteCoverScenario: false });
      expect(
        await api.query('query ($id: ID!) { coverScenario(id: $id) { name } }', { id: first.id }),
      ).toEqual({ coverScenario: null });
      expect(await refusal(SAVE, { input: { id: first.id, version: 2, name: '晚了', changes: [] } })).toMatch(
        /^NOT_FOUND/,
      );
    });

    it('changed by somebody else is a conflict, and of two at once one is told so', async () => {
      const { id } = await save({ name: '同时', changes: [] });
      const attempts = await Promise.all(
        ['甲', '乙'].map((name) => api.execute(SAVE, { input: { id, version: 1, name, changes: [] } })),
      );
      const codes = attempts.map(({ errors }) => errors?.[0]?.extensions.code ?? 'saved').sort();
      expect(codes).toEqual(['CONFLICT', 'saved']);
      expect(await refusal(SAVE, { input: { id, version: 1, name: '丙', changes: [] } })).toMatch(
        /^CONFLICT .* version 2/,
      );
      expect(await refusal(SAVE, { input: { name: ' ', changes: [] } })).toMatch(/^BAD_USER_INPUT/);
    });
  });

  describe('arrivals', () => {
    it('are measured and modelled for the same incidents', async () => {
      const at = (minutesAgo: number, seconds = 0) =>
        new Date(Date.now() - minutesAgo * 60_000 + seconds * 1000).toISOString();
      const row = (number: string, minutesAgo: number, longitude: number, seconds: number | null) =>
        `${number},盗窃,${at(minutesAgo)},${seconds === null ? '' : at(minutesAgo, seconds)},${longitude},30.005\n`;
      await importIncidents(
        async () => api.test.database,
        file(
          'incidents.csv',
          '编号,类别,报警时间,到达时间,经度,纬度\n' +
            row('M1', 200, 120.005, 50) +
            row('M2', 190, 120.005, 170) +
            row('M3', 180, 120.015, 290) +
            row('M4', 170, 120.015, 400) +
            row('M5', 160, 120.015, null),
        ),
        { crs: 'wgs84' },
      );
      const { coverBoard } = await api.query<{
        coverBoard: {
          arrivals: {
            days: number;
            count: number;
            tiers: { seconds: number; measuredShare: number; modelledShare: number }[];
            grids: { grid: { code: string }; count: number; medianSeconds: number; p90Seconds: number; modelledSeconds: number }[];
          };
        };
      }>(
        `{ coverBoard(input: { hour: 12 }) { arrivals(days: 7) { days count tiers { seconds measuredShare modelledShare }
            grids { grid { code } count medianSeconds p90Seconds modelledSeconds } } } }`,
      ); // prettier-ignore
      const { arrivals } = coverBoard;
      expect(arrivals).toMatchObject({ days: 7, count: 4 });
      expect(arrivals.tiers.map(({ measuredShare }) => measuredShare)).toEqual([0.25, 0.5, 0.75]);
      expect(arrivals.grids).toHaveLength(2);
      const second = arrivals.grids.find(({ grid }) => grid.code === town.gridCode(1, 0))!;
      expect(second).toMatchObject({ count: 2, medianSeconds: 290, p90Seconds: 400 });
      // At some hour of the day the station in the west is soonest there, at twice the time in the rush.
      const free = secondsBetween(120, 120.015);
      expect([Math.round(free), Math.round(2 * free)]).toContain(second.modelledSeconds);
      const none = '{ coverBoard(input: {}) { arrivals(days: 91) { count } } }';
      expect(await refusal(none, {})).toMatch(/^BAD_USER_INPUT/);
    });
  });
});

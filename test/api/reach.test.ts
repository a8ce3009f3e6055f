import { readFileSync } from 'node:fs';
import { localViewer } from '@maplebridge/server/database/index';
import { importStreets } from '@maplebridge/server/interchange/streets/import-streets';
import { startServer } from '@maplebridge/server/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { createGraphQLClient } from '../kit/graphql-client.js';
import { describeApi } from '../kit/server.js';
import { findSharedData } from '../kit/shared-data.js';
import {
  METRES_PER_DEGREE,
  onStreet,
  seedTown,
  setTownSpeeds,
  tileOf,
  TOWN_STREETS,
  type Town,
} from '../kit/reckoned-town.js';
import { temporaryFiles } from './import-support.js';

interface Reach {
  seconds: number;
  roadMetres: number;
  shareOfRoad: number;
  households: number;
  shareOfHouseholds: number;
  roadMetresByCount: number[];
  area: { type: string; coordinates: number[][][][] } | null;
  grids: { grid: { code: string }; shareOfRoad: number; shareOfHouseholds: number | null }[];
  byOrigin: { name: string; roadMetres: number; firstRoadMetres: number; households: number; firstHouseholds: number; snapMetres: number }[]; // prettier-ignore
  tileView: string;
}

const REACH = `query ($origins: [ID!]!, $seconds: [Int!]!, $points: [PlaceInput!], $profile: TravelProfile, $hour: Int) {
  reach(origins: $origins, seconds: $seconds, points: $points, profile: $profile, hour: $hour) {
    seconds roadMetres shareOfRoad households shareOfHouseholds roadMetresByCount area tileView
    grids { grid { code name location } shareOfRoad shareOfHouseholds }
    byOrigin { id name location snapMetres roadMetres firstRoadMetres households firstHouseholds } } }`;

describeApi('reach in a town one can reckon in', (api) => {
  const file = temporaryFiles();
  let town: Town;
  let stationId: string;
  const reach = async (seconds: number[], points: object[], more: object = {}) =>
    (await api.query<{ reach: Reach[] }>(REACH, { origins: [], seconds, points, ...more })).reach;
  const network = async () =>
    (
      await api.query<{
        streetNetwork: {
          version: string;
          state: string;
          problem: string | null;
          roadMetres: number;
          segments: number;
        } | null;
      }>('{ streetNetwork { version state problem roadMetres segments } }')
    ).streetNetwork;
  /** Code and words of a refusal, in English and in Chinese. */
  async function refusal(variables: object, document = REACH) {
    const inEnglish = await api.execute(document, variables);
    const inChinese = await createGraphQLClient(api.url, { 'accept-language': 'zh-CN' }).execute(
      document,
      variables,
    );
    const [error, chinese] = [inEnglish.errors?.[0], inChinese.errors?.[0]];
    expect(chinese?.extensions.code).toBe(error?.extensions.code);
    expect(error?.message).not.toMatch(/[一-鿿]/u);
    expect(chinese?.message).toMatch(/[一-鿿]/u);
    expect(`${error?.message}${chinese?.message}`).not.toMatch(/\{\w+\}/);
    return `${error?.extensions.code} ${error?.message}`;
  }

  describe('before there are streets', () => {
    it('says that there are none, and how to get some', async () => {
      expect(await network()).toBeNull();
      expect(await refusal({ origins: [], seconds: [60], points: [onStreet(120.02)] })).toMatch(
        /^UNAVAILABLE No streets .*import/,
      );
      expect(await refusal({}, '{ nearestUnits(longitude: 120, latitude: 30) { travelSeconds } }')).toMatch(
        /^UNAVAILABLE/,
      );
      expect(await refusal({}, '{ coverBoard(input: {}) { hour } }')).toMatch(/^UNAVAILABLE/);
    });
  });

  describe('with streets', () => {
    beforeAll(async () => {
      town = await seedTown(api.test.database, file);
      stationId = await town.addPost({ kind: 'STATION', name: '长街派出所', place: [120.02, 30.0051] });
      await setTownSpeeds(api);
    });

    it('has the streets that were imported', async () => {
      const found = await network();
      expect(found).toMatchObject({ state: 'READY', problem: null });
      const metres = 0.04 * METRES_PER_DEGREE + 0.013 * 110_852;
      expect(Math.abs(found!.roadMetres / metres - 1)).toBeLessThan(0.001);
    });

    it('answers the query of the design', async () => {
      const { reach: found } = await api.query<{ reach: object[] }>(
        '{ reach(origins: ["' +
          stationId +
          '"], seconds: [60, 300]) { seconds roadMetres shareOfRoad area } }',
      );
      expect(found).toMatchObject([{ seconds: 60 }, { seconds: 300 }]);
    });

    it('is exact at the limit, from a point, from a post beside the street and for each traveller', async () => {
      const [minute] = await reach([60], [onStreet(120.02)]);
      expect(Math.abs(minute!.roadMetres - 1200)).toBeLessThan(1);
      // From the junction: 482 m to the west end, 600 m each to the east and north.
      const [junction] = await reach([60], [onStreet(120.005)]);
      expect(Math.abs(junction!.roadMetres - (0.005 * METRES_PER_DEGREE + 1200))).toBeLessThan(1);
      const [station] = await reach([60], [], { origins: [stationId] });
      expect(Math.abs(station!.roadMetres - 1200)).toBeLessThan(1);
      expect(Math.abs(station!.byOrigin[0]!.snapMetres - 0.0001 * 110_852)).toBeLessThan(0.1);
      const [cyclist] = await reach([60], [onStreet(120.02)], { profile: 'CYCLING' });
      expect(Math.abs(cyclist!.roadMetres - 600)).toBeLessThan(1);
      const [walker] = await reach([60], [onStreet(120.02)], { profile: 'WALKING' });
      expect(Math.abs(walker!.roadMetres - 120)).toBeLessThan(1);
    });

    it('follows streets from place to place, for a border to be drawn along them', async () => {
      const LINE = `query ($from: PlaceInput!, $to: PlaceInput!) { streetLine(from: $from, to: $to) { line metres } }`;
      const [from, to] = [onStreet(120.011), { longitude: 120.0052, latitude: 30.01 }];
      const { streetLine } = await api.query<{
        streetLine: { line: { coordinates: number[][] }; metres: number };
      }>(LINE, { from, to });
      expect(streetLine.line.coordinates.at(0)).toEqual([120.011, 30.005]);
      expect(streetLine.line.coordinates).toContainEqual([120.005, 30.005]);
      expect(streetLine.line.coordinates.at(-1)).toEqual([120.005, 30.01]);
      expect(streetLine.metres / (0.006 * METRES_PER_DEGREE + 0.005 * 110_852)).toBeCloseTo(1, 3);
      expect(await refusal({ from, to: { longitude: 120.02, latitude: 30.009 } }, LINE)).toMatch(
        /^BAD_USER_INPUT No street within 60 m of the end/,
      );
      expect(await refusal({ from: { longitude: 120.02, latitude: 30.009 }, to }, LINE)).toMatch(
        /of the start/,
      );
    });

    it('counts households at the second they are reached, not before', async () => {
      // From 120.02 the houses of the second and third grid are 0.005° away: 48.2 s.
      const seconds = (0.005 * METRES_PER_DEGREE) / 10;
      const found = await reach([Math.floor(seconds), Math.ceil(seconds)], [onStreet(120.02)]);
      expect(found.map(({ households }) => households)).toEqual([0, 500]);
      expect(found[1]!.shareOfHouseholds).toBeCloseTo(0.5, 9);
      const [third] = found[1]!.grids.filter(({ grid }) => grid.code === town.gridCode(2, 0));
      expect(third!.shareOfHouseholds).toBe(1);
      expect(third!.shareOfRoad).toBeGreaterThan(0.5);
      expect(third!.shareOfRoad).toBeLessThan(0.51);
    });

    it('grows with the seconds and never beyond the whole', async () => {
      const limits = [1, 30, 60, 90, 150, 240, 600];
      const found = await reach(limits, [onStreet(120.003), onStreet(120.021)]);
      for (const key of ['roadMetres', 'shareOfRoad', 'households'] as const)
        for (let i = 1; i < found.length; i++)
          expect(found[i]![key]).toBeGreaterThanOrEqual(found[i - 1]![key]);
      expect(found.at(-1)).toMatchObject({ households: 1000 });
      expect(found.at(-1)!.shareOfRoad).toBeCloseTo(1, 9);
      expect(found.map(({ seconds }) => seconds)).toEqual(limits);
      // The order asked for is the order answered in.
      expect((await reach([300, 60], [onStreet(120.02)])).map(({ seconds }) => seconds)).toEqual([300, 60]);
    });

    it('of several origins is the union: at most the sum, each metre owned by one', async () => {
      const points = [onStreet(120.012), onStreet(120.018), onStreet(120.035)];
      const [found] = await reach([90], points);
      const alone = await Promise.all(points.map(async (point) => (await reach([90], [point]))[0]!));
      const sum = alone.reduce((total, { roadMetres }) => total + roadMetres, 0);
      expect(found!.roadMetres).toBeLessThan(sum - 500);
      found!.byOrigin.forEach((origin, i) => expect(origin.roadMetres).toBeCloseTo(alone[i]!.roadMetres, 6));
      const owned = found!.byOrigin.reduce((total, { firstRoadMetres }) => total + firstRoadMetres, 0);
      expect(owned).toBeCloseTo(found!.roadMetres, 6);
      const [once, twice, thrice] = found!.roadMetresByCount;
      expect(once).toBeCloseTo(found!.roadMetres, 6);
      expect(once! + twice! + thrice!).toBeCloseTo(sum, 6);
      // The halves of the gap between the first two are theirs.
      expect(Math.abs(found!.byOrigin[0]!.firstRoadMetres - (900 + 0.003 * METRES_PER_DEGREE))).toBeLessThan(600);
    }); // prettier-ignore

    it('draws an area around what is reached, and tiles of it', async () => {
      const [found] = await reach([60], [onStreet(120.02)]);
      expect(found!.area!.type).toBe('MultiPolygon');
      const ring = found!.area!.coordinates[0]![0]!;
      const reachDegrees = 600 / METRES_PER_DEGREE;
      const west = Math.min(...ring.map(([x]) => x!));
      expect(Math.abs(west - (120.02 - reachDegrees)) * METRES_PER_DEGREE).toBeLessThan(120);
      const [x, y] = tileOf(120.02, 30.005, 14);
      const tile = await fetch(`${api.url}/tiles/reach/14/${x}/${y}.mvt?view=${found!.tileView}`);
      expect(tile.status).toBe(200);
      expect((await tile.arrayBuffer()).byteLength).toBeGreaterThan(50);
      expect((await fetch(`${api.url}/tiles/reach/14/${x}/${y}.mvt?view=nonsense`)).status).toBe(404);
    });

    it('takes the speeds of the hour, and new settings at once', async () => {
      await setTownSpeeds(api, { slots: [{ fromHour: 7, toHour: 9, factor: 2 }] });
      const [rush] = await reach([60], [onStreet(120.02)], { hour: 8 });
      expect(Math.abs(rush!.roadMetres - 600)).toBeLessThan(1);
      const [noon] = await reach([60], [onStreet(120.02)], { hour: 12 });
      expect(Math.abs(noon!.roadMetres - 1200)).toBeLessThan(1);
      await setTownSpeeds(api);
      const [calm] = await reach([60], [onStreet(120.02)], { hour: 8 });
      expect(Math.abs(calm!.roadMetres - 1200)).toBeLessThan(1);
    });

    it('refuses what cannot be, with words in both languages', async () => {
      const ask = (more: object) =>
        refusal({ origins: [], seconds: [60], points: [onStreet(120.02)], ...more });
      expect(await ask({ origins: ['00000000-0000-4000-8000-000000000000'] })).toMatch(/^NOT_FOUND/);
      expect(await ask({ origins: ['nonsense'] })).toMatch(/^BAD_USER_INPUT/);
      expect(await ask({ points: [] })).toMatch(/^BAD_USER_INPUT There is nowhere to start/);
      for (const seconds of [[0], [-5], [3601], [], Array.from({ length: 11 }, (_, i) => i + 1)])
        expect(await ask({ seconds })).toMatch(/^BAD_USER_INPUT/);
      for (const hour of [-1, 24]) expect(await ask({ hour })).toMatch(/^BAD_USER_INPUT .* is not an hour/);
      // Off the county, 2 km from any street, and in the middle of the lake of the upper grids.
      expect(await ask({ points: [{ ...onStreet(120.02), latitude: 30.06 }] })).toMatch(/^BAD_USER_INPUT .* m from/);
      expect(await ask({ points: [{ longitude: 120.035, latitude: 30.016, name: 'lake' }] })).toMatch(
        /^BAD_USER_INPUT lake is 1,?\d+ m from the nearest street/,
      );
      expect(await ask({ points: [{ longitude: 30, latitude: 120 }] })).toMatch(/^BAD_USER_INPUT/);
      expect(await ask({ points: Array.from({ length: 2001 }, () => onStreet(120.02)) })).toMatch(/^LIMIT_EXCEEDED/);
      expect(await ask({ points: Array.from({ length: 2000 }, () => onStreet(120.02)), seconds: [3600] })).toMatch(
        /^LIMIT_EXCEEDED/,
      );
    }); // prettier-ignore

    it('refuses 100,000 origins without a thought', async () => {
      const origins = Array.from({ length: 100_000 }, () => stationId);
      expect(await refusal({ origins, seconds: [60] })).toMatch(
        /^LIMIT_EXCEEDED The request is larger than 1024 KB/,
      );
      const few = Array.from({ length: 20_000 }, () => stationId);
      expect((await api.execute(REACH, { origins: few, seconds: [60] })).errors?.[0]).toMatchObject({
        extensions: { code: 'LIMIT_EXCEEDED' },
      });
    });

    it('refuses a speed of zero and other settings nobody can travel with; nothing changes', async () => {
      const SET =
        'mutation ($input: TravelSettingsInput!) { setTravelSettings(input: $input) { snapMetres } }';
      const speed = (kilometresPerHour: number, streetClass = 'residential') => ({
        input: { speeds: [{ profile: 'DRIVING', streetClass, kilometresPerHour }] },
      });
      for (const input of [
        speed(0),
        speed(-1),
        speed(1000),
        speed(30, 'canal'),
        { input: { snapMetres: 0 } },
      ])
        expect(await refusal(input, SET)).toMatch(/^BAD_USER_INPUT/);
      const [same] = await reach([60], [onStreet(120.02)]);
      expect(Math.abs(same!.roadMetres - 1200)).toBeLessThan(1);
    });
  });

  describe('when streets change', () => {
    const truncated = findSharedData('osm/liechtenstein.osm.pbf');

    it('serves the old ones when an import fails', async () => {
      const before = await network();
      const text = TOWN_STREETS.slice(0, 300);
      await expect(
        importStreets(async () => api.test.database, file('cut.geojson', text), { name: 'town' }),
      ).rejects.toThrow();
      await expect(
        importStreets(async () => api.test.database, file('empty.osm.pbf', ''), { name: 'town' }),
      ).rejects.toThrow();
      expect(await network()).toEqual(before);
      const [found] = await reach([60], [onStreet(120.02)]);
      expect(Math.abs(found!.roadMetres - 1200)).toBeLessThan(1);
    });

    it.skipIf(truncated === undefined)('serves the old ones when a PBF is cut short', async () => {
      const before = await network();
      const bytes = readFileSync(truncated!);
      await expect(
        importStreets(async () => api.test.database, file('cut.osm.pbf', bytes.subarray(0, 500_000)), {
          name: 'town',
        }),
      ).rejects.toMatchObject({ messageCode: 'osmTruncated' });
      expect(await network()).toEqual(before);
    });

    it('survives a restart with the same version', async () => {
      const before = await network();
      const second = await startServer({ database: api.test.database, port: 0 });
      try {
        const { streetNetwork } = await createGraphQLClient(second.url).query<{ streetNetwork: object }>(
          '{ streetNetwork { version state problem roadMetres segments } }',
        );
        expect(streetNetwork).toEqual(before);
      } finally {
        await second.close();
      }
    });

    it('serves the old ones, and says so, when the stored graph is damaged; then the new ones', async () => {
      const before = await network();
      await api.test.database.write(localViewer, async (session) => {
        await session.execute(`UPDATE street_graph_part SET bytes = substr(bytes, 1, 40)`);
        await session.execute(`UPDATE layer_revision SET value = value + 1 WHERE layer = 'streets'`);
      });
      await expect.poll(async () => (await network())?.state, { timeout: 20_000 }).toBe('FAILED');
      expect(await network()).toMatchObject({ version: before!.version, problem: expect.stringMatching(/\S/) as string });
      const [found] = await reach([60], [onStreet(120.02)]);
      expect(Math.abs(found!.roadMetres - 1200)).toBeLessThan(1);
      const longer = TOWN_STREETS.replaceAll(',30.018]', ',30.019]');
      expect(longer).not.toBe(TOWN_STREETS);
      await importStreets(async () => api.test.database, file('new.geojson', longer), { name: 'town' });
      await expect.poll(async () => (await network())?.state, { timeout: 20_000 }).toBe('READY');
      const after = await network();
      expect(after!.version).not.toBe(before!.version);
      expect(after!.roadMetres).toBeGreaterThan(before!.roadMetres + 100);
    }); // prettier-ignore
  });
});

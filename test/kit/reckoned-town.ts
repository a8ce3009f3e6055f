import {
  openDataset,
  publishDataset,
  storeBaseFeatures,
} from '@maplebridge/server/basemap/store-base-features';
import { localViewer, type Database } from '@maplebridge/server/database/index';
import { storePosts, type NewPost } from '@maplebridge/server/posts/store-posts';
import { importStreets } from '@maplebridge/server/interchange/streets/import-streets';
import { GridFinder, loadLeafVersions } from '@maplebridge/server/territory/grid-finder';
import { randomUUID } from 'node:crypto';
import type { GraphQLClient } from './graphql-client.js';
import { seedCounty, type SeededCounty } from './seed.js';

/**
 * A town one can reckon in one's head. Four grids in a row and four above; 长街 runs along the middle of the lower row from
 * 120.00° to 120.04°, 北巷 from its 120.005° into the first grid above. Everybody travels at `SPEED`, turns cost nothing.
 */
const LATITUDE = 30.005;
const NORTH_END = 30.018;
/** Metres per second; cyclists and walkers have half and a tenth of it. */
const SPEED = 10;

/** Metres of longitude along 长街, on the ellipsoid. */
export const METRES_PER_DEGREE = (() => {
  const [a, squared] = [6_378_137, 0.00669437999014];
  const phi = (LATITUDE * Math.PI) / 180;
  return ((a / Math.sqrt(1 - squared * Math.sin(phi) ** 2)) * Math.cos(phi) * Math.PI) / 180;
})();

export const onStreet = (longitude: number) => ({ longitude, latitude: LATITUDE });
/** Seconds by car between two places on 长街. */
export const secondsBetween = (a: number, b: number) => (Math.abs(a - b) * METRES_PER_DEGREE) / SPEED;

const street = (name: string, coordinates: number[][]) =>
  JSON.stringify({
    type: 'Feature',
    properties: { name, class: 'residential' },
    geometry: { type: 'LineString', coordinates },
  });
const steps = Array.from({ length: 9 }, (_, i) => [Math.round((120 + i * 0.005) * 1e7) / 1e7, LATITUDE]);

export const TOWN_STREETS = `{"type":"FeatureCollection","features":[
${street('长街', steps)},
${street('北巷', [
  [120.005, LATITUDE],
  [120.005, NORTH_END],
])}
]}
`;

export interface Town extends SeededCounty {
  /** Stores a post on 长街 (or elsewhere) and gives its id. */
  addPost(post: Partial<NewPost> & Pick<NewPost, 'kind' | 'name'>): Promise<string>;
  /** A unit on duty where it is said to be; its position so many seconds old. */
  addUnit(unit: {
    callSign: string;
    kind?: 'CAR' | 'MOTORBIKE' | 'BICYCLE' | 'FOOT';
    state?: string;
    longitude: number;
    latitude?: number;
    homePostId?: string | null;
    ageSeconds?: number;
  }): Promise<string>;
}

/**
 * Builds the town in an empty database: territory, streets, and in each lower grid, at its middle on 长街, a house of 100,
 * 200, 300 and 400 households from west to east. The station and the unit of `seedCounty` are gone: nobody answers yet.
 *
 * @param file writes a file and gives its path
 */
export async function seedTown(
  database: Database,
  file: (name: string, content: string | Uint8Array) => string,
): Promise<Town> {
  const county = await seedCounty(database);
  await importStreets(async () => database, file('town.geojson', TOWN_STREETS), { name: 'town' });
  await database.write(localViewer, async (session) => {
    await session.execute('UPDATE post SET ended_at = now()');
    await session.execute('DELETE FROM unit');
    const dataset = await openDataset(session, 'houses', null);
    await storeBaseFeatures(
      session,
      dataset,
      [0, 1, 2, 3].map((i) => ({
        layer: 'building' as const,
        kind: 'apartments',
        name: `${i + 1}号楼`,
        address: `测试镇长街${10 * (i + 1)}号`,
        rank: 0,
        minZoom: 14,
        households: 100 * (i + 1),
        geometry: { type: 'Polygon' as const, coordinates: [squareAround(120.005 + i * 0.01, LATITUDE)] },
      })),
    );
    await publishDataset(session, dataset);
  });
  return {
    ...county,
    async addPost({ place = [120.005, LATITUDE], ...post }) {
      const [id] = await database.write(localViewer, async (session) =>
        storePosts(
          session,
          county.countyId,
          [{ code: null, address: null, openAroundTheClock: false, gridIds: [], ...post, place }],
          new GridFinder(await loadLeafVersions(session)),
        ),
      );
      return id!;
    },
    async addUnit({ callSign, kind = 'CAR', state = 'PATROLLING', longitude, latitude = LATITUDE, ...rest }) {
      const id = randomUUID();
      await database.write(localViewer, async (session) => {
        await session.execute(
          `INSERT INTO unit (id, county_id, call_sign, kind, state, home_post_id) VALUES ($1, $2, $3, $4::unit_kind, $5::unit_state, $6)`,
          [id, county.countyId, callSign, kind, state, rest.homePostId ?? null],
        );
        await session.execute(
          `INSERT INTO unit_position (unit_id, county_id, location, recorded_at)
           VALUES ($1, $2, ST_SetSRID(ST_MakePoint($3::float8, $4::float8), 4326), now() - make_interval(secs => $5::float8))`,
          [id, county.countyId, longitude, latitude, rest.ageSeconds ?? 0],
        );
      });
      return id;
    },
  };
}

/** A square of some ten metres around a place. */
function squareAround(longitude: number, latitude: number): number[][] {
  const [x, y] = [0.00005, 0.00005];
  return [
    [longitude - x, latitude - y],
    [longitude + x, latitude - y],
    [longitude + x, latitude + y],
    [longitude - x, latitude + y],
    [longitude - x, latitude - y],
  ];
}

/** Gives everybody the speeds of the town; hours make no difference. */
export async function setTownSpeeds({ query }: GraphQLClient, extra: object = {}): Promise<void> {
  const speeds = (['DRIVING', 'CYCLING', 'WALKING'] as const).map((profile, i) => ({
    profile,
    streetClass: 'residential',
    kilometresPerHour: SPEED * 3.6 * [1, 0.5, 0.1][i]!,
  }));
  await query('mutation ($input: TravelSettingsInput!) { setTravelSettings(input: $input) { snapMetres } }', {
    input: { speeds, slots: [], turnSeconds: { right: 0, left: 0, uTurn: 0, signal: 0 }, ...extra },
  });
}

/** Column and row of the tile around a place. */
export function tileOf(longitude: number, latitude: number, zoom: number): [number, number] {
  const size = 2 ** zoom;
  const phi = (latitude * Math.PI) / 180;
  const y = (1 - Math.asinh(Math.tan(phi)) / Math.PI) / 2;
  return [Math.floor(((longitude + 180) / 360) * size), Math.floor(y * size)];
}

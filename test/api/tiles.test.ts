import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { beforeAll, expect, it } from 'vitest';
import { localViewer } from '@maplebridge/server/database/index';
import {
  openDataset,
  publishDataset,
  storeBaseFeatures,
  type NewBaseFeature,
} from '@maplebridge/server/basemap/store-base-features';
import { isEmpty } from '@maplebridge/server/demo/seed-demo';
import { tileLayers } from '@maplebridge/server/tiles/layers';
import { makeTile } from '@maplebridge/server/tiles/tiles.service';
import { describeOnDatabase } from '../kit/databases.js';
import { CELL, middleOf, ORIGIN, seedCounty } from '../kit/seed.js';
import { describeApi, serveDuringSuite } from '../kit/server.js';
import type { Database } from '@maplebridge/server/database/index';

type Tile = { z: number; x: number; y: number };

function tileOf(longitude: number, latitude: number, z: number): Tile {
  const side = 2 ** z;
  const phi = (latitude * Math.PI) / 180;
  const y = (1 - Math.log(Math.tan(phi) + 1 / Math.cos(phi)) / Math.PI) / 2;
  return { z, x: Math.floor(((longitude + 180) / 360) * side), y: Math.floor(y * side) };
}

/** Layers, properties and rings of a tile, in comparable form. */
function decode(bytes: Uint8Array) {
  const tile = new VectorTile(new PbfReader(bytes));
  return Object.fromEntries(
    Object.entries(tile.layers).map(([name, layer]) => [
      name,
      Array.from({ length: layer.length }, (_, i) => {
        const feature = layer.feature(i);
        return {
          type: feature.type,
          properties: feature.properties,
          rings: feature.loadGeometry().map((ring) => ring.map(({ x, y }) => [x, y])),
        };
      }),
    ]),
  );
}

/** Streets across the county at odd angles, ponds with islands, and names in Chinese. */
function features(): NewBaseFeature[] {
  const at = (x: number, y: number) => [ORIGIN.longitude + x * CELL, ORIGIN.latitude + y * CELL];
  const circle = (x: number, y: number, r: number, n = 40) =>
    Array.from({ length: n + 1 }, (_, i) =>
      at(x + r * Math.cos((2 * Math.PI * (i % n)) / n), y + r * Math.sin((2 * Math.PI * (i % n)) / n)),
    );
  return [
    ...Array.from({ length: 12 }, (_, i): NewBaseFeature => ({
      layer: 'street',
      kind: i % 2 ? 'primary' : 'residential',
      name: `测试${i}路`,
      rank: i,
      minZoom: 8,
      oneway: i % 3 === 0,
      geometry: {
        type: 'LineString',
        coordinates: Array.from({ length: 30 }, (_, j) =>
          at((j / 29) * 4, (i / 12) * 2 + Math.sin(j + i) / 7),
        ),
      },
    })),
    ...Array.from({ length: 6 }, (_, i): NewBaseFeature => ({
      layer: 'water',
      kind: 'pond',
      name: null,
      rank: 1,
      minZoom: 6,
      geometry: {
        type: 'Polygon',
        coordinates: [circle(i * 0.7, 1, 0.3), circle(i * 0.7, 1, 0.1).reverse()],
      },
    })),
    {
      layer: 'place',
      kind: 'town',
      name: '测试镇',
      rank: 2,
      minZoom: 6,
      geometry: { type: 'Point', coordinates: at(2, 1) },
    },
  ];
}

async function seedTiles(database: Database) {
  await seedCounty(database);
  await database.write(localViewer, async (session) => {
    const dataset = await openDataset(session, 'test', '© test');
    await storeBaseFeatures(session, dataset, features());
    await publishDataset(session, dataset);
  });
}

describeApi('tiles', (api) => {
  beforeAll(() => seedTiles(api.test.database));
  const report = (key: string) =>
    api.query(
      `mutation ($input: ReportIncidentInput!) { reportIncident(input: $input) { incident { id } } }`,
      {
        input: { clientKey: key, kind: 'THEFT', source: 'CALL_110', ...middleOf(1, 0) },
      },
    );
  const get = (path: string, headers: Record<string, string> = {}) => fetch(api.url + path, { headers });
  const incidentTile = (z: number) => {
    const { longitude, latitude } = middleOf(1, 0);
    const { x, y } = tileOf(longitude, latitude, z);
    return `/tiles/incidents/${z}/${x}/${y}.mvt`;
  };
  const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());

  it('describes itself as TileJSON with bounds', async () => {
    const json = (await (await get('/tiles/base.json')).json()) as Record<string, unknown>;
    expect(json).toMatchObject({ tilejson: '3.0.0', attribution: '© test', minzoom: 5 });
    expect(json.tiles).toEqual([`${api.url}/tiles/base/{z}/{x}/{y}.mvt`]);
    expect((json.bounds as number[])[0]).toBeCloseTo(ORIGIN.longitude - 0.3 * CELL, 4);
  });

  it('shows points close up and counts per grid far out', async () => {
    await report('tile-1');
    await report('tile-2');
    const close = decode(await bytesOf(await get(incidentTile(15))));
    expect(close.incident).toHaveLength(2);
    expect(close.incident![0]!.properties).toMatchObject({
      kind: 'THEFT',
      category: 'OFFENCE',
      priority: 2,
      sensitive: false,
    });
    const far = decode(await bytesOf(await get(incidentTile(10))));
    expect(far.incident_count).toHaveLength(1);
    expect(far.incident_count![0]!.properties).toMatchObject({ count: 2, urgent: 0, serious: 2 });
  });

  it('narrows incidents to a period and to kinds', async () => {
    const count = async (query: string) => {
      const response = await get(`${incidentTile(15)}?${query}`);
      return response.status === 204 ? 0 : decode(await bytesOf(response)).incident!.length;
    };
    expect(await count('from=2020-01-01T00:00:00Z')).toBe(2);
    expect(await count('to=2020-01-01T00:00:00Z')).toBe(0);
    expect(await count('kinds=NOISE,ANIMAL')).toBe(0);
    expect((await get(`${incidentTile(15)}?from=nonsense`)).status).toBe(404);
  });

  it('answers 304 until the layer changes', async () => {
    const first = await get(incidentTile(15));
    const etag = first.headers.get('etag')!;
    expect((await get(incidentTile(15), { 'if-none-match': etag })).status).toBe(304);
    await report('tile-3');
    const second = await get(incidentTile(15), { 'if-none-match': etag });
    expect(second.status).toBe(200);
    expect(decode(await bytesOf(second)).incident).toHaveLength(3);
  });

  it.each(['br', 'gzip', 'identity'])('sends the same tile as %s', async (encoding) => {
    const { x, y } = tileOf(ORIGIN.longitude + 2 * CELL, ORIGIN.latitude + CELL, 12);
    const response = await get(`/tiles/base/12/${x}/${y}.mvt`, { 'accept-encoding': encoding });
    expect(response.headers.get('content-encoding') ?? 'identity').toBe(encoding);
    expect(decode(await bytesOf(response)).street!.length).toBe(12);
  });

  it('answers an empty tile with 204 and an impossible one with 404', async () => {
    expect((await get('/tiles/base/10/0/0.mvt')).status).toBe(204);
    for (const path of [
      '/tiles/base/3/9/0.mvt',
      '/tiles/nothing/3/0/0.mvt',
      '/tiles/base/20/0/0.mvt',
      '/tiles/base/x/0/0.mvt',
      '/tiles/toString.json',
    ])
      expect((await get(path)).status, path).toBe(404);
  });

  it('keeps sensitive incidents at their grid’s anchor', async () => {
    const { longitude, latitude } = {
      longitude: ORIGIN.longitude + 3.1 * CELL,
      latitude: ORIGIN.latitude + 0.1 * CELL,
    };
    await api.query(
      `mutation ($input: ReportIncidentInput!) { reportIncident(input: $input) { incident { id } } }`,
      {
        input: { clientKey: 'tile-4', kind: 'SEXUAL_ASSAULT', source: 'CALL_110', longitude, latitude },
      },
    );
    const { x, y } = tileOf(longitude, latitude, 16);
    const response = await get(`/tiles/incidents/16/${x}/${y}.mvt`);
    const shown = response.status === 204 ? [] : (decode(await bytesOf(response)).incident ?? []);
    expect(shown.filter(({ properties }) => properties.sensitive)).toEqual([]);
  });
});

describeApi('a base map without territory', (api) => {
  beforeAll(() =>
    api.test.database.write(localViewer, async (session) => {
      const dataset = await openDataset(session, 'streets-only', null);
      await storeBaseFeatures(session, dataset, features());
      await publishDataset(session, dataset);
    }),
  );

  it('stands for the county, and keeps the demo out', async () => {
    const { county } = await api.query<{ county: { name: string; code: string; bounds: number[] } }>(
      '{ county { name code bounds } }',
    );
    expect(county).toMatchObject({ name: 'streets-only', code: '' });
    expect(county.bounds[0]).toBeCloseTo(ORIGIN.longitude - 0.3 * CELL, 4);
    expect(await isEmpty(api.test.database)).toBe(false);
  });
});

describeOnDatabase('server', 'the two tile encoders', (test) => {
  const api = serveDuringSuite(test);
  beforeAll(async () => {
    await seedTiles(test.database);
    for (let i = 0; i < 20; i++)
      await api.query(
        `mutation ($input: ReportIncidentInput!) { reportIncident(input: $input) { incident { id } } }`,
        {
          input: { clientKey: `both-${i}`, kind: 'NOISE', source: 'CALL_110', ...middleOf(i % 4, i % 2) },
        },
      );
  });

  it('make the same of fifty tiles: same properties, geometry within a unit', async () => {
    let compared = 0;
    for (let z = 8; z <= 16; z++)
      for (const [x, y] of [
        [0.5, 0.5],
        [1.9, 0.9],
        [2.2, 1.6],
        [3.5, 1.1],
      ] as const) {
        const tile = tileOf(ORIGIN.longitude + x * CELL, ORIGIN.latitude + y * CELL, z);
        for (const definition of Object.values(tileLayers)) {
          const layers = definition.sourceLayers(Math.min(z, definition.maxZoom), {});
          const [byServer, byNode] = await Promise.all(
            (['server', 'embedded'] as const).map((encoder) =>
              test.database.read(localViewer, (session) => makeTile(session, encoder, layers, tile)),
            ),
          );
          expect(decode(byNode!)).toEqual(decode(byServer!));
          compared++;
        }
      }
    expect(compared).toBeGreaterThanOrEqual(50);
  });
});

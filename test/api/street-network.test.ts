import { localViewer } from '@maplebridge/server/database/index';
import { importStreets } from '@maplebridge/server/interchange/streets/import-streets';
import { expect, it } from 'vitest';
import { onStreet, seedTown, TOWN_STREETS } from '../kit/reckoned-town.js';
import { describeApi } from '../kit/server.js';
import { temporaryFiles } from './import-support.js';

interface Network {
  version: string;
  state: string;
  problem: string | null;
  segments: number;
  sources: string[];
}

describeApi('the street network', (api) => {
  const file = temporaryFiles();
  const network = async () =>
    (
      await api.query<{ streetNetwork: Network | null }>(
        '{ streetNetwork { version state problem segments sources } }',
      )
    ).streetNetwork;
  /** Waits until what was built last is in service, or was given up. */
  const settled = async () => {
    for (;;) {
      const found = await network();
      if (found?.state !== 'BUILDING') return found;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const reached = async () => {
    const { reach } = await api.query<{ reach: { roadMetres: number }[] }>(
      'query ($at: PlaceInput!) { reach(origins: [], points: [$at], seconds: [60]) { roadMetres } }',
      { at: onStreet(120.02) },
    );
    return reach[0]!.roadMetres;
  };
  const damaged = (damage: string) =>
    api.test.database.write(localViewer, async (session) => {
      await session.execute(damage);
      await session.execute(`UPDATE layer_revision SET value = value + 1 WHERE layer = 'streets'`);
    });

  it('is not there while there are no streets, and questions about times say so', async () => {
    expect(await network()).toBeNull();
    const { errors } = await api.execute('{ nearestUnits(longitude: 120, latitude: 30) { travelSeconds } }');
    expect(errors![0]).toMatchObject({
      message: expect.stringContaining('No streets have been imported') as string,
      extensions: { code: 'UNAVAILABLE' },
    });
  });

  it('is there once streets are, without a restart', async () => {
    await seedTown(api.test.database, file);
    expect(await settled()).toMatchObject({ state: 'READY', problem: null, segments: 3, sources: ['town'] });
    expect(await reached()).toBeGreaterThan(100);
  });

  it('is replaced by a newer one while the old one answers', async () => {
    const before = await settled();
    const metres = await reached();
    await importStreets(
      async () => api.test.database,
      file('again.geojson', TOWN_STREETS.replace('北巷', '新巷')),
      {
        name: 'again',
      },
    );
    expect(await reached()).toBeCloseTo(metres, 6);
    const after = await settled();
    expect(after!.version).not.toBe(before!.version);
    expect(after!.sources).toEqual(['town', 'again']);
  });

  it('stays as it was when a newer one cannot be read, and says why', async () => {
    const before = await settled();
    const metres = await reached();
    await damaged(`UPDATE street_graph_part SET bytes = '\\x00'`);
    expect(await settled()).toMatchObject({
      version: before!.version,
      state: 'FAILED',
      problem: expect.stringContaining('street graph') as string,
    });
    expect(await reached()).toBe(metres);
  });
});

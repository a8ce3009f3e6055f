import { mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync, cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { localViewer, migrate, openDatabase } from '@maplebridge/server/database/index';
import { gridInForce } from '@maplebridge/server/incidents/incidents.sql';
import { GridFinder, loadLeafVersions } from '@maplebridge/server/territory/grid-finder';
import { describeOnBothDatabases, describeOnDatabase } from '../kit/databases.js';
import { root } from '../kit/root.js';
import { CELL, ORIGIN, seedCounty } from '../kit/seed.js';

const BOW_TIE = `ST_GeomFromText('POLYGON((0 0,10 10,0 10,10 0,0 0))')`;
const FAILING = `ST_Intersection(${BOW_TIE}, ST_GeomFromText('POLYGON((0 0,5 0,5 5,0 5,0 0))'))`;

describeOnBothDatabases('the database layer', (test) => {
  const read = <T>(sql: string, parameters: unknown[] = []) =>
    test.database.read(localViewer, (session) => session.query<T>(sql, parameters as never));

  it('gives and takes the same values on both databases', async () => {
    const [row] = await read(
      `SELECT 1::int AS i, 2::bigint AS b, 1.5::float8 AS f, true AS t, null::text AS n, '{"x":[1]}'::jsonb AS j,
         $1::timestamptz AS at, $2::text[] AS list, $3::bytea AS bytes, $4::jsonb AS object, $5::boolean AS no`,
      [
        new Date('2026-11-22T06:05:00.123Z'),
        ['a"b', '\\', '{,}', null],
        new Uint8Array([0, 255]),
        { name: '枫桥' },
        false,
      ],
    );
    expect(row).toEqual({
      i: 1,
      b: 2,
      f: 1.5,
      t: true,
      n: null,
      j: { x: [1] },
      at: '2026-11-22T06:05:00.123Z',
      list: '{"a\\"b","\\\\","{,}",NULL}',
      bytes: Buffer.from([0, 255]),
      object: { name: '枫桥' },
      no: false,
    });
  });

  it('sets the viewer in each transaction and forgets it afterwards', async () => {
    const viewer = () => `SELECT current_setting('maplebridge.viewer', true) AS viewer`;
    expect(await test.database.read({ id: 'someone' }, (session) => session.query(viewer()))).toEqual([
      { viewer: 'someone' },
    ]);
    expect(await read(viewer())).toEqual([{ viewer: 'local' }]);
    await expect(test.database.read({ id: `x'; DROP TABLE incident; --` }, async () => 1)).rejects.toThrow(
      /viewer/,
    );
  });

  it('refuses a write inside a read', async () => {
    await expect(read(`INSERT INTO setting (key, value) VALUES ('a', '1')`)).rejects.toThrow(/read-only/);
  });

  it('rolls back everything when the work throws', async () => {
    const count = async () => (await read<{ n: number }>('SELECT count(*) AS n FROM setting'))[0]!.n;
    const before = await count();
    await expect(
      test.database.write(localViewer, async (session) => {
        await session.execute(`INSERT INTO setting (key, value) VALUES ('half', '1')`);
        throw new Error('no further');
      }),
    ).rejects.toThrow('no further');
    expect(await count()).toBe(before);
  });

  it('never takes a failed geometry operation for an empty answer', async () => {
    await expect(read(`SELECT ${FAILING} AS g`)).rejects.toThrow(
      /geometry|TopologyException|Self-intersection|side location/i,
    );
    await expect(
      test.database.write(localViewer, (session) =>
        session.execute(
          `INSERT INTO dataset (id, name, attribution) SELECT gen_random_uuid(), 'lost', ST_AsText(${FAILING})`,
        ),
      ),
    ).rejects.toThrow(/geometry|TopologyException|Self-intersection|side location/i);
    expect(await read(`SELECT 1 AS alive`)).toEqual([{ alive: 1 }]);
  });

  it('applies its migrations once and then never again', async () => {
    expect(await migrate(test.database)).toEqual([]);
  });

  it('refuses a migration that was edited after it was applied', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'maplebridge-migrations-'));
    cpSync(join(root, 'prisma', 'migrations'), folder, { recursive: true });
    const file = join(folder, '20261122000000_core', 'migration.sql');
    writeFileSync(file, readFileSync(file, 'utf8') + '\n-- an afterthought');
    await expect(migrate(test.database, folder)).rejects.toMatchObject({ messageCode: 'migrationEdited' });
    rmSync(folder, { recursive: true });
  });

  it('leaves nothing of a migration that fails halfway', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'maplebridge-migrations-'));
    cpSync(join(root, 'prisma', 'migrations'), folder, { recursive: true });
    mkdirSync(join(folder, '20991231000000_broken'));
    writeFileSync(
      join(folder, '20991231000000_broken', 'migration.sql'),
      'CREATE TABLE half_done (a int); SELECT nonsense;',
    );
    await expect(migrate(test.database, folder)).rejects.toThrow();
    expect(await read(`SELECT to_regclass('half_done') AS half`)).toEqual([{ half: null }]);
    rmSync(folder, { recursive: true });
  });
});

describeOnBothDatabases('bulk attribution', (test) => {
  let finder: GridFinder;
  beforeAll(async () => {
    await seedCounty(test.database, { columns: 6, rows: 4 });
    finder = new GridFinder(await test.database.read(localViewer, loadLeafVersions));
  });

  it('agrees with the database about every place, borders and corners among them', async () => {
    const coordinate = (origin: number) =>
      fc.oneof(
        fc
          .integer({ min: -10, max: 70 })
          .map((steps) => Math.round((origin + (steps * CELL) / 10) * 1e7) / 1e7),
        fc.integer({ min: -100_000, max: 700_000 }).map((steps) => Math.round(origin * 1e7 + steps) / 1e7),
      );
    const places = fc.sample(fc.tuple(coordinate(ORIGIN.longitude), coordinate(ORIGIN.latitude)), 400);
    const rows = await test.database.read(localViewer, (session) =>
      session.query<{ social: string | null; police: string | null }>(
        `SELECT (SELECT territory_id FROM (${gridInForce('SOCIAL', 'place', 'now()')}) s) AS social,
           (SELECT territory_id FROM (${gridInForce('POLICE', 'place', 'now()')}) p) AS police
         FROM (SELECT n, ST_SetSRID(ST_MakePoint(x, y), 4326) AS place FROM unnest($1::float8[], $2::float8[]) WITH ORDINALITY AS t (x, y, n)) t
         ORDER BY n`,
        [places.map(([x]) => x), places.map(([, y]) => y)],
      ),
    );
    const now = Date.now();
    places.forEach((place, i) => {
      expect(finder.find('SOCIAL', place, now)?.territoryId ?? null, `social at ${place}`).toBe(
        rows[i]!.social,
      );
      expect(finder.find('POLICE', place, now)?.territoryId ?? null, `police at ${place}`).toBe(
        rows[i]!.police,
      );
    });
    expect(rows.filter(({ social }) => social).length).toBeGreaterThan(100);
  });
});

describe('the embedded database', () => {
  it('lets one process at a time into its folder', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'maplebridge-lock-'));
    const first = await openDatabase({ dataDir });
    await expect(openDatabase({ dataDir })).rejects.toMatchObject({
      code: 'CONFLICT',
      messageCode: 'dataFolderInUse',
    });
    await first.close();
    const second = await openDatabase({ dataDir });
    await second.close();
    rmSync(dataDir, { recursive: true });
  }, 120_000);
});

describeOnDatabase('embedded', 'the embedded database', (test) => {
  it('outlives thousands of failing statements', async () => {
    for (let i = 0; i < 1900; i++)
      await test.database
        .read(localViewer, (session) => session.query('SELECT nonsense'))
        .catch(() => undefined);
    expect(
      await test.database.read(localViewer, (session) =>
        session.query('SELECT count(*) AS n FROM incident_kind'),
      ),
    ).toEqual([{ n: 45 }]);
  }, 60_000);
});

import { learnAllNames } from '@maplebridge/server/search/learn-names';
import { readingsOf } from '@maplebridge/server/search/readings';
import { seedDemo } from '@maplebridge/server/demo/seed-demo';
import { importStreets } from '@maplebridge/server/interchange/streets/import-streets';
import { localViewer } from '@maplebridge/server/database/index';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { describeApi } from '../kit/server.js';
import { collection, feature, temporaryFiles } from './import-support.js';

interface Found {
  kind: string;
  name: string;
  detail: string | null;
  location: { type: string; coordinates: number[] } | null;
  bounds: number[] | null;
  matched: [number, number] | null;
}

describeApi('place search in the demo county', (api) => {
  const file = temporaryFiles();
  let names: string[] = [];
  const find = async (text: string, first = 10) =>
    (
      await api.query<{ search: Found[] }>(
        'query ($text: String!, $first: Int!) { search(text: $text, first: $first) { kind name detail location bounds matched } }',
        { text, first },
      )
    ).search;
  const rows = <T extends object>(sql: string) =>
    api.test.database.read(localViewer, (session) => session.query<T>(sql));

  beforeAll(async () => {
    await seedDemo(api.test.database);
    names = (
      await rows<{ name: string }>(
        `SELECT name FROM territory_now UNION SELECT name FROM post UNION SELECT name FROM risk_point
         UNION SELECT call_sign FROM unit UNION SELECT name FROM base_feature WHERE name IS NOT NULL ORDER BY 1`,
      )
    ).map(({ name }) => name);
  }, 120_000);

  it.each(['人民中路', 'renminzhonglu', 'renmin zhonglu', 'rmzl', '人民zl', 'RenMin中l'])(
    'finds 人民中路 as %s',
    async (text) => {
      const [street] = await find(text);
      expect(street).toMatchObject({ kind: 'STREET', name: '人民中路', detail: '枫城街道' });
      const [west, south, east, north] = street!.bounds as [number, number, number, number];
      const [longitude, latitude] = street!.location!.coordinates as [number, number];
      expect(longitude).toBeGreaterThanOrEqual(west);
      expect(longitude).toBeLessThanOrEqual(east);
      expect(latitude).toBeGreaterThanOrEqual(south);
      expect(latitude).toBeLessThanOrEqual(north);
    },
  );

  it('finds every name by itself, its own pinyin and its own initials', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), async (name) => {
        const { units, pinyin } = readingsOf(name)[0]!;
        const initials = units
          .split('·')
          .slice(1)
          .map((unit) => (unit.startsWith('¤') ? unit.slice(1) : unit.slice(1, 2)));
        for (const text of [name, pinyin, initials.join('')]) {
          const found = (await find(text.slice(0, 48), 50)).map((result) => result.name);
          expect(found, text).toContain(name);
        }
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('has the whole before beginnings, those before initials, and those before parts', async () => {
    const found = await find('万枫广场');
    expect(found[0]).toMatchObject({ kind: 'PLACE', name: '万枫广场' });
    expect(found.slice(1, 4).every(({ name }) => name.startsWith('万枫广场'))).toBe(true);
    const initials = (await find('wfgc')).map(({ name }) => name);
    expect(initials[0]).toBe('万枫广场');
    expect(initials).toContain('万枫广场最小应急单元');
    const parts = (await find('gclq')).map(({ name }) => name);
    expect(parts).toContain('万枫广场联勤警务站');
  });

  it('marks the part of a name that was meant', async () => {
    expect((await find('rmzl'))[0]!.matched).toEqual([0, 4]);
    expect((await find('zhonglu')).find(({ name }) => name === '人民中路')!.matched).toEqual([2, 2]);
    expect((await find('990121001002003'))[0]!.matched).toBeNull();
  });

  it('has each place once, as the record that it is', async () => {
    const found = await find('枫溪县公安局');
    expect(found.filter(({ name }) => name === '枫溪县公安局').map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['TERRITORY', 'POST']),
    );
    expect(found.map(({ kind }) => kind)).not.toContain('PLACE');
  });

  it('finds a house number, in short too, and says when it is only near', async () => {
    const [row] = await rows<{ address: string; location: { coordinates: number[] } }>(
      `SELECT address, ST_AsGeoJSON(ST_PointOnSurface(geom), 7)::json AS location FROM base_feature
       WHERE address ~ '^枫城街道文昌街[0-9]+号$' ORDER BY id LIMIT 1`,
    );
    const number = Number(/(\d+)号$/.exec(row!.address)![1]);
    for (const text of [
      `文昌街${number}号`,
      `wcj${number}`,
      `枫城街道文昌街${number}号`,
      `wenchangjie ${number}`,
    ]) {
      const [found] = await find(text);
      expect(found).toMatchObject({ kind: 'ADDRESS', name: row!.address, detail: null });
    }
    const taken = new Set(
      (await rows<{ n: number }>(
        `SELECT DISTINCT substring(address FROM '文昌街([0-9]+)号')::int AS n FROM base_feature WHERE address LIKE '%文昌街%'`,
      )).map(({ n }) => n),
    ); // prettier-ignore
    const free = [...taken].map((n) => n + 2).find((n) => !taken.has(n))!;
    const [near] = await find(`文昌街${free}号`);
    expect(near).toMatchObject({ kind: 'ADDRESS', name: `Near ${free}, 文昌街` });
    const nearest = Number(/文昌街(\d+)号$/.exec(near!.detail!)![1]);
    expect(Math.abs(nearest - free)).toBe(Math.min(...[...taken].map((n) => Math.abs(n - free))));
    expect(await find('文昌街99999号')).toEqual([]);
  });

  it('answers odd input with nothing or with words, never with a failure', async () => {
    for (const text of ['', ' ', '%', '_', '\\', "'", '🚓', '(', 'a(b', '[', '.*', '人民%', '\u0000', '88号', 'x'.repeat(100)])
      expect(await find(text), text).toEqual([]); // prettier-ignore
    const { errors } = await api.execute(
      'query ($text: String!) { search(text: $text) { name } }',
      { text: '人'.repeat(500) },
    ); // prettier-ignore
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect(await find('lu', 10)).toHaveLength(10);
  });

  it('finds what an import brought, at once, and namesakes apart', async () => {
    const street = (west: number) => ({
      type: 'LineString',
      coordinates: [
        [west, 29.3],
        [west + 0.001, 29.3],
      ],
    });
    const properties = { name: '重阳试验路', class: 'residential' };
    await importStreets(
      async () => api.test.database,
      file('streets.geojson', collection(feature(properties, street(119.6)), feature(properties, street(119.65)))),
      { name: 'extra' },
    ); // prettier-ignore
    for (const text of ['chongyangsyl', 'zhongyangsyl', '重阳sy']) {
      const found = await find(text);
      expect(found.map(({ name }) => name)).toEqual(['重阳试验路', '重阳试验路']);
      expect(found[0]!.location).not.toEqual(found[1]!.location);
    }
  });

  it('learns the names of a database that was filled before they were read', async () => {
    const before = await rows<{ n: number }>('SELECT count(*)::int AS n FROM place_name');
    await api.test.database.write(localViewer, (session) => session.execute('DELETE FROM place_name'));
    expect(await find('rmzl')).toEqual([]);
    await api.test.database.write(localViewer, learnAllNames);
    expect(await rows<{ n: number }>('SELECT count(*)::int AS n FROM place_name')).toEqual(before);
    expect((await find('rmzl'))[0]).toMatchObject({ name: '人民中路' });
  });
});

import { localViewer } from '@maplebridge/server/database/index';
import { importIncidents } from '@maplebridge/server/interchange/incidents/import-incidents';
import { importPosts } from '@maplebridge/server/interchange/posts/import-posts';
import { beforeAll, describe, expect, it } from 'vitest';
import { describeApi } from '../kit/server.js';
import { seedCounty } from '../kit/seed.js';
import { countRows, temporaryFiles } from './import-support.js';

describeApi('responders and their arrivals', (api) => {
  const file = temporaryFiles();
  const open = async () => api.test.database;
  const posts = (text: string, options = {}) =>
    importPosts(open, file('posts.csv', text), { crs: 'wgs84', ...options });
  const incidents = (text: string, options = {}) =>
    importIncidents(open, file('incidents.csv', text), { crs: 'wgs84', ...options });
  beforeAll(async () => {
    await seedCounty(api.test.database);
  });

  describe('hours of posts', () => {
    it('are read as notices have them, also past midnight and in two columns', async () => {
      const report = await posts(
        '名称,类别,值守时间,开始,结束,经度,纬度\n' +
          '万枫广场最小应急单元,最小应急单元,8:30-17:30,,,120.001,30.001\n' +
          '夜市联防队,群防群治队伍,20:00～次日0:30,,,120.002,30.002\n' +
          '文昌社区微型消防站,微型消防站,24小时,,,120.003,30.003\n' +
          '东门社区警务室,警务室,,8点半,17点,120.004,30.004\n' +
          '西门社区警务室,警务室,,08:00,17:00,120.004,30.004\n' +
          '南门社区警务室,警务室,,,,120.005,30.005\n',
        { onError: 'skip' },
      );
      expect(report.refused.map(({ line, reason }) => `${line} ${reason}`)).toEqual(['5 rowHoursMalformed']);
      const { posts: read } = await api.query<{ posts: { edges: { node: object }[] } }>(
        `{ posts(filter: { kinds: [OFFICE, SMALLEST_RESPONSE_UNIT, VOLUNTEER_TEAM] }) {
            edges { node { name kind openAroundTheClock opensAtMinute closesAtMinute } } } }`,
      );
      const nodes = read.edges.map(({ node }) => node);
      const hours = (name: string, kind: string, openAroundTheClock: boolean, opens: number | null, closes: number | null) => ({
        name, kind, openAroundTheClock, opensAtMinute: opens, closesAtMinute: closes }); // prettier-ignore
      expect(nodes).toHaveLength(5);
      expect(nodes).toEqual(
        expect.arrayContaining([
          hours('万枫广场最小应急单元', 'SMALLEST_RESPONSE_UNIT', false, 510, 1050),
          hours('夜市联防队', 'VOLUNTEER_TEAM', false, 1200, 30),
          hours('文昌社区微型消防站', 'SMALLEST_RESPONSE_UNIT', true, null, null),
          hours('西门社区警务室', 'OFFICE', false, 480, 1020),
          hours('南门社区警务室', 'OFFICE', false, null, null),
        ]),
      );
    });

    it.each([
      ['half of them', '1, null'],
      ['the same minute twice', '600, 600'],
      ['a minute that no day has', '600, 1440'],
    ])('are kept out of the database when they are %s', async (_, hours) => {
      const insert = api.test.database.write(localViewer, (session) =>
        session.execute(
          `INSERT INTO post (id, county_id, kind, name, opens_at_minute, closes_at_minute)
           SELECT gen_random_uuid(), county_id, 'OFFICE', '某警务室', ${hours} FROM post LIMIT 1`,
        ),
      );
      await expect(insert).rejects.toThrow(/check constraint/);
    });
  });

  describe('arrivals', () => {
    const HEAD = '编号,类别,报警时间,派警时间,到达时间,经度,纬度\n';
    const row = (number: string, ...times: string[]) => `${number},盗窃,${times.join(',')},120.001,30.001\n`;

    it('come with incidents; the first one counts', async () => {
      await incidents(
        HEAD +
          row('A1', '2026-03-01 10:00:00', '2026-03-01 10:01:10', '2026-03-01 10:06:30') +
          row('A2', '2026-03-01 11:00:00', '', '2026-03-01 11:04:00') +
          row('A3', '2026-03-01 12:00:00', '2026-03-01 12:01:00', ''),
      );
      await api.test.database.write(localViewer, (session) =>
        session.execute(
          `INSERT INTO incident_arrival (incident_id, reported_at, county_id, arrived_at)
           SELECT id, reported_at, county_id, reported_at + interval '5 minutes' FROM incident WHERE number = 'A1'`,
        ),
      );
      const { incidents: read } = await api.query<{ incidents: { edges: { node: object }[] } }>(
        '{ incidents { edges { node { number firstArrivedAt } } } }',
      );
      expect(read.edges.map(({ node }) => node)).toEqual([
        { number: 'A3', firstArrivedAt: null },
        { number: 'A2', firstArrivedAt: '2026-03-01T03:04:00+00:00' },
        { number: 'A1', firstArrivedAt: '2026-03-01T02:05:00+00:00' },
      ]);
    });

    it('that cannot be are refused with words', async () => {
      const before = await countRows(api.test.database);
      const report = await incidents(
        HEAD +
          row('B1', '2026-03-02 10:00', '', '2026-03-02 09:59') +
          row('B2', '2026-03-02 10:00', '2026-03-02 09:58', '2026-03-02 10:05') +
          row('B3', '2026-03-02 10:00', '2026-03-02 10:06', '2026-03-02 10:05') +
          row('B4', '2026-03-02 10:00', '', '10点多') +
          row('B5', '2026-03-02 10:00', '', '2026-03-02') +
          row('B6', '2026-03-02 10:00', '', '2096-03-02 10:05'),
      );
      expect(report.outcome).toBe('refused');
      expect(report.refused.map(({ field, reason }) => `${field} ${reason}`)).toEqual([
        'arrived rowArrivedBeforeReport',
        'dispatched rowDispatchedBeforeReport',
        'arrived rowArrivedBeforeDispatch',
        'arrived rowTimeMalformed',
        'arrived rowArrivalDateOnly',
        'arrived rowTimeImplausible',
      ]);
      expect(await countRows(api.test.database)).toEqual(before);
    });

    it('are left out where the report has no time of day, and that is said', async () => {
      const report = await incidents(
        HEAD +
          row('C1', '2026-03-03', '', '2026-03-03 10:05') +
          row('C2', '2026-03-03 10:00', '', '2026-03-03 10:05'),
      );
      expect(report.notes).toContainEqual({
        message: 'importArrivalsDropped',
        parameters: { count: 1, lines: '2' },
      });
      const { incidents: read } = await api.query<{ incidents: { edges: { node: object }[] } }>(
        '{ incidents(filter: { text: "C" }) { edges { node { number firstArrivedAt } } } }',
      );
      expect(read.edges.map(({ node }) => node)).toEqual(
        expect.arrayContaining([
          { number: 'C1', firstArrivedAt: null },
          { number: 'C2', firstArrivedAt: '2026-03-03T02:05:00+00:00' },
        ]),
      );
    });

    it('before the report never reach the database', async () => {
      const insert = api.test.database.write(localViewer, (session) =>
        session.execute(
          `INSERT INTO incident_arrival (incident_id, reported_at, county_id, arrived_at)
           SELECT id, reported_at, county_id, reported_at - interval '1 second' FROM incident LIMIT 1`,
        ),
      );
      await expect(insert).rejects.toThrow(/check constraint/);
    });
  });
});

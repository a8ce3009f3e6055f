import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { requireCounty } from '@maplebridge/server/county/county.service';
import { localViewer } from '@maplebridge/server/database/index';
import { ensurePartition } from '@maplebridge/server/database/partitions';
import { storeIncidents, type BulkIncident } from '@maplebridge/server/incidents/store-incidents';
import { GridFinder, loadLeafVersions } from '@maplebridge/server/territory/grid-finder';
import { createGraphQLClient } from '../kit/graphql-client.js';
import { middleOf, seedCounty, type SeededCounty } from '../kit/seed.js';
import { describeApi, type TestApi } from '../kit/server.js';

/** Spring clocks skip 02:00 on 8 March 2026 here, autumn ones repeat 01:00 on 1 November. */
const ZONE = 'America/New_York';
const HOUR_MS = 3600_000;
const START = Date.UTC(2026, 1, 20);
const END = Date.UTC(2026, 3, 20);

interface Bucket {
  from: string;
  seconds: number;
  count: number;
  urgent: number;
}
interface Tally {
  key: string | null;
  label: string | null;
  count: number;
  previousCount: number;
}

const HISTOGRAM = `query ($filter: IncidentFilter!, $buckets: Int! = 60) {
  incidentHistogram(filter: $filter, buckets: $buckets) { from seconds count urgent } incidents(filter: $filter) { totalCount } }`;
const TALLIES = `query ($filter: IncidentFilter!, $by: IncidentDimension!, $first: Int! = 100) {
  incidentTallies(filter: $filter, by: $by, first: $first) { key label count previousCount } }`;
const HOURS = `query ($filter: IncidentFilter!) { incidentsByHourOfWeek(filter: $filter) { weekday hour count } }`;

const KINDS = [
  ['THEFT', 'OPEN', 2],
  ['NOISE', 'OPEN', 3],
  ['FAMILY_DISPUTE', 'GRID_ONLY', 3],
  ['TRAFFIC_INJURY', 'OPEN', 1],
] as const;

/** One incident every 37 minutes, in turn over kinds and cells; each nineteenth without a place. */
function makeIncidents(): BulkIncident[] {
  const incidents: BulkIncident[] = [];
  for (let at = START; at < END; at += 37 * 60_000) {
    const n = incidents.length;
    const [kind, sensitivity, priority] = KINDS[Math.floor(n / 5) % KINDS.length]!;
    const place = n % 19 === 0 ? { longitude: null, latitude: null } : middleOf(n % 4, n % 2);
    incidents.push({
      number: `T${n}`,
      kind,
      sensitivity,
      priority,
      source: n % 3 === 0 ? 'CALL_110' : 'GRID_REPORT',
      status: 'CLOSED',
      reportedAt: at,
      occurredAt: at,
      occurredPrecision: n % 50 === 0 ? 'DATE' : 'INSTANT',
      ...place,
      address: null,
      description: null,
    });
  }
  return incidents;
}

const clock = new Intl.DateTimeFormat('en-US', {
  timeZone: ZONE,
  weekday: 'short',
  hour: 'numeric',
  minute: 'numeric',
  hourCycle: 'h23',
});
function clockOf(instant: number | string) {
  const parts = Object.fromEntries(clock.formatToParts(new Date(instant)).map((p) => [p.type, p.value]));
  return {
    weekday: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(parts.weekday!) + 1,
    hour: Number(parts.hour),
    minute: Number(parts.minute),
  };
}

const iso = (instant: number) => new Date(instant).toISOString();

describeApi('statistics', (api) => {
  let county: SeededCounty;
  const incidents = makeIncidents();
  const during = (from: number, to: number) =>
    incidents.filter(({ reportedAt }) => reportedAt >= from && reportedAt < to);

  beforeAll(async () => {
    const { database } = api.test;
    county = await seedCounty(database, { timeZone: ZONE });
    for (let at = START; at < END + 31 * 24 * HOUR_MS; at += 27 * 24 * HOUR_MS)
      await ensurePartition(database, 'incident', new Date(at));
    await database.write(localViewer, async (session) => {
      const finder = new GridFinder(await loadLeafVersions(session));
      const row = await requireCounty(session);
      await storeIncidents(session, incidents, finder, { county: row, simulated: false, importRunId: null });
    });
  });

  const histogram = (filter: object, buckets?: number) =>
    api.query<{ incidentHistogram: Bucket[]; incidents: { totalCount: number } }>(HISTOGRAM, {
      filter,
      buckets,
    });
  const tallies = async (filter: object, by: string, first?: number) =>
    (await api.query<{ incidentTallies: Tally[] }>(TALLIES, { filter, by, first })).incidentTallies;

  describe('over time', () => {
    it('counts every incident of a period once, whatever the period and the steps', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: START - 30 * 24 * HOUR_MS, max: END }),
          fc.integer({ min: 1, max: 60 * 24 * HOUR_MS }),
          fc.integer({ min: 1, max: 500 }),
          async (from, length, wanted) => {
            const to = from + length;
            const answer = await histogram({ from: iso(from), to: iso(to) }, wanted);
            const buckets = answer.incidentHistogram;
            const starts = buckets.map((bucket) => Date.parse(bucket.from));
            const ends = buckets.map(({ seconds }, i) => starts[i]! + seconds * 1000);
            expect(buckets.reduce((sum, { count }) => sum + count, 0)).toBe(answer.incidents.totalCount);
            expect(answer.incidents.totalCount).toBe(during(from, to).length);
            expect(buckets.length).toBeLessThanOrEqual(wanted + 2);
            expect(starts[0]).toBeLessThanOrEqual(from);
            expect(ends[0]).toBeGreaterThan(from);
            expect(ends.at(-1)).toBeGreaterThanOrEqual(to);
            expect(starts.slice(1)).toEqual(ends.slice(0, -1));
            for (const [i, bucket] of buckets.entries()) {
              const inside = during(Math.max(from, starts[i]!), Math.min(to, ends[i]!));
              expect(bucket.count).toBe(inside.length);
              expect(bucket.urgent).toBe(inside.filter(({ priority }) => priority === 1).length);
            }
          },
        ),
        { numRuns: 40 },
      );
    });

    it('cuts days at the county’s midnight, also when clocks change', async () => {
      const { incidentHistogram } = await histogram(
        { from: '2026-03-06T05:00:00Z', to: '2026-03-10T04:00:00Z' },
        5,
      );
      expect(incidentHistogram.map(({ from, seconds }) => [Date.parse(from), seconds / 3600])).toEqual([
        [Date.parse('2026-03-06T05:00:00Z'), 24],
        [Date.parse('2026-03-07T05:00:00Z'), 24],
        [Date.parse('2026-03-08T05:00:00Z'), 23],
        [Date.parse('2026-03-09T04:00:00Z'), 24],
      ]);
      const autumn = await histogram({ from: '2026-10-31T04:00:00Z', to: '2026-11-03T05:00:00Z' }, 13);
      expect(autumn.incidentHistogram.map(({ from }) => clockOf(from).hour % 6)).toEqual(
        autumn.incidentHistogram.map(() => 0),
      );
      expect(autumn.incidentHistogram.map(({ seconds }) => seconds / 3600)).toContain(7);
    });

    it('begins weeks on Monday', async () => {
      const { incidentHistogram } = await histogram({ from: iso(START), to: iso(END) }, 10);
      expect(incidentHistogram.map(({ from }) => clockOf(from))).toEqual(
        incidentHistogram.map(() => ({ weekday: 1, hour: 0, minute: 0 })),
      );
    });

    it('answers empty steps where there is nothing', async () => {
      const { incidentHistogram } = await histogram(
        { from: '2020-01-01T05:00:00Z', to: '2020-01-02T05:00:00Z' },
        24,
      );
      expect(incidentHistogram).toHaveLength(24);
      expect(incidentHistogram.every(({ count, urgent }) => count === 0 && urgent === 0)).toBe(true);
    });

    it('takes the filter of the list of incidents', async () => {
      const filter = {
        from: iso(START),
        to: iso(END),
        gridId: county.gridId(1, 1),
        kinds: ['THEFT', 'NOISE'],
      };
      const { incidentHistogram, incidents: list } = await histogram(filter);
      expect(list.totalCount).toBeGreaterThan(50);
      expect(incidentHistogram.reduce((sum, { count }) => sum + count, 0)).toBe(list.totalCount);
    });

    it('ends now where the filter has no end', async () => {
      const { incidentHistogram } = await histogram({ from: iso(Date.now() - 2 * HOUR_MS), to: null }, 10);
      const last = incidentHistogram.at(-1)!;
      expect(Date.parse(last.from)).toBeLessThanOrEqual(Date.now());
      expect(Date.parse(last.from) + last.seconds * 1000).toBeGreaterThan(Date.now() - 60_000);
    });
  });

  describe('by a dimension', () => {
    const period = { from: iso(START + 20 * 24 * HOUR_MS), to: iso(START + 40 * 24 * HOUR_MS) };
    const now = during(Date.parse(period.from), Date.parse(period.to));
    const before = during(START, Date.parse(period.from));

    it.each(['KIND', 'CATEGORY', 'GRID', 'SOURCE', 'PRIORITY', 'STATUS'])(
      'adds up to the total by %s, of the period and of the one before',
      async (by) => {
        const rows = await tallies(period, by);
        expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(now.length);
        expect(rows.reduce((sum, { previousCount }) => sum + previousCount, 0)).toBe(before.length);
        expect(rows.map(({ count }) => count)).toEqual(rows.map(({ count }) => count).sort((a, b) => b - a));
      },
    );

    it('names kinds in the caller’s language', async () => {
      const of = (list: BulkIncident[]) => list.filter(({ kind }) => kind === 'THEFT').length;
      expect(await tallies(period, 'KIND')).toContainEqual({
        key: 'THEFT',
        label: 'Theft',
        count: of(now),
        previousCount: of(before),
      });
      const chinese = createGraphQLClient(api.url, { 'accept-language': 'zh-CN' });
      const answer = await chinese.query<{ incidentTallies: Tally[] }>(TALLIES, {
        filter: period,
        by: 'KIND',
      });
      expect(answer.incidentTallies.map(({ label }) => label)).toContain('盗窃');
    });

    it('counts sensitive kinds at grid level, and those in no grid under no key', async () => {
      const rows = await tallies({ ...period, kinds: ['FAMILY_DISPUTE'] }, 'GRID');
      expect(rows.find(({ key }) => key === null)).toMatchObject({ label: null });
      expect(rows.find(({ label }) => label === '测试社区第6网格')?.key).toBe(county.gridId(1, 1));
    });

    it('keeps what stopped: a kind that was and is no more', async () => {
      const rows = await tallies({ from: iso(END), to: iso(END + 24 * HOUR_MS) }, 'KIND');
      expect(rows.length).toBe(KINDS.length);
      expect(rows.every(({ count, previousCount }) => count === 0 && previousCount > 0)).toBe(true);
    });

    it('gives the first few when asked for', async () => {
      const rows = await tallies(period, 'GRID', 2);
      expect(rows).toEqual((await tallies(period, 'GRID')).slice(0, 2));
    });
  });

  it('counts by hour of the week as the county’s clock showed it', async () => {
    const filter = { from: iso(START), to: iso(END) };
    const { incidentsByHourOfWeek: hours } = await api.query<{
      incidentsByHourOfWeek: { weekday: number; hour: number; count: number }[];
    }>(HOURS, { filter });
    const expected = new Map<string, number>();
    for (const { reportedAt, occurredPrecision } of incidents) {
      if (occurredPrecision !== 'INSTANT') continue;
      const { weekday, hour } = clockOf(reportedAt);
      const key = `${weekday} ${hour}`;
      expected.set(key, (expected.get(key) ?? 0) + 1);
    }
    expect(hours).toHaveLength(168);
    expect(hours[0]).toMatchObject({ weekday: 1, hour: 0 });
    expect(hours.map(({ count }) => count)).toEqual(
      hours.map(({ weekday, hour }) => expected.get(`${weekday} ${hour}`) ?? 0),
    );
  });

  it('answers each figure in one statement', async () => {
    const filter = { from: iso(START), to: iso(END) };
    for (const [document, variables] of [
      [HISTOGRAM.replace(/incidents\(.*totalCount \}/, ''), { filter }],
      [TALLIES, { filter, by: 'GRID' }],
      [HOURS, { filter }],
    ] as const)
      expect(await api.test.statementsDuring(() => api.query(document, variables)), document).toHaveLength(1);
  });

  const period = { from: '2026-03-01T00:00:00Z', to: '2026-03-02T00:00:00Z' };
  it.each([
    ['a period without a beginning', HISTOGRAM, { filter: {} }, 'BAD_USER_INPUT', /from/],
    [
      'a period that ends before it begins',
      HISTOGRAM,
      { filter: { from: period.to, to: period.from } },
      'BAD_USER_INPUT',
      /begin/,
    ],
    [
      'a period beyond 400 days',
      HOURS,
      { filter: { from: '2024-01-01T00:00:00Z', to: period.to } },
      'LIMIT_EXCEEDED',
      /400/,
    ],
    ['no buckets', HISTOGRAM, { filter: period, buckets: 0 }, 'BAD_USER_INPUT', /500/],
    ['501 buckets', HISTOGRAM, { filter: period, buckets: 501 }, 'BAD_USER_INPUT', /500/],
    ['no entries', TALLIES, { filter: period, by: 'KIND', first: 0 }, 'BAD_USER_INPUT', /100/],
    ['101 entries', TALLIES, { filter: period, by: 'KIND', first: 101 }, 'BAD_USER_INPUT', /100/],
    ['a malformed grid', TALLIES, { filter: { ...period, gridId: 'x' }, by: 'KIND' }, 'BAD_USER_INPUT', /id/],
  ])('refuses %s in words of either language', async (_what, document, variables, code, words) => {
    const inEnglish = await api.execute(document, variables);
    expect(inEnglish.errors![0]!.extensions.code).toBe(code);
    expect(inEnglish.errors![0]!.message).toMatch(words);
    const inChinese = await createGraphQLClient(api.url, { 'accept-language': 'zh-CN' }).execute(
      document,
      variables,
    );
    expect(inChinese.errors![0]!.message).toMatch(/[一-鿿]/);
  });

  it('takes 400 days', async () => {
    const from = END - 400 * 24 * HOUR_MS;
    const { incidentHistogram, incidents: list } = await histogram({ from: iso(from), to: iso(END) }, 500);
    expect(incidentHistogram.reduce((sum, { count }) => sum + count, 0)).toBe(list.totalCount);
  });
});

const SHIFTS = `query ($from: DateTime!, $to: DateTime!) { shifts(from: $from, to: $to) { unit { callSign } startsAt endsAt } }`;

describeApi('shifts', (api: TestApi) => {
  let county: SeededCounty;
  const shifts = async (from: string, to: string) =>
    (
      await api.query<{ shifts: { unit: { callSign: string }; startsAt: string; endsAt: string | null }[] }>(
        SHIFTS,
        { from, to },
      )
    ).shifts;

  beforeAll(async () => {
    county = await seedCounty(api.test.database);
    await api.test.database.write(localViewer, (session) =>
      session.execute(
        `INSERT INTO shift (id, unit_id, county_id, on_duty_at, off_duty_at) VALUES
           (gen_random_uuid(), $1, $2, '2026-03-01T00:00:00Z', '2026-03-01T08:00:00Z'),
           (gen_random_uuid(), $1, $2, '2026-03-01T16:00:00Z', NULL)`,
        [county.unitId, county.countyId],
      ),
    );
  });

  it('shows those that lasted at some time of the period, of units', async () => {
    expect(await shifts('2026-03-01T07:00:00Z', '2026-03-01T12:00:00Z')).toMatchObject([
      {
        unit: { callSign: '测试01' },
        startsAt: expect.stringContaining('2026-03-01T00:00'),
        endsAt: expect.any(String),
      },
    ]);
    expect(await shifts('2026-03-01T08:00:00Z', '2026-03-01T16:00:00Z')).toEqual([]);
    expect(await shifts('2026-03-05T00:00:00Z', '2026-03-06T00:00:00Z')).toMatchObject([{ endsAt: null }]);
  });

  it('refuses more than a week', async () => {
    const { errors } = await api.execute(SHIFTS, {
      from: '2026-03-01T00:00:00Z',
      to: '2026-03-09T00:00:00Z',
    });
    expect(errors![0]!.extensions.code).toBe('LIMIT_EXCEEDED');
  });
});

import { beforeAll, expect, it } from 'vitest';
import { seedCounty, type SeededCounty } from '../kit/seed.js';
import { describeApi } from '../kit/server.js';

interface Check {
  rows: {
    line: number;
    grid: { code: string; name: string };
    posts: { kind: string; post: { name: string } | null }[];
    staff: { role: string; count: number }[];
    households: number | null;
    source: string | null;
    asOf: string | null;
  }[];
  refused: { line: number; reason: string }[];
  droppedColumns: string[];
  unknownColumns: string[];
}

const CHECK = `query ($text: String!) { checkAssignmentRows(text: $text, partition: SOCIAL) {
  rows { line grid { code name } posts { kind post { name } } staff { role count } households source asOf }
  refused { line reason } droppedColumns unknownColumns } }`;
const APPLY = `mutation ($text: String!, $at: DateTime) { applyAssignmentRows(text: $text, partition: SOCIAL, effectiveAt: $at) {
  grid { code households householdsSource householdsAsOf } station { name } staff { role count source asOf } } }`;

describeApi('pasted assignments', (api) => {
  let county: SeededCounty;
  beforeAll(async () => {
    county = await seedCounty(api.test.database);
  });
  const check = async (...lines: string[]) =>
    (await api.query<{ checkAssignmentRows: Check }>(CHECK, { text: lines.join('\n') })).checkAssignmentRows;
  const apply = (lines: string[], at?: string) =>
    api.execute<{ applyAssignmentRows: object[] }>(APPLY, { text: lines.join('\n'), at });
  const all = async () =>
    (
      await api.query<{ gridAssignments: { grid: object; staff: object[] }[] }>(
        '{ gridAssignments(partition: SOCIAL) { grid { code households } station { name } staff { role count } } }',
      )
    ).gridAssignments;

  it('finds grids by code or name and posts by name, also short ones', async () => {
    const { rows, refused, droppedColumns } = await check(
      '网格编码\t网格名称\t派出所\t联系电话\t网格员\t户数\t来源\t日期',
      `${county.gridCode(0, 0)}\t\t测试所\t13800000000\t2\t410\t社区台账\t2026年11月1日`,
      `\t测试社区第 02 网格\t无\t\t\t\t\t`,
    );
    expect(refused).toEqual([]);
    expect(droppedColumns).toEqual(['联系电话']);
    expect(rows).toEqual([
      {
        line: 2,
        grid: { code: county.gridCode(0, 0), name: '测试社区第1网格' },
        posts: [{ kind: 'STATION', post: { name: '测试派出所' } }],
        staff: [{ role: 'GRID_WORKER', count: 2 }],
        households: 410,
        source: '社区台账',
        asOf: '2026-11-01T00:00:00.000Z',
      },
      {
        line: 3,
        grid: { code: county.gridCode(1, 0), name: '测试社区第2网格' },
        posts: [{ kind: 'STATION', post: null }],
        staff: [],
        households: null,
        source: null,
        asOf: null,
      },
    ]);
  });

  it('says of each line that can’t be taken why, and applies none of them', async () => {
    const before = await all();
    const lines = [
      '网格编码\t网格名称\t派出所\t民警\t户数\t日期',
      `${county.gridCode(0, 0)}\t\t\t1\t\t`,
      `${county.gridCode(0, 0)}\t\t\t2\t\t`,
      '990199001001999\t\t\t1\t\t',
      '9.90199E+14\t\t\t1\t\t',
      `${county.gridCode(1, 0)}\t测试社区第1网格\t\t1\t\t`,
      `${county.gridCode(1, 0)}\t\t不存在的派出所\t1\t\t`,
      `${county.gridCode(2, 0)}\t\t\t很多\t\t`,
      `${county.gridCode(3, 0)}\t\t\t1\t-5\t`,
      `${county.gridCode(0, 1)}\t\t\t1\t300\t2099-01-01`,
      `${county.gridCode(1, 1)}\t\t\t\t\t2026-02-30`,
      `${county.gridCode(2, 1)}\t\t\t\t\t`,
      '\t\t\t1\t\t',
    ];
    const { rows, refused } = await check(...lines);
    expect(rows.map(({ line }) => line)).toEqual([2]);
    expect(refused.map(({ line }) => line)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    expect(refused[0]!.reason).toBe('“测试社区第1网格” stands on line 2 already.');
    expect(refused[4]!.reason).toBe('There is no post of this kind called “不存在的派出所”.');
    const { errors } = await apply(lines);
    expect(errors![0]!.extensions.code).toBe('BAD_USER_INPUT');
    expect(errors![0]!.message).toMatch(/^11 lines cannot be taken, so none was\. Line 3: “测试社区第1网格”/);
    expect(await all()).toEqual(before);
  });

  it('applies a whole table in one go', async () => {
    const { data } = await apply([
      '网格编码,民警,网格长,户数,来源,日期',
      `${county.gridCode(0, 0)},1,1,333,普查 13812345678,2026-10-01`,
      `${county.gridCode(1, 0)},0,1,334,普查,2026-10-01`,
    ]);
    expect(data!.applyAssignmentRows).toEqual([
      {
        grid: {
          code: county.gridCode(0, 0),
          households: 333,
          householdsSource: '普查 〔手机号已隐去〕',
          householdsAsOf: '2026-10-01T00:00:00+00:00',
        },
        station: { name: '测试派出所' },
        staff: [
          { role: 'OFFICER', count: 1, source: '普查 〔手机号已隐去〕', asOf: '2026-10-01T00:00:00+00:00' },
          { role: 'GRID_LEAD', count: 1, source: '普查 〔手机号已隐去〕', asOf: '2026-10-01T00:00:00+00:00' },
        ],
      },
      expect.objectContaining({ grid: expect.objectContaining({ households: 334 }) }),
    ]);
  });

  it('lays a table down for later', async () => {
    const at = new Date(Date.now() + 24 * 3600_000).toISOString();
    await apply(['网格编码,派出所', `${county.gridCode(3, 1)},无`], at);
    const station = async (when?: string) =>
      (
        await api.query<{ gridAssignments: { grid: { code: string }; station: object | null }[] }>(
          'query ($when: DateTime) { gridAssignments(partition: SOCIAL, at: $when) { grid { code } station { name } } }',
          { when },
        )
      ).gridAssignments.find(({ grid }) => grid.code === county.gridCode(3, 1))!.station;
    expect(await station()).toEqual({ name: '测试派出所' });
    expect(await station(at)).toBeNull();
  });

  it('refuses a table too large for one go', async () => {
    const lines = Array.from({ length: 5001 }, () => `${county.gridCode(0, 0)},1`);
    const { errors } = await apply(['网格编码,民警', ...lines]);
    expect(errors![0]!.extensions.code).toBe('LIMIT_EXCEEDED');
  });
});

import { beforeAll, expect, it } from 'vitest';
import { seedCounty, type SeededCounty } from '../kit/seed.js';
import { describeApi } from '../kit/server.js';
describeApi('scale', (api) => {
  let county: SeededCounty;
  beforeAll(async () => {
    const t = performance.now();
    county = await seedCounty(api.test.database, { columns: 50, rows: 40 });
    console.log('seed', performance.now() - t);
  }, 120000);
  it('x', async () => {
    const time = async (name: string, work: () => Promise<unknown>) => {
      const t = performance.now(); const c = process.cpuUsage();
      const r = await work();
      const u = process.cpuUsage(c);
      console.log(name, Math.round(performance.now() - t), 'ms wall', Math.round((u.user + u.system) / 1000), 'ms cpu', JSON.stringify(r).length);
      return r;
    };
    await time('assignments', () => api.query('{ gridAssignments(partition: SOCIAL) { grid { id code name } station { name } office { name } liaisonStation { name } staff { role count } problems { kind message } } }'));
    await time('statistics', () => api.query('{ gridStatistics(partition: SOCIAL, from: "2026-11-01T00:00:00Z", basis: NOW) { incidents } }'));
    await time('statistics2', () => api.query('{ gridStatistics(partition: SOCIAL, from: "2026-11-01T00:00:00Z", basis: NOW) { incidents } }'));
    await time('crosswalk', () => api.query('{ partitionCrosswalk { households } }'));
    const ids = Array.from({ length: 1000 }, (_, i) => county.gridId(i % 50, Math.floor(i / 50)));
    await time('assign none', () => api.query('mutation ($input: AssignGridsInput!) { assignGrids(input: $input) { grid { id } } }', { input: { gridIds: ids, postKind: 'STATION', postId: null } }));
    await time('assign back', () => api.query('mutation ($input: AssignGridsInput!) { assignGrids(input: $input) { grid { id } } }', { input: { gridIds: ids, postKind: 'STATION', postId: county.stationId } }));
    const text = ['网格编码\t民警\t网格长\t网格员\t户数', ...Array.from({ length: 2000 }, (_, i) => `${county.gridCode(i % 50, Math.floor(i / 50))}\t1\t1\t2\t333`)].join('\n');
    await time('check', () => api.query('query ($text: String!) { checkAssignmentRows(text: $text, partition: SOCIAL) { rows { line } refused { reason } } }', { text }));
    await time('apply', () => api.query('mutation ($text: String!) { applyAssignmentRows(text: $text, partition: SOCIAL) { grid { id } } }', { text }));
    await time('assignments', () => api.query('{ gridAssignments(partition: SOCIAL) { grid { id code name } station { name } office { name } liaisonStation { name } staff { role count } problems { kind message } } }'));
    expect(1).toBe(1);
  }, 300000);
});

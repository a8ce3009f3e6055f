import { localViewer } from '@maplebridge/server/database/index';
import { beforeAll, expect, it } from 'vitest';
import { at, newId, planActions, splitDown, type Plan } from '../kit/plan-support.js';
import { seedCounty, type SeededCounty } from '../kit/seed.js';
import { describeApi } from '../kit/server.js';

describeApi('what a boundary plan refuses', (api) => {
  const plans = planActions(api);
  let county: SeededCounty;
  let plan: Plan;

  beforeAll(async () => {
    county = await seedCounty(api.test.database);
    plan = await plans.create();
  });

  it('says plainly what is wrong with a line, naming the grid and the place', async () => {
    const grid = county.gridId(1, 0);
    const split = (line: [number, number][]) => [{ kind: 'split', grid, line, into: [grid, newId()] }];
    const inside = split([at(1.2, 0.5), at(1.8, 0.5)]);
    expect(await plans.editRefusal(plan, inside)).toMatch(
      /^BAD_USER_INPUT The line does not cut 测试社区第2网格 990199001001002 in two/,
    );
    const twice = [at(1.25, -0.1), at(1.25, 1.1), at(1.75, 1.1), at(1.75, -0.1)];
    expect(await plans.editRefusal(plan, split(twice))).toMatch(/into more than two|covers|outside/);
    const along = split([at(1, -0.5), at(1, 1.5)]);
    expect(await plans.editRefusal(plan, along)).toMatch(/along the border|does not cut/);
    const crossing = split([
      at(0.9, 0.5),
      at(1.6, 0.5),
      at(1.6, 0.8),
      at(1.4, 0.8),
      at(1.4, 0.2),
      at(2.1, 0.2),
    ]);
    expect(await plans.editRefusal(plan, crossing)).toContain('crosses itself');
  });

  it.each([
    [
      'apart',
      () => [{ kind: 'merge', grids: [county.gridId(0, 0), county.gridId(2, 0)], into: county.gridId(0, 0) }],
      'no common border',
    ],
    ['over a border', () => [{ kind: 'move', from: at(2, 1), to: at(3.5, 1.5) }], /inside out|cross/],
    ['the outer border', () => [{ kind: 'move', from: at(2, 0), to: at(2, 0.2) }], 'outer border'],
    [
      'where there is none',
      () => [{ kind: 'move', from: at(1.5, 0.5), to: at(1.5, 0.6) }],
      'no border vertex',
    ],
    ['a node', () => [{ kind: 'delete', at: at(2, 1) }], 'Several borders meet'],
    ['an unknown grid', () => [{ kind: 'describe', grid: newId(), name: '甲' }], 'no such grid'],
    ['a repair of what is sound', () => [{ kind: 'repair', toleranceMetres: 2 }], 'nothing to repair'],
    [
      'another grid’s id',
      () => [splitDown(county.gridId(1, 0), 1, 0, county.policeGridId('west'))],
      'in use already',
    ],
    [
      'an unknown parent',
      () => [{ kind: 'describe', grid: county.gridId(0, 0), parentId: county.stationId }],
      'no upper territory',
    ],
  ])('an edit that cannot be: %s', async (_name, changes, words) => {
    expect(await plans.editRefusal(plan, changes())).toMatch(words);
  });

  it.each([
    ['no object', 'text', 'body is missing'],
    ['no changes', { label: 'x', changes: [] }, 'changes is missing'],
    ['an unknown kind', { changes: [{ kind: 'explode' }] }, 'changes[0].kind'],
    ['half steps', { changes: [{ kind: 'delete', at: [1.5, 2] }] }, 'changes[0].at'],
    ['off the Earth', { changes: [{ kind: 'delete', at: [1, 900_000_001] }] }, 'changes[0].at'],
    ['a number for an id', { changes: [{ kind: 'describe', grid: 7, name: 'x' }] }, 'changes[0].grid'],
    ['nothing said', { changes: [{ kind: 'describe', grid: newId() }] }, 'changes[0] is missing'],
    [
      'households below none',
      { changes: [{ kind: 'describe', grid: newId(), households: -1 }] },
      'households',
    ],
    ['a long name', { changes: [{ kind: 'describe', grid: newId(), name: '长'.repeat(101) }] }, 'name'],
    ['a tolerance of a mile', { changes: [{ kind: 'repair', toleranceMetres: 1609 }] }, 'toleranceMetres'],
    [
      'a line without end',
      {
        changes: [
          { kind: 'split', grid: newId(), line: Array(10_001).fill([1, 1]), into: [newId(), newId()] },
        ],
      },
      'at most 10000',
    ],
  ])('a malformed body: %s', async (_name, body, words) => {
    const answer = await plans.editRefusal(plan, [], { bodies: [body] });
    expect(answer).toContain(words);
  });

  it('a body that is too large, and too many at once', async () => {
    const changes = Array.from({ length: 400 }, () => ({
      kind: 'delete',
      at: at(9, 9),
      note: 'x'.repeat(600),
    }));
    expect(await plans.editRefusal(plan, changes)).toContain('at most 200 kB');
    const bodies = Array.from({ length: 21 }, () => ({
      label: '',
      changes: [{ kind: 'delete', at: at(1, 1) }],
    }));
    expect(await plans.editRefusal(plan, [], { bodies })).toMatch(/^BAD_USER_INPUT.*bodies/);
  });

  it('all of a call or none: what was good before the bad one is not kept', async () => {
    const bodies = [
      { label: '好', changes: [splitDown(county.gridId(0, 0), 0, 0, newId())] },
      { label: '坏', changes: [{ kind: 'delete', at: at(9, 9) }] },
    ];
    expect(await plans.editRefusal(plan, [], { bodies })).toContain('no border vertex');
    expect(await plans.plan(plan.id)).toMatchObject({ version: 1, editCount: 0 });
    expect(await plans.grids(plan.id)).toHaveLength(8);
  });

  it('masks what people write', async () => {
    const { plan: named, edits } = await plans.edit(plan, [
      { kind: 'describe', grid: county.gridId(0, 0), name: '张三13812345678网格' },
    ]);
    expect(JSON.stringify(edits)).not.toContain('13812345678');
    const { commentOnPlan: comment } = await api.query<{
      commentOnPlan: { id: string; body: string; by: string };
    }>(`mutation ($input: CommentOnPlanInput!) { commentOnPlan(input: $input) { id body by resolvedAt } }`, {
      input: {
        planId: plan.id,
        longitude: 120.005,
        latitude: 30.005,
        body: '打 13812345678 问',
        by: '复核岗',
      },
    });
    expect(comment.body).toBe('打 〔手机号已隐去〕 问');
    const { resolvePlanComment: resolved } = await api.query<{ resolvePlanComment: { resolvedBy: string } }>(
      `mutation ($id: ID!) { resolvePlanComment(id: $id, by: "网格岗") { resolvedAt resolvedBy } }`,
      { id: comment.id },
    );
    expect(resolved.resolvedBy).toBe('网格岗');
    plan = (await plans.undo(named)).plan;
  });

  it('two grids of one name in a community, until one has another', async () => {
    const draft = await plans.create({ name: '同名' });
    const { plan: twice } = await plans.edit(draft, [
      { kind: 'describe', grid: county.gridId(0, 0), name: '测试社区第2网格' },
    ]);
    expect(await plans.stepRefusal(twice, 'SUBMITTED')).toContain('several grids named “测试社区第2网格”');
    const { plan: once } = await plans.edit(twice, [
      { kind: 'describe', grid: county.gridId(0, 0), name: '桥头网格' },
    ]);
    expect((await plans.step(once, 'SUBMITTED')).state).toBe('SUBMITTED');
    expect(await plans.step(await plans.plan(draft.id), 'WITHDRAWN')).toMatchObject({ state: 'WITHDRAWN' });
    const after = await plans.plan(draft.id);
    expect(await plans.stepRefusal(after, 'SUBMITTED')).toContain('“withdrawn”');
  });

  it('two who draw at once: one edit is taken, the other is told, and the log is what one of them saw', async () => {
    const draft = await plans.create({ name: '并画' });
    const answers = await Promise.all(
      [0, 1, 2].map((column) =>
        api.execute(
          plans.documents.edit,
          plans.editInput(draft, [splitDown(county.gridId(column, 0), column, 0, newId())]),
        ),
      ),
    );
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    expect(answers.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions.code) ?? [])).toEqual([
      'CONFLICT',
      'CONFLICT',
    ]);
    expect(await plans.plan(draft.id)).toMatchObject({ version: 2, editCount: 1 });
    expect(await plans.grids(draft.id)).toHaveLength(9);
  });

  it('two reviewers at once: one is told who was first', async () => {
    const draft = await plans.create({ name: '并审' });
    const { plan: edited } = await plans.edit(draft, [splitDown(county.gridId(3, 1), 3, 1, newId())]);
    const submitted = await plans.step(edited, 'SUBMITTED');
    const input = { planId: draft.id, version: submitted.version, by: '审核一岗' };
    const answers = await Promise.all([
      api.execute(plans.documents.step, { input: { ...input, to: 'SENT_BACK', note: '重画' } }),
      api.execute(plans.documents.step, {
        input: {
          ...input,
          to: 'PUBLICISED',
          publicisedFrom: '2026-11-01T00:00:00Z',
          publicisedTo: '2026-11-02T00:00:00Z',
        },
      }),
    ]);
    const refused = answers.filter(({ errors }) => errors);
    expect(refused).toHaveLength(1);
    expect(refused[0]!.errors![0]!.extensions.code).toBe('CONFLICT');
    expect(refused[0]!.errors![0]!.message).toContain('by “审核一岗”');
  });

  it('leaves nothing of a publication that fails half-way, and can be tried again', async () => {
    const draft = await plans.create({ name: '半途' });
    const { plan: edited } = await plans.edit(draft, [splitDown(county.gridId(2, 1), 2, 1, newId())]);
    const approved = await plans.approve(edited);
    const before = await snapshot();
    const break_ = (sql: string) => api.test.database.script(sql);
    await break_(`CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'disk on fire'; END $$;
      CREATE TRIGGER fail BEFORE INSERT ON territory_descent EXECUTE FUNCTION fail()`);
    const { errors } = await api.execute(plans.documents.step, {
      input: { planId: draft.id, version: approved.version, to: 'PUBLISHED' },
    });
    expect(errors).toHaveLength(1);
    await break_('DROP TRIGGER fail ON territory_descent; DROP FUNCTION fail()');
    expect(await snapshot()).toEqual(before);
    expect(await plans.codeAt(2.75, 1.5)).toBe(county.gridCode(2, 1));
    expect(await plans.step(approved, 'PUBLISHED')).toMatchObject({ state: 'PUBLISHED', isInForce: true });
    expect(await plans.codeAt(2.75, 1.5)).not.toBe(county.gridCode(2, 1));
  });

  it('does not answer for what is not there', async () => {
    const id = newId();
    expect(await plans.refusalOf(plans.documents.undo, { input: { planId: id, version: 1 } })).toBe(
      'NOT_FOUND There is no such plan.',
    );
    const { boundaryPlan } = await api.query<{ boundaryPlan: null }>(`{ boundaryPlan(id: "${id}") { id } }`);
    expect(boundaryPlan).toBeNull();
    for (const file of ['export.geojson', 'export.exe']) {
      const response = await fetch(`${api.url}/plans/${id}/${file}`);
      expect([response.status, await response.text()]).toEqual([
        404,
        expect.stringContaining('没有这个方案'),
      ]);
    }
    expect((await fetch(`${api.url}/plans/..%2f..%2fetc/export.csv`)).status).toBe(404);
  });

  const snapshot = async () =>
    api.test.database.read(localViewer, async (session) => ({
      versions: await session.query('SELECT id, valid_from, valid_to FROM territory_version ORDER BY id'),
      territories: await session.query('SELECT id, ended_at FROM territory ORDER BY id'),
      posts: await session.query('SELECT id, valid_from, valid_to FROM post_grid ORDER BY id'),
      plans: await session.query('SELECT id, state, version FROM boundary_plan ORDER BY id'),
      revisions: await session.query('SELECT * FROM layer_revision ORDER BY layer'),
    }));
});

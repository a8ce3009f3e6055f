import { localViewer } from '@maplebridge/server/database/index';
import { dissolveAgain, storeTerritory } from '@maplebridge/server/territory/store-territory';
import { beforeAll, expect, it } from 'vitest';
import { at, newId, planActions, splitDown } from '../kit/plan-support.js';
import { seedCounty, type SeededCounty } from '../kit/seed.js';
import { describeApi } from '../kit/server.js';

const UPPER_ROW = '990199001002';

describeApi('the land around a boundary plan', (api) => {
  const plans = planActions(api);
  let county: SeededCounty;
  let communities: { lower: string; upper: string };

  beforeAll(async () => {
    county = await seedCounty(api.test.database);
    communities = await makeUpperCommunity();
  });

  it('leaves upper levels alone as long as they keep their land and their households', async () => {
    const plan = await plans.create();
    const { plan: edited } = await plans.edit(plan, [splitDown(county.gridId(0, 0), 0, 0, newId())]);
    await plans.publish(edited);
    expect(await countUppers()).toEqual({ 990199: 1, 990199001: 1, 990199001001: 1, [UPPER_ROW]: 1 });
  });

  it('gives communities new boundaries where the border between them moves, and links police grids anew', async () => {
    const before = await policeGrid();
    expect(before).toMatchObject([{ communityId: communities.lower }]);
    const plan = await plans.create();
    const { plan: edited } = await plans.edit(plan, [{ kind: 'move', from: at(2, 1), to: at(2, 0.8) }]);
    const published = await plans.publish(edited);
    expect(await countUppers()).toEqual({ 990199: 1, 990199001: 1, 990199001001: 2, [UPPER_ROW]: 2 });
    const [land] = await api.test.database.read(localViewer, (session) =>
      session.query<{ apart: number; together: number; whole: number }>(
        `SELECT ST_Area(ST_Intersection(a.boundary, b.boundary)) AS apart, ST_Area(a.boundary) + ST_Area(b.boundary) AS together,
           ST_Area(t.boundary) AS whole FROM territory_now a, territory_now b, territory_now t
         WHERE a.code = '990199001001' AND b.code = $1 AND t.code = '990199001'`,
        [UPPER_ROW],
      ),
    );
    expect(land!.apart).toBe(0);
    expect(land!.together).toBeCloseTo(land!.whole, 12);
    const after = await policeGrid();
    expect(after.map(({ communityId }) => communityId)).toEqual([communities.lower, communities.upper]);
    expect(after[0]!.until).toBe(after[1]!.since);
    expect(Date.parse(after[1]!.since!)).toBe(Date.parse(published.effectiveAt!));
  });

  it('puts a grid under another parent, and warns that its code tells of the old one', async () => {
    const plan = await plans.create();
    const grid = county.gridId(3, 0);
    const { plan: edited } = await plans.edit(plan, [
      { kind: 'describe', grid, parentId: communities.upper, gridKind: 'DEDICATED' },
    ]);
    const { boundaryPlan } = await api.query<{
      boundaryPlan: { check: { isSound: boolean; warnings: { kind: string; gridIds: string[] }[] } };
    }>(`query ($id: ID!) { boundaryPlan(id: $id) { check { isSound warnings { kind gridIds message } } } }`, {
      id: plan.id,
    });
    expect(boundaryPlan.check.isSound).toBe(true);
    expect(boundaryPlan.check.warnings).toContainEqual(
      expect.objectContaining({ kind: 'CODE_OFF_SCHEME', gridIds: [grid] }),
    );
    await plans.publish(edited);
    const { grid: shown } = await api.query<{ grid: { kind: string; parent: { id: string } } }>(
      `query ($id: ID!) { grid(id: $id) { kind parent { id } } }`,
      { id: grid },
    );
    expect(shown).toEqual({ kind: 'DEDICATED', parent: { id: communities.upper } });
    const [inside] = await api.test.database.read(localViewer, (session) =>
      session.query<{ holds: boolean }>(
        `SELECT ST_Covers(c.boundary, g.boundary) AS holds FROM territory_now c, territory_now g
         WHERE c.territory_id = $1 AND g.territory_id = $2`,
        [communities.upper, grid],
      ),
    );
    expect(inside!.holds).toBe(true);
  });

  it('goes stale when what it was drawn on is replaced, and keeps what still fits when it is rebased', async () => {
    const first = await plans.create({ name: '先' });
    const second = await plans.create({ name: '后' });
    const fits = newId();
    const { plan: one } = await plans.edit(second, [splitDown(county.gridId(0, 1), 0, 1, fits)]);
    const { plan: two } = await plans.edit(one, [
      { kind: 'merge', grids: [county.gridId(1, 0), county.gridId(2, 0)], into: county.gridId(1, 0) },
    ]);
    const code = (await plans.edits(second.id))[0]!.codes[0]!.code;
    const { plan: other } = await plans.edit(first, [
      { kind: 'merge', grids: [county.gridId(2, 0), county.gridId(3, 0)], into: county.gridId(3, 0) },
    ]);
    expect((await plans.plan(second.id)).stale).toBe(false);
    expect(
      await plans.refusalOf(plans.documents.rebase, { input: { planId: two.id, version: two.version } }),
    ).toContain('nothing to bring up to date');
    await plans.publish(other);
    expect((await plans.plan(second.id)).stale).toBe(true);
    expect(await plans.stepRefusal(two, 'SUBMITTED')).toContain('Bring plan');
    const { rebaseBoundaryPlan: rebased } = await api.query<{
      rebaseBoundaryPlan: {
        plan: { version: number; stale: boolean; editCount: number };
        dropped: { reason: string; edit: { label: string } }[];
      };
    }>(plans.documents.rebase, { input: { planId: two.id, version: two.version } });
    expect(rebased.plan).toMatchObject({ stale: false, editCount: 1 });
    expect(rebased.dropped).toHaveLength(1);
    expect(rebased.dropped[0]!.reason).toContain('no such grid');
    const [edit] = await plans.edits(second.id);
    expect(edit).toMatchObject({ sequence: 1, codes: [{ gridId: fits, code }] });
    expect((await plans.grids(second.id)).map(({ id }) => id)).not.toContain(county.gridId(2, 0));
    const next = await plans.plan(second.id);
    const { plan: more } = await plans.edit(next, [splitDown(county.gridId(1, 1), 1, 1, newId())]);
    expect((await plans.edits(second.id)).map(({ sequence }) => sequence)).toEqual([1, 2]);
    await plans.publish(more);
  });

  it('takes no date before a change that is laid down already, and is drawn on that', async () => {
    const ahead = new Date(Date.now() + 3600_000).toISOString();
    const first = await plans.create();
    const half = newId();
    const { plan: edited } = await plans.edit(first, [splitDown(county.gridId(1, 0), 1, 0, half)]);
    const published = await plans.publish(edited, ahead);
    expect(published).toMatchObject({ state: 'PUBLISHED', isInForce: false });
    const second = await plans.create();
    expect((await plans.grids(second.id)).map(({ id }) => id)).toContain(half);
    const { plan: later } = await plans.edit(second, [{ kind: 'describe', grid: half, name: '河东网格' }]);
    const approved = await plans.approve(later);
    expect(await plans.stepRefusal(approved, 'PUBLISHED')).toMatch(/^CONFLICT Another published change/);
    const after = new Date(Date.parse(ahead) + 1000).toISOString();
    expect(await plans.step(approved, 'PUBLISHED', { effectiveAt: after })).toMatchObject({
      state: 'PUBLISHED',
    });
    const nameAt = async (instant: string) => {
      const { grid } = await api.query<{ grid: { name: string } | null }>(
        `query ($id: ID!, $at: DateTime) { grid(id: $id, at: $at) { name } }`,
        { id: half, at: instant },
      );
      return grid?.name ?? null;
    };
    expect(await nameAt(new Date().toISOString())).toBeNull();
    expect(await nameAt(ahead)).not.toBe('河东网格');
    expect(await nameAt(after)).toBe('河东网格');
  });

  it('never hands out a code twice, whoever asks at the same time', async () => {
    const drafts = await Promise.all([plans.create(), plans.create(), plans.create()]);
    expect(new Set(drafts.map(({ number }) => number)).size).toBe(3);
    const halves = await Promise.all(drafts.map((draft, i) => plans.edit(draft, [cutAcross(i)])));
    const codes = halves.flatMap(({ edits }) =>
      edits.flatMap(({ codes: handed }) => handed.map(({ code }) => code)),
    );
    expect(codes).toHaveLength(3);
    expect(new Set(codes).size).toBe(3);
    const [dropped] = halves;
    const released = dropped!.edits[0]!.codes[0]!.code;
    const { plan: undone } = await plans.undo(dropped!.plan);
    // Still its own while it can be redone; another edit drops it.
    const { edits } = await plans.edit(undone, [
      { kind: 'describe', grid: county.gridId(3, 0), name: '丙网格' },
    ]);
    expect(edits[0]!.sequence).toBe(1);
    const [row] = await api.test.database.read(localViewer, (session) =>
      session.query<{ count: number }>(
        'SELECT count(*)::int AS count FROM reserved_grid_code WHERE code = $1',
        [released],
      ),
    );
    expect(row!.count).toBe(0);
  });

  it('copies a plan under ids and codes of its own', async () => {
    const source = await plans.create();
    const half = newId();
    const { plan: edited, edits } = await plans.edit(source, [cutAcross(0, half)]);
    await plans.edit(edited, [{ kind: 'describe', grid: half, name: '样板网格' }]);
    const copy = await plans.create({ name: '副本', copyOf: source.id });
    expect(copy).toMatchObject({ editCount: 2, version: 2 });
    const [copied] = (await plans.grids(copy.id)).filter(({ isNew }) => isNew);
    expect(copied).toMatchObject({ name: '样板网格' });
    expect(copied!.id).not.toBe(half);
    expect(copied!.code).not.toBe(edits[0]!.codes[0]!.code);
    expect(
      await plans.refusalOf(plans.documents.create, {
        input: { name: 'x', partition: 'POLICE', copyOf: source.id },
      }),
    ).toContain('same partition');
  });

  it('numbers police grids after the scheme of the norms', async () => {
    await api.query(`mutation { setStaffingNorms(input: { policeCode: "{parent}##" }) { policeCode } }`);
    const plan = await plans.create({ partition: 'POLICE' });
    const { edits } = await plans.edit(plan, [
      {
        kind: 'split',
        grid: county.policeGridId('west'),
        line: [at(-0.1, 1.5), at(2.1, 1.5)],
        into: [county.policeGridId('west'), newId()],
      },
    ]);
    expect(edits[0]!.codes).toMatchObject([{ code: 'B10103', name: '测试所01警务区03警格' }]);
  });

  /** Cuts (3, 1) from west to east. */
  const cutAcross = (number: number, into = newId()) => ({
    kind: 'split',
    grid: county.gridId(3, 1),
    line: [at(2.9, 1.3 + number / 10), at(4.1, 1.3 + number / 10)],
    into: [county.gridId(3, 1), into],
  });

  /** The upper row becomes a community of its own. */
  const makeUpperCommunity = () =>
    api.test.database.write(localViewer, async (session) => {
      const rows = await session.query<{ id: string; code: string }>(
        `SELECT id, code FROM territory WHERE code IN ('990199001', '990199001001')`,
      );
      const idOf = (code: string) => rows.find((row) => row.code === code)!.id;
      const { idOf: made } = await storeTerritory(
        session,
        [
          {
            code: UPPER_ROW,
            name: '河北社区',
            partition: 'SOCIAL',
            level: 'COMMUNITY',
            parentCode: '990199001',
            boundary: {
              type: 'Polygon',
              coordinates: [
                [at(0, 1), at(4, 1), at(4, 2), at(0, 2), at(0, 1)].map(([x, y]) => [x / 1e7, y / 1e7]),
              ],
            },
            households: 1206,
          },
        ],
        { validFrom: null },
        { countyId: county.countyId, ids: new Map([['SOCIAL 990199001', idOf('990199001')]]) },
      );
      const [lower, upper] = [idOf('990199001001'), made('SOCIAL', UPPER_ROW)];
      await session.execute(
        `UPDATE territory_version SET parent_id = $1, community_id = $1 WHERE territory_id = ANY($2::uuid[])`,
        [upper, [0, 1, 2, 3].map((column) => county.gridId(column, 1))],
      );
      await dissolveAgain(session, [lower]);
      await session.execute(`UPDATE territory_version SET households = 1206 WHERE territory_id = $1`, [
        lower,
      ]);
      // Where the east half's label stands decides which community it lies in: just south of the border between them.
      await session.execute(
        `UPDATE territory_version SET anchor = ST_SetSRID(ST_MakePoint(120.02, 30.0095), 4326), community_id = $2 WHERE territory_id = $1`,
        [county.policeGridId('west'), lower],
      );
      return { lower, upper };
    });
  const countUppers = async () => {
    const rows = await api.test.database.read(localViewer, (session) =>
      session.query<{ code: string; count: number }>(
        `SELECT code, count(*)::int AS count FROM territory_version WHERE NOT is_leaf AND partition = 'SOCIAL' GROUP BY code`,
      ),
    );
    return Object.fromEntries(rows.map(({ code, count }) => [code, count]));
  };
  const policeGrid = () =>
    api.test.database.read(localViewer, (session) =>
      session.query<{ communityId: string; since: string | null; until: string | null }>(
        `SELECT community_id AS "communityId", valid_from AS since, valid_to AS until FROM territory_version
         WHERE territory_id = $1 ORDER BY valid_from NULLS FIRST`,
        [county.policeGridId('west')],
      ),
    );
});

import { localViewer } from '@maplebridge/server/database/index';
import { beforeAll, expect, it } from 'vitest';
import { planActions, newId, splitDown, type Plan } from '../kit/plan-support.js';
import { seedCounty, type SeededCounty } from '../kit/seed.js';
import { describeApi } from '../kit/server.js';

describeApi('a boundary plan from draft to history', (api) => {
  const plans = planActions(api);
  let county: SeededCounty;
  let plan: Plan;
  const half = newId();

  beforeAll(async () => {
    county = await seedCounty(api.test.database);
    await api.test.database.write(localViewer, async (session) => {
      await session.execute(
        `INSERT INTO grid_staff (territory_id, county_id, role, count, source)
         SELECT t, $2, 'GRID_WORKER', n, '测试' FROM unnest($1::uuid[], $3::int[]) AS s (t, n)`,
        [[county.gridId(0, 0), county.gridId(2, 0), county.gridId(3, 0)], county.countyId, [2, 3, 4]],
      );
    });
  });

  it('is numbered, drawn on the boundaries in force, and changes nothing yet', async () => {
    plan = await plans.create();
    expect(plan).toMatchObject({ state: 'DRAFT', version: 1, stale: false, isInForce: false, editCount: 0 });
    expect(plan.number).toMatch(/^WG\d{4}-001$/);
    expect((await plans.create()).number).toBe(plan.number.replace('001', '002'));
    const grids = await plans.grids(plan.id);
    expect(grids).toHaveLength(8);
    expect(grids.every(({ isChanged }) => !isChanged)).toBe(true);
    expect(await plans.stepRefusal(plan, 'SUBMITTED')).toContain('does not change any grid');
  });

  it('hands out a code and a name to a grid that an edit makes', async () => {
    const { plan: next, edits } = await plans.edit(plan, [splitDown(county.gridId(0, 0), 0, 0, half)]);
    expect(next).toMatchObject({ version: 2, editCount: 1 });
    expect(edits).toHaveLength(1);
    expect(edits[0]!.codes).toEqual([{ gridId: half, code: '990199001001009', name: '测试社区第9网格' }]);
    plan = next;
    const grids = await plans.grids(plan.id);
    expect(grids).toHaveLength(9);
    const [west, east] = [county.gridId(0, 0), half].map((id) => grids.find((grid) => grid.id === id)!);
    expect(west).toMatchObject({ isChanged: true, isNew: false, from: [county.gridId(0, 0)] });
    expect(east).toMatchObject({ isNew: true, parentId: west!.parentId, from: [county.gridId(0, 0)] });
    // No buildings are known here: 300 households go by area.
    expect([west!.households, east!.households]).toEqual([150, 150]);
    expect(east!.householdsSource).toBe('estimated by area');
    expect(grids.filter(({ isChanged }) => isChanged)).toHaveLength(2);
  });

  it('is shared: undone and redone by anybody, a version behind is refused with who and when', async () => {
    const undone = await plans.undo(plan);
    expect(undone.plan).toMatchObject({ version: 3, editCount: 0, undoneCount: 1 });
    expect(undone.edits[0]!.isUndone).toBe(true);
    expect((await plans.grids(plan.id)).every(({ isChanged }) => !isChanged)).toBe(true);
    expect(await plans.editRefusal(plan, [splitDown(county.gridId(1, 0), 1, 0, newId())])).toMatch(
      /^CONFLICT The plan was changed at \d{4}-\d\d-\d\d \d\d:\d\d \(it is at version 3 now\)/,
    );
    const redone = await plans.redo(undone.plan);
    expect(redone.plan).toMatchObject({ version: 4, editCount: 1, undoneCount: 0 });
    expect(await plans.refusalOf(plans.documents.redo, { input: { planId: plan.id, version: 4 } })).toBe(
      'CONFLICT There is no edit to redo.',
    );
    plan = redone.plan;
    expect((await plans.grids(plan.id)).find(({ id }) => id === half)?.code).toBe('990199001001009');
  });

  it('takes the same request twice as one', async () => {
    const input = plans.editInput(plan, [
      { kind: 'describe', grid: half, name: '测试东半网格', households: 140 },
    ]);
    const answers = [];
    for (let i = 0; i < 2; i++)
      answers.push(
        await api.query<{ editBoundaryPlan: { plan: Plan; edits: { id: string }[] } }>(
          plans.documents.edit,
          input,
        ),
      );
    expect(answers[1]).toEqual(answers[0]);
    plan = answers[0]!.editBoundaryPlan.plan;
    expect(plan).toMatchObject({ version: 5, editCount: 2 });
  });

  it('merges, and takes staff and posts along when it is published', async () => {
    const merged = await plans.edit(plan, [
      { kind: 'merge', grids: [county.gridId(2, 0), county.gridId(3, 0)], into: county.gridId(2, 0) },
    ]);
    plan = merged.plan;
    expect(await plans.grids(plan.id)).toHaveLength(8);
    expect(await plans.stepRefusal(plan, 'APPROVED', { documentNumber: 'x' })).toContain('“draft”');
    const submitted = await plans.step(plan, 'SUBMITTED');
    expect(await plans.editRefusal(submitted, [splitDown(county.gridId(1, 0), 1, 0, newId())])).toContain(
      'only drafts',
    );
    expect(await plans.stepRefusal(submitted, 'SENT_BACK')).toContain('Say why');
    const back = await plans.step(submitted, 'SENT_BACK', { note: '请核实户数' });
    const again = await plans.edit(back, [{ kind: 'describe', grid: half, households: 145 }]);
    expect(again.plan.state).toBe('DRAFT');
    const resubmitted = await plans.step(again.plan, 'SUBMITTED');
    expect(
      await plans.stepRefusal(resubmitted, 'PUBLICISED', { publicisedFrom: '2026-11-08T00:00:00Z' }),
    ).toContain('first and the last day');
    const publicised = await plans.step(resubmitted, 'PUBLICISED', {
      publicisedFrom: '2026-11-01T00:00:00Z',
      publicisedTo: '2026-11-08T00:00:00Z',
    });
    expect(await plans.stepRefusal(publicised, 'APPROVED', { documentNumber: ' ' })).toContain('document');
    const approved = await plans.step(publicised, 'APPROVED', { documentNumber: '测政〔2026〕1号' });
    expect(await plans.stepRefusal(approved, 'PUBLISHED', { effectiveAt: '2026-01-01T00:00:00Z' })).toContain(
      'has passed',
    );
    plan = approved;
  });

  it('is in force from its date on, and not a moment before', async () => {
    const soon = new Date(Date.now() + 4000).toISOString();
    const versionsBefore = await countVersions();
    plan = await plans.step(plan, 'PUBLISHED', { effectiveAt: soon });
    expect(plan).toMatchObject({ state: 'PUBLISHED', isInForce: false });
    expect(new Date(plan.effectiveAt!).toISOString()).toBe(soon);
    const later = new Date(Date.parse(soon) + 1000).toISOString();
    const east = [0.75, 0.5] as const;
    expect(await plans.codeAt(...east)).toBe(county.gridCode(0, 0));
    expect(await plans.codeAt(...east, new Date(Date.parse(soon) - 1).toISOString())).toBe(
      county.gridCode(0, 0),
    );
    expect(await plans.codeAt(...east, soon)).toBe('990199001001009');
    expect(await plans.codeAt(3.5, 0.5, later)).toBe(county.gridCode(2, 0));
    expect(await plans.codeAt(3.5, 0.5)).toBe(county.gridCode(3, 0));
    // Two halves, the merged one, and neighbours that only got a vertex: nothing else has another version.
    expect((await countVersions()) - versionsBefore).toBeLessThanOrEqual(6);
    const revision = await readRevision();
    await expect.poll(async () => (await plans.plan(plan.id)).isInForce, { timeout: 15_000 }).toBe(true);
    // The clock's work: tiles anew, and everybody told.
    await expect.poll(readRevision, { timeout: 15_000 }).toBeGreaterThan(revision);
    expect(await plans.codeAt(...east)).toBe('990199001001009');
  });

  it('leaves incidents where they were and takes new ones into the new grids', async () => {
    const report = `mutation ($input: ReportIncidentInput!) { reportIncident(input: $input) { incident { grid { code } } } }`;
    const gridOfReport = async (occurredAt?: string) => {
      const data = await api.query<{ reportIncident: { incident: { grid: { code: string } } } }>(report, {
        input: {
          clientKey: newId(),
          kind: 'THEFT',
          source: 'CALL_110',
          longitude: 120.0075,
          latitude: 30.005,
          ...(occurredAt ? { occurredAt } : {}),
        },
      });
      return data.reportIncident.incident.grid.code;
    };
    expect(await gridOfReport()).toBe('990199001001009');
    expect(await gridOfReport('2026-01-05T00:00:00Z')).toBe(county.gridCode(0, 0));
  });

  it('writes descent, passes on posts, sums staff, and ends what vanished', async () => {
    const rows = await api.test.database.read(localViewer, async (session) => ({
      descent: await session.query(
        `SELECT c.code AS child, p.code AS parent, round(d.share::numeric, 3)::float8 AS share, round(d.share_of_parent::numeric, 3)::float8 AS of
         FROM territory_descent d JOIN territory c ON c.id = d.child_id JOIN territory p ON p.id = d.parent_id ORDER BY 1, 2`,
      ),
      ended: await session.query('SELECT code FROM territory WHERE ended_at IS NOT NULL'),
      posts: await session.query<{ code: string }>(
        `SELECT t.code FROM post_grid g JOIN territory t ON t.id = g.territory_id
         WHERE g.post_id = $1 AND tstzrange(g.valid_from, g.valid_to) @> now() ORDER BY 1`,
        [county.stationId],
      ),
      staff: await session.query(
        `SELECT t.code, s.count FROM grid_staff s JOIN territory t ON t.id = s.territory_id
         WHERE tstzrange(s.valid_from, s.valid_to) @> now() ORDER BY 1`,
      ),
      open: await session.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM territory_version WHERE level = 'GRID' AND valid_to IS NULL`,
      ),
      households: await session.query<{ level: string; households: number }>(
        `SELECT level::text, households FROM territory_now WHERE partition = 'SOCIAL' AND NOT is_leaf ORDER BY code`,
      ),
    }));
    expect(rows.descent).toEqual([
      { child: county.gridCode(2, 0), parent: county.gridCode(3, 0), share: 0.5, of: 1 },
      { child: '990199001001009', parent: county.gridCode(0, 0), share: 1, of: 0.5 },
    ]);
    expect(rows.ended).toEqual([{ code: county.gridCode(3, 0) }]);
    expect(rows.posts.map(({ code }) => code)).toContain('990199001001009');
    expect(rows.posts.map(({ code }) => code)).not.toContain(county.gridCode(3, 0));
    expect(rows.staff).toEqual([
      { code: county.gridCode(0, 0), count: 2 },
      { code: county.gridCode(2, 0), count: 7 },
    ]);
    expect(rows.open[0]!.count).toBe(8);
    // 300 … 303 in two rows were 2,412; the western half was 150 by area, the eastern counted 145, the merged one 605.
    expect(rows.households.map(({ households }) => households)).toEqual([2407, 2407, 2407]);
  });

  it('becomes history when a later one takes effect', async () => {
    const next = await plans.create();
    const edited = await plans.edit(next, [splitDown(county.gridId(1, 1), 1, 1, newId())]);
    const published = await plans.publish(edited.plan);
    expect(published).toMatchObject({ state: 'PUBLISHED', isInForce: true });
    expect(await plans.plan(plan.id)).toMatchObject({ state: 'HISTORY', isInForce: false });
    // The grid that ended keeps its code for ever, and so does the one after it.
    expect((await plans.edits(next.id))[0]!.codes[0]!.code).toBe('990199001001010');
  });

  const countVersions = async () => {
    const [row] = await api.test.database.read(localViewer, (session) =>
      session.query<{ count: number }>(`SELECT count(*)::int AS count FROM territory_version WHERE is_leaf`),
    );
    return row!.count;
  };
  const readRevision = async () => {
    const [row] = await api.test.database.read(localViewer, (session) =>
      session.query<{ value: number }>(`SELECT value FROM layer_revision WHERE layer = 'territory'`),
    );
    return row!.value;
  };
});

import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../kit/browser.js';
import { describeOnDatabase } from '../kit/databases.js';
import { seedCounty, type SeededCounty } from '../kit/seed.js';
import { serveSite, type Site } from './site.js';
import { expectText, mapSettled, viewOf } from './steps.js';
import {
  chooseTool,
  clickPlace,
  doDeed,
  dragPlace,
  expectPlan,
  isSaved,
  openPlan,
  pixelOf,
  planSeen,
  type Place,
} from './studio-steps.js';

/** The whole county of four by two cells. */
const VIEW = viewOf([120.02, 30.01], 13.7);
const GRID_AT = `query ($at: DateTime) { gridAt(longitude: 120.0222, latitude: 30.005, at: $at) { id code name } }`;

const create = async (site: Site, name: string): Promise<string> =>
  (
    await site.query<{ createBoundaryPlan: { id: string } }>(
      'mutation ($input: CreateBoundaryPlanInput!) { createBoundaryPlan(input: $input) { id } }',
      { input: { name, partition: 'SOCIAL' } },
    )
  ).createBoundaryPlan.id;

const gridAt = async (site: Site, at?: string): Promise<{ id: string; code: string; name: string }> =>
  (await site.query<{ gridAt: { id: string; code: string; name: string } }>(GRID_AT, { at })).gridAt;

/** Draws a line from place to place and finishes it; the parts are there to be looked at, or the reason why not. */
async function drawLine(page: Page, places: readonly Place[]): Promise<void> {
  for (const place of places) await clickPlace(page, place);
  await page.keyboard.press('Enter');
}

describeInBrowser('the boundary studio', (browser) => {
  describeOnDatabase('embedded', 'in a county of eight cells', (test) => {
    let county: SeededCounty;
    const site = serveSite(test, async (database) => {
      county = await seedCounty(database);
    });

    it('takes a plan from the first line drawn to boundaries in force', async () => {
      let planId = '';
      await browser.visit(`${site.url}/grids?${VIEW}`, async (page) => {
        await page.getByTestId('new-plan').click();
        await page.getByLabel('方案名称').fill('东片网格优化');
        await page.getByTestId('create-plan').click();
        await page.getByTestId('tool-split').waitFor();
        await expect.poll(() => new URL(page.url()).searchParams.get('plan')).toBeTruthy();
        planId = new URL(page.url()).searchParams.get('plan')!;
        await mapSettled(page);

        // The corner of four grids moves, and all four with it.
        await chooseTool(page, 'vertex');
        await dragPlace(page, [120.01, 30.01], [120.0112, 30.0112]);
        await expectPlan(site, planId, { editCount: 1, changedGridCount: 4 });
        // The line between two corners bends where it is taken.
        await dragPlace(page, [120.02, 30.005], [120.0188, 30.0052]);
        await expectPlan(site, planId, { editCount: 2 });

        await chooseTool(page, 'split');
        await drawLine(page, [
          [120.025, 29.9992],
          [120.0252, 30.005],
          [120.025, 30.0108],
        ]);
        await page.getByTestId('work-card').waitFor();
        await page.keyboard.press('Enter');
        await expectPlan(site, planId, { editCount: 3 });

        await chooseTool(page, 'merge');
        // The two parts are chosen still, and stand there to be merged again.
        await page.keyboard.press('Escape');
        await clickPlace(page, [120.005, 30.016]);
        await clickPlace(page, [120.016, 30.016]);
        await page.getByTestId('work-confirm').click();
        await expectPlan(site, planId, { editCount: 4 });
        await isSaved(page);

        // Everything can be taken back, and done again.
        for (const _ of [1, 2, 3, 4]) await page.keyboard.press('Control+z');
        await expectPlan(site, planId, { editCount: 0, undoneCount: 4, changedGridCount: 0 });
        for (const _ of [1, 2, 3, 4]) await page.keyboard.press('Control+Shift+Z');
        await expectPlan(site, planId, { editCount: 4, undoneCount: 0 });
        await isSaved(page);

        await page.getByTestId('panel-plan').click();
        await doDeed(page, 'submit');
        await expectText(page.getByTestId('read-only'), '不能修改');
        await doDeed(page, 'sendBack', () => page.getByLabel('退回意见').fill('新网格请起名'));
        await doDeed(page, 'submit');
        await doDeed(page, 'publicise');
        await doDeed(page, 'approve', () =>
          page.getByLabel('批文号', { exact: true }).fill('测政发〔2026〕1号'),
        );
        await expectPlan(site, planId, { state: 'APPROVED' });
      });

      const before = await gridAt(site);
      expect(before.id).toBe(county.gridId(2, 0));
      const instant = new Date().toISOString();
      await browser.visit(`${site.url}/grids?plan=${planId}&${VIEW}`, async (page) => {
        await page.getByTestId('panel-plan').click();
        await doDeed(page, 'publish');
      });
      const { grids, steps } = await planSeen(site, planId);
      expect(steps.map(({ to }) => to)).toEqual(
        expect.arrayContaining(['SUBMITTED', 'SENT_BACK', 'PUBLICISED', 'APPROVED', 'PUBLISHED']),
      );
      // The west part of what was one grid: after the date another than its east part, before it the same.
      const after = await gridAt(site);
      const east = await site.query<{ gridAt: { id: string } }>(
        '{ gridAt(longitude: 120.028, latitude: 30.005) { id } }',
      );
      expect(east.gridAt.id).not.toBe(after.id);
      expect(await gridAt(site, instant)).toMatchObject({ id: county.gridId(2, 0) });
      expect(grids).toHaveLength(8);
    });

    it('says why a line cannot be, where it is, and leaves the plan as it was', async () => {
      const planId = await create(site, '画错的线');
      await browser.visit(`${site.url}/grids?plan=${planId}&${VIEW}`, async (page) => {
        await openPlan(page, site, planId, VIEW);
        await chooseTool(page, 'split');
        await drawLine(page, [
          [120.0322, 30.003],
          [120.0362, 30.006],
        ]);
        await expectText(page.getByTestId('trouble'), '没有穿过');
        await page.keyboard.press('Escape');
        await chooseTool(page, 'merge');
        await clickPlace(page, [120.004, 30.004]);
        await clickPlace(page, [120.036, 30.004]);
        await expectText(page.getByTestId('trouble'), '没有公共边界');
        await page.keyboard.press('Escape');
        // A corner dragged through the opposite border springs back.
        await chooseTool(page, 'vertex');
        await dragPlace(page, [120.03, 30.01], [120.0362, 29.9975]);
        await expect.poll(() => page.getByTestId('trouble').count()).toBeGreaterThan(0);
        expect(await planSeen(site, planId)).toMatchObject({ editCount: 0, check: { isSound: true } });
      });
    });

    it('loses nothing when the browser dies in the middle of a drag, nor what was not yet sent', async () => {
      const planId = await create(site, '断电');
      await browser.visit(`${site.url}/grids?plan=${planId}&${VIEW}`, async (page) => {
        await openPlan(page, site, planId, VIEW);
        await chooseTool(page, 'vertex');
        await dragPlace(page, [120.03, 30.01], [120.0312, 30.0112]);
        await expectPlan(site, planId, { editCount: 1 });
        await isSaved(page);
        // What is done while the server is away is kept in the browser, and sent when the page is opened anew.
        await page.route('**/graphql', (route) => route.abort());
        await dragPlace(page, [120.0312, 30.0112], [120.0302, 30.0122]);
        await expect.poll(() => page.getByTestId('save-state').getAttribute('data-save')).toBe('offline');
        const { x, y } = await pixelOf(page, [120.0302, 30.0122]);
        await page.mouse.move(x, y);
        await page.mouse.down();
        await page.mouse.move(x + 40, y + 40, { steps: 3 });
        await page.unroute('**/graphql');
        await page.reload();
        await expectPlan(site, planId, { editCount: 2 });
        expect((await planSeen(site, planId)).check).toMatchObject({ isSound: true });
      }, { tolerate: [/Failed to load resource|net::ERR_FAILED/] }); // prettier-ignore
    });

    it('shows what another has drawn, and keeps both', async () => {
      const planId = await create(site, '两人同画');
      const { version } = await planSeen(site, planId);
      await browser.visit(`${site.url}/grids?plan=${planId}&${VIEW}`, async (page) => {
        await openPlan(page, site, planId, VIEW);
        const body = {
          label: '移动边界',
          changes: [{ kind: 'move', from: [1_200_300_000, 300_100_000], to: [1_200_310_000, 300_110_000] }],
        };
        await site.query(
          'mutation ($input: EditBoundaryPlanInput!) { editBoundaryPlan(input: $input) { plan { id } } }',
          { input: { planId, version, clientKey: 'another', by: '审核组', bodies: [body] } },
        );
        await expect
          .poll(() => page.getByTestId('undo').getAttribute('aria-label'), { timeout: 20_000 })
          .toContain('审核组');
        await chooseTool(page, 'vertex');
        await dragPlace(page, [120.031, 30.011], [120.0295, 30.0108]);
        await expectPlan(site, planId, { editCount: 2 });
      });
    });
  });
});

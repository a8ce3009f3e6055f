import { seedDemo } from '@maplebridge/server/demo/seed-demo';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { temporaryFiles } from '../api/import-support.js';
import { describeInBrowser } from '../kit/browser.js';
import { describeOnDatabase } from '../kit/databases.js';
import { portoStreets, seedPorto } from './porto.js';
import { serveSite, type Site } from './site.js';
import { expectText, mapSettled, searchOf } from './steps.js';

interface Tier {
  households: number;
  householdsTotal: number;
  roadMetres: number;
  roadMetresTotal: number;
}

const TIERS = `query ($input: CoverBoardInput!) {
  coverBoard(input: $input) { tiers { households householdsTotal roadMetres roadMetresTotal } } }`;
const tiersOf = async (site: Site, input: object) =>
  (await site.query<{ coverBoard: { tiers: Tier[] } }>(TIERS, { input })).coverBoard.tiers;
const percent = (share: number) =>
  share === 1 || share === 0 ? `${100 * share}%` : `${(Math.round(share * 1000) / 10).toFixed(1)}%`;

const cover = (page: Page): Locator => page.getByTestId('cover');
/** The shares of one row of the board, as they stand there. */
const sharesOf = (page: Page, tier: number): Promise<(string | null)[]> =>
  cover(page)
    .locator('.tier-table tbody')
    .nth(tier - 1)
    .locator('.tier-share b')
    .evaluateAll((cells) => cells.map((cell) => cell.textContent));

async function choosePost(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: '调整现有站点' }).click();
  await page.getByLabel('选择站点').fill(name);
  await page.locator('.choose-post .ui-row', { hasText: name }).first().click();
}

/** Goes to the worst gap by the table and checks that the map did. */
async function visitWorstGap(page: Page): Promise<void> {
  const gap = cover(page).locator('.gap-table tbody tr').first().getByRole('button');
  await gap.waitFor();
  const before = searchOf(page).view;
  await gap.click();
  await expect.poll(() => gap.getAttribute('aria-pressed')).toBe('true');
  await expect.poll(() => searchOf(page).view, { timeout: 20_000 }).not.toBe(before);
}

async function runSiting(page: Page): Promise<void> {
  await page.getByRole('button', { name: '开始选址' }).click();
  await expectText(page.getByTestId('siting-result'), /已证明最优|距最优不超过/);
  expect(await page.getByRole('list', { name: '推荐站点' }).locator('li').count()).toBeGreaterThan(0);
}

describeInBrowser('the 1-3-5 board', (browser) => {
  describeOnDatabase('embedded', 'in the demo county', (test) => {
    const site = serveSite(test, (database) => seedDemo(database), { simulated: true });

    it('opens by keys, has the numbers of the interface, and goes to a gap', async () => {
      await browser.visit(site.url, async (page) => {
        await mapSettled(page);
        await page.keyboard.press('g');
        await page.keyboard.press('c');
        await cover(page).locator('.tier-table').waitFor();
        const hour = new Date(Date.now() + 8 * 3_600_000).getUTCHours();
        const tiers = await tiersOf(site, { hour });
        for (const [i, tier] of tiers.entries())
          await expect
            .poll(async () => (await sharesOf(page, i + 1))[0])
            .toBe(percent(tier.households / tier.householdsTotal));
        await visitWorstGap(page);
        await expectText(cover(page), '模型与实测对照');
        await expectText(cover(page), /有到场记录的警情 [\d,]+ 起/);
        await page.getByTestId('explain').first().click();
        await page.getByText('三档力量', { exact: true }).waitFor();
      });
    });

    it('tries a post closed, keeps it as a scenario, and opens that by its link', async () => {
      const before = await tiersOf(site, { hour: 12 });
      let link = '';
      await browser.visit(`${site.url}/?cover=changes.12`, async (page) => {
        await mapSettled(page);
        await choosePost(page, '梅家埠村警务室');
        await page.getByRole('button', { name: '撤销该站点' }).click();
        await expectText(cover(page).locator('.change-list'), '撤销 梅家埠村警务室');
        await cover(page).locator('.tier-table .difference').first().waitFor();
        await page.getByRole('button', { name: '存为方案' }).click();
        await page.getByLabel('方案名称').fill('撤站试算');
        await page.getByRole('button', { name: '保存', exact: true }).click();
        await page.getByText('已保存方案“撤站试算”').waitFor();
        await expect.poll(() => searchOf(page).scenario ?? '').not.toBe('');
        link = page.url();
      });
      const scenarioId = new URL(link).searchParams.get('scenario');
      const after = await tiersOf(site, { hour: 12, scenarioId });
      expect(after[2]!.roadMetres).toBeLessThan(before[2]!.roadMetres);
      await browser.visit(link, async (page) => {
        await expectText(cover(page), '撤站试算');
        await expectText(cover(page).locator('.change-list'), '撤销 梅家埠村警务室');
        await expect
          .poll(async () => (await sharesOf(page, 3))[0])
          .toBe(percent(after[2]!.households / after[2]!.householdsTotal));
        await expect
          .poll(async () => (await sharesOf(page, 3))[1])
          .toBe(percent(after[2]!.roadMetres / after[2]!.roadMetresTotal));
      });
    });

    it('proposes sites, says how good they are at best, and tries them', async () => {
      await browser.visit(`${site.url}/?cover=siting.12`, async (page) => {
        await mapSettled(page);
        await runSiting(page);
        await page.getByRole('button', { name: '套用到推演' }).click();
        await expectText(cover(page).locator('.change-list'), /新增 /);
        await cover(page).locator('.tier-table .difference[data-good="true"]').first().waitFor();
      });
    });
  });

  describe.skipIf(!portoStreets)('on the real streets of Porto', () => {
    describeOnDatabase('embedded', 'with posts set by hand', (test) => {
      const file = temporaryFiles();
      const site = serveSite(test, (database) => seedPorto(database, file));
      const address = () => `${site.url}/?lang=zh-CN`;

      it('has a board by streets, since no households are known, with gaps to go to', async () => {
        const tiers = await tiersOf(site, { hour: 12 });
        expect(tiers[2]!.roadMetres).toBeGreaterThan(50_000);
        await browser.visit(`${address()}&cover=board.12`, async (page) => {
          await mapSettled(page);
          await expect
            .poll(async () => (await sharesOf(page, 3))[1])
            .toBe(percent(tiers[2]!.roadMetres / tiers[2]!.roadMetresTotal));
          await visitWorstGap(page);
        });
      });

      it('tries a new post where the map is, and is better for it', async () => {
        await browser.visit(`${address()}&cover=changes.12&view=14/41.136/-8.65`, async (page) => {
          await mapSettled(page);
          await page.getByRole('button', { name: '新增站点' }).click();
          await page.getByRole('button', { name: '取地图中心' }).click();
          await expectText(cover(page).locator('.change-list'), /新增 拟设联勤警务站 1/);
          await cover(page).locator('.tier-table .difference[data-good="true"]').first().waitFor();
        });
      });

      it('proposes sites for the incidents there were', async () => {
        await browser.visit(`${address()}&cover=siting.12`, async (page) => {
          await mapSettled(page);
          const weight = page.getByRole('slider', { name: '每起警情' });
          await weight.focus();
          await page.keyboard.press('End');
          await runSiting(page);
        });
      });
    });
  });
});

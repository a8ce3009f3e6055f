import { seedDemo } from '@maplebridge/server/demo/seed-demo';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../kit/browser.js';
import { describeOnDatabase } from '../kit/databases.js';
import { listViolations } from './accessible.js';
import { serveSite } from './site.js';
import {
  details,
  detailsName,
  expectText,
  mapSettled,
  overflowOf,
  searchOf,
  toggleLayer,
  withoutWebGl,
} from './steps.js';

const looks = [
  ['dark', 'zh-CN'],
  ['light', 'en'],
] as const;

/** What fades in is half transparent while it does. */
const still = { reducedMotion: 'reduce' } as const;

/** Looks at states of one page, and tells of all of them at once what axe found. */
function createInspection(page: Page) {
  const found: Record<string, string[]> = {};
  return {
    async see(state: string, excused: string[] = []): Promise<void> {
      const violations = await listViolations(page, excused);
      if (violations.length > 0) found[state] = violations;
    },
    expectClean: () => expect(found).toEqual({}),
  };
}

const search = (page: Page) => page.getByTestId('search').or(page.locator('.search-box input')).first();

async function find(page: Page, text: string): Promise<void> {
  await search(page).fill(text);
  await page.getByRole('option').filter({ hasText: text }).first().click();
}

const NAMES = `{
  posts(first: 1, filter: { kinds: [LIAISON_STATION] }) { edges { node { name } } }
  riskPoints(first: 1) { edges { node { name } } }
  units(first: 1) { edges { node { callSign } } }
}`;
type First<T> = { edges: { node: T }[] };

/** Ended yesterday: nothing is added to it, and it does not move with the clock. */
const to = new Date(Math.floor(Date.now() / 3_600_000 - 24) * 3_600_000).toISOString();
const week = `time=${new Date(Date.parse(to) - 7 * 24 * 3_600_000).toISOString()}~${to}`;

describeInBrowser('the look of the desk', (browser) => {
  describeOnDatabase('embedded', 'in the demo county', (test) => {
    const site = serveSite(test, (database) => seedDemo(database), { simulated: true });

    it.each(looks)('gives axe nothing serious to find, whatever is open (%s, %s)', async (theme, lang) => {
      const { posts, riskPoints, units } = await site.query<{
        posts: First<{ name: string }>;
        riskPoints: First<{ name: string }>;
        units: First<{ callSign: string }>;
      }>(NAMES);
      await browser.visit(
        `${site.url}/?theme=${theme}&lang=${lang}&time=7d`,
        async (page) => {
          const inspection = createInspection(page);
          await page.getByTestId('incident-row').first().waitFor();
          await inspection.see('desk');
          await page.getByTestId('incident-row').first().click();
          await detailsName(page).waitFor();
          await inspection.see('incident');
          const records = {
            grid: '990121001002003',
            post: posts.edges[0]!.node.name,
            riskPoint: riskPoints.edges[0]!.node.name,
            unit: units.edges[0]!.node.callSign,
          };
          for (const [kind, text] of Object.entries(records)) {
            await find(page, text);
            await expect.poll(() => details(page).getAttribute('data-kind')).toBe(kind);
            await inspection.see(kind);
          }
          await search(page).fill('枫');
          await page.getByRole('option').first().waitFor();
          // While the list is open the rest is hidden from screen readers; leaving the field closes the list.
          await inspection.see('search', ['aria-hidden-focus']);
          await page.keyboard.press('Escape');
          await page.keyboard.press('Escape');
          await page.getByTestId('time-range').click();
          await page.getByTestId('time-7d').waitFor();
          await inspection.see('time range');
          await page.keyboard.press('Escape');
          await page.keyboard.press('Control+k');
          await page.getByTestId('palette').waitFor();
          // The list scrolls with the arrow keys pressed in the field, which keeps the focus.
          await inspection.see('palette', ['scrollable-region-focusable']);
          await page.keyboard.press('Escape');
          await page.getByTestId('palette').waitFor({ state: 'hidden' });
          await page.locator('body').press('?');
          await page.getByTestId('keyboard-map').waitFor();
          await inspection.see('keyboard map');
          inspection.expectClean();
        },
        still,
      );
    });

    it.each(looks)('gives axe nothing serious to find on other screens (%s, %s)', async (theme, lang) => {
      const address = (path: string): string => `${site.url}${path}?theme=${theme}&lang=${lang}`;
      await browser.visit(address('/glossary'), async (page) => {
        const inspection = createInspection(page);
        await page.getByTestId('glossary-filter').waitFor();
        await inspection.see('glossary');
        await page.goto(address('/print'));
        await mapSettled(page);
        await inspection.see('print');
        await page.goto(address('/wall'));
        await page.getByTestId('wall-counts').waitFor();
        await inspection.see('wall');
        await page.goto(address('/'));
        await withoutWebGl(page);
        await page.getByTestId('in-view').first().waitFor();
        await inspection.see('without WebGL');
        inspection.expectClean();
      });
    });

    it('gives axe nothing serious to find on a phone', async () => {
      await browser.visit(
        site.url,
        async (page) => {
          const inspection = createInspection(page);
          await mapSettled(page);
          await inspection.see('map');
          await page.getByTestId('open-layers').click();
          await page.getByTestId('layer-incidents').waitFor();
          await inspection.see('layers');
          await page.getByTestId('open-list').click();
          await page.getByTestId('incident-row').first().click();
          await detailsName(page).waitFor();
          await inspection.see('details');
          inspection.expectClean();
        },
        { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
      );
    });

    it('asks for no tile it has not got when the theme or a layer is switched', async () => {
      await browser.visit(`${site.url}/?${week}`, async (page) => {
        const asked: string[] = [];
        page.on('request', (request) => {
          if (/\/tiles\/\w+\/\d/.test(request.url())) asked.push(request.url());
        });
        // From here on it is all in the browser's cache, for good: an address carries the revision of its tiles.
        await page.reload();
        await mapSettled(page);
        const known = new Set(asked);
        asked.length = 0;
        await page.getByTestId('theme').click();
        await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('light');
        await toggleLayer(page, 'stationJurisdictions');
        await mapSettled(page);
        expect(asked).toEqual([]);
        await toggleLayer(page, 'incidents');
        await mapSettled(page);
        await toggleLayer(page, 'incidents');
        await page.getByTestId('theme').click();
        await expect.poll(() => searchOf(page).layers).toMatch(/stationJurisdictions/);
        await mapSettled(page);
        expect(asked.filter((address) => !known.has(address))).toEqual([]);
      });
    });

    it('finds, opens and closes by keys alone', async () => {
      await browser.visit(site.url, async (page) => {
        await page.getByTestId('incident-row').first().waitFor();
        await page.keyboard.press('/');
        await expect
          .poll(() => search(page).evaluate((input) => input === document.activeElement))
          .toBe(true);
        await page.keyboard.type('990121001002003');
        await page.getByRole('option', { name: /990121001002003/ }).waitFor();
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        await expect.poll(() => details(page).getAttribute('data-kind'), { timeout: 10_000 }).toBe('grid');
        await detailsName(page).waitFor();
        // The search's own list may still be closing, which takes the first Escape.
        const escape = async (): Promise<number> => {
          await page.keyboard.press('Escape');
          return details(page).count();
        };
        await expect.poll(escape, { timeout: 5000, interval: 500 }).toBe(0);
        await page.keyboard.press('Control+k');
        await page.getByTestId('palette').waitFor();
        const palette = page.getByTestId('palette');
        await palette.locator('input:focus').waitFor();
        await page.keyboard.type('枫城派出所');
        await palette.getByRole('option', { name: /站所.*枫城派出所/ }).waitFor();
        // The station's land comes first, the station itself after it.
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        await expect.poll(() => details(page).getAttribute('data-kind'), { timeout: 10_000 }).toBe('post');
      });
    });

    it('explains its words in both languages, finds them and links to them', async () => {
      await browser.visit(`${site.url}/glossary#closedLoop`, async (page) => {
        await expectText(page.locator('#closedLoop'), '闭环');
        await expectText(page.locator('#closedLoop'), 'closed loop');
        await expect
          .poll(() => page.locator('#closedLoop').evaluate((term) => term.getBoundingClientRect().top))
          .toBeLessThan(200);
        await page.getByTestId('glossary-filter').fill('police grid');
        await expectText(page.getByTestId('glossary-count'), /^共 [1-9] 条术语$/);
        await expectText(page.locator('#policeGrid'), '警格');
        await page.getByTestId('glossary-filter').fill('没有这个词');
        await expectText(page.getByTestId('glossary-count'), '没有符合条件的术语');
        expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      });
    });

    it('says over the whole wall that its picture has stopped', async () => {
      await browser.visit(
        `${site.url}/wall`,
        async (page) => {
          const inspection = createInspection(page);
          await page.getByTestId('wall-counts').waitFor();
          expect(await page.getByTestId('wall-alarm').count()).toBe(0);
          await site.stop();
          await expectText(page.getByTestId('wall-alarm'), '画面停留在');
          await inspection.see('stopped wall');
          await site.start();
          await expect.poll(() => page.getByTestId('wall-alarm').count(), { timeout: 40_000 }).toBe(0);
          inspection.expectClean();
        },
        { viewport: { width: 1920, height: 1080 }, tolerate: [/ERR_CONNECTION|WebSocket|Failed to load/] },
      );
    });
  });

  describeOnDatabase('embedded', 'without any territory', (test) => {
    const site = serveSite(test, () => Promise.resolve());

    it.each(looks)('gives axe nothing serious to find (%s, %s)', async (theme, lang) => {
      await browser.visit(`${site.url}/?theme=${theme}&lang=${lang}`, async (page) => {
        const inspection = createInspection(page);
        await page.locator('.notice').first().waitFor();
        await inspection.see('empty desk');
        await page.goto(`${site.url}/wall?theme=${theme}&lang=${lang}`);
        await page.locator('.wall-wait .notice').waitFor();
        await inspection.see('empty wall');
        inspection.expectClean();
      });
    });
  });
});

import { seedDemo } from '@maplebridge/server/demo/seed-demo';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../kit/browser.js';
import { describeOnDatabase } from '../kit/databases.js';
import { serveSite, type Site } from './site.js';
import {
  connection,
  countColours,
  details,
  detailsName,
  expectSearch,
  expectText,
  listClippedTexts,
  listNamelessControls,
  mapSettled,
  overflowOf,
  pressMiddleOfMap,
  searchOf,
  toggleLayer,
  viewOf,
} from './steps.js';

interface Named {
  id: string;
  name: string;
  code: string;
  anchor: { coordinates: [number, number] };
}

const GRID = `query ($text: String!) { grids(first: 1, filter: { text: $text }) { edges { node { id name code anchor } } } }`;

async function findGrid(site: Site, code: string): Promise<Named> {
  const { grids } = await site.query<{ grids: { edges: { node: Named }[] } }>(GRID, { text: code });
  return grids.edges[0]!.node;
}

const COUNTS = `query ($from: DateTime!, $to: DateTime!) {
  incidents(first: 1, filter: { from: $from, to: $to }) { totalCount }
  urgent: incidents(first: 1, filter: { from: $from, to: $to, priorities: [1] }) { totalCount }
  red: riskPoints(first: 1, filter: { levels: [RED] }) { totalCount }
  orange: riskPoints(first: 1, filter: { levels: [ORANGE] }) { totalCount }
  stations: posts(first: 1, filter: { kinds: [STATION] }) { totalCount }
  liaisonStations: posts(first: 1, filter: { kinds: [LIAISON_STATION] }) { totalCount }
  social: grids(first: 1, filter: { partition: SOCIAL }) { totalCount }
  police: grids(first: 1, filter: { partition: POLICE }) { totalCount }
}`;

type Counts = Record<
  'incidents' | 'urgent' | 'red' | 'orange' | 'stations' | 'liaisonStations' | 'social' | 'police',
  { totalCount: number }
>;

/** A week that ended yesterday: nothing is added to it while the tests run. */
const to = new Date(Math.floor(Date.now() / 3_600_000 - 24) * 3_600_000).toISOString();
const from = new Date(Date.parse(to) - 7 * 24 * 3_600_000).toISOString();
const week = `time=${from}~${to}`;

describeInBrowser('the demo county', (browser) => {
  describeOnDatabase('embedded', 'on the desk and on the wall', (test) => {
    const site = serveSite(test, (database) => seedDemo(database), { simulated: true });

    it('is shown with its name, marked as simulated, and its legend counts what the interface counts', async () => {
      const counts = await site.query<Counts>(COUNTS, { from, to });
      await browser.visit(`${site.url}/?${week}`, async (page) => {
        await expectText(page.getByTestId('county-name'), '枫溪县');
        await expectText(page.getByTestId('simulated'), '模拟数据');
        const entry = (layer: string, label: string) =>
          page
            .getByTestId(`layer-${layer}`)
            .locator('.legend-entry', { has: page.getByText(label, { exact: true }) })
            .locator('b');
        const expectCount = (layer: string, label: string, { totalCount }: { totalCount: number }) =>
          expectText(entry(layer, label), new RegExp(`^${totalCount.toLocaleString('en')}$`));
        expect(counts.incidents.totalCount).toBeGreaterThan(1000);
        await expectCount('incidents', '网格内警情事件数', counts.incidents);
        await expectCount('riskPoints', '红色风险', counts.red);
        await expectCount('riskPoints', '橙色风险', counts.orange);
        await expectCount('posts', '派出所', counts.stations);
        await expectCount('posts', '联勤警务站', counts.liaisonStations);
        await expectCount('grids', '网格界', counts.social);
        await page.getByRole('radio', { name: '警格' }).click();
        await expectCount('grids', '警格界', counts.police);
        expect([counts.social.totalCount, counts.police.totalCount]).toEqual([100, 20]);
      });
    });

    it('draws streets, water and land by its own tiles', async () => {
      const { anchor } = await findGrid(site, '990121001002003');
      await browser.visit(`${site.url}/?layers=&${viewOf(anchor.coordinates, 14)}`, async (page) => {
        await mapSettled(page);
        const { colours, commonest } = await countColours(page, page.getByTestId('map'));
        expect(colours).toBeGreaterThan(30);
        expect(commonest).toBeLessThan(0.8);
      });
    });

    it('tells about the grid that was pressed on the map', async () => {
      const { anchor, name, code } = await findGrid(site, '990121001002003');
      await browser.visit(`${site.url}/?layers=grids&${viewOf(anchor.coordinates, 16)}`, async (page) => {
        await mapSettled(page);
        await pressMiddleOfMap(page);
        await expectText(detailsName(page), name);
        await expectText(details(page), code);
        await page.keyboard.press('Escape');
        await expect.poll(() => details(page).count()).toBe(0);
      });
    });

    it('finds by name and by code, goes there, selects, and says so in the address', async () => {
      const grid = await findGrid(site, '990121001002003');
      await browser.visit(site.url, async (page) => {
        await mapSettled(page);
        const search = page.getByRole('combobox', { name: '搜索名称或编码' });
        await search.fill('枫城派出所');
        await page
          .getByRole('option', { name: /站所.*枫城派出所/ })
          .first()
          .click();
        await expectText(detailsName(page), '枫城派出所');
        await expect.poll(() => searchOf(page).selected, { timeout: 20_000 }).toMatch(/^post:/);
        await expect
          .poll(() => Number(searchOf(page).view?.split('/')[0]), { timeout: 20_000 })
          .toBeGreaterThan(15);
        await search.fill(grid.code);
        await page.getByRole('option', { name: new RegExp(grid.code) }).click();
        await expectText(detailsName(page), grid.name);
        await expectSearch(page, { selected: `grid:${grid.id}` });
        const distance = () => {
          const [, latitude, longitude] = (searchOf(page).view ?? '').split('/').map(Number);
          return Math.hypot(longitude! - grid.anchor.coordinates[0], latitude! - grid.anchor.coordinates[1]);
        };
        await expect.poll(distance, { timeout: 20_000 }).toBeLessThan(0.01);
        await search.fill('没有这样的地方');
        await page.getByText('没有找到匹配的结果').waitFor();
      });
    });

    it('keeps layers and time in the address, and after a reload', async () => {
      await browser.visit(site.url, async (page) => {
        await mapSettled(page);
        await toggleLayer(page, 'riskPoints');
        await toggleLayer(page, 'coverage');
        await page.getByTestId('time-range').click();
        await page.getByTestId('time-7d').click();
        await expect.poll(() => searchOf(page).layers).toMatch(/coverage/);
        await expectSearch(page, { time: '7d' });
        expect(searchOf(page).layers).not.toMatch(/riskPoints/);
        await page.reload();
        await expectText(page.getByTestId('time-range'), '近 7 天');
        const isOn = (name: string) => page.getByRole('switch', { name }).isChecked();
        await expect.poll(() => isOn('巡逻覆盖')).toBe(true);
        expect(await isOn('风险点')).toBe(false);
        expect(await isOn('警情事件')).toBe(true);
      });
    });

    it('speaks Chinese and English, in dark and in light', async () => {
      await browser.visit(site.url, async (page) => {
        const html = page.locator('html');
        const background = () =>
          page.locator('.desk-bar').evaluate((bar) => getComputedStyle(bar).backgroundColor);
        await expectText(page.getByTestId('layer-units'), '巡逻单元');
        expect(await html.getAttribute('lang')).toBe('zh-CN');
        const dark = await background();
        await page.getByRole('button', { name: 'Switch to English' }).click();
        await expectText(page.getByTestId('layer-units'), 'Patrol units');
        expect(await html.getAttribute('lang')).toBe('en');
        await expectText(page.getByTestId('county-name'), 'Fengxi');
        await page.getByTestId('theme').click();
        await expect.poll(background).not.toBe(dark);
        await expectSearch(page, { lang: 'en', theme: 'light' });
        await page.goto(site.url);
        await expectText(page.getByTestId('layer-units'), 'Patrol units');
        expect(await html.getAttribute('data-theme')).toBe('light');
        await page.getByRole('button', { name: '切换为中文' }).click();
        await expectText(page.getByTestId('layer-units'), '巡逻单元');
        expect(await html.getAttribute('lang')).toBe('zh-CN');
      });
    });

    it.each(['zh-CN', 'en'])(
      'cuts off no text of its panels and names every control (%s)',
      async (language) => {
        await browser.visit(`${site.url}/?lang=${language}`, async (page) => {
          await page.getByTestId('incident-row').first().waitFor();
          const panels =
            '.desk-bar *, .desk-layers *, .tab-list *, .incident-row-side *, .incident-row-title *';
          expect(await listClippedTexts(page, panels)).toEqual([]);
          expect(await listNamelessControls(page)).toEqual([]);
          expect(await overflowOf(page)).toBeLessThanOrEqual(0);
          await page.getByTestId('incident-row').first().click();
          await detailsName(page).waitFor();
          expect(await listClippedTexts(page, '.details-panel *')).toEqual([]);
          expect(await listNamelessControls(page)).toEqual([]);
        });
      },
    );

    it('can be worked with the keyboard alone, and shows where it is', async () => {
      await browser.visit(site.url, async (page) => {
        await page.getByTestId('incident-row').first().waitFor();
        await mapSettled(page);
        const focused = () =>
          page.evaluate(() => {
            const element = document.activeElement!;
            // A switch is an invisible field in the label that is seen.
            const seen = element.closest('label') ?? element;
            const shown = [
              seen,
              ...seen.querySelectorAll('*'),
              ...(element.parentElement ? [element.parentElement] : []),
            ];
            return {
              place: [
                'search-box',
                'time-range-picker',
                'desk-layers',
                'desk-map',
                'tab-list',
                'incident-list',
              ].find((name) => element.closest(`.${name}`)),
              isSeen: shown.some((each) => {
                const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
                return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
              }),
            };
          });
        const order: string[] = [];
        for (let presses = 0; presses < 60 && order.at(-1) !== 'incident-list'; presses++) {
          await page.keyboard.press('Tab');
          const { place, isSeen } = await focused();
          if (place && order.at(-1) !== place) order.push(place);
          expect(isSeen, `focus cannot be seen after ${presses + 1} presses, in ${place}`).toBe(true);
        }
        expect(order).toEqual(['search-box', 'desk-layers', 'desk-map', 'tab-list', 'incident-list']);
        await page.keyboard.press('Enter');
        await detailsName(page).waitFor();
        await page.keyboard.press('Escape');
        await expect.poll(() => details(page).count()).toBe(0);
        // Back where one came from, not at the top of the page.
        await expect.poll(async () => (await focused()).place).toBe('incident-list');
      });
    });

    it('fits a phone', async () => {
      await browser.visit(
        site.url,
        async (page) => {
          await mapSettled(page);
          expect(await overflowOf(page)).toBeLessThanOrEqual(0);
          await page.getByTestId('open-list').click();
          await page.getByTestId('incident-row').first().click();
          await detailsName(page).waitFor();
          expect(await overflowOf(page)).toBeLessThanOrEqual(0);
          await page.getByTestId('details-close').click();
          await page.getByRole('region', { name: '列表' }).getByRole('button', { name: '收起' }).click();
          await page.getByTestId('open-layers').click();
          await toggleLayer(page, 'riskPoints');
          expect(await overflowOf(page)).toBeLessThanOrEqual(0);
        },
        { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
      );
    });

    it('briefs from the wall, where nothing can be touched', async () => {
      const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
      const counts = await site.query<Counts>(COUNTS, {
        from: `${today}T00:00:00+08:00`,
        to: new Date(Date.now() + 3_600_000).toISOString(),
      });
      await browser.visit(
        `${site.url}/wall`,
        async (page) => {
          await expectText(page.getByTestId('county-name'), '枫溪县');
          await expectText(connection(page), '实时');
          const urgent = page.getByTestId('wall-counts').locator('[data-priority="1"] dd');
          await expectText(urgent, new RegExp(`^${counts.urgent.totalCount}$`));
          await expectText(page.getByTestId('wall-urgent'), '最新紧急警情');
          await mapSettled(page);
          expect(await page.locator('button, input, a, select, [tabindex="0"]').count()).toBe(0);
          expect(await overflowOf(page)).toBeLessThanOrEqual(0);
          const { colours } = await countColours(page, page.getByTestId('map'));
          expect(colours).toBeGreaterThan(100);
          const height = await page
            .getByTestId('wall-legend')
            .locator('span')
            .last()
            .evaluate((text) => parseFloat(getComputedStyle(text).fontSize));
          // 16 arc-minutes at five metres on a 65-inch screen are 1.65 % of its width; text is somewhat larger than its capitals.
          expect(height).toBeGreaterThanOrEqual(1920 * 0.0165);
        },
        { viewport: { width: 1920, height: 1080 } },
      );
    });
  });
});

import { localViewer, type Database } from '@maplebridge/server/database/index';
import { ensurePartition } from '@maplebridge/server/database/partitions';
import { requireCounty } from '@maplebridge/server/county/county.service';
import { storeIncidents } from '@maplebridge/server/incidents/store-incidents';
import { storePosts } from '@maplebridge/server/posts/store-posts';
import { GridFinder, loadLeafVersions } from '@maplebridge/server/territory/grid-finder';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../kit/browser.js';
import { describeOnDatabase } from '../kit/databases.js';
import { middleOf, seedCounty } from '../kit/seed.js';
import { listEscaped, listLostTexts } from './accessible.js';
import { serveSite } from './site.js';
import { detailsName, expectText, mapSettled, overflowOf, viewOf } from './steps.js';

const long = '枫桥镇望枫桥东堍第二临时联勤警务站暨群众求助服务点（原东门直街四十八号旧址北侧）';
const names = {
  long,
  rightToLeft: 'مركز شرطة الجسر الشمالي',
  emoji: '枫🍁桥🚓警务站👮🏽‍♀️',
  unbroken: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
};

async function seedOddCounty(database: Database): Promise<void> {
  const now = Date.now();
  await ensurePartition(database, 'incident', new Date());
  const seeded = await seedCounty(database);
  await database.write(localViewer, async (session) => {
    const finder = new GridFinder(await loadLeafVersions(session));
    const county = await requireCounty(session);
    await session.execute('UPDATE territory_version SET name = $1 WHERE code = $2', [
      long,
      seeded.gridCode(0, 0),
    ]);
    await session.execute('UPDATE unit SET call_sign = $1', [names.rightToLeft]);
    await storePosts(
      session,
      seeded.countyId,
      Object.values(names).map((name, i) => ({
        kind: 'LIAISON_STATION' as const,
        code: `L${i}`,
        name,
        address: name,
        place: [middleOf(i, 1).longitude, middleOf(i, 1).latitude] as [number, number],
        openAroundTheClock: true,
        gridIds: [seeded.gridId(i, 1)],
      })),
      finder,
    );
    await storeIncidents(
      session,
      [...Object.values(names), null].map((address, i) => ({
        number: `TEST-${i}`,
        kind: 'FIGHT',
        sensitivity: 'OPEN' as const,
        source: 'IMPORT' as const,
        status: 'HANDLING' as const,
        priority: 1,
        reportedAt: now - i * 1000,
        occurredAt: now - i * 1000,
        occurredPrecision: 'INSTANT' as const,
        longitude: middleOf(0, 0).longitude,
        latitude: middleOf(0, 0).latitude,
        address,
        description: address,
      })),
      finder,
      { county, simulated: false, importRunId: null },
    );
  });
}

describeInBrowser('names nobody expected', (browser) => {
  describeOnDatabase('embedded', 'in a small county', (test) => {
    const site = serveSite(test, seedOddCounty);
    const view = viewOf([120.02, 30.01], 14);

    it.each([
      ['zh-CN', { width: 1440, height: 900 }, '100%'],
      ['en', { width: 320, height: 640 }, '100%'],
      ['zh-CN', { width: 1280, height: 1024 }, '400%'],
      ['en', { width: 7680, height: 2160 }, '100%'],
    ] as const)(
      'neither push anything off the screen nor get lost (%s, %o, text %s)',
      async (lang, viewport, text) => {
        await browser.visit(
          `${site.url}/?lang=${lang}&layers=posts,grids&${view}`,
          async (page) => {
            await page.evaluate((size) => (document.documentElement.style.fontSize = size), text);
            await page.getByTestId('county-name').waitFor();
            if (viewport.width >= 700) {
              await page.getByTestId('incident-row').first().click();
              await detailsName(page).waitFor();
            } else {
              await mapSettled(page);
            }
            expect(await overflowOf(page)).toBeLessThanOrEqual(0);
            expect(await listEscaped(page)).toEqual([]);
            expect(await listLostTexts(page)).toEqual([]);
          },
          { viewport },
        );
      },
    );

    it('stand in the details as they were given', async () => {
      await browser.visit(`${site.url}/?layers=posts&${view}`, async (page) => {
        for (const name of Object.values(names)) {
          await page.locator('.search-box input').fill(name);
          await page.getByRole('option').filter({ hasText: name }).first().click();
          await expectText(detailsName(page), name);
          expect(await listLostTexts(page, '[data-testid="details-panel"] *')).toEqual([]);
          expect(await overflowOf(page)).toBeLessThanOrEqual(0);
        }
      });
    });

    it.each(['layers=', 'layers=incidents&time=2020-01-01T00:00:00Z~2020-01-02T00:00:00Z'])(
      'leave a map with nothing on it as it should be (%s)',
      async (search) => {
        await browser.visit(`${site.url}/?${search}&${view}`, async (page) => {
          await mapSettled(page);
          if (search.includes('time')) await page.getByText('该时段内没有警情事件').waitFor();
          expect(await overflowOf(page)).toBeLessThanOrEqual(0);
          expect(await listLostTexts(page)).toEqual([]);
        });
      },
    );

    it.each([
      { width: 2160, height: 3840 },
      { width: 7680, height: 2160 },
      { width: 1920, height: 1080 },
    ])('fit every wall, in letters that are read from five metres (%o)', async (viewport) => {
      await browser.visit(
        `${site.url}/wall`,
        async (page) => {
          await page.getByTestId('wall-urgent').locator('li').first().waitFor();
          expect(await overflowOf(page)).toBeLessThanOrEqual(0);
          expect(await listEscaped(page)).toEqual([]);
          const smallest = await page.locator('.wall').evaluate((wall) =>
            Math.min(
              ...[...wall.querySelectorAll<HTMLElement>('*')]
                .filter((element) =>
                  [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()),
                )
                .filter((element) => element.checkVisibility())
                .map((element) => parseFloat(getComputedStyle(element).fontSize)),
            ),
          );
          const { width, height } = viewport;
          const screenWidth = Math.min(Math.max(width, height), (Math.min(width, height) * 16) / 9);
          expect(smallest).toBeGreaterThanOrEqual(0.0164 * screenWidth);
        },
        { viewport },
      );
    });
  });
});

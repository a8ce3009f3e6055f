import { seedDemo } from '@maplebridge/server/demo/seed-demo';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { temporaryFiles } from '../api/import-support.js';
import { describeInBrowser } from '../kit/browser.js';
import { describeOnDatabase } from '../kit/databases.js';
import { portoStreets, seedPorto } from './porto.js';
import { serveSite, type Site } from './site.js';
import { countColours, details, detailsName, expectText, mapSettled, viewOf } from './steps.js';

interface Place {
  id: string;
  name: string;
  location: { coordinates: [number, number] };
}

const POST = `query ($text: String!) { posts(first: 1, filter: { text: $text }) { edges { node { id name location } } } }`;
async function findPost(site: Site, text: string): Promise<Place> {
  const { posts } = await site.query<{ posts: { edges: { node: Place }[] } }>(POST, { text });
  return posts.edges[0]!.node;
}

/** Presses "reach" in the details of a post and waits for the figures. */
async function askReach(page: Page): Promise<string[][]> {
  await page.getByTestId('reach-from').click();
  const figures = page.getByTestId('reach-figures');
  await figures.waitFor();
  await expect.poll(() => page.getByTestId('reach-result').getAttribute('aria-busy')).toBe('false');
  return figures
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('td b')].map((cell) => cell.textContent)),
    );
}

describeInBrowser('reach and the nearest help', (browser) => {
  describeOnDatabase('embedded', 'in the demo county', (test) => {
    const site = serveSite(test, (database) => seedDemo(database), { simulated: true });

    it('says who is nearest to an incident, why, and what sending them costs', async () => {
      const { incidents } = await site.query<{ incidents: { edges: { node: Place }[] } }>(
        `{ incidents(first: 1, filter: { located: true, sources: [CALL_110], statuses: [CLOSED] }) { edges { node { id location } } } }`,
      );
      const { id, location } = incidents.edges[0]!.node;
      const [longitude, latitude] = location.coordinates;
      const { nearestUnits } = await site.query<{
        nearestUnits: { unit: { callSign: string }; travelSeconds: number }[];
      }>(
        `{ nearestUnits(longitude: ${longitude}, latitude: ${latitude}, first: 3) { unit { callSign } travelSeconds } }`,
      );
      await browser.visit(
        `${site.url}/?selected=incident:${id}&${viewOf(location.coordinates, 15)}`,
        async (page) => {
          await mapSettled(page);
          await page.getByTestId('incident-nearest').click();
          const rows = page.getByTestId('nearest').locator('.nearest-row');
          await rows.first().waitFor();
          const { callSign } = nearestUnits[0]!.unit;
          await expectText(rows.first(), callSign);
          const seconds = Math.round(nearestUnits[0]!.travelSeconds);
          await expectText(
            rows.first(),
            `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`,
          );
          await rows.first().click();
          await expectText(page.getByTestId('nearest'), /可派单元中最快|最快/);
          await page.getByRole('button', { name: '查看全程' }).click();
          await mapSettled(page);
          await page.getByTestId('explain').first().click();
          await page.getByText('“派出后缺防”怎么算').waitFor();
        },
      );
    });

    it('colours the streets reached from a post, with the figures of the interface, and by link again', async () => {
      const station = await findPost(site, '枫城派出所');
      const selected = `${site.url}/?selected=post:${station.id}&layers=&${viewOf(station.location.coordinates, 13)}`;
      let link = '';
      await browser.visit(selected, async (page) => {
        await mapSettled(page);
        await expectText(detailsName(page), '枫城派出所');
        const plain = await countColours(page, page.getByTestId('map'));
        const figures = await askReach(page);
        const hour = new Date(Date.now() + 8 * 3_600_000).getUTCHours();
        const { reach } = await site.query<{ reach: { households: number; riskPoints: number }[] }>(
          `{ reach(origins: ["${station.id}"], seconds: [60, 180, 300], hour: ${hour}) { households riskPoints } }`,
        );
        expect(figures.map(([, households]) => households)).toEqual(
          reach.map(({ households }) => households.toLocaleString('en')),
        );
        await mapSettled(page);
        await page.getByTestId('reach-legend').waitFor();
        const coloured = await countColours(page, page.getByTestId('map'));
        expect(coloured.colours).toBeGreaterThan(plain.colours);
        link = page.url();
      });
      expect(new URL(link).search).toMatch(/reach/);
      await browser.visit(link, async (page) => {
        await page.getByTestId('reach-figures').waitFor();
        await page.getByTestId('reach-close').click();
        await expect.poll(() => page.getByTestId('reach-legend').count()).toBe(0);
      });
    });

    it('finds places by pinyin, initials and house number', async () => {
      await browser.visit(site.url, async (page) => {
        await mapSettled(page);
        const search = page.getByTestId('search');
        for (const [text, found] of [
          ['rmzl', /道路.*人民中路/],
          ['renmin zhonglu', /道路.*人民中路/],
          ['wfgclq', /站所.*万枫广场联勤警务站/],
          ['人民中路346号', /地址.*人民中路346号/],
        ] as const) {
          await search.fill(text);
          await page.getByRole('option', { name: found }).first().waitFor();
        }
        await page.getByRole('option', { name: /地址/ }).first().click();
        await expect
          .poll(() => Number(new URL(page.url()).searchParams.get('view')?.split('/')[0]))
          .toBeGreaterThan(14);
      });
    });

    it('shows the hours of a volunteer team and when somebody was first on the scene', async () => {
      const team = await findPost(site, '解放路商业街夜间联防队');
      await browser.visit(`${site.url}/?selected=post:${team.id}`, async (page) => {
        await expectText(details(page), '20:00–00:30');
        await expectText(details(page), '群防群治队伍');
      });
      const { incidents } = await site.query<{
        incidents: { edges: { node: { id: string; firstArrivedAt: string | null } }[] };
      }>(
        '{ incidents(first: 50, filter: { sources: [CALL_110], statuses: [CLOSED] }) { edges { node { id firstArrivedAt } } } }',
      );
      const arrived = incidents.edges.find(({ node }) => node.firstArrivedAt !== null)!.node;
      await browser.visit(`${site.url}/?selected=incident:${arrived.id}`, (page) =>
        expectText(details(page), '首到现场'),
      );
    });
  });

  describe.skipIf(!portoStreets)('on the real streets of Porto', () => {
    describeOnDatabase('embedded', 'with posts set by hand', (test) => {
      const file = temporaryFiles();
      const site = serveSite(test, (database) => seedPorto(database, file));

      it('colours what is reached from a station, more with more minutes', async () => {
        const station = await findPost(site, 'Esquadra do Bonfim');
        await browser.visit(
          `${site.url}/?lang=zh-CN&selected=post:${station.id}&${viewOf(station.location.coordinates, 14)}`,
          async (page) => {
            await mapSettled(page);
            const figures = await askReach(page);
            const kilometres = figures.map(([street]) => Number.parseFloat(street!.replaceAll(',', '')));
            expect(kilometres.every((value, i) => value > 0 && (i === 0 || value > kilometres[i - 1]!))).toBe(
              true,
            );
            await mapSettled(page);
            const { colours } = await countColours(page, page.getByTestId('map'));
            expect(colours).toBeGreaterThan(30);
          },
        );
      });

      it('finds a street by the initials of its words', async () => {
        await browser.visit(`${site.url}/?lang=zh-CN`, async (page) => {
          await page.getByTestId('search').fill('ruadesantacatarina');
          await page
            .getByRole('option', { name: /Rua de Santa Catarina/ })
            .first()
            .waitFor();
        });
      });
    });
  });
});

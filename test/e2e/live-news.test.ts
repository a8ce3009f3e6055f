import { localViewer, type Database, type Session } from '@maplebridge/server/database/index';
import { ensurePartition } from '@maplebridge/server/database/partitions';
import { requireCounty } from '@maplebridge/server/county/county.service';
import { recordEvent } from '@maplebridge/server/events/record-event';
import { storeIncidents } from '@maplebridge/server/incidents/store-incidents';
import { GridFinder, loadLeafVersions } from '@maplebridge/server/territory/grid-finder';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../kit/browser.js';
import { describeOnDatabase } from '../kit/databases.js';
import { middleOf, seedCounty, type SeededCounty } from '../kit/seed.js';
import { serveSite, type Site } from './site.js';
import {
  connection,
  countColours,
  details,
  detailsName,
  expectText,
  mapSettled,
  overflowOf,
  pressMiddleOfMap,
  viewOf,
} from './steps.js';

const REPORT = `mutation ($input: ReportIncidentInput!) { reportIncident(input: $input) { incident { id number } } }`;
const POSITIONS = `mutation ($input: [PositionInput!]!) { reportPositions(input: $input) { accepted } }`;
const STATE = `mutation ($unitId: ID!, $state: UnitState!) { setUnitState(unitId: $unitId, state: $state) { id } }`;

let made = 0;

async function report(site: Site, kind: string, column: number, row: number): Promise<string> {
  const input = { clientKey: `news-${++made}`, kind, source: 'CALL_110', ...middleOf(column, row) };
  const { reportIncident } = await site.query<{ reportIncident: { incident: { id: string } } }>(REPORT, {
    input,
  });
  return reportIncident.incident.id;
}

/** Stores an incident as an import does: without an event of its own. */
async function storeSilently(
  session: Session,
  address: string,
  place: { longitude: number; latitude: number } | null = null,
): Promise<void> {
  const finder = new GridFinder(await loadLeafVersions(session));
  const now = Date.now();
  await storeIncidents(
    session,
    [
      {
        number: `TEST-${++made}`,
        kind: 'NOISE',
        sensitivity: 'OPEN',
        source: 'IMPORT',
        status: 'CLOSED',
        priority: 3,
        reportedAt: now,
        occurredAt: now,
        occurredPrecision: 'DATE',
        longitude: place?.longitude ?? null,
        latitude: place?.latitude ?? null,
        address,
        description: null,
      },
    ],
    finder,
    { county: await requireCounty(session), simulated: false, importRunId: null },
  );
}

const longName = '枫桥镇🌉望枫桥东堍第二临时联勤警务站暨群众求助服务点（原东门直街四十八号旧址🚓👮）';

let seeded: SeededCounty;

async function seedSmallCounty(database: Database): Promise<void> {
  await ensurePartition(database, 'incident', new Date());
  seeded = await seedCounty(database);
}

const rows = (page: Page) => page.getByTestId('incident-row');
const middle = (column: number, row: number): [number, number] => {
  const { longitude, latitude } = middleOf(column, row);
  return [longitude, latitude];
};

describeInBrowser('news from the server', (browser) => {
  describeOnDatabase('embedded', 'without a reload', (test) => {
    const site = serveSite(test, seedSmallCounty);

    it('puts a new incident on the list and on the map', async () => {
      const address = `${site.url}/?layers=incidents,grids&${viewOf(middle(1, 1), 15)}`;
      await browser.visit(address, async (page) => {
        await mapSettled(page);
        await page.getByText('该时段内没有警情事件').waitFor();
        const id = await report(site, 'FIGHT', 1, 1);
        await page.locator(`[data-incident-id="${id}"]`).waitFor();
        await expectText(page.locator('.incident-list-total'), '共 1 条');
        await expect
          .poll(
            async () => {
              await pressMiddleOfMap(page);
              return details(page).getAttribute('data-kind', { timeout: 5000 });
            },
            { timeout: 30_000 },
          )
          .toBe('incident');
        await expectText(detailsName(page), '打架');
      });
    });

    it('offers a choice where several things lie on one spot', async () => {
      await report(site, 'NOISE', 3, 0);
      await report(site, 'LOST_PROPERTY', 3, 0);
      const address = `${site.url}/?layers=incidents,grids&${viewOf(middle(3, 0), 16)}`;
      await browser.visit(address, async (page) => {
        await mapSettled(page);
        await pressMiddleOfMap(page);
        const choice = page.getByTestId('stack-choice');
        await expectText(choice, '此处共有 3 项');
        const before = await detailsName(page).innerText();
        await choice.getByRole('button').nth(1).click();
        await expect.poll(() => detailsName(page).innerText()).not.toBe(before);
        await choice.getByRole('button', { name: /网格/ }).click();
        await expectText(detailsName(page), '测试社区第4网格');
      });
    });

    it('moves a unit that reported where it is', async () => {
      await site.query(STATE, { unitId: seeded.unitId, state: 'PATROLLING' });
      const moveTo = (column: number, row: number, speedMetresPerSecond: number) =>
        site.query(POSITIONS, {
          input: [
            {
              unitId: seeded.unitId,
              ...middleOf(column, row),
              recordedAt: new Date().toISOString(),
              speedMetresPerSecond,
            },
          ],
        });
      await moveTo(0, 0, 5);
      await browser.visit(`${site.url}/?layers=units&${viewOf(middle(2, 1), 15)}`, async (page) => {
        await mapSettled(page);
        await pressMiddleOfMap(page);
        expect(await details(page).count()).toBe(0);
        await moveTo(2, 1, 10);
        await expect
          .poll(
            async () => {
              await pressMiddleOfMap(page);
              return details(page).count();
            },
            { timeout: 30_000, interval: 500 },
          )
          .toBe(1);
        await expectText(detailsName(page), '测试01');
        await expectText(details(page), '36 公里/时');
        await site.query(STATE, { unitId: seeded.unitId, state: 'ON_SCENE' });
        await expectText(details(page), '现场');
        await moveTo(2, 1, 2);
        await expectText(details(page), '7 公里/时');
      });
    });

    it('lists what has no place as such', async () => {
      await test.database.write(localViewer, (session) => storeSilently(session, '地址不详的来电'));
      await browser.visit(site.url, async (page) => {
        const row = rows(page).filter({ hasText: '地址不详的来电' });
        await expectText(row, '无位置');
        await row.click();
        await expectText(details(page), '无位置');
        await expectText(details(page), '时刻不详');
        await expectText(details(page), '数据导入');
      });
    });

    it('asks again after many changed at once, and after the log was cut', async () => {
      await report(site, 'NOISE', 0, 1);
      await browser.visit(site.url, async (page) => {
        await rows(page).first().waitFor();
        await expectText(connection(page), '实时');
        await test.database.write(localViewer, async (session) => {
          await storeSilently(session, '批量导入一号', middleOf(0, 1));
          await recordEvent(session, {
            topic: 'INCIDENT',
            subjectId: seeded.countyId,
            countyId: seeded.countyId,
            bulk: true,
          });
        });
        await rows(page).filter({ hasText: '批量导入一号' }).waitFor();
        await test.database.write(localViewer, (session) =>
          storeSilently(session, '日志截断之前', middleOf(0, 1)),
        );
        await test.database.write(localViewer, (session) =>
          session.execute('UPDATE event_log SET dropped_xid = pg_current_xact_id()'),
        );
        await report(site, 'NOISE', 0, 1);
        await rows(page).filter({ hasText: '日志截断之前' }).waitFor();
        // And goes on following.
        const id = await report(site, 'FIGHT', 0, 1);
        await page.locator(`[data-incident-id="${id}"]`).waitFor();
      });
    });

    it('says that the server is gone, and is live again when it is back', async () => {
      await report(site, 'NOISE', 2, 0);
      await browser.visit(
        site.url,
        async (page) => {
          await rows(page).first().waitFor();
          await expectText(connection(page), '实时');
          await site.stop();
          await expectText(connection(page), '与服务器断开');
          await expectText(connection(page), /\d+ 秒/);
          expect(await rows(page).count()).toBeGreaterThan(0);
          await site.start();
          const id = await report(site, 'NOISE', 2, 0);
          await page.locator(`[data-incident-id="${id}"]`).waitFor();
          await expectText(connection(page), '实时');
        },
        {
          tolerate: [
            /ERR_CONNECTION_REFUSED/,
            /WebSocket connection/,
            /ERR_EMPTY_RESPONSE|ERR_SOCKET|ERR_CONNECTION_RESET/,
          ],
        },
      );
    });

    it('draws everything again after the graphics card forgot', async () => {
      const address = `${site.url}/?layers=units,grids&${viewOf(middle(1, 0), 15)}`;
      await browser.visit(address, async (page) => {
        await mapSettled(page);
        await page.evaluate(() => {
          const canvas = document.querySelector<HTMLCanvasElement>('.maplibregl-canvas')!;
          const extension = canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!;
          (window as unknown as { loss: WEBGL_lose_context }).loss = extension;
          extension.loseContext();
        });
        await site.query(POSITIONS, {
          input: [
            {
              unitId: seeded.unitId,
              ...middleOf(1, 0),
              recordedAt: new Date().toISOString(),
              speedMetresPerSecond: 0,
            },
          ],
        });
        await page.waitForTimeout(4000);
        await page.evaluate(() => (window as unknown as { loss: WEBGL_lose_context }).loss.restoreContext());
        await expect
          .poll(
            async () => {
              await pressMiddleOfMap(page);
              return details(page)
                .getAttribute('data-kind', { timeout: 2000 })
                .catch(() => null);
            },
            { timeout: 40_000, interval: 500 },
          )
          .toBe('unit');
        const { colours } = await countColours(page, page.getByTestId('map'));
        expect(colours).toBeGreaterThan(20);
      });
    });

    it('shows long names and emoji whole', async () => {
      await test.database.write(localViewer, (session) =>
        session.execute('UPDATE post SET name = $1 WHERE id = $2', [longName, seeded.stationId]),
      );
      await browser.visit(site.url, async (page) => {
        await page.getByTestId('search').fill('望枫桥东堍');
        await page.getByRole('option', { name: /望枫桥/ }).click();
        await expectText(detailsName(page), longName);
        const spill = await detailsName(page).evaluate((name) => name.scrollWidth - name.clientWidth);
        expect(spill).toBeLessThanOrEqual(0);
        expect(await overflowOf(page)).toBeLessThanOrEqual(0);
        await mapSettled(page);
      });
    });
  });
});

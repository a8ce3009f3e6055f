import { localViewer, type Database } from '@maplebridge/server/database/index';
import { storeTerritory } from '@maplebridge/server/territory/store-territory';
import type { Polygon } from 'geojson';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../kit/browser.js';
import { describeOnDatabase } from '../kit/databases.js';
import { CELL, middleOf, ORIGIN, seedCounty } from '../kit/seed.js';
import { serveSite } from './site.js';
import {
  details,
  detailsName,
  expectText,
  listNamelessControls,
  mapSettled,
  pressMiddleOfMap,
  viewOf,
  withoutWebGl,
} from './steps.js';

function square(column: number): Polygon {
  const [west, east] = [ORIGIN.longitude + column * CELL, ORIGIN.longitude + (column + 1) * CELL];
  const [south, north] = [ORIGIN.latitude, ORIGIN.latitude + CELL];
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
}

/** A city of which only police beats are known. */
async function seedBeats(database: Database): Promise<void> {
  const police = { partition: 'POLICE', parentCode: 'D1' } as const;
  await database.write(localViewer, (session) =>
    storeTerritory(
      session,
      [
        {
          code: 'CITY',
          name: '只有警格的市',
          partition: 'SOCIAL',
          level: 'COUNTY',
          parentCode: null,
          boundary: square(0),
        },
        { code: 'P', name: '市局', partition: 'POLICE', level: 'COUNTY_BUREAU', parentCode: null },
        { code: 'S', name: '一分局', partition: 'POLICE', level: 'STATION', parentCode: 'P' },
        { code: 'D1', name: '一区', partition: 'POLICE', level: 'POLICE_AREA', parentCode: 'S' },
        { ...police, code: '0111', name: 'Beat 0111', level: 'POLICE_GRID', boundary: square(0) },
        { ...police, code: '0112', name: 'Beat 0112', level: 'POLICE_GRID', boundary: square(1) },
      ],
      { validFrom: null },
    ),
  );
}

describeInBrowser('a county unlike the demo', (browser) => {
  describeOnDatabase('embedded', 'without any territory', (test) => {
    const site = serveSite(test, () => Promise.resolve());

    it('says so on desk and wall, and looks again when asked', async () => {
      await browser.visit(site.url, async (page) => {
        await page.getByText('尚未导入辖区数据').waitFor();
        await page.goto(`${site.url}/wall`);
        await page.getByText('尚未导入辖区数据').waitFor();
        await page.goto(`${site.url}/?lang=en`);
        await page.getByText('No territory', { exact: false }).first().waitFor();
        await seedCounty(test.database);
        await page.getByRole('button', { name: 'Try again' }).click();
        await expectText(page.getByTestId('county-name'), '测试县');
        await mapSettled(page);
      });
    });
  });

  describeOnDatabase('embedded', 'with police grids only', (test) => {
    const site = serveSite(test, seedBeats);

    it('shows the grids there are', async () => {
      const { longitude, latitude } = middleOf(0, 0);
      await browser.visit(`${site.url}/?${viewOf([longitude, latitude], 15)}`, async (page) => {
        await expectText(page.getByTestId('layer-grids').locator('.legend-entry b'), /^2$/);
        expect(await page.getByRole('radio', { name: '警格' }).isChecked()).toBe(true);
        await mapSettled(page);
        await pressMiddleOfMap(page);
        await expectText(detailsName(page), 'Beat 0111');
        expect(await details(page).getAttribute('data-kind')).toBe('grid');
      });
    });
  });

  describeOnDatabase('embedded', 'in a browser without WebGL', (test) => {
    const site = serveSite(test, (database) => seedCounty(database));

    it('says so and still lists what there is', async () => {
      await browser.visit(site.url, async (page) => {
        await withoutWebGl(page);
        await expectText(page.getByRole('alert'), '本机浏览器无法显示地图');
        await expectText(page.getByTestId('in-view'), '视野内网格 8 个');
        await page.getByRole('button', { name: /测试社区第3网格/ }).click();
        await expectText(detailsName(page), '测试社区第3网格');
        expect(await listNamelessControls(page)).toEqual([]);
      });
    });
  });
});
